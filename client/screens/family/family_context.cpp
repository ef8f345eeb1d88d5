#include "client/screens/family/family_context.h"

#include "client/screens/record/beside_answers.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/home.h"

namespace screens {

using words::tr;

std::string FamilyContext::name_of(std::string_view person) const {
    const care::Person* found = known.person(person);
    return found != nullptr ? found->record->fields.text("full_name") : std::string();
}

const Entry* FamilyContext::entry(std::string_view record) const {
    for (const Entry& each : family.entries) {
        if (each.id == record) return &each;
    }
    return nullptr;
}

FormStart FamilyContext::opening(const std::string& type, const std::string& record,
                                 const std::string& field) const {
    FormStart start;
    start.type = type;
    start.family = family.id;
    start.record = record;
    start.field = field;
    return start;
}

std::string FamilyContext::form_title(const std::string& type) const {
    const forms::Form* form = ports.records.forms().find(type);
    return form != nullptr ? form->title.in(words::code()) : type;
}

std::string FamilyContext::label(const std::string& type, const std::string& field) const {
    if (field == records::kRetracted) return tr("Withdrawn");
    if (field == records::kRetractReason) return tr("Why it was withdrawn");
    const forms::Form* form = ports.records.forms().find(type);
    const forms::Question* question = form != nullptr ? form->find(field) : nullptr;
    return question != nullptr ? question->label.in(words::code()) : field;
}

std::string FamilyContext::said(const std::string& type, const Fields& fields,
                                const char* field) const {
    const forms::Form* form = ports.records.forms().find(type);
    const forms::Question* question = form != nullptr ? form->find(field) : nullptr;
    return question != nullptr ? read_aloud(*form, *question, fields.text(field)) : std::string();
}

std::string FamilyContext::token_aloud(const std::string& type, const std::string& field,
                                       const std::string& token) const {
    Fields one;
    one.set_token(field, token);
    const std::string text = token == "null" ? std::string() : one.text(field);
    if (field == records::kRetracted) return text == "1" ? tr("Yes") : text;
    const forms::Form* form = ports.records.forms().find(type);
    const forms::Question* question = form != nullptr ? form->find(field) : nullptr;
    if (question == nullptr) return text;
    if (question->reference_type.empty()) return read_aloud(*form, *question, text);
    std::vector<std::string> names;
    for (const std::string& id : base::split(text, ' ')) {
        const std::string name = name_of(id);
        if (!name.empty()) names.push_back(name);
    }
    if (names.empty() && !text.empty()) return tr("another record");
    return base::joined(names, ", ");
}

bool lives_here(const care::Person& person, const FamilyContext& context) {
    return lives_in(context.known, person, context.family.id);
}

std::string age_text(Date birth, Date on) {
    const int months = base::age_months(birth, on);
    if (months < 1) return tr("{0} days", {std::to_string(base::days_between(birth, on))});
    if (months < 24) return tr("{0} months", {std::to_string(months)});
    return tr("{0} years", {std::to_string(months / 12)});
}

}  // namespace screens
