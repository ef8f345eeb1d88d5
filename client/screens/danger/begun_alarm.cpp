#include "client/screens/danger/alarms.h"
#include "client/screens/massage/teaching_model.h"
#include "client/screens/quick/quick_cells.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using care::Subject;
using words::tr;

namespace {

Alarm alarm_of(const Fields& check, Subject subject, Date on) {
    Alarm alarm;
    alarm.subject = subject;
    alarm.person = check.text(subject == Subject::Mother ? "mother_id" : "infant_id");
    alarm.visit = check.text("visit_id");
    alarm.on = on;
    alarm.signs = care::signs_in(check, subject);
    return alarm;
}

// A row of a paper: of the day that stands on it.
std::vector<Alarm> told_in_row(const Ports& ports, const Draft& draft, Date kept_on) {
    const QuickRow row = from_draft(draft);
    const auto typed = words::parse_typed_date(base::trimmed(row.day), ports.today());
    const Date on = typed.value_or(kept_on);
    const QuickPeople people = people_of(ports, row.household, on);
    const auto of = [&](const char* form, Subject subject) {
        return alarm_of(answers_for(row, people, form, on), subject, on);
    };
    std::vector<Alarm> told;
    if (asks_mother(row, people)) told.push_back(of("mother_check", Subject::Mother));
    if (asks_infant(row)) told.push_back(of("infant_check", Subject::Infant));
    for (Alarm& each : told) each.visit.clear();  // there is none yet
    return told;
}

std::vector<Alarm> told_in(const Ports& ports, const Draft& draft) {
    const Date on = base::date_in(draft.saved_at, ports.zone());
    if (!draft.record.empty()) return {};
    if (draft.type == "mother_check") return {alarm_of(draft.answers, Subject::Mother, on)};
    if (draft.type == "infant_check") return {alarm_of(draft.answers, Subject::Infant, on)};
    if (draft.type == kQuickDraft) return told_in_row(ports, draft, on);
    if (draft.type != kTeaching) return {};
    return {alarm_of(told_before_massage(draft), Subject::Mother, on)};
}

}  // namespace

std::vector<Alarm> begun_alarms(const Ports& ports, const Family& family, const Draft& draft) {
    std::vector<Alarm> open;
    if (draft.family != family.id) return open;
    for (Alarm& told : told_in(ports, draft)) {
        if (auto alarm = unanswered(family, std::move(told))) open.push_back(std::move(*alarm));
    }
    std::stable_sort(open.begin(), open.end(),
                     [](const Alarm& a, const Alarm& b) { return a.urgency > b.urgency; });
    return open;
}

std::string urgency_line(care::Urgency urgency) {
    switch (urgency) {
        case care::Urgency::RedNow:
            return tr("RIGHT NOW to the health centre or hospital");
        case care::Urgency::RedToday:
            return tr("TODAY: a midwife or the health centre must see this");
        case care::Urgency::Yellow:
            return tr("Keep watch, and call the midwife within 24 hours");
    }
    return {};
}

}  // namespace screens
