#include <algorithm>

#include "report/html_parts.hpp"
#include "report/text.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

class Risks {
public:
    Risks(Markup& out, const Review& review)
        : out_(out), review_(review), scales_(review.plan.scales), ranked_(ranked_risks(review)) {}

    void write(int level) {
        if (ranked_.empty()) return;
        out_.open("section").element(heading(level), "Risks");
        out_.element(heading(level + 1), "Risk matrix");
        matrix();
        for (const RiskGroup& group : risk_groups(review_)) {
            out_.element(heading(level + 1), group.title);
            table(group);
        }
        out_.close();
    }

private:
    bool any(bool (*test)(const Placement&)) const {
        return std::any_of(ranked_.begin(), ranked_.end(), [&](const Placement* each) { return test(*each); });
    }

    void matrix() {
        const bool unjudged = any([](const Placement& each) { return !each.impact; });
        const bool unknown = any([](const Placement& each) { return !each.likelihood; });
        std::vector<std::string> headings{"Likelihood"};
        for (const std::string& impact : scales_.impact) headings.push_back("Impact: " + clean(impact));
        if (unjudged) headings.emplace_back("Impact not judged");
        open_table(out_, unjudged ? "matrix unjudged" : "matrix",
                   "Likelihood by impact; each cell names its rating and the risks in it", headings);
        out_.open("tbody", {{"role", "rowgroup"}});
        for (std::size_t i = scales_.likelihood.size(); i-- > 0;)
            matrix_row(Likelihood{i}, clean(scales_.likelihood[i].name), unjudged);
        if (unknown) matrix_row(std::nullopt, "Not available", unjudged);
        out_.close().close();
    }

    void matrix_row(std::optional<Likelihood> likelihood, std::string_view name, bool unjudged) {
        out_.open("tr", {{"role", "row"}}).element("th", name, {{"scope", "row"}, {"role", "rowheader"}});
        for (std::size_t k = 0; k < scales_.impact.size(); ++k) {
            const std::string label = "Impact: " + clean(scales_.impact[k]);
            std::optional<Rating> rating;
            if (likelihood) rating = scales_.matrix[likelihood->level][k];
            open_cell(out_, label, rating ? tint(*rating) : "quiet");
            out_.element("b", rating ? clean(scales_.rating[rating->level]) : "not rated");
            list(likelihood, Impact{k});
            out_.close();
        }
        if (unjudged) {
            open_cell(out_, "Impact not judged");
            out_.element("small", "not rated");
            list(likelihood, std::nullopt);
            out_.close();
        }
        out_.close();
    }

    std::string tint(const Rating& rating) const {
        const std::size_t highest = std::max<std::size_t>(1, scales_.rating.size() - 1);
        return "rating-" + std::to_string((8 * rating.level + highest) / (2 * highest));
    }

    std::string short_name(const Placement& risk) const {
        for (const Indicator& indicator : review_.plan.indicators)
            if (!risk.from_register && indicator.code == risk.indicator) return clean(indicator.name);
        return clean(risk.description);
    }

    void list(std::optional<Likelihood> likelihood, std::optional<Impact> impact) {
        bool any_listed = false;
        for (const Placement* risk : ranked_) {
            if (risk->likelihood != likelihood || risk->impact != impact) continue;
            if (!std::exchange(any_listed, true)) out_.open("ul");
            out_.open("li").text(short_name(*risk));
            if (risk->provisional) out_.element("small", " provisional");
            out_.close();
        }
        if (any_listed) out_.close();
    }

    void table(const RiskGroup& group) {
        open_table(out_, "risks", "Each risk: how likely it is, what it would mean, and what is done about it",
                   {"Description", std::string(group.likelihood), "Impact", "Rating", "Countermeasures"});
        out_.open("tbody", {{"role", "rowgroup"}});
        for (const Placement* risk : group.risks) table_row(*risk);
        out_.close().close();
    }

    void table_row(const Placement& risk) {
        out_.open("tr", {{"role", "row"}});
        out_.open("th", {{"scope", "row"}, {"role", "rowheader"}}).text(risk.description);
        if (risk.from_register)
            out_.element("small", risk.board.empty() ? "from the register" : "from the register: " + clean(risk.board));
        out_.close();
        open_cell(out_, "Likelihood");
        out_.open("span").element("b", likelihood_text(review_, risk)).text(missed_text(review_, risk)).close();
        if (const std::string marks = basis_marks(review_, risk); !marks.empty()) out_.element("small", marks);
        if (!risk.reason.empty()) out_.element("small", risk.reason);
        out_.close();
        open_cell(out_, "Impact");
        out_.text(impact_text(review_, risk)).close();
        open_cell(out_, "Rating", risk.rating ? tint(*risk.rating) : "");
        out_.element("b", rating_text(review_, risk)).close();
        open_cell(out_, "Countermeasures");
        if (risk.countermeasures.empty())
            out_.text("none named");
        else
            out_.open("ul");
        for (const Countermeasure& each : risk.countermeasures) out_.element("li", countermeasure_text(each));
        if (!risk.countermeasures.empty()) out_.close();
        if (!risk.basis_text.empty())
            out_.open("details")
                .open("summary")
                .text("How it was placed")
                .element("span", ": " + short_name(risk), {{"class", "hidden"}})
                .close()
                .element("p", risk.basis_text)
                .close();
        out_.close().close();
    }

    Markup& out_;
    const Review& review_;
    const RiskScales& scales_;
    std::vector<const Placement*> ranked_;
};

}  // namespace

void write_risks(Markup& out, const Review& review, int level) {
    Risks(out, review).write(level);
}

}  // namespace ontrack::inline v0::detail::report
