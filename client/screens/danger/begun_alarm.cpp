#include "client/screens/danger/alarms.h"
#include "client/ui/words/words.h"

namespace screens {

using care::Subject;
using words::tr;

std::optional<Alarm> begun_alarm(const Family& family, const Draft& draft, Date on) {
    const bool is_of_mother = draft.type == "mother_check";
    const bool is_new = draft.record.empty() && draft.family == family.id;
    if (!is_new || (!is_of_mother && draft.type != "infant_check")) return std::nullopt;
    Alarm alarm;
    alarm.subject = is_of_mother ? Subject::Mother : Subject::Infant;
    alarm.person = draft.answers.text(is_of_mother ? "mother_id" : "infant_id");
    alarm.visit = draft.answers.text("visit_id");
    alarm.on = on;
    alarm.signs = care::signs_in(draft.answers, alarm.subject);
    return unanswered(family, std::move(alarm));
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
