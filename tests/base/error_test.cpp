#include <ontrack/base/error.hpp>

#include <gtest/gtest.h>

namespace {

using ontrack::Place;
using ontrack::PlanError;
using ontrack::Problem;

TEST(Problem, PrintsEveryPart) {
    const Problem problem{
        "negative-count", "a count is negative", {"plan.toml", 12, 3, "indicator[3].value"}, "Give 0 or more."};
    EXPECT_EQ(problem.to_string(),
              "plan.toml:12:3: a count is negative (indicator[3].value) [negative-count]. Give 0 or more.");
}

TEST(Problem, LeavesOutWhatIsNotKnown) {
    EXPECT_EQ((Problem{"c", "wrong", {}, ""}).to_string(), "wrong [c]");
    EXPECT_EQ((Problem{"c", "wrong.", {}, "Mend it."}).to_string(), "wrong [c]. Mend it.");
    EXPECT_EQ((Problem{"", "wrong", {"f", 0, 0, ""}, ""}).to_string(), "f: wrong");
    EXPECT_EQ((Problem{"c", "wrong", {"f", 4, 0, ""}, ""}).to_string(), "f:4: wrong [c]");
    EXPECT_EQ((Problem{"c", "wrong", {"f", 0, 7, ""}, ""}).to_string(), "f: wrong [c]");
    EXPECT_EQ((Problem{"c", "wrong", {"", 4, 7, "key"}, ""}).to_string(), "4:7: wrong (key) [c]");
}

TEST(Error, TellsOfTheFirstProblemAndPrintsAll) {
    const PlanError error({Problem{"one", "first", {"f", 1, 1, "a"}, "Do this."}, Problem{"two", "second", {}, ""}});
    EXPECT_STREQ(error.what(), "f:1:1: first (a) [one]. Do this.\nsecond [two]");
    EXPECT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.code(), "one");
    EXPECT_EQ(error.message(), "first");
    EXPECT_EQ(error.where(), (Place{"f", 1, 1, "a"}));
    EXPECT_EQ(error.remedy(), "Do this.");
}

TEST(Error, EveryKindIsAnError) {
    EXPECT_THROW(throw PlanError(Problem{"c", "m", {}, ""}), ontrack::Error);
    EXPECT_THROW(throw ontrack::DataError(Problem{"c", "m", {}, ""}), ontrack::Error);
    EXPECT_THROW(throw ontrack::CalendarError(Problem{"c", "m", {}, ""}), std::runtime_error);
}

}  // namespace
