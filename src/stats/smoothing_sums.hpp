#pragma once

#include <span>

#include "stats/ets_kernels.hpp"
#include "stats/sum_model.hpp"
#include "stats/sum_scale.hpp"

namespace ontrack::inline v0::stats::detail {

/// ETS(A,N,N), (A,Ad,N), (A,N,A) and (A,Ad,A).
inline constexpr EtsForm all_forms[] = {{false, false}, {true, false}, {false, true}, {true, true}};

/// Of these forms the one with the least AICc (Hurvich & Tsai 1989; Hyndman & Khandakar 2008), on this scale, with the number
/// of parameters start states included; its mean and variance of the sum on the scale of the values. Not tried are forms with
/// more parameters than values less two, and a season where a place was never seen or two seasons are not there.
void smooth(const SumTask& task, SumScale scale, std::span<const EtsForm> forms, std::span<SumForecast> out) noexcept;

}  // namespace ontrack::inline v0::stats::detail
