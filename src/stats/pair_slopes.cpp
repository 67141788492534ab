#include "stats/pair_slopes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "stats/residual_sort.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

using Residual = PairRoom::Residual;

/// Whether a − b is a double (Knuth's two-sum has no error then).
bool is_exact_difference(double a, double b) noexcept {
    const double difference = a - b, back = difference - a;
    return (a - (difference - back)) - (b + back) == 0.0;
}

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

void PairRoom::reserve(std::size_t size, std::size_t groups) {
    points.reserve(size);
    ends.reserve(groups);
    order.reserve(size);
    spare.reserve(size);
    slopes.reserve(16 * size);
}

/// The wanted ranks are in [low, high): `below_low` slopes are below low, `below_high` below high.
struct PairSlopes::Bracket {
    double low, high;
    std::size_t below_low, below_high;
    [[nodiscard]] std::size_t inside() const noexcept { return below_high - below_low; }
};

PairSlopes::PairSlopes(PairRoom& room) noexcept : room_(&room) {
    std::size_t start = 0;
    for (const std::size_t end : room.ends) {
        const std::size_t size = end - start;
        pairs_ += size == 0 ? 0 : size * (size - 1) / 2;
        start = end;
    }
    // Counted from the first value, large numbers that differ little keep their differences; done only where that is exact.
    if (!room.points.empty()) shift_ = room.points.front().x;
    for (const TimedValue& point : room.points)
        if (!is_exact_difference(point.x, shift_)) shift_ = 0.0;
    for (const TimedValue& point : room.points) {
        largest_ = std::max(largest_, std::abs(point.x - shift_));
        latest_ = std::max(latest_, point.t);
    }
    room.order.resize(room.points.size());
    room.spare.resize(room.points.size());
    room.slopes.resize(16 * room.points.size());
}

double PairSlopes::slope(std::uint32_t i, std::uint32_t j) const noexcept {
    const TimedValue a = room_->points[i], b = room_->points[j];
    return (b.x - a.x) / (b.t - a.t);
}

/// Twice the most by which rounding can put a pair on the wrong side of b.
double PairSlopes::rounding(double b) const noexcept {
    return 8.0 * std::numeric_limits<double>::epsilon() * (largest_ + std::abs(b) * (latest_ + 1.0)) +
           std::numeric_limits<double>::min();
}

std::size_t PairSlopes::below(double b) noexcept {
    if (b == sorted_at_) return sorted_below_;
    std::size_t count = 0, start = 0;
    for (const std::size_t end : room_->ends) {
        for (std::size_t i = start; i < end; ++i) room_->order[i] = {residual(i, b), static_cast<std::uint32_t>(i)};
        count += sort_group(room_->order.data() + start, room_->spare.data() + start, end - start);
        start = end;
    }
    sorted_at_ = b;
    sorted_below_ = count;
    return count;
}

/// After `below(low)`, lists the slopes in [low, high), as many as there is room for; returns how many are in the list.
std::size_t PairSlopes::list_up_to(double high) noexcept {
    sorted_at_ = std::numeric_limits<double>::quiet_NaN();
    std::size_t size = 0, start = 0;
    Residual* const order = room_->order.data();
    for (const std::size_t end : room_->ends) {
        for (std::size_t i = start; i < end; ++i) {
            const std::uint32_t point = order[i].point;
            const double key = residual(point, high);
            std::size_t j = i;
            for (; j > start && key < order[j - 1].key; --j) {
                if (size == room_->slopes.size()) return size;
                room_->slopes[size++] = slope(order[j - 1].point, point);
                order[j] = order[j - 1];
            }
            order[j] = {key, point};
        }
        start = end;
    }
    return size;
}

/// About as many slopes of random pairs as there are points, in order.
std::size_t PairSlopes::sample() noexcept {
    std::uint64_t state = 1;
    const auto draw = [&state](std::size_t bound) {  // Knuth's MMIX generator; the upper bits are the good ones
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>((state >> 33) * bound >> 31);
    };
    std::size_t size = 0;
    std::uint32_t start = 0;
    for (const std::uint32_t end : room_->ends) {
        const std::uint32_t points = end - start;
        for (std::uint32_t k = 0; points > 1 && k < points; ++k) {
            const std::uint32_t i = draw(points), j = draw(points - 1);
            room_->slopes[size++] = slope(start + i, start + j + (j >= i));
        }
        start = end;
    }
    std::sort(room_->slopes.begin(), room_->slopes.begin() + static_cast<std::ptrdiff_t>(size));
    return size;
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

bool PairSlopes::is_at(double b, std::size_t first, std::size_t last) noexcept {
    const std::size_t count = below(b);
    std::size_t equal = 0;
    each_tie([&](std::size_t size) { equal += size * (size - 1) / 2; });
    return count <= first && last < count + equal;
}

PairSlopes::Ranked PairSlopes::listed(std::size_t size, std::size_t first, std::size_t last) noexcept {
    const auto place = [this](std::size_t k) { return room_->slopes.begin() + static_cast<std::ptrdiff_t>(k); };
    std::nth_element(place(0), place(first), place(size));
    return {*place(first), last == first ? *place(first) : *std::min_element(place(last), place(size))};
}

/// The least-squares slope b with its standard error e foretells the rank k: about b + e·(2k − pairs)/√Var S. Most often it
/// lies so close that one count and a short list are enough.
std::optional<PairSlopes::Ranked> PairSlopes::ranked_near_line(std::size_t first, std::size_t last) noexcept {
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
    const double error = std::sqrt((xx - tx * tx / tt) / (freedom * tt));
    const double off = static_cast<double>(first + last) + 1.0 - static_cast<double>(pairs_);
    const double centre = tx / tt + error * off / std::sqrt(variance);
    for (const double reach : {0.3 * error, 1.2 * error}) {
        const double low = centre - reach, high = centre + reach;
        if (!(low < high) || !std::isfinite(high - low)) return {};
        const std::size_t count = below(low);
        if (count > first) continue;
        const std::size_t size = list_up_to(high);
        if (size == room_->slopes.size() || last >= count + size) continue;
        const Ranked result = listed(size, first - count, last - count);
        const double close = rounding(std::max(std::abs(low), std::abs(high)));
        if (result.first - low >= close && high - result.last >= close) return result;
    }
    return {};
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
            const std::size_t size = list_up_to(bracket.high);
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
            (void)list_up_to(bracket.high);
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
