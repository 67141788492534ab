#include "reference/negative_binomial.hpp"

#include <cmath>

namespace reference {

long double negative_binomial_cdf(long x, long double mean, long double shape) {
    const bool poisson = std::isinf(shape);
    long double probability = poisson ? std::exp(-mean) : std::exp(-shape * std::log1p(mean / shape));
    long double sum = 0.0L;
    for (long i = 0; i <= x; ++i) {
        sum += probability;
        const auto n = static_cast<long double>(i);
        probability *= poisson ? mean / (n + 1.0L) : (shape + n) / (n + 1.0L) * (mean / (shape + mean));
    }
    return sum;
}

}  // namespace reference
