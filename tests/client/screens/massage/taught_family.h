// A family of the desk at a visit of today, about to be taught, as the tests of the massage need
// it.
#pragma once

#include "client/screens/massage/teaching_model.h"
#include "tests/client/desk/desk.h"

#include <optional>
#include <string>

namespace taught {

using namespace screens;
using Part = TeachingPart;

inline constexpr const char* kNow = "2026-03-05T09:00:00+07:00";

struct AtHome {
    desk::Desk desk;
    desk::Village village = desk::settle(desk);
    std::string husband = desk.put("person", R"({"household_id":")" + village.household +
                                                 R"(","full_name":"Agus Prasetyo","sex":"L",)"
                                                 R"("is_mother":"0","is_infant":"0",)"
                                                 R"("birth_date":"1995-01-01"})");
    std::string visit = desk.put(
        "visit", R"({"household_id":")" + village.household + R"(","mother_id":")" +
                     village.mother + R"(","started_at":")" + kNow + R"(","outcome":"DONE"})");

    TeachingStart start() const {
        TeachingStart start;
        start.family = village.household;
        start.mother = village.mother;
        return start;
    }
    TeachingModel open() { return TeachingModel(desk.ports(), start()); }
    TeachingModel reopen() {
        TeachingStart again = start();
        again.draft = desk.drafts().front().id;
        return TeachingModel(desk.ports(), again);
    }
    void check_mother(const std::string& signs, const std::string& at_visit) {
        desk.put("mother_check", R"({"visit_id":")" + at_visit + R"(","mother_id":")" +
                                     village.mother + R"(",)" + signs + "}");
    }
    void check_mother(const std::string& signs) { check_mother(signs, visit); }
    std::string earlier_visit(const std::string& day) {
        return desk.put("visit", R"({"household_id":")" + village.household + R"(","mother_id":")" +
                                     village.mother + R"(","started_at":")" + day +
                                     R"(T09:00:00+07:00","outcome":"DONE"})");
    }
    const Save* saved(const std::string& type) const {
        for (const Save& save : desk.saves) {
            if (save.type == type) return &save;
        }
        return nullptr;
    }
    int count(const std::string& type) const {
        int n = 0;
        for (const Save& save : desk.saves) n += save.type == type ? 1 : 0;
        return n;
    }
};

inline void learner(TeachingModel& model, const AtHome& home) {
    model.choose("teaching.trainee_id", home.husband);
    model.choose("teaching.trainee_relation", "SUAMI");
    model.next();
}

inline void answer(TeachingModel& model, const std::string& line, const std::string& code) {
    model.safety().answered(line, code);
    model.safety_answered();
}

// Every line with "no" but those named.
inline void answer_all(TeachingModel& model, const std::vector<std::string>& yes = {}) {
    for (const std::string& line : std::vector<std::string>(model.safety().lines())) {
        const bool is_yes = std::find(yes.begin(), yes.end(), line) != yes.end();
        answer(model, line, is_yes ? "1" : "0");
    }
}

inline void read_cautions(TeachingModel& model) {
    for (const std::string& caution : model.safety().cautions()) {
        model.safety().caution_pressed(caution);
    }
    model.safety_answered();
}

// To the practice: all clear, she agrees, explained and shown.
inline void to_practice(TeachingModel& model, const AtHome& home) {
    learner(model, home);
    answer_all(model);
    model.next();
    model.choose("teaching.consent_touch", "1");
    model.next();
    model.choose("teaching.methods", "EXPLAIN");
    model.next();
    model.choose("show.done", "1");
    model.choose("teaching.return_demo", "1");
    model.next();
}

inline void score_all(TeachingModel& model, int score) {
    for (const auto& step : model.procedure().steps) model.score_pressed(step.code, score);
}

inline void finish(TeachingModel& model) {
    model.choose("session.adverse", "NONE");
    model.choose("session.stopped_early", "0");
    model.go(Part::Finish);
    model.save_clicked();
}

}  // namespace taught
