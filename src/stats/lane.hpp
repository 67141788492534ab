#pragma once

#include <cstddef>

#include <Eigen/Core>

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t lanes = 4;

/// The same quantity of `lanes` series side by side. Every operation on it is element by element and exactly rounded, so that
/// a series gets the same bits whichever lane and company it is in.
using Lane = Eigen::Array<double, static_cast<Eigen::Index>(lanes), 1>;

inline double& at(Lane& lane, std::size_t i) {
    return lane[static_cast<Eigen::Index>(i)];
}
inline double at(const Lane& lane, std::size_t i) {
    return lane[static_cast<Eigen::Index>(i)];
}

}  // namespace ontrack::inline v0::stats::detail
