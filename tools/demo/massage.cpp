#include "tools/demo/massage.h"

#include "shared/care/massage.h"

namespace demo {

namespace {

constexpr double kScored = 0.55;  // share of teachings with a scored return demonstration

struct Trainee {
    std::string id;
    std::string relation;
};

Trainee choose(Dice& dice, const Family& family) {
    if (family.husband && (!family.grandmother || dice.chance(0.75))) {
        return {family.husband->id, "SUAMI"};
    }
    if (family.grandmother) return {family.grandmother->id, family.grandmother_relation};
    return {};
}

// Says whether it has to be practised again.
bool add_scores(Dice& dice, Notebook& book, const std::string& teaching, bool learns_slowly) {
    std::vector<care::StepScore> scores;
    for (const care::ProcedureStep& step : care::shipped_procedure().steps) {
        Fields fields;
        fields.set("teaching_id", teaching);
        fields.set("step_code", step.code);
        std::string_view score =
            learns_slowly ? dice.weigh({{"4", 0.3}, {"3", 0.4}, {"2", 0.25}, {"1", 0.05}})
                          : dice.weigh({{"4", 0.68}, {"3", 0.32}});
        if (!step.is_critical && dice.chance(0.08)) score = "9";
        fields.set("score", score);
        if (step.target_seconds > 0) {
            fields.set_integer("seconds_observed",
                               dice.normal_between(step.target_seconds, 12, 5, 150));
        }
        book.add("massage_teaching_step", fields);
        scores.push_back({step.code, score[0] - '0'});
    }
    return care::assess(care::Safety::Go, true, scores).competence == care::Competence::Repeat;
}

void answer_effect(Dice& dice, Fields& fields) {
    fields.set(
        "feed_relation",
        dice.weigh({{"BEFORE_BF", 0.75}, {"BEFORE_PUMP", 0.05}, {"AFTER", 0.12}, {"NONE", 0.08}}));
    if (fields.text("feed_relation").starts_with("BEFORE")) {
        fields.set_integer("min_to_feed", dice.between(2, 30));
    }
    fields.set("letdown_signs", dice.weigh({{"RELAX", 0.4},
                                            {"DRIP_OTHER RELAX", 0.2},
                                            {"TINGLE", 0.15},
                                            {"SWALLOW RELAX", 0.15},
                                            {"NONE", 0.1}}));
    const int before = dice.normal_between(5, 1.5, 1, 9);
    fields.set_integer("relax_before", before);
    fields.set_integer("relax_after", std::min(10, before + dice.between(0, 4)));
    fields.set_integer("comfort", dice.normal_between(8, 1, 3, 10));
    fields.set("adverse", dice.chance(0.985) ? "NONE" : "PAIN");
    if (fields.text("adverse") == "PAIN") fields.set("adverse_severity", "1");
    fields.set("stopped_early", "0");
}

}  // namespace

Taught teach(Dice& dice, Notebook& book, const Family& family, const Taught& before,
             const VisitHere& visit) {
    const Trainee trainee =
        before.is_taught() ? Trainee{before.trainee, before.relation} : choose(dice, family);
    if (trainee.id.empty()) return {};
    const bool agrees = before.is_taught() || dice.chance(0.96);
    Fields fields;
    fields.set("visit_id", visit.id);
    fields.set("mother_id", family.mother.id);
    fields.set("trainee_id", trainee.id);
    fields.set("trainee_relation", trainee.relation);
    fields.set("started_at", moment({visit.started.unix_ms + 20 * 60'000LL}));
    fields.set("ended_at", moment({visit.started.unix_ms + dice.between(35, 55) * 60'000LL}));
    fields.set("safety_result", agrees ? "GO" : "STOP");
    fields.set("consent_touch", agrees ? "1" : "0");
    if (!agrees) {
        fields.set("safety_reasons", "XC02");
        book.add("massage_teaching", fields);
        return {};
    }
    const bool is_scored = before.is_taught() || dice.chance(kScored);
    if (dice.chance(0.12)) fields.set("cautions", "XC11");
    fields.set("methods", is_scored ? "EXPLAIN DEMO RETURN_DEMO LEAFLET" : "EXPLAIN DEMO");
    fields.set("return_demo", is_scored ? "1" : "0");
    fields.set("leaflet_left", dice.chance(0.7) ? "1" : "0");
    const std::string teaching = book.add("massage_teaching", fields);
    const bool learns_slowly = !before.is_taught() && dice.chance(0.2);
    const bool must_repeat = is_scored && add_scores(dice, book, teaching, learns_slowly);
    return {teaching, trainee.id, trainee.relation, must_repeat};
}

void add_sessions(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                  const Taught& taught, Date after, const VisitHere& visit) {
    const int days = base::days_between(after, visit.day());
    if (days < 1) return;
    const int count = std::min(days, dice.between(0, 5));
    for (int i = 0; i < count; ++i) {
        Fields fields;
        fields.set("mother_id", family.mother.id);
        fields.set("birth_event_id", birth.id);
        const Date day = base::add_days(after, 1 + (days - 1) * i / count);
        // Today's, if any, was before the cadre came.
        const int minute = day == visit.day() ? 6 * 60 : 18 * 60 + dice.between(0, 150);
        fields.set("performed_at", moment(instant_at(day, minute)));
        fields.set("time_known", "0");
        fields.set("source", dice.weigh({{"MOTHER", 0.8}, {"DIARY", 0.12}, {"PERF", 0.08}}));
        fields.set("visit_id", visit.id);
        fields.set("performer_relation", taught.relation);
        fields.set("performer_id", taught.trainee);
        fields.set("taught_by_teaching_id", taught.teaching);
        fields.set_integer("duration_s", dice.normal_between(9, 3, 3, 20) * 30);
        fields.set("steps_done", dice.chance(0.7) ? "M01 M02 M03 M04 M05 M06" : "M01 M03 M06");
        fields.set("oil_type",
                   dice.weigh({{"BABY", 0.5}, {"VCO", 0.2}, {"NONE", 0.2}, {"TELON", 0.1}}));
        answer_effect(dice, fields);
        book.add("massage_session", fields);
    }
}

}  // namespace demo
