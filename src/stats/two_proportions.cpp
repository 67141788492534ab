#include <ontrack/stats/two_proportions.hpp>

#include <algorithm>
#include <cmath>

#include "stats/arguments.hpp"
#include "stats/binomial.hpp"
#include "stats/constants.hpp"
#include "stats/proportion_limits.hpp"
#include "stats/test_columns.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

struct Table {
    double x1, n1, x2, n2;
};

Status status_of(const Table& t, TwoProportionsTest test) noexcept {
    Status status = detail::proportion_status(t.x1, t.n1);
    if (status == Status::ok) status = detail::proportion_status(t.x2, t.n2);
    if (status != Status::ok) return status;
    const double events = t.x1 + t.x2;
    if (test == TwoProportionsTest::score)
        return events == 0.0 || events == t.n1 + t.n2 ? Status::value_undefined : Status::ok;
    for (const double each : {t.x1, t.n1, t.x2, t.n2}) {
        if (each != std::floor(each)) return Status::not_a_count;
    }
    return Status::ok;
}

/// A count of the first group, given the events of both.
class Hypergeometric {
public:
    Hypergeometric(double n1, double n2, double events) noexcept
        : n1_(n1),
          n2_(n2),
          events_(events),
          share_(events / (n1 + n2)),
          least_(std::max(0.0, events - n2)),
          most_(std::min(events, n1)) {}

    [[nodiscard]] double least() const noexcept { return least_; }
    [[nodiscard]] double most() const noexcept { return most_; }
    [[nodiscard]] double mean() const noexcept { return n1_ * share_; }
    /// As a product of binomial probabilities, which are exact where factorials would lose digits (Loader 2000).
    [[nodiscard]] double mass(double k) const noexcept {
        if (least_ == most_) return 1.0;
        return detail::binomial_mass(k, n1_, share_) * detail::binomial_mass(events_ - k, n2_, share_) /
               detail::binomial_mass(events_, n1_ + n2_, share_);
    }
    /// P(X ≥ k), and P(X ≤ k), summed outwards from k until nothing is added. \pre k lies on that side of the mean
    [[nodiscard]] double from(double k) const noexcept {
        if (k > most_) return 0.0;
        double term = mass(k);
        double sum = term;
        for (; k < most_ && term > sum * 1e-18; k += 1.0) {
            term *= (n1_ - k) / (k + 1.0) * (events_ - k) / (n2_ - events_ + k + 1.0);
            sum += term;
        }
        return sum;
    }
    [[nodiscard]] double up_to(double k) const noexcept { return Hypergeometric(n2_, n1_, events_).from(events_ - k); }
    /// Either, wherever k lies.
    [[nodiscard]] double at_least(double k) const noexcept {
        return k <= least_ ? 1.0 : k >= mean() ? from(k) : 1.0 - up_to(k - 1.0);
    }

private:
    double n1_, n2_, events_;
    double share_;
    double least_, most_;
};

/// All outcomes that are no more probable than x, with a hair's breadth for those that are equal but for rounding.
double as_improbable(const Hypergeometric& law, const Hypergeometric& turned, double x, double events) noexcept {
    if (x > law.mean()) return as_improbable(turned, law, events - x, events);
    const double most = law.mass(x) * (1.0 + 1e-7);
    double low = std::ceil(law.mean());
    double high = law.most() + 1.0;
    while (low < high) {
        const double middle = std::floor(0.5 * (low + high));
        if (law.mass(middle) <= most)
            high = middle;
        else
            low = middle + 1.0;
    }
    return low <= x ? 1.0 : std::min(1.0, law.up_to(x) + law.from(low));
}

double exact_p(const Table& t, Alternative alternative, bool mid_p) noexcept {
    const double events = t.x1 + t.x2;
    const Hypergeometric law(t.n1, t.n2, events);
    const Hypergeometric turned(t.n2, t.n1, events);
    if (law.least() == law.most()) return 1.0;
    const double p = alternative == Alternative::greater ? law.at_least(t.x1)
                     : alternative == Alternative::less  ? turned.at_least(t.x2)
                                                         : as_improbable(law, turned, t.x1, events);
    return mid_p ? p - 0.5 * law.mass(t.x1) : p;
}

}  // namespace

TestResult test_two_proportions(double x1, double n1, double x2, double n2,
                                const TwoProportionsOptions& options) noexcept {
    const Table t{x1, n1, x2, n2};
    if (const Status status = status_of(t, options.test); status != Status::ok) return {nan, nan, status};
    if (options.test != TwoProportionsTest::score)
        return detail::tested(x1, exact_p(t, options.alternative, options.test == TwoProportionsTest::fisher_mid_p));
    const double pooled = (x1 + x2) / (n1 + n2);
    const double z = (x1 / n1 - x2 / n2) / std::sqrt(pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2));
    return detail::tested(z, detail::normal_p(z, options.alternative));
}

void test_two_proportions_into(std::span<const double> x1, std::span<const double> n1, std::span<const double> x2,
                               std::span<const double> n2, const TwoProportionsOptions& options,
                               const TestColumns& out) {
    const std::size_t size = x1.size();
    detail::require_length("n1", n1.size(), size);
    detail::require_length("x2", x2.size(), size);
    detail::require_length("n2", n2.size(), size);
    detail::require_columns(out, size);
    for (std::size_t i = 0; i < size; ++i)
        detail::write(out, i, test_two_proportions(x1[i], n1[i], x2[i], n2[i], options));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
