#include <ontrack/stats/random.hpp>

#include <ontrack/stats/distributions.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) noexcept {
    // Multipliers and Weyl steps of Salmon et al. (2011), table 2 and section 4.3.
    constexpr std::uint64_t first = 0xD2511F53;
    constexpr std::uint64_t second = 0xCD9E8D57;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = first * counter[0];
        const std::uint64_t b = second * counter[2];
        counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
                   static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
        key[0] += 0x9E3779B9;
        key[1] += 0xBB67AE85;
    }
    return counter;
}

double uniform(std::uint64_t seed, std::uint64_t series, std::uint64_t draw) noexcept {
    const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
    const auto high = [](std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); };
    const auto words = philox({low(draw), high(draw), low(series), high(series)}, {low(seed), high(seed)});
    const std::uint64_t bits = (std::uint64_t{words[1]} << 20) | (words[0] >> 12);
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

double normal(std::uint64_t seed, std::uint64_t series, std::uint64_t draw) noexcept {
    return normal_quantile(uniform(seed, series, draw));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
