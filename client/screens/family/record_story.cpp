#include "client/screens/family/record_story.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;

namespace {

std::string role_text(const std::string& role, const FamilyContext& context) {
    Fields fields;
    fields.set("provider_role", role);
    return context.said("visit", fields, "provider_role");
}

std::string who_text(const Written& written, const FamilyContext& context) {
    std::string who = written.is_mine ? tr("You") : written.who;
    if (who.empty()) who = tr("Somebody of the health centre");
    const std::string role = written.is_mine ? std::string() : role_text(written.role, context);
    if (!role.empty()) who += ", " + role;
    return written.is_last_of_several ? tr("Last written by {0}", {who}) : who;
}

std::string when_text(const Written& written, const FamilyContext& context) {
    const std::string at = base::to_date_time_text(written.at, context.ports.zone());
    const Date day = base::date_in(written.at, context.ports.zone());
    const std::string when = tr("{0} at {1}", {words::short_date(day), at.substr(11, 5)});
    return written.is_clock_doubtful ? tr("{0} (the laptop's clock may be wrong)", {when}) : when;
}

std::string what_text(const Written& written) {
    if (written.state == WriteState::Erased) return tr("Erased by law: nothing of it is kept");
    for (const FieldWritten& change : written.changes) {
        if (change.field == records::kRetracted) return tr("Withdrawn");
    }
    return written.is_creation ? tr("Written down for the first time") : tr("Changed");
}

std::string standing_text(WriteState state) {
    switch (state) {
        case WriteState::Waiting:
            return tr("On this laptop only, not sent yet");
        case WriteState::Done:
        case WriteState::Erased:
            return {};
        case WriteState::Conflict:
            return tr("Another answer stands; the health centre decides");
        case WriteState::Held:
            return tr("Waits at the health centre to be put right");
        case WriteState::Refused:
            return tr("Not accepted by the health centre");
    }
    return {};
}

bool is_private(const std::string& type, const std::string& field, const FamilyContext& context) {
    const forms::Form* form = context.ports.records.forms().find(type);
    const forms::Question* question = form != nullptr ? form->find(field) : nullptr;
    return question != nullptr && question->has_appearance("private");
}

std::string change_text(const std::string& type, const FieldWritten& change,
                        const FamilyContext& context) {
    std::string label = context.label(type, change.field);
    if (label.ends_with('?')) label.pop_back();
    if (is_private(type, change.field, context)) return tr("A private question was changed");
    const std::string now = context.token_aloud(type, change.field, change.new_token);
    const std::string after = now.empty() ? tr("taken out") : now;
    if (!change.old_token) return tr("{0}: {1}", {label, after});
    const std::string before = context.token_aloud(type, change.field, *change.old_token);
    return tr("{0}: {1} → {2}", {label, before.empty() ? tr("empty") : before, after});
}

StoryStep step_of(const std::string& type, const Written& written, const FamilyContext& context) {
    StoryStep step;
    step.who = who_text(written, context);
    step.when = when_text(written, context);
    step.what = what_text(written);
    step.reason = written.reason;
    step.answer = written.answer;
    step.standing = standing_text(written.state);
    step.is_troubled = written.state == WriteState::Conflict || written.state == WriteState::Held ||
                       written.state == WriteState::Refused;
    if (written.is_creation) return step;  // what it was made with is the record itself
    for (const FieldWritten& change : written.changes) {
        const bool is_said_above = change.field == records::kRetracted;
        const bool is_nothing = change.old_token && *change.old_token == change.new_token;
        if (is_said_above || is_nothing) continue;
        step.changes.push_back(change_text(type, change, context));
    }
    return step;
}

}  // namespace

RecordStory story_of(const std::string& record, const FamilyContext& context) {
    RecordStory story;
    story.record = record;
    for (const records::Record& each : context.family.records) {
        if (each.id.text() == record) story.type = each.type;
    }
    auto history = context.ports.families.history(record);
    if (!history.ok()) {
        story.trouble = tr("Who changed this could not be read. The record itself is safe.");
        return story;
    }
    for (const Written& written : history.value()) {
        story.steps.push_back(step_of(story.type, written, context));
    }
    return story;
}

}  // namespace screens
