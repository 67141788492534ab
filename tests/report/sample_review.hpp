#pragma once

#include <ontrack/review/review.hpp>

// Values are made by hand here, member by member; what is not named is meant to be empty.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace ontrack::test {

inline Period quarter(int index) {
    return Period(Frequency::quarter, 2017, index);
}
inline Period year_of_2017() {
    return Period(Frequency::year, 2017, 0);
}
inline Decimal decimal(const char* text) {
    return Decimal::from_string(text);
}

inline Observation seen(int quarter_index, const char* value) {
    Observation observation{quarter(quarter_index)};
    observation.value = decimal(value);
    return observation;
}

/// A count half way through its year, with every answer given.
inline void add_burglary(Review& review) {
    Indicator indicator;
    indicator.code = "burglary";
    indicator.name = "Residential burglary";
    indicator.objective = "Reduce residential burglary by 1% per annum";
    indicator.theme = "burglary";
    indicator.unit = "offences";
    indicator.track.baseline = Baseline{decimal("1681"), Period(Frequency::year, 2016, 0), {}, "", {}};
    indicator.track.target = Target{PercentPerAnnum{Percent{Decimal(-1)}, 3}, 0, Rounding::half_up, {}};
    indicator.track.observations = {seen(0, "329"), seen(1, "429")};
    indicator.activity = {"Operation Citadel", "Autumn Nights <plan> & \"watch\""};
    indicator.countermeasures = {{"Patrols", "Borough Commander"}};

    TrackAssessment track{.code = "burglary", .name = indicator.name, .projection = {.year = year_of_2017()}};
    const auto point = [](int year, const char* exact, const char* rounded) {
        return TrajectoryPoint{Period(Frequency::year, year, 0), decimal(exact), true, decimal(rounded)};
    };
    track.path = Trajectory{
        PathRule::compound,
        "1681 × (1 − 1%)^k",
        {point(2017, "1664.19", "1664"), point(2018, "1647.5481", "1648"), point(2019, "1631.072619", "1631")}};
    track.target = track.path->points[0];
    track.end = track.path->points[2];
    track.due = Date(2020, 3, 31);
    track.projection.mean = 1561.23456789;
    track.projection.median = 1559;
    track.projection.interval_80 = Interval{1410, 1720};
    track.projection.interval_95 = Interval{1337, 1812};
    track.projection.chance = Probability(0.7812345678);
    track.projection.required = Required{decimal("453"), 2, 2, 2};
    track.projection.year_to_date = Decimal(758);
    track.projection.latest_period = quarter(1);
    track.projection.periods_known = 2;
    track.projection.periods_remaining = 2;
    track.projected.status = Status::met;
    track.year_to_date.status = Status::near;
    track.year_to_date.qualified = "the second quarter is provisional";
    track.profiled = decimal("757.5");
    track.since_last_year.reason = "no value for 2016-17 Q2";
    track.since_last_period.direction = Direction::worsening;
    track.explanation = {"758 of at most 1664.",
                         {{"rule", "compound"}, {"assumed", "equal shares"}, {"assumed", "no trend"}}};

    Placement risk;
    risk.code = "burglary";
    risk.description = "Residential burglary ends the year above 1664";
    risk.indicator = "burglary";
    risk.likelihood = risk.derived = Likelihood{0};
    risk.basis = LikelihoodBasis::chance;
    risk.probability_missed = track.projection.chance->complement();
    risk.basis_text = "Placed by likelihood alone.";
    risk.countermeasures = indicator.countermeasures;
    review.plan.indicators.push_back(std::move(indicator));
    review.indicators.push_back({{std::move(track), {}}, risk});
    review.risks.push_back(risk);
}

/// A percentage whose plan holds next to nothing: most fields are missing without a reason of their own.
inline void add_bare_percentage(Review& review) {
    Indicator indicator;
    indicator.code = "bare";
    indicator.name =
        "=HYPERLINK(\"x\") | <b>Vertrauen</b> \x1b[31min die Polizei – ein recht langer Name, der umbricht";
    indicator.theme = "confidence";
    indicator.measure = SurveyPercentage{};
    indicator.polarity = Polarity::high;
    indicator.year_rule = YearRule::latest;
    TrackAssessment track{.code = "bare", .name = indicator.name, .projection = {.year = year_of_2017()}};
    Placement risk{.code = "bare", .description = indicator.name, .indicator = "bare"};
    review.plan.indicators.push_back(std::move(indicator));
    review.indicators.push_back({{std::move(track), {}}, risk});
    review.risks.push_back(risk);
}

/// Two percentages of small cohorts in one row, the second of them awaited.
inline void add_parts(Review& review) {
    Indicator indicator;
    indicator.code = "parts";
    indicator.name = "Young people";
    indicator.theme = "confidence";
    indicator.measure = CohortProportion{};
    indicator.polarity = Polarity::high;
    indicator.year_rule = YearRule::latest;
    TrackAssessment whole{.code = "parts", .name = indicator.name, .projection = {.year = year_of_2017()}};
    std::vector<TrackAssessment> parts;
    for (const char* code : {"first", "second"}) {
        Component component{code, std::string("Part the ") + code, {}, {}};
        component.track.target = Target{AbsoluteTarget{Decimal(75), std::nullopt}, 0, Rounding::half_up, {}};
        TrackAssessment part{.code = code, .name = component.name, .projection = {.year = year_of_2017()}};
        const TrajectoryPoint point{quarter(3), Decimal(75), true, Decimal(75)};
        part.path = Trajectory{PathRule::constant, "75%", {{quarter(0), Decimal(75), true, Decimal(75)}, point}};
        part.target = point;
        component.track.observations.push_back({quarter(1)});
        Observation& observation = component.track.observations.back();
        if (parts.empty()) {
            observation.value = Decimal(100);
            observation.numerator = observation.denominator = Decimal(13);
            observation.up_to = Date(2017, 9, 24);
            part.projection.median = 100;
            part.projection.interval_95 = Interval{77.190488, 100};
            part.projection.year_to_date = Decimal(100);
            part.projection.latest_period = quarter(1);
            part.projection.periods_remaining = 2;
            part.projected.status = part.year_to_date.status = Status::met;
        } else {
            observation.state = DataState::awaited;
            part.missing = {{"probability_met", "no sample size is given"}};
        }
        indicator.components.push_back(std::move(component));
        parts.push_back(std::move(part));
    }
    Placement risk{.code = "parts", .description = "Young people", .indicator = "parts"};
    review.plan.indicators.push_back(std::move(indicator));
    review.indicators.push_back({{std::move(whole), std::move(parts)}, risk});
    review.risks.push_back(risk);
}

inline void add_milestone(Review& review, const char* code, Status status, std::optional<Date> done) {
    Indicator indicator;
    indicator.code = code;
    indicator.name = std::string("Launch the strategy, ") + code;
    indicator.theme = "confidence";
    indicator.measure = Milestone{};
    indicator.polarity = Polarity::high;
    indicator.track.target = Target{MilestoneBy{Date(2017, 6, 30)}, 0, Rounding::half_up, {}};
    indicator.track.observations.push_back({quarter(1)});
    indicator.track.observations.back().note = "Draft report in progress";
    indicator.track.observations.back().done = done;
    TrackAssessment track{.code = code, .name = indicator.name, .projection = {.year = year_of_2017()}};
    track.due = Date(2017, 6, 30);
    track.projected.status = track.year_to_date.status = status;
    Placement risk{.code = code, .description = indicator.name, .indicator = code};
    if (status == Status::overdue) {
        risk.probability_missed = Probability(1);
        risk.likelihood = risk.derived = Likelihood{2};
        risk.basis = LikelihoodBasis::chance;
    }
    review.plan.indicators.push_back(std::move(indicator));
    review.indicators.push_back({{std::move(track), {}}, risk});
    review.risks.push_back(risk);
}

inline void add_register_risk(Review& review) {
    Placement risk;
    risk.code = "R1";
    risk.description = "The data sharing agreement lapses";
    risk.from_register = true;
    risk.likelihood = Likelihood{1};
    risk.derived = Likelihood{2};
    risk.basis = LikelihoodBasis::judged;
    risk.impact = Impact{2};
    risk.rating = Rating{2};
    risk.provisional = risk.disagrees = true;
    risk.probability_missed = Probability(0.7);
    risk.reason = "talks have begun";
    risk.countermeasures = {{"Sign it", ""}, {"Have a stand-in ready", "Data officer"}};
    review.risks.push_back(risk);
}

inline Review empty_review(const char* name) {
    Review review{.plan = {}, .as_at = quarter(1), .day = Date(2017, 9, 30), .year = year_of_2017()};
    review.plan.name = name;
    return review;
}

/// A made-up review with each kind of row and risk once.
inline Review sample_review() {
    Review review = empty_review("A made-up plan & its <review>");
    review.plan.themes = {{"burglary", "Reduce burglary"}, {"confidence", "Raise confidence"}};
    add_burglary(review);
    add_bare_percentage(review);
    add_parts(review);
    add_milestone(review, "overdue", Status::overdue, std::nullopt);
    add_milestone(review, "done", Status::done, Date(2017, 6, 22));
    add_register_risk(review);
    return review;
}

}  // namespace ontrack::test

#pragma GCC diagnostic pop
