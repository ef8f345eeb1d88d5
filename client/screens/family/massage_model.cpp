#include "client/screens/family/massage_model.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/massage.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr int kSecondsOfMinute = 60;

std::string detail_of(const care::Event& session, const FamilyContext& context) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& text) {
        if (!text.empty()) parts.push_back(text);
    };
    add(context.said("massage_session", session.fields(), "performer_relation"));
    const auto seconds = session.fields().integer("duration_s");
    if (seconds) {
        const auto minutes = (*seconds + kSecondsOfMinute / 2) / kSecondsOfMinute;
        add(tr("{0} minutes", {std::to_string(minutes)}));
    }
    add(context.said("massage_session", session.fields(), "source"));
    return base::joined(parts, "  ·  ");
}

SessionRow row_of(const care::Event& session, const FamilyContext& context) {
    SessionRow row;
    row.record = session.record->id.text();
    row.when = words::short_date(session.on);
    const std::string at = session.fields().text("performed_at");
    const bool is_time_known = session.fields().text("time_known") != "0" && at.size() >= 16;
    if (is_time_known) row.when = tr("{0} at {1}", {row.when, at.substr(11, 5)});
    row.is_observed = session.fields().text("source") == "OBS";
    row.detail = detail_of(session, context);
    return row;
}

std::string result_text(care::Competence competence) {
    switch (competence) {
        case care::Competence::Pass:
            return tr("Can do it");
        case care::Competence::Repeat:
            return tr("To be shown again");
        case care::Competence::Stopped:
            return tr("Stopped: a danger sign or she did not agree");
        case care::Competence::NotAssessed:
            return tr("Explained only");
    }
    return {};
}

bool passed_later(const care::Event& teaching, std::span<const care::Event> all,
                  const care::Family& family) {
    return std::any_of(all.begin(), all.end(), [&](const care::Event& later) {
        return later.on >= teaching.on && later.record != teaching.record &&
               later.fields().text("trainee_id") == teaching.fields().text("trainee_id") &&
               care::competence_of(family, later).competence == care::Competence::Pass;
    });
}

TeachingRow row_of(const care::Event& teaching, std::span<const care::Event> all,
                   const FamilyContext& context) {
    const care::CompetenceResult result = care::competence_of(context.known, teaching);
    TeachingRow row;
    row.record = teaching.record->id.text();
    row.learner = teaching.fields().text("trainee_id");
    row.who = context.name_of(row.learner);
    const std::string relation =
        context.said("massage_teaching", teaching.fields(), "trainee_relation");
    if (row.who.empty()) row.who = relation;
    row.day = words::short_date(teaching.on);
    row.result = result_text(result.competence);
    row.is_passed = result.competence == care::Competence::Pass;
    row.is_to_repeat = result.competence == care::Competence::Repeat &&
                       !passed_later(teaching, all, context.known);
    if (row.is_to_repeat) {
        const Date from = base::add_days(teaching.on, care::kRetestAfterDays);
        row.retest = tr("Shows it again from {0}", {words::short_date(from)});
    }
    return row;
}

std::optional<Date> last_birth(const care::Person& mother, const FamilyContext& context) {
    std::optional<Date> last;
    for (const care::Birth& birth : context.known.births()) {
        if (birth.mother == &mother) last = std::max(last, std::optional(birth.delivery_date));
    }
    return last;
}

MotherMassage massage_of(const care::Person& mother, const FamilyContext& context) {
    MotherMassage massage;
    massage.id = mother.id().text();
    massage.name = mother.record->fields.text("full_name");
    massage.last = context.today;
    massage.first = last_birth(mother, context).value_or(context.today);
    for (const care::Event& session : care::Family::of(context.known.sessions(), mother)) {
        SessionRow row = row_of(session, context);
        MassageDay& day = massage.days[session.on];
        ++(row.is_observed ? day.observed : day.reported);
        ++(row.is_observed ? massage.observed : massage.reported);
        day.sessions.push_back(std::move(row));
        massage.first = std::min(massage.first, session.on);
    }
    const auto teachings = care::Family::of(context.known.teachings(), mother);
    for (std::size_t i = teachings.size(); i-- > 0;) {
        massage.teachings.push_back(row_of(teachings[i], teachings, context));
    }
    return massage;
}

}  // namespace

std::vector<MotherMassage> massage_of(const FamilyContext& context) {
    std::vector<MotherMassage> all;
    for (const care::Person& person : context.known.persons()) {
        if (!person.is_mother || person.is_dead || !lives_here(person, context)) continue;
        MotherMassage massage = massage_of(person, context);
        if (massage.days.empty() && massage.teachings.empty()) continue;
        all.push_back(std::move(massage));
    }
    return all;
}

}  // namespace screens
