// One massage that has happened, as the family tells of it (or as it was seen some time ago). It
// asks the questions of the form massage_session in an order that is quick to fill: minutes, not
// seconds, and an hour only where somebody knows it.
//
// It has happened: nothing that can be read is refused. Whether there was a complaint is never
// answered beforehand.
#pragma once

#include "client/screens/home_massage/session_records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace screens {

// The family whose page is open, and the mother that is meant.
struct HomeFamily {
    const Ports& ports;
    const care::Family& known;
    const care::Person& mother;
};

class SessionLog {
public:
    // ---- what is on the page
    const Fields& record() const { return record_; }   // as it would be saved
    const Fields& chosen() const { return answers_; }  // without what was typed
    bool asks(const std::string& question) const;      // does it apply now?
    std::string answer(const std::string& question) const { return answers_.text(question); }
    std::vector<std::string> answers(const std::string& question) const {
        return answers_.codes(question);
    }
    struct Remark {
        std::string text;
        forms::Severity severity = forms::Severity::Error;
    };
    // Of a question, or of one of the fields "day", "hour", "minutes".
    std::optional<Remark> remark(const std::string& name) const;
    bool is_begun() const;
    bool may_save() const { return problems_ok_ && is_readable_; }
    bool is_grave() const { return screens::is_grave(record_); }
    bool is_stop_day() const { return is_stop_day_; }
    bool has_birth() const { return !record_.text("birth_event_id").empty(); }
    // Seen by a cadre today: that belongs to a visit, after the safety check.
    bool is_seen_today() const { return is_seen_today_; }

    // ---- what the user did
    std::string& typed(const std::string& field) { return typed_[field]; }
    void choose(const forms::Question& question, const std::string& code);  // again: taken back
    void choose_performer(const Performer& performer);
    void all_movements_pressed(const forms::Form& form);
    void save_missed() { ++tries_; }  // what is missing is marked from now on

    void settle(const HomeFamily& home);  // after every change

    // Every key pressed, for the draft.
    void keep(Fields& draft) const;
    void recover(const Fields& draft);

private:
    void read_when(const HomeFamily& home);
    void read_numbers();
    void add_unreadable(const std::string& field, const char* text);
    const std::string& typed_at(const std::string& field) const;

    std::map<std::string, std::string> typed_;
    Fields answers_;  // chosen
    Fields record_;
    std::vector<forms::Problem> problems_;
    std::vector<std::string> not_asked_;
    std::map<std::string, const char*> unreadable_;
    int tries_ = 0;
    bool problems_ok_ = false, is_readable_ = false, is_stop_day_ = false, is_seen_today_ = false;
};

}  // namespace screens
