#include <ontrack/plan/plan.hpp>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

const std::filesystem::path examples = std::filesystem::path(ONTRACK_SOURCE_DIR) / "examples";

const Indicator& find(const Plan& plan, const std::string& code) {
    for (const Indicator& indicator : plan.indicators) {
        if (indicator.code == code) return indicator;
    }
    throw std::out_of_range(code);
}

std::size_t observations_in(const Plan& plan) {
    std::size_t count = 0;
    for (const Indicator& indicator : plan.indicators) {
        count += indicator.track.observations.size();
        for (const Component& component : indicator.components) count += component.track.observations.size();
    }
    return count;
}

TEST(Plan, as_seen_on_a_day_forgets_what_came_later) {
    const Plan plan = read_plan(examples / "hillingdon-2017-18.toml");
    const Plan seen = as_seen_on(plan, Date(2017, 9, 30));
    EXPECT_EQ(find(seen, "robbery").track.observations.size(), 2U);
    EXPECT_EQ(find(seen, "young-people").components[0].track.observations.size(), 2U);
    EXPECT_TRUE(find(seen, "cr-marac").track.observations.empty());
    EXPECT_TRUE(find(seen, "white-ribbon-day").track.observations.empty());
    EXPECT_EQ(find(seen, "domestic-abuse-strategy").track.observations.size(), 1U);
    EXPECT_EQ(seen.indicators.size(), plan.indicators.size());
    EXPECT_TRUE(find(seen, "robbery").track.baseline.has_value());
}

TEST(Plan, as_seen_on_is_monotone) {
    const Plan plan = read_plan(examples / "made-up-register.toml");
    std::size_t before = 0;
    for (Date day(2022, 1, 1); day < Date(2025, 1, 1); day = plus_days(day, 11)) {
        const std::size_t now = observations_in(as_seen_on(plan, day));
        EXPECT_GE(now, before) << day.to_string();
        EXPECT_EQ(observations_in(as_seen_on(as_seen_on(plan, day), plus_days(day, 40))), now);
        before = now;
    }
    EXPECT_EQ(before, observations_in(plan));
}

TEST(Plan, last_day_known_is_of_a_value_or_of_something_done) {
    EXPECT_EQ(last_day_known(read_plan(examples / "hillingdon-2017-18.toml")), Date(2018, 1, 24));
    EXPECT_EQ(last_day_known(parse_plan(test::quarterly_count)), std::nullopt);
    EXPECT_EQ(
        last_day_known(parse_plan(test::quarterly_count + "observations = [{ period = \"2017-18 Q1\", value = 1 },"
                                                          " { period = \"2017-18 Q2\", state = \"awaited\" }]")),
        Date(2017, 6, 30));
    EXPECT_EQ(last_day_known(parse_plan(test::milestone + "observations = [{ done = 2017-11-22 },"
                                                          " { period = \"2017-18 Q4\", note = \"filed\" }]")),
              Date(2017, 11, 22));
}

TEST(Plan, check_finds_what_code_got_wrong) {
    Plan plan = read_plan(examples / "made-up-register.toml");
    EXPECT_TRUE(check(plan).empty());
    plan.indicators[0].track.observations[1].value = Decimal(-3);
    plan.indicators[1].theme = "nowhere";
    plan.indicators[2].impact = ImpactJudgement{Impact{9}, false, ""};
    plan.indicators[3].track.target =
        Target{PercentPerAnnum{Percent(Decimal(-1)), 1'000'000'000}, 0, Rounding::half_up, {}};
    std::vector<std::string> codes;
    for (const Problem& problem : check(plan)) codes.push_back(problem.code);
    EXPECT_EQ(codes,
              (std::vector<std::string>{"negative-value", "years-out-of-range", "unknown-reference", "unknown-level"}));
}

}  // namespace
}  // namespace ontrack
