#include <ontrack/stats/outturn.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using namespace ontrack::stats;

constexpr int first_year = 2010;
constexpr std::size_t years = 15;
constexpr std::size_t months = years * 12;
using Months = std::array<double, months>;

/// One line of the file; the standard library does not unpack, gzip does.
std::map<std::string, Months> read_boroughs(const std::string& path) {
    std::map<std::string, Months> series;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(::popen(("gzip -dc '" + path + "'").c_str(), "r"),
                                                               &::pclose);
    std::array<char, 512> line{};
    while (file && std::fgets(line.data(), line.size(), file.get()) != nullptr) {
        std::istringstream fields(line.data());
        std::string area, major, minor, month, count;
        std::getline(fields, area, ',');
        std::getline(fields, major, ',');
        std::getline(fields, minor, ',');
        std::getline(fields, month, ',');
        std::getline(fields, count);
        if (month.size() != 7 || area == "Unknown" || area.starts_with("London ")) continue;
        if ((major + minor).find("FRAUD") != std::string::npos || major.find("NFIB") != std::string::npos) continue;
        const int at = (std::stoi(month.substr(0, 4)) - first_year) * 12 + std::stoi(month.substr(5)) - 4;
        if (at < 0 || at >= static_cast<int>(months)) continue;
        series[area + "/" + (major == "BURGLARY" ? major : minor)][static_cast<std::size_t>(at)] += std::stod(count);
    }
    return series;
}

struct Coverage {
    double inside_80 = 0.0;
    double inside_95 = 0.0;
    std::size_t scored = 0;
};

/// Coverage by randomised PIT over every borough and offence, April years with at least 24 months before, pandemic left out.
Coverage coverage_of(const std::map<std::string, Months>& series, std::size_t known, bool with_history) {
    std::vector<double> values, totals;
    std::vector<std::int64_t> offsets{0};
    for (std::size_t year = 2; year < years; ++year) {
        if (year == 10 || year == 11) continue;
        for (const auto& [name, counts] : series) {
            const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(with_history ? 0 : year * 12);
            const auto first = counts.begin() + static_cast<std::ptrdiff_t>(year * 12);
            values.insert(values.end(), begin, first + static_cast<std::ptrdiff_t>(known));
            offsets.push_back(static_cast<std::int64_t>(values.size()));
            double total = 0.0;
            for (auto month = first; month != first + 12; ++month) total += *month;
            totals.push_back(total);
        }
    }
    std::vector<double> below(totals), at(totals.size()), before(totals.size());
    for (double& total : below) total -= 1.0;
    const Panel panel{values, offsets};
    const OutturnOptions options{.periods_known = static_cast<int>(known)};
    OutturnColumns columns;
    columns.probability_at_most = at;
    project_outturn_into(panel, totals, options, columns);
    columns.probability_at_most = before;
    project_outturn_into(panel, below, options, columns);

    std::mt19937_64 random(2017);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    Coverage coverage;
    for (std::size_t i = 0; i < totals.size(); ++i) {
        const double u = before[i] + unit(random) * (at[i] - before[i]);
        coverage.inside_80 += u > 0.1 && u < 0.9;
        coverage.inside_95 += u > 0.025 && u < 0.975;
        ++coverage.scored;
    }
    coverage.inside_80 /= static_cast<double>(coverage.scored);
    coverage.inside_95 /= static_cast<double>(coverage.scored);
    return coverage;
}

TEST(LondonCoverage, IntervalsCoverWhatTheyClaim) {
    const char* folder = std::getenv("ONTRACK_REFERENCE_DATA");
    if (folder == nullptr) GTEST_SKIP() << "ONTRACK_REFERENCE_DATA is not set";
    const std::string path = std::string(folder) + "/data/london_crime_borough_monthly/borough_2010_2025.csv.gz";
    if (!std::ifstream(path)) GTEST_SKIP() << path << " is not there";
    const auto series = read_boroughs(path);
    ASSERT_GT(series.size(), 400U);
    for (const bool with_history : {false, true})
        for (const std::size_t known : {3U, 6U, 9U}) {
            const Coverage coverage = coverage_of(series, known, with_history);
            EXPECT_NEAR(coverage.inside_80, 0.80, 0.05) << known << " months known, history " << with_history;
            EXPECT_NEAR(coverage.inside_95, 0.95, 0.02) << known << " months known, history " << with_history;
        }
}

}  // namespace
