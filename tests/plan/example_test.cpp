#include <gtest/gtest.h>

#include <map>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/plan/trajectory.hpp>

namespace ontrack {
namespace {

const std::filesystem::path examples = std::filesystem::path(ONTRACK_SOURCE_DIR) / "examples";

TEST(Examples, are_plans_without_a_mistake) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(examples)) {
        EXPECT_EQ(entry.path().extension(), ".toml");
        for (const Problem& problem : check_plan(entry.path())) ADD_FAILURE() << problem.to_string();
        ++count;
    }
    EXPECT_GE(count, 2U);
}

class Hillingdon : public testing::Test {
protected:
    const Plan plan = read_plan(examples / "hillingdon-2017-18.toml");

    const Indicator& at(const std::string& code) const {
        for (const Indicator& indicator : plan.indicators) {
            if (indicator.code == code) return indicator;
        }
        throw std::out_of_range(code);
    }
    std::string target_of(const Indicator& indicator, const Track& track) const {
        return trajectory(indicator, track, *plan.year).value().at_end_of(*plan.year).value().rounded.to_string();
    }
};

TEST_F(Hillingdon, holds_every_row) {
    EXPECT_EQ(plan.indicators.size(), 17U);
    EXPECT_EQ(plan.themes.size(), 4U);
    EXPECT_EQ(plan.year.value().label(), "2017-18");
    const auto milestones = std::count_if(plan.indicators.begin(), plan.indicators.end(), [](const Indicator& row) {
        return std::holds_alternative<Milestone>(row.measure);
    });
    EXPECT_EQ(milestones, 2);
    for (const Indicator& indicator : plan.indicators) {
        EXPECT_FALSE(indicator.objective.empty()) << indicator.code;
        EXPECT_FALSE(indicator.theme.empty()) << indicator.code;
        EXPECT_FALSE(indicator.impact.has_value()) << indicator.code;
        EXPECT_FALSE(indicator.likelihood.has_value()) << indicator.code;
    }
}

TEST_F(Hillingdon, has_the_targets_of_the_document) {
    const std::map<std::string, std::string> expected{{"residential-burglary", "1664"},
                                                      {"non-residential-burglary", "724"},
                                                      {"violence-with-injury", "2337"},
                                                      {"robbery", "444"},
                                                      {"knife-crime-with-injury", "99"},
                                                      {"police-asb", "8821"},
                                                      {"lbh-asb", "7568"},
                                                      {"cr-marac", "75"},
                                                      {"public-confidence", "60"},
                                                      {"drug-intervention-programme", "15"},
                                                      {"repeat-victims", "1286"},
                                                      {"marac-rate", "25"},
                                                      {"marac-repeats", "19"}};
    for (const auto& [code, target] : expected) EXPECT_EQ(target_of(at(code), at(code).track), target) << code;
    const Indicator& young = at("young-people");
    ASSERT_EQ(young.components.size(), 2U);
    EXPECT_EQ(target_of(young, young.components[0].track), "31");
    EXPECT_EQ(target_of(young, young.components[1].track), "127");
    EXPECT_EQ(young.components[0].track.baseline.value().period.value().label(), "2015-16");
}

TEST_F(Hillingdon, awaits_what_is_not_yet_available) {
    std::size_t awaited = 0;
    for (const Indicator& indicator : plan.indicators) {
        for (const Observation& seen : indicator.track.observations) {
            if (seen.state != DataState::awaited) continue;
            EXPECT_EQ(seen.period.label(), "2017-18 Q3");
            EXPECT_FALSE(seen.value.has_value());
            ++awaited;
        }
    }
    EXPECT_EQ(awaited, 10U);
    EXPECT_EQ(at("repeat-victims").track.observations.back().value, Decimal(373));
}

TEST_F(Hillingdon, keeps_the_hate_crime_percentages_before_the_programme) {
    const Indicator& row = at("hate-crime-programme");
    ASSERT_EQ(row.components.size(), 2U);
    ASSERT_TRUE(row.track.baseline.has_value());
    EXPECT_FALSE(row.track.baseline->value.has_value());
    EXPECT_EQ(row.track.baseline->figures.size(), 4U);
    EXPECT_TRUE(row.track.observations.empty());
    for (const Component& component : row.components) {
        EXPECT_TRUE(component.track.observations.empty());
        EXPECT_EQ(target_of(row, component.track), "60");
    }
}

TEST_F(Hillingdon, reads_part_years_and_milestones) {
    const Observation& marac = at("cr-marac").track.observations.front();
    EXPECT_EQ(marac.value, Decimal(100));
    EXPECT_EQ(marac.numerator, Decimal(13));
    EXPECT_EQ(marac.up_to, Date(2018, 1, 24));
    const Observation& clients = at("drug-intervention-programme").track.observations.front();
    EXPECT_EQ(clients.value, Decimal(96));
    EXPECT_EQ(clients.period.label(), "2017-18");
    EXPECT_EQ(clients.up_to, Date(2017, 12, 31));
    const Track& ribbon = at("white-ribbon-day").track;
    EXPECT_EQ(ribbon.observations.front().done, Date(2017, 11, 22));
    EXPECT_EQ(ribbon.baseline.value().note, "Held in 2016/17");
    EXPECT_EQ(at("domestic-abuse-strategy").track.observations.size(), 2U);
}

}  // namespace
}  // namespace ontrack
