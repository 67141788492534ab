#include <ontrack/plan/read_plan.hpp>

#include <fstream>
#include <iterator>
#include <system_error>

#include "plan/checking.hpp"
#include "plan/reading.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::Findings;
using detail::Node;
using detail::Problems;
using detail::Reading;
using detail::TableReader;
using detail::Words;

constexpr Words<Compared, 2> compared_words{{{"rounded", Compared::rounded}, {"unrounded", Compared::unrounded}}};
constexpr Words<RollUpRule, 3> roll_up_words{{{"worst", RollUpRule::worst},
                                              {"share_on_target", RollUpRule::share_on_target},
                                              {"weighted", RollUpRule::weighted}}};
constexpr Words<Centre, 2> centre_words{{{"median", Centre::median}, {"mean", Centre::mean}}};

StatusRule read_status_rule(TableReader& table) {
    StatusRule rule;
    if (const auto tolerance = table.number("tolerance_percent")) rule.tolerance = Percent(*tolerance);
    if (rule.tolerance.value.sign() < 0) {
        table.complain("negative-tolerance", "a tolerance is not negative", "tolerance_percent",
                       "Write how far beyond the target still counts as nearly met: 5.");
    }
    if (const auto compared = table.word("target", compared_words)) rule.target = *compared;
    return rule;
}

void read_status(const Node& node, Problems& problems, Plan& plan) {
    TableReader status(node, detail::status_format, problems);
    if (const Node* rule = status.find("projection")) {
        TableReader table(*rule, detail::projection_rule_format, problems);
        plan.projection_rule = read_status_rule(table);
        if (const auto centre = table.word("centre", centre_words)) plan.projection_rule.centre = *centre;
    }
    if (const Node* rule = status.find("year_to_date")) {
        TableReader table(*rule, detail::year_to_date_rule_format, problems);
        plan.year_to_date_rule = read_status_rule(table);
    }
}

/// The `[plan]` table. Leaves `reading.year_start` empty when it cannot be read.
void read_heading(const Node& node, Problems& problems, Plan& plan, Reading& reading) {
    TableReader table(node, detail::plan_format, problems);
    plan.name = table.text("name").value_or("");
    plan.partnership = table.text("partnership").value_or("");
    plan.source = table.text("source").value_or("");
    if (table.find("year_start") != nullptr) {
        reading.year_start.reset();
        if (const auto month = table.text("year_start")) {
            try {
                reading.year_start = plan.year_start = YearStart::parse(*month);
            } catch (const CalendarError& error) {
                table.complain(error.code(), error.message(), "year_start", error.remedy());
            }
        }
    }
    if (const auto covered = table.text("period_covered")) {
        try {
            plan.period_covered = DateRange::parse(*covered);
        } catch (const CalendarError& error) {
            table.complain(error.code(), error.message(), "period_covered", error.remedy());
        }
    }
    const auto year = table.text("year");
    if (!year || !reading.year_start) return;
    try {
        plan.year = parse_period(*year, Frequency::year, *reading.year_start);
    } catch (const CalendarError& error) {
        table.complain(error.code(), error.message(), "year", error.remedy());
    }
}

Theme read_theme(const Node& node, Problems& problems) {
    TableReader table(node, detail::theme_format, problems);
    Theme theme{table.text("code").value_or(""), table.text("name").value_or("")};
    theme.where = table.place();
    if (const auto rule = table.word("roll_up", roll_up_words)) theme.roll_up = *rule;
    if (table.find("all_met_but") != nullptr) theme.all_met_but = table.texts("all_met_but");
    return theme;
}

/// Gives each finding of a check the line and column of the value that its key path names.
void locate(std::vector<Problem> findings, const Node& document, Problems& problems) {
    for (Problem& finding : findings) {
        if (const Node* node = detail::find(document, finding.where.key)) {
            finding.where.line = node->line;
            finding.where.column = node->column;
        }
        problems.add(std::move(finding));
    }
}

Plan read_document(const Node& document, Problems& problems) {
    Plan plan;
    Reading reading{problems, YearStart(), RiskScales::standard()};
    TableReader root(document, detail::root_format, problems);
    if (const auto format = root.whole("format"); format && *format != 1) {
        root.complain("unknown-format", "this version of ontrack reads format 1", "format",
                      "Write `format = 1`, or use a newer version.");
    }
    if (const Node* heading = root.find("plan")) read_heading(*heading, problems, plan, reading);
    if (const Node* status = root.find("status")) read_status(*status, problems, plan);
    if (const Node* scales = root.find("risk")) reading.scales = detail::read_scales(*scales, problems);
    if (reading.scales) plan.scales = *reading.scales;
    for (const Node& node : root.list("theme")) plan.themes.push_back(read_theme(node, problems));
    Findings findings;
    for (const Node& node : root.list("indicator")) {
        auto [indicator, whole] = detail::read_indicator(node, reading);
        if (whole && reading.year_start) detail::check_indicator(indicator, findings);
        plan.indicators.push_back(std::move(indicator));
    }
    if (const Node* node = root.find("indicator"); node != nullptr && root.complete() && plan.indicators.empty()) {
        root.complain("no-indicators", "the plan has no indicators", "indicator", "Add one: [[indicator]].");
    }
    for (const Node& node : root.list("risk_register")) plan.risks.push_back(detail::read_risk(node, reading));
    detail::read_board_report(root, reading, plan);
    for (const Node& node : root.list("interruption")) {
        if (auto event = detail::read_interruption(node, reading)) plan.interruptions.push_back(std::move(*event));
    }
    detail::check_whole(plan, findings);
    locate(std::move(findings).take(), document, problems);
    return plan;
}

struct ReadFile {
    Plan plan;
    std::vector<Problem> problems;
};

ReadFile read_text(std::string_view toml, std::string name) try {
    const Node document = detail::parse_document(toml, name);
    Problems problems(std::move(name));
    Plan plan = read_document(document, problems);
    auto found = std::move(problems).sorted();
    return {found.empty() ? with_sums(plan) : std::move(plan), std::move(found)};
} catch (const PlanError& error) {
    return {{}, error.problems()};
}

ReadFile unreadable(const std::string& name, std::string code, std::string message, std::string remedy) {
    return {{}, {Problem{std::move(code), std::move(message), Place{name, 0, 0, ""}, std::move(remedy)}}};
}

ReadFile read_file(const std::filesystem::path& path) {
    const std::string name = path.string();
    std::error_code fault;
    const auto status = std::filesystem::status(path, fault);
    if (!std::filesystem::exists(status)) {
        return unreadable(name, "no-such-file", "there is no such file", "Check the path.");
    }
    if (std::filesystem::is_directory(status)) {
        return unreadable(name, "is-a-folder", "this is a folder, not a plan file", "Name the file in it.");
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(max_plan_bytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.is_open() || file.bad()) {
        return unreadable(name, "cannot-read", "the file cannot be read", "Check its permissions.");
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    return read_text(text, name);
}

Plan plan_of(ReadFile read) {
    if (!read.problems.empty()) throw PlanError(std::move(read.problems));
    return std::move(read.plan);
}

}  // namespace

Plan read_plan(const std::filesystem::path& path) {
    return plan_of(read_file(path));
}

Plan parse_plan(std::string_view toml, std::string name) {
    return plan_of(read_text(toml, std::move(name)));
}

std::vector<Problem> check_plan(const std::filesystem::path& path) {
    return read_file(path).problems;
}

}  // namespace v0
}  // namespace ontrack
