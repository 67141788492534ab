#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace reference {

using Long = long double;
using Matrix = std::vector<std::vector<Long>>;

/// A⁻¹ by Gauss and Jordan with pivots.
inline Matrix inverse(Matrix a) {
    const std::size_t n = a.size();
    Matrix result(n, std::vector<Long>(n, 0.0L));
    for (std::size_t i = 0; i < n; ++i) result[i][i] = 1.0L;
    for (std::size_t c = 0; c < n; ++c) {
        std::size_t best = c;
        for (std::size_t i = c; i < n; ++i)
            if (std::fabs(a[i][c]) > std::fabs(a[best][c])) best = i;
        std::swap(a[c], a[best]);
        std::swap(result[c], result[best]);
        const Long pivot = a[c][c];
        for (std::size_t j = 0; j < n; ++j) {
            a[c][j] /= pivot;
            result[c][j] /= pivot;
        }
        for (std::size_t i = 0; i < n; ++i) {
            if (i == c) continue;
            const Long factor = a[i][c];
            for (std::size_t j = 0; j < n; ++j) {
                a[i][j] -= factor * a[c][j];
                result[i][j] -= factor * result[c][j];
            }
        }
    }
    return result;
}

inline Matrix product(const Matrix& a, const Matrix& b) {
    Matrix result(a.size(), std::vector<Long>(b[0].size(), 0.0L));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b[0].size(); ++j)
            for (std::size_t k = 0; k < b.size(); ++k) result[i][j] += a[i][k] * b[k][j];
    return result;
}

/// Counts on a design, row by row; NaN in y is a missing period. Everything straight from the definitions, in long double.
struct SlowRegression {
    std::vector<std::vector<double>> x;
    std::vector<double> y, exposure;
    Long alpha = 0.0L;
    std::vector<Long> beta;

    [[nodiscard]] bool is_there(std::size_t t) const { return !std::isnan(y[t]); }
    [[nodiscard]] Long mean(std::size_t t) const {
        Long eta = std::log(static_cast<Long>(exposure[t]));
        for (std::size_t j = 0; j < beta.size(); ++j) eta += beta[j] * static_cast<Long>(x[t][j]);
        return std::exp(eta);
    }
    [[nodiscard]] Long log_likelihood() const {
        Long sum = 0.0L;
        for (std::size_t t = 0; t < y.size(); ++t) {
            if (!is_there(t)) continue;
            const Long m = mean(t), v = y[t];
            sum += v * std::log(m) - std::lgamma(v + 1.0L);
            if (alpha == 0.0L) {
                sum -= m;
                continue;
            }
            const Long r = 1.0L / alpha;
            sum += std::lgamma(v + r) - std::lgamma(r) - v * std::log(r) - (v + r) * std::log1p(m / r);
        }
        return sum;
    }
    /// Σ w(t)·x·x'
    template <class Weight>
    [[nodiscard]] Matrix information(Weight weight) const {
        const std::size_t p = beta.size();
        Matrix a(p, std::vector<Long>(p, 0.0L));
        for (std::size_t t = 0; t < y.size(); ++t)
            for (std::size_t j = 0; is_there(t) && j < p; ++j)
                for (std::size_t k = 0; k < p; ++k)
                    a[j][k] += weight(t) * static_cast<Long>(x[t][j]) * static_cast<Long>(x[t][k]);
        return a;
    }
    [[nodiscard]] Matrix expected() const {
        return information([&](std::size_t t) { return mean(t) / (1.0L + alpha * mean(t)); });
    }
    [[nodiscard]] Long residual(std::size_t t) const {
        return is_there(t) ? (static_cast<Long>(y[t]) - mean(t)) / (1.0L + alpha * mean(t)) : 0.0L;
    }
    /// Fisher's scoring for this α, halving a step that goes down.
    void fit() {
        const std::size_t p = x[0].size();
        if (beta.empty()) {
            beta.assign(p, 0.0L);
            beta[0] = 1.0L;  // \pre the first column is the intercept
        }
        for (int round = 0; round < 400; ++round) {
            const Matrix a = inverse(expected());
            std::vector<Long> step(p, 0.0L), before = beta;
            for (std::size_t t = 0; t < y.size(); ++t)
                for (std::size_t j = 0; j < p; ++j)
                    for (std::size_t k = 0; k < p; ++k) step[j] += a[j][k] * static_cast<Long>(x[t][k]) * residual(t);
            const Long was = log_likelihood();
            Long size = 0.0L;
            for (Long length = 1.0L; length > 1e-12L; length /= 2.0L) {
                for (std::size_t j = 0; j < p; ++j) beta[j] = before[j] + length * step[j];
                if (log_likelihood() >= was - 1e-15L * std::fabs(was)) break;
            }
            for (std::size_t j = 0; j < p; ++j) size += std::fabs(beta[j] - before[j]);
            if (size < 1e-16L) return;
        }
    }
    /// The α of the highest likelihood, by golden sections of ln α; 0 when Poisson's is higher.
    void fit_alpha() {
        const auto height = [&](Long log_alpha) {
            alpha = std::exp(log_alpha);
            fit();
            return log_likelihood();
        };
        const Long golden = (std::sqrt(5.0L) - 1.0L) / 2.0L;
        Long low = -12.0L, high = 4.0L;
        Long a = high - golden * (high - low), b = low + golden * (high - low);
        Long at_a = height(a), at_b = height(b);
        while (high - low > 1e-8L) {
            if (at_a > at_b) {
                high = b, b = a, at_b = at_a;
                at_a = height(a = high - golden * (high - low));
            } else {
                low = a, a = b, at_a = at_b;
                at_b = height(b = low + golden * (high - low));
            }
        }
        const Long best = height((low + high) / 2.0L), at = alpha;
        alpha = 0.0L;
        fit();
        if (best <= log_likelihood()) return;
        alpha = at;
        fit();
    }
    /// The derivative of a period's log-likelihood by ln α. \pre whole counts
    [[nodiscard]] Long alpha_score(std::size_t t) const {
        if (!is_there(t)) return 0.0L;
        const Long r = 1.0L / alpha, m = mean(t), v = y[t];
        Long slope = (m - v) / (r + m) - std::log1p(m / r);
        for (Long j = 0.0L; j < v; j += 1.0L) slope += 1.0L / (r + j);
        return -r * slope;
    }
    /// Newey and West's covariance, lag by lag; of β and ln α when `joint`, the bread by differences of the scores then.
    [[nodiscard]] Matrix sandwich(int lags, bool joint = false) const {
        const std::size_t p = beta.size(), m = p + (joint ? 1 : 0), n = y.size();
        const auto scores = [&](const SlowRegression& at) {
            Matrix s(n, std::vector<Long>(m, 0.0L));
            for (std::size_t t = 0; t < n; ++t) {
                for (std::size_t j = 0; j < p; ++j) s[t][j] = at.residual(t) * static_cast<Long>(x[t][j]);
                if (joint) s[t][p] = at.alpha_score(t);
            }
            return s;
        };
        Matrix bread(m, std::vector<Long>(m, 0.0L));
        for (std::size_t j = 0; j < m; ++j) {
            SlowRegression up = *this, down = *this;
            const Long h = 1e-6L;
            (j < p ? up.beta[j] : up.alpha) += j < p ? h : alpha * std::expm1(h);
            (j < p ? down.beta[j] : down.alpha) += j < p ? -h : alpha * std::expm1(-h);
            const Matrix a = scores(up), b = scores(down);
            for (std::size_t t = 0; t < n; ++t)
                for (std::size_t k = 0; k < m; ++k) bread[k][j] -= (a[t][k] - b[t][k]) / (2.0L * h);
        }
        const Matrix s = scores(*this);
        Matrix middle(m, std::vector<Long>(m, 0.0L));
        for (std::size_t t = 0; t < n; ++t)
            for (std::size_t u = 0; u < n; ++u) {
                const Long apart = std::fabs(static_cast<Long>(t) - static_cast<Long>(u));
                const Long weight = 1.0L - apart / (static_cast<Long>(lags) + 1.0L);
                for (std::size_t j = 0; weight > 0.0L && j < m; ++j)
                    for (std::size_t k = 0; k < m; ++k) middle[j][k] += weight * s[t][j] * s[u][k];
            }
        const Matrix inner = inverse(bread);
        return product(product(inner, middle), inner);
    }
};

}  // namespace reference
