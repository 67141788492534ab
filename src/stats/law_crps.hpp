#pragma once

#include <span>

#include <ontrack/stats/total_law.hpp>

namespace ontrack::inline v0::stats::detail {

/// E|X − x| − ½E|X − X′| of a mixture of components, the continuous ranked probability score at x. \pre weights add up to 1
double mixture_crps(std::span<const LawPart> parts, double x) noexcept;

}  // namespace ontrack::inline v0::stats::detail
