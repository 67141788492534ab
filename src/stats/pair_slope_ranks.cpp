#include <algorithm>
#include <bit>
#include <cmath>

#include "stats/pair_slopes.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

/// The double half way from a to b in the order of their bits: 64 halvings from any two to neighbours.
double between(double a, double b) noexcept {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto place = [](double x) {
        const auto bits = std::bit_cast<std::uint64_t>(x);
        return bits & sign ? ~bits : bits | sign;
    };
    const std::uint64_t low = place(a), middle = low + (place(b) - low) / 2;
    return std::bit_cast<double>(middle & sign ? middle & ~sign : ~middle);
}

}  // namespace

/// The wanted ranks are in [low, high): `below_low` slopes are below low, `below_high` below high.
struct PairSlopes::Bracket {
    double low, high;
    std::size_t below_low, below_high;
    [[nodiscard]] std::size_t inside() const noexcept { return below_high - below_low; }
};

/// The least-squares slope with its standard error e foretells the slope of rank k: about b + e·(2k − pairs)/√Var S.
PairSlopes::Foretold PairSlopes::foretold(std::size_t first, std::size_t last) const noexcept {
    double tt = 0.0, tx = 0.0, xx = 0.0, variance = 0.0, freedom = -1.0;
    std::size_t start = 0;
    for (const std::size_t end : room_->ends) {
        if (end == start) continue;
        const auto n = static_cast<double>(end - start);
        double x = 0.0, t = 0.0;
        for (std::size_t i = start; i < end; ++i) {
            x += residual(i, 0.0);
            t += room_->points[i].t;
        }
        x /= n;
        t /= n;
        for (std::size_t i = start; i < end; ++i) {
            const double dx = residual(i, 0.0) - x, dt = room_->points[i].t - t;
            tt += dt * dt;
            tx += dt * dx;
            xx += dx * dx;
        }
        variance += n * (n - 1.0) * (2.0 * n + 5.0) / 18.0;
        freedom += n - 1.0;
        start = end;
    }
    const double per_rank = 2.0 * std::sqrt((xx - tx * tx / tt) / (freedom * tt) / variance);
    const double off = 0.5 * (static_cast<double>(first + last) + 1.0 - static_cast<double>(pairs_));
    return {tx / tt + off * per_rank, per_rank};
}

/// Most often the foretold slope is so close that one count and a short list from there to the wanted rank are enough.
std::optional<PairSlopes::Ranked> PairSlopes::ranked_near_line(std::size_t first, std::size_t last) noexcept {
    auto [b, per_rank] = foretold(first, last);
    for (int trial = 0; trial < 3; ++trial) {
        const std::size_t count = below(b);
        const bool up = first >= count;
        const auto missing = static_cast<double>(up ? last + 1 - count : count - first);
        const double to = b + (up ? per_rank : -per_rank) * (1.3 * missing + 8.0);
        if (!(std::min(b, to) < std::max(b, to)) || !std::isfinite(to)) return {};
        const std::size_t size = !up && last >= count ? 0 : list_to(to);
        if (static_cast<double>(size) < missing || size == room_->slopes.size()) {
            b += (up ? per_rank : -per_rank) * (missing + 3.0);
            continue;
        }
        const std::size_t skipped = up ? count : count - size;
        const Ranked result = listed(size, first - skipped, last - skipped);
        const double close = rounding(std::max(std::abs(b), std::abs(to)));
        if (result.first - std::min(b, to) >= close && std::max(b, to) - result.last >= close) return result;
        return {};
    }
    return {};
}

void PairSlopes::narrow(Bracket& bracket, double low, double high, std::size_t first, std::size_t last) noexcept {
    for (const double b : {high, low}) {
        if (!(b > bracket.low && b < bracket.high)) continue;
        const std::size_t count = below(b);
        if (count > last) {
            bracket.high = b;
            bracket.below_high = count;
        } else if (count <= first) {
            bracket.low = b;
            bracket.below_low = count;
        }
    }
}

PairSlopes::Ranked PairSlopes::ranked(std::size_t first, std::size_t last) noexcept {
    if (is_at(0.0, first, last)) return {0.0, 0.0};  // many equal values
    if (const auto near = ranked_near_line(first, last)) return *near;
    const std::size_t most = room_->slopes.size();
    const double steepest = 2.0 * largest_ + rounding(2.0 * largest_);
    Bracket bracket{-steepest, steepest, 0, pairs_};
    if (pairs_ > most) {
        const std::size_t size = sample();
        const auto n = static_cast<double>(size);
        const double share = (static_cast<double>(first) + 0.5) / static_cast<double>(pairs_);
        const double reach = 2.0 * std::sqrt(n * share * (1.0 - share)) + 1.0;
        const double from = std::floor(share * n - reach), to = std::ceil(share * n + reach);
        const double likely = room_->slopes[static_cast<std::size_t>(share * n)];
        double low = from < 0.0 ? bracket.low : room_->slopes[static_cast<std::size_t>(from)];
        double high = to >= n ? bracket.high : room_->slopes[static_cast<std::size_t>(to)];
        if (low == high && is_at(likely, first, last)) return {likely, likely};
        low -= 4.0 * rounding(low);
        high += 4.0 * rounding(high);
        narrow(bracket, low, high, first, last);
    }
    bool is_tried = false;
    for (bool by_value = true;; by_value = !by_value) {
        const double close = rounding(std::max(std::abs(bracket.low), std::abs(bracket.high)));
        const double middle = between(bracket.low, bracket.high);
        const bool is_narrow = bracket.high - bracket.low <= 16.0 * close;
        const bool is_end = !(middle > bracket.low && middle < bracket.high);
        if (bracket.inside() <= most || is_end) {
            (void)below(bracket.low);
            const std::size_t size = list_to(bracket.high);
            if (size < bracket.inside()) return listed(size, size / 2, size / 2);  // they differ by their rounding only
            const auto [one, two] = listed(size, first - bracket.below_low, last - bracket.below_low);
            // Next to a bound, rounding may have counted a pair on the wrong side of it: look again with more room.
            const bool is_low = bracket.below_low > 0 && one - bracket.low < close;
            const bool is_high = bracket.below_high < pairs_ && bracket.high - two < close;
            if (is_narrow || !(is_low || is_high)) return {one, two};
            bracket = {one - 4.0 * close, two + 4.0 * close, below(one - 4.0 * close), below(two + 4.0 * close)};
            continue;
        }
        if (is_narrow && !is_tried) {  // one slope that very many pairs have, it may be
            is_tried = true;
            (void)below(bracket.low);
            (void)list_to(bracket.high);
            const double likely = room_->slopes.front();
            if (is_at(likely, first, last)) return {likely, likely};
        }
        // Where the ranks would be if slopes were evenly spread; every other time a plain halving, which cannot stall.
        const auto inside = static_cast<double>(bracket.inside()), width = bracket.high - bracket.low;
        const double margin = 2.0 * std::sqrt(inside) + static_cast<double>(most) / 4.0;
        const double from = (static_cast<double>(first - bracket.below_low) - margin) / inside;
        const double to = (static_cast<double>(last - bracket.below_low) + margin) / inside;
        if (by_value && !is_narrow)
            narrow(bracket, bracket.low + from * width, bracket.low + to * width, first, last);
        else
            narrow(bracket, middle, bracket.high, first, last);
    }
}

}  // namespace ontrack::inline v0::stats::detail
