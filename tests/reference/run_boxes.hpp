#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace reference {

/// The joint law of crossings C and longest run L of n signs, each + with probability `rise`, by the last run's length:
/// f(n, c, s) = Σ_{r ≤ l} P(s)^r · f(n − r, c − 1, other side). Everything for L ≤ l.
class RunLaw {
public:
    RunLaw(std::size_t n, double rise) : n_(n), at_most_(n + 1, std::vector<double>(n, 0.0)) {
        const double side[2] = {rise, 1.0 - rise};
        for (std::size_t l = 1; l <= n; ++l) {
            std::vector<std::vector<double>> f[2];
            for (auto& side_of : f) side_of.assign(n + 1, std::vector<double>(n, 0.0));
            for (std::size_t m = 1; m <= n; ++m) {
                for (int s : {0, 1}) {
                    if (m <= l) f[s][m][0] = std::pow(side[s], static_cast<double>(m));
                    double power = 1.0;
                    for (std::size_t r = 1; r <= l && r < m; ++r) {
                        power *= side[s];
                        for (std::size_t c = 1; c < m; ++c) f[s][m][c] += power * f[1 - s][m - r][c - 1];
                    }
                }
            }
            for (std::size_t c = 0; c < n; ++c) at_most_[l][c] = f[0][n][c] + f[1][n][c];
        }
    }
    /// P(C ≥ c, L ≤ l)
    [[nodiscard]] double box(std::size_t c, std::size_t l) const {
        double sum = 0.0;
        for (std::size_t k = n_; k-- > c;) sum += at_most_[l][k];
        return sum;
    }
    /// P(C = c, L = l), 0 exactly where no series has it
    [[nodiscard]] double corner(std::size_t c, std::size_t l) const {
        if ((c + 1) * l < n_ || l + c > n_) return 0.0;
        return at_most_[l][c] - at_most_[l - 1][c];
    }

private:
    std::size_t n_;
    std::vector<std::vector<double>> at_most_;
};

struct RunBox {
    std::size_t crossings = 0, longest = 0;  // best box
    std::size_t cut_crossings = 0, cut_longest = 0;  // how far the corner is cut; its own corner where it is not
};

/// The best box and its cut of Anhøj and Wentzel-Larsen (2018): of the boxes that hold 92.5 % of series without a shift, the
/// one that holds the fewest with a shift of 0.8 standard deviations; then corners are cut off while 92.5 % are still held.
inline RunBox best_box(std::size_t n, double target = 0.925) {
    const RunLaw none(n, 0.5), shifted(n, 0.5 * std::erfc(-0.8 / std::sqrt(2.0)));
    RunBox best;
    double least = 2.0;
    for (std::size_t c = 0; c < n; ++c)
        for (std::size_t l = 1; l <= n; ++l)
            if (none.corner(c, l) > 0.0 && none.box(c, l) >= target && shifted.box(c, l) < least) {
                least = shifted.box(c, l);
                best = {c, l, c, l};
            }
    double held = none.box(best.crossings, best.longest) - none.corner(best.crossings, best.longest);
    if (held < target) return best;
    best.cut_crossings = best.crossings + 1;
    best.cut_longest = best.longest - 1;
    while (true) {
        const double across = none.corner(best.cut_crossings, best.longest);
        const double along = none.corner(best.crossings, best.cut_longest);
        const bool may_across = across > 0.0 && held - across >= target;
        const bool may_along = along > 0.0 && held - along >= target;
        if (!may_across && !may_along) return best;
        const bool take_across = may_across && (!may_along || shifted.corner(best.cut_crossings, best.longest) >=
                                                                  shifted.corner(best.crossings, best.cut_longest));
        if (take_across) {
            held -= across;
            ++best.cut_crossings;
        } else {
            held -= along;
            --best.cut_longest;
        }
    }
}

}  // namespace reference
