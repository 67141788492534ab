#include "stats/pair_slopes.hpp"

#include <algorithm>
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

}  // namespace

void PairRoom::reserve(std::size_t size, std::size_t groups) {
    points.reserve(size);
    ends.reserve(groups);
    order.reserve(size);
    spare.reserve(std::max(detail::rank_run, size));
    slopes.reserve(16 * size);
}

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
    room.spare.resize(std::max(rank_run, room.points.size()));
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
        count += sort_group(start, end - start, room_->order.data() + start, room_->spare.data() + start, rank_keys(),
                            [this, b](std::size_t i) { return residual(i, b); });
        start = end;
    }
    sorted_at_ = b;
    sorted_below_ = count;
    return count;
}

/// After `below(b)`, lists the slopes between b and `to`, as many as there is room for; returns how many are in the list.
std::size_t PairSlopes::list_to(double to) noexcept {
    const bool up = to > sorted_at_;
    sorted_at_ = std::numeric_limits<double>::quiet_NaN();
    std::size_t size = 0, start = 0;
    Residual* const order = room_->order.data();
    for (const std::size_t end : room_->ends) {
        for (std::size_t i = start; i < end; ++i) {
            const Residual moved{residual(order[i].point, to), order[i].point};
            // A slope that equals the upper bound is not between, one that equals the lower is.
            const auto changes = [&](const Residual& other) {
                return moved.key < other.key || (!up && moved.key == other.key && moved.point < other.point);
            };
            std::size_t j = i;
            for (; j > start && changes(order[j - 1]); --j) {
                if (size == room_->slopes.size()) return size;
                room_->slopes[size++] = slope(order[j - 1].point, moved.point);
                order[j] = order[j - 1];
            }
            order[j] = moved;
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

bool PairSlopes::is_at(double b, std::size_t first, std::size_t last) noexcept {
    const std::size_t count = below(b);
    std::size_t equal = 0;
    each_tie([&](std::size_t size) { equal += size * (size - 1) / 2; });
    return count <= first && last < count + equal;
}

PairSlopes::Ranked PairSlopes::listed(std::size_t size, std::size_t first, std::size_t last) noexcept {
    if (size <= rank_run) {
        (void)sort_run(0, size, room_->spare.data(), rank_keys(), [this](std::size_t i) { return room_->slopes[i]; });
        return {room_->spare[first].key, room_->spare[last].key};
    }
    const auto place = [this](std::size_t k) { return room_->slopes.begin() + static_cast<std::ptrdiff_t>(k); };
    std::nth_element(place(0), place(first), place(size));
    return {*place(first), last == first ? *place(first) : *std::min_element(place(last), place(size))};
}

}  // namespace ontrack::inline v0::stats::detail
