#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace ontrack::inline v0::stats::detail {

struct TimedValue {
    double x;
    double t;  ///< a whole number
};

/// Room for one series; it grows to the longest and stays.
struct PairRoom {
    struct Residual {
        double key;
        std::uint32_t point;
    };
    std::vector<TimedValue> points;       ///< group after group, each in the order of time
    std::vector<std::uint32_t> ends;      ///< one past the last point of each group
    std::vector<Residual> order, spare;
    std::vector<double> slopes;

    void reserve(std::size_t size, std::size_t groups);
};

/// The slopes (x_j − x_i)/(t_j − t_i) of all pairs of points of the same group, i before j, ranked without listing them.
///
/// The pairs with a slope below b are the inversions of x − b·t (Cole, Salowe, Steiger & Szemerédi 1989), so a merge sort
/// counts them. The least-squares line foretells a slope close to the wanted rank; where that fails, two slopes of a sample
/// enclose it (Dillencourt, Mount & Netanyahu 1992). The pairs between two slopes are those that change places between
/// the two orders, and only these are listed. Line and sample decide nothing but the time taken.
class PairSlopes {
public:
    /// `room` holds points and ends.
    explicit PairSlopes(PairRoom& room) noexcept;

    [[nodiscard]] std::size_t pairs() const noexcept { return pairs_; }
    /// Sorts every group by x − b·t and counts the pairs of slope below b.
    std::size_t below(double b) noexcept;
    /// Shows `see` how many points there are of each x − b·t, for the b of the last call of `below`.
    template <class See>
    void each_tie(See see) const noexcept {
        std::size_t i = 0;
        for (const std::size_t end : room_->ends) {
            while (i < end) {
                const std::size_t first = i;
                while (i < end && room_->order[i].key == room_->order[first].key) ++i;
                see(i - first);
            }
        }
    }

    struct Ranked {
        double first, last;
    };
    /// The slopes of rank `first` and `last` counted from 0. \pre first ≤ last ≤ first + 1 < pairs() + 1
    [[nodiscard]] Ranked ranked(std::size_t first, std::size_t last) noexcept;

private:
    struct Bracket;
    struct Foretold {
        double slope, per_rank;  ///< the second: by how much the slope rises from one rank to the next
    };
    [[nodiscard]] double slope(std::uint32_t i, std::uint32_t j) const noexcept;
    [[nodiscard]] double residual(std::size_t i, double b) const noexcept {
        return (room_->points[i].x - shift_) - b * room_->points[i].t;
    }
    [[nodiscard]] double rounding(double b) const noexcept;
    [[nodiscard]] std::size_t list_to(double to) noexcept;
    [[nodiscard]] Ranked listed(std::size_t size, std::size_t first, std::size_t last) noexcept;
    [[nodiscard]] Foretold foretold(std::size_t first, std::size_t last) const noexcept;
    [[nodiscard]] std::optional<Ranked> ranked_near_line(std::size_t first, std::size_t last) noexcept;
    [[nodiscard]] std::size_t sample() noexcept;
    /// Whether b itself has these ranks; may say no where x − b·t is rounded.
    [[nodiscard]] bool is_at(double b, std::size_t first, std::size_t last) noexcept;
    void narrow(Bracket& bracket, double low, double high, std::size_t first, std::size_t last) noexcept;

    PairRoom* room_;
    std::size_t pairs_ = 0;
    double shift_ = 0.0;
    double largest_ = 0.0;  ///< |x − shift|
    double latest_ = 0.0;  ///< t
    double sorted_at_ = std::numeric_limits<double>::quiet_NaN();  ///< the b of the order in `room_`
    std::size_t sorted_below_ = 0;
};

}  // namespace ontrack::inline v0::stats::detail
