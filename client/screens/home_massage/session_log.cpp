#include "client/screens/home_massage/session_log.h"

#include "client/screens/record/typed_answers.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace screens {

using words::later;
using words::tr;

namespace {

constexpr const char* kTypedPrefix = "typed.";
constexpr std::array<const char*, 3> kNumbers = {"min_to_feed", "letdown_min", "expressed_ml"};

// Where a problem of the record is shown on this page.
std::string place_of(const std::string& field) {
    if (field == "performed_at") return "day";
    return field == "duration_s" ? "minutes" : field;
}

void toggle(Fields& answers, const forms::Question& question, const std::string& code) {
    const std::string chosen = toggled(answers.text(question.name), question, code);
    if (chosen.empty()) return answers.erase(question.name);
    answers.set(question.name, chosen);
}

}  // namespace

bool SessionLog::asks(const std::string& question) const {
    return std::find(not_asked_.begin(), not_asked_.end(), question) == not_asked_.end();
}

const std::string& SessionLog::typed_at(const std::string& field) const {
    static const std::string kNothing;
    const auto found = typed_.find(field);
    return found == typed_.end() ? kNothing : found->second;
}

bool SessionLog::is_begun() const {
    return !answers_.empty() || std::any_of(typed_.begin(), typed_.end(),
                                            [](const auto& each) { return !each.second.empty(); });
}

std::optional<SessionLog::Remark> SessionLog::remark(const std::string& name) const {
    const auto found = unreadable_.find(name);
    if (found != unreadable_.end()) return Remark{tr(found->second), forms::Severity::Error};
    for (const forms::Problem& problem : problems_) {
        if (place_of(problem.field) != name) continue;
        if (problem.code == "required" && tries_ == 0) continue;
        return Remark{problem.message, problem.severity};
    }
    return std::nullopt;
}

void SessionLog::choose(const forms::Question& question, const std::string& code) {
    if (question.type == forms::QuestionType::SelectMultiple) {
        return toggle(answers_, question, code);
    }
    const bool is_again = answers_.text(question.name) == code;
    if (question.name == "performer_relation") {
        answers_.erase("performer_id");
        answers_.erase("taught_by_teaching_id");
    }
    is_again ? answers_.erase(question.name) : answers_.set(question.name, code);
}

void SessionLog::choose_performer(const Performer& performer) {
    const bool is_again = answers_.text("performer_id") == performer.person;
    for (const char* field : {"performer_id", "performer_relation", "taught_by_teaching_id"}) {
        answers_.erase(field);
    }
    if (is_again) return;
    answers_.set("performer_id", performer.person);
    answers_.set("performer_relation", performer.relation);
    answers_.set("taught_by_teaching_id", performer.teaching);
}

void SessionLog::all_movements_pressed(const forms::Form& form) {
    const forms::Question* question = form.find("steps_done");
    if (question == nullptr) return;
    std::vector<std::string> codes;
    for (const forms::Choice& choice : form.choices_of(*question)) codes.push_back(choice.code);
    answers_.set("steps_done", base::joined(codes, " "));
}

void SessionLog::add_unreadable(const std::string& field, const char* text) {
    unreadable_[field] = text;
}

void SessionLog::read_when(const HomeFamily& home) {
    const Date today = home.ports.today();
    const std::string day_text = base::trimmed(typed_at("day"));
    const std::string hour_text = base::trimmed(typed_at("hour"));
    const auto day = words::parse_typed_date(day_text, today);
    const auto hour = words::parse_typed_time(hour_text);
    if (!day && !day_text.empty()) {
        add_unreadable("day", later("This is no date. Write 5-3-2026."));
    }
    if (!hour && !hour_text.empty()) {
        add_unreadable("hour", later("Write the hour like 18:30, or leave it empty."));
    }
    is_stop_day_ = day && has_stop_sign(home.known, home.mother, *day);
    is_seen_today_ = day == today && answers_.text("source") == "OBS";
    const std::string birth = birth_at(home.known, home.mother, day.value_or(today));
    if (!birth.empty()) record_.set("birth_event_id", birth);
    if (!day) return;
    record_.set("performed_at", performed_at(*day, hour.value_or(""), home.ports.zone()));
    record_.set("time_known", hour ? "1" : "0");
    const std::string visit = visit_on(home.known, *day);
    const bool is_chosen = !answers_.text("visit_id").empty();
    if (answers_.text("source") == "OBS" && !is_chosen && !visit.empty()) {
        record_.set("visit_id", visit);
    }
}

void SessionLog::read_numbers() {
    const std::string minutes = typed_at("minutes");
    const auto seconds = read_minutes(minutes);
    if (seconds) record_.set_integer("duration_s", *seconds);
    if (!seconds && !base::trimmed(minutes).empty()) {
        add_unreadable("minutes", later("Write how many minutes: 5, or 4,5."));
    }
    for (const char* field : kNumbers) {
        const std::string text = base::trimmed(typed_at(field));
        const auto number = base::json::integer_of(text);
        if (number) record_.set_integer(field, *number);
        if (!number && !text.empty()) add_unreadable(field, later("Write a whole number."));
    }
}

void SessionLog::settle(const HomeFamily& home) {
    const forms::Form* form = home.ports.records.forms().find(kSession);
    if (form == nullptr) return;
    unreadable_.clear();
    record_ = answers_;
    for (const char* scale : {"relax_before", "relax_after", "comfort"}) {
        const auto number = base::json::integer_of(answers_.text(scale));
        if (number) record_.set_integer(scale, *number);
    }
    record_.set("mother_id", home.mother.id().text());
    read_when(home);
    read_numbers();
    const forms::Context context = context_of(home.ports);
    problems_ = forms::check(*form, record_, context);
    problems_ok_ = !forms::blocks(problems_);
    not_asked_.clear();
    const forms::Relevance relevance = forms::relevance(*form, record_, context);
    for (const forms::Question& question : form->questions) {
        if (!relevance.is_relevant(question.name)) not_asked_.push_back(question.name);
    }
    std::erase_if(unreadable_, [&](const auto& each) { return !asks(each.first); });
    is_readable_ = unreadable_.empty();
}

void SessionLog::keep(Fields& draft) const {
    for (const auto& [field, text] : typed_) {
        if (!text.empty()) draft.set(kTypedPrefix + field, text);
    }
    draft.apply(answers_);
}

void SessionLog::recover(const Fields& draft) {
    const std::string prefix = kTypedPrefix;
    for (const Fields::Entry& entry : draft.entries()) {
        const bool is_typed = entry.first.starts_with(prefix);
        if (is_typed) typed_[entry.first.substr(prefix.size())] = draft.text(entry.first);
        const bool is_answer = entry.first.find('.') == std::string::npos;
        if (is_answer) answers_.set_token(entry.first, entry.second);
    }
}

}  // namespace screens
