#include "client/screens/home_massage/session_records.h"

#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"
#include "shared/records/record.h"

#include <algorithm>
#include <cmath>

namespace screens {

namespace {

constexpr const char* kNoon = "12:00";
constexpr int kSecondsOfMinute = 60;
constexpr double kMinutesMost = 24 * 60;  // the form says how long a massage may be

}  // namespace

std::vector<Performer> performers_of(const care::Family& known, const care::Person& mother) {
    std::vector<Performer> all;
    const auto teachings = care::Family::of(known.teachings(), mother);
    for (std::size_t i = teachings.size(); i-- > 0;) {
        const care::Event& teaching = teachings[i];
        const care::Person* trainee = known.person(teaching.fields(), "trainee_id");
        if (trainee == nullptr || trainee->is_dead) continue;
        const std::string id = trainee->id().text();
        const bool is_there = std::any_of(all.begin(), all.end(),
                                          [&](const Performer& each) { return each.person == id; });
        if (is_there) continue;
        all.push_back({id, teaching.fields().text("trainee_relation"), teaching.record->id.text(),
                       trainee->record->fields.text("full_name")});
    }
    return all;
}

std::string birth_at(const care::Family& known, const care::Person& mother, Date day) {
    const care::Birth* until = nullptr;
    const care::Birth* after = nullptr;
    for (const care::Birth& birth : known.births()) {
        if (birth.mother != &mother) continue;
        const bool is_until = birth.delivery_date <= day;
        if (is_until && (until == nullptr || birth.delivery_date > until->delivery_date)) {
            until = &birth;
        }
        if (!is_until && (after == nullptr || birth.delivery_date < after->delivery_date)) {
            after = &birth;
        }
    }
    const care::Birth* birth = until != nullptr ? until : after;
    return birth != nullptr ? birth->record->id.text() : std::string();
}

std::string visit_on(const care::Family& known, Date day) {
    for (const care::Visit& visit : known.visits()) {
        if (visit.on == day && visit.is_contact) return visit.record->id.text();
    }
    return {};
}

std::string performed_at(Date day, const std::string& hour, const base::Zone& zone) {
    const std::string clock = hour.empty() ? kNoon : hour;
    const auto as_if_utc = base::parse_date_time(base::to_text(day) + "T" + clock + ":00Z");
    if (!as_if_utc) return {};
    const base::Instant at{as_if_utc->unix_ms - std::int64_t{zone.offset_minutes} * 60000};
    return base::to_date_time_text(at, zone);
}

bool is_grave(const Fields& session) {
    return session.has_code("adverse", "BLEED") || session.text("adverse_severity") == "3";
}

bool has_stop_sign(const care::Family& known, const care::Person& mother, Date day) {
    const auto checks = care::Family::of(known.mother_checks(), mother);
    return std::any_of(checks.begin(), checks.end(), [&](const care::Event& check) {
        const auto signs = care::signs_in(check.fields(), care::Subject::Mother);
        return check.on == day && care::massage_action(signs) == care::MassageAction::Stop;
    });
}

int told_on(const care::Family& known, const care::Person& mother, Date day) {
    const auto sessions = care::Family::of(known.sessions(), mother);
    return static_cast<int>(
        std::count_if(sessions.begin(), sessions.end(), [&](const care::Event& session) {
            return session.on == day && care::code(session.fields(), "source") != "OBS";
        }));
}

Save session_save(const Ports& ports, Fields answers, const std::string& id) {
    const forms::Form* form = ports.records.forms().find(kSession);
    Save save;
    save.type = kSession;
    save.form_version = form != nullptr ? form->version : std::string();
    save.record = id;
    if (form != nullptr) answers = forms::relevant_only(*form, answers, context_of(ports));
    save.answers = std::move(answers);
    return save;
}

Save withdrawal(const std::string& id, const char* reason) {
    Save save;
    save.type = kSession;
    save.record = id;
    save.answers.set(records::kRetracted, "1");
    save.answers.set(records::kRetractReason, reason);
    save.reason = reason;
    return save;
}

forms::Context context_of(const Ports& ports) {
    forms::Context context;
    context.today = ports.today();
    context.language = std::string(words::code());
    context.lookup = [&records = ports.records](std::string_view type, std::string_view id,
                                                std::string_view field) {
        return records.lookup(type, id, field);
    };
    return context;
}

std::optional<int> read_minutes(const std::string& typed) {
    std::string text = base::trimmed(typed);
    std::replace(text.begin(), text.end(), ',', '.');
    const auto minutes = base::json::number_of(text);
    if (!minutes || *minutes <= 0 || *minutes > kMinutesMost) return std::nullopt;
    return static_cast<int>(std::lround(*minutes * kSecondsOfMinute));
}

}  // namespace screens
