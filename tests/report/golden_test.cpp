#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

namespace {

using namespace ontrack;

const std::filesystem::path root = ONTRACK_SOURCE_DIR;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The first line that differs, so that a failure can be read.
std::string first_difference(const std::string& expected, const std::string& actual) {
    std::istringstream in_expected(expected), in_actual(actual);
    std::string left, right;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(in_expected, left));
        const bool more_right = static_cast<bool>(std::getline(in_actual, right));
        if (!more_left && !more_right) return "none";
        if (!more_left) left = "(end)";
        if (!more_right) right = "(end)";
        if (left != right) return "line " + std::to_string(line) + "\n  expected: " + left + "\n  actual:   " + right;
    }
}

struct Case {
    std::string plan, as_at, name;

    friend std::ostream& operator<<(std::ostream& out, const Case& each) { return out << each.name; }
};

class Golden : public ::testing::TestWithParam<Case> {};

TEST_P(Golden, ReportIsAsRecorded) {
    const Case& golden = GetParam();
    const Plan plan = read_plan(root / "examples" / (golden.plan + ".toml"));
    std::optional<Period> as_at;
    if (!golden.as_at.empty()) as_at = parse_period(golden.as_at, plan.year_start);
    const Review result = review(plan, as_at);
    const std::vector<std::pair<std::string, std::string>> reports{{"txt", to_table(result)},
                                                                   {"json", to_json(result)},
                                                                   {"csv", to_csv(result)},
                                                                   {"md", to_markdown(result)},
                                                                   {"html", to_html(result)}};
    for (const auto& [extension, text] : reports) {
        const std::filesystem::path file = root / "tests/golden" / (golden.name + '.' + extension);
        if (std::getenv("ONTRACK_UPDATE_GOLDEN")) std::ofstream(file, std::ios::binary) << text;
        const std::string expected = read_file(file);
        EXPECT_TRUE(expected == text)
            << file << ", " << first_difference(expected, text)
            << "\nRun with ONTRACK_UPDATE_GOLDEN=1 when the change is meant, and read the difference.";
    }
}

INSTANTIATE_TEST_SUITE_P(Plans, Golden,
                         ::testing::Values(Case{"hillingdon-2017-18", "2017-18 Q2", "hillingdon-2017-18-q2"},
                                           Case{"hillingdon-2017-18", "", "hillingdon-2017-18"},
                                           Case{"made-up-register", "", "made-up-register"},
                                           Case{"made-up-interruption", "", "made-up-interruption"},
                                           Case{"waltham-forest-2006-07", "", "waltham-forest-2006-07"},
                                           Case{"waltham-forest-2008-09", "", "waltham-forest-2008-09"},
                                           Case{"hammersmith-fulham-2010-11", "", "hammersmith-fulham-2010-11"},
                                           Case{"haringey-2013-14", "", "haringey-2013-14"}),
                         [](const auto& each) {
                             std::string name = each.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
