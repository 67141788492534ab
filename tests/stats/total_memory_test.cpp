#include <ontrack/stats/total_models.hpp>

#include <array>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ONTRACK_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ONTRACK_SANITIZED
#endif

#if defined(__linux__) && !defined(ONTRACK_SANITIZED)
#include <pthread.h>

namespace {

using namespace ontrack::stats;

struct Work {
    std::vector<double> values, mean, chance, quantiles;
    std::vector<std::int64_t> offsets{0};
    static constexpr std::array probabilities{0.1, 0.5, 0.9};

    Work() {
        for (std::size_t i = 0; i < 70; ++i) {
            for (std::size_t t = 0; t < 66 + i; ++t)
                values.push_back(static_cast<double>((7 * i + 5 * t) % (3 * i + 2)));
            offsets.push_back(static_cast<std::int64_t>(values.size()));
        }
        mean.resize(70);
        chance.resize(70);
        quantiles.resize(210);
    }
    void run() {
        TotalColumns columns;
        columns.mean = mean;
        columns.probability_at_most = chance;
        columns.quantiles = quantiles;
        columns.probabilities = probabilities;
        const std::vector<double> targets(70, 300.0);
        for (const TotalModel model : {TotalModel::combination, TotalModel::gamma_poisson, TotalModel::smoothing,
                                       TotalModel::log_smoothing, TotalModel::theta, TotalModel::seasonal_naive})
            project_totals_into({values, offsets}, targets, {.model = model}, {}, {}, columns);
        OutturnColumns outturn;
        outturn.mean = mean;
        outturn.median = chance;
        project_outturn_into({values, offsets}, {}, {}, outturn);
    }
};

// What a thread needs beyond input and output is its stack and what is kept per thread, which glibc takes from the same
// mapping; TotalModels.AllocatesNothing is about the rest.
TEST(TotalMemory, AThreadOfTwoAndAHalfMebibytesIsEnough) {
    Work work;
    pthread_attr_t attributes;
    ASSERT_EQ(pthread_attr_init(&attributes), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&attributes, std::size_t{5} << 19), 0);
    pthread_t thread{};
    const auto start = [](void* with) -> void* {
        static_cast<Work*>(with)->run();
        return nullptr;
    };
    ASSERT_EQ(pthread_create(&thread, &attributes, start, &work), 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
    EXPECT_GT(work.mean[20], 0.0);
}

}  // namespace

#endif
