#include "sync-server/console/records/record_words.h"

#include "shared/base/json.h"
#include "sync-server/accept/change/writers.h"
#include "sync-server/accept/desk/whose_word.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/people/unit_names.h"
#include "sync-server/store/records/moves.h"

#include <array>
#include <cstdlib>

namespace console {

using html::all;
using html::Html;
using html::tag;

namespace {

std::string_view language() {
    return words::code(tongue().language);
}

const forms::Question* question_of(const Visit& visit, std::string_view type,
                                   std::string_view field) {
    const forms::Form* form = visit.forms.find(type);
    return form == nullptr ? nullptr : form->find(field);
}

// A record that another names: by its name or head; its id where it is not here.
Html reference_words(const Visit& visit, const std::string& id) {
    const auto stored = server_store::find_record(visit.connection, id);
    if (!stored.ok() || !stored.value()) {
        const auto user = server_store::find_user(visit.connection, base::UserId(id));
        return user.ok() && user.value() ? html::name(user.value()->name) : tag("code", id);
    }
    return record_name(visit, stored.value()->record);
}

Html choice_words(const Visit& visit, std::string_view type, const forms::Question& question,
                  const std::string& code) {
    const forms::Form* form = visit.forms.find(type);
    const forms::Choice* choice = form->find_choice(question, code);
    return choice == nullptr ? Html(code) : Html(choice->label.in(language()));
}

Html day_words(const std::string& text) {
    const auto date = base::local_date_of(text);
    if (!date) return Html(text);
    const std::string day = words::short_date(*date, tongue());
    return text.size() > 16 ? Html(day + " " + text.substr(11, 2) + "." + text.substr(14, 2))
                            : Html(day);
}

// Names what the record hangs on, nearest first (DOMAIN 8.2).
constexpr std::array<const char*, 7> kAbout = {"infant_id",   "person_id",      "mother_id",
                                               "visit_id",    "birth_event_id", "teaching_id",
                                               "household_id"};

Result<std::string> person_of(const Visit& visit, const records::Record& record, int steps) {
    if (record.type == "person") return record.id.text();
    if (steps == 0) return std::string();
    for (const char* naming : kAbout) {
        const std::string id = record.fields.text(naming);
        if (id.empty()) continue;
        TRY_LET(named, server_store::find_record(visit.connection, id));
        if (!named) continue;
        TRY_LET(found, person_of(visit, named->record, steps - 1));
        if (!found.empty()) return found;
    }
    return std::string();
}

Html family_words(const base::Fields& household) {
    const std::string head = household.text("head_name");
    return head.empty() ? Html() : all(tr("family of"), " ", html::name(head));
}

Result<Html> household_words(const Visit& visit, const std::string& household) {
    if (household.empty()) return Html();
    TRY_LET(stored, server_store::find_record(visit.connection, household));
    return stored ? family_words(stored->record.fields) : Html();
}

Result<std::string> day_of(const Visit& visit, const records::Record& record) {
    for (const char* day : {"started_at", "performed_at", "recall_date", "contact_date", "taken_at",
                            "delivery_date", "raised_at", "given_at"}) {
        if (record.fields.has(day)) return record.fields.text(day);
    }
    const std::string of = record.fields.text("visit_id");
    if (of.empty()) return std::string();
    TRY_LET(stored, server_store::find_record(visit.connection, of));
    return stored ? day_of(visit, stored->record) : Result<std::string>(std::string());
}

}  // namespace

std::string type_words(const Visit& visit, std::string_view type) {
    const forms::Form* form = visit.forms.find(type);
    return form == nullptr ? std::string(type) : form->title.in(language());
}

std::string unit_words(const Visit& visit, std::string_view unit) {
    const auto name = server_store::unit_name(visit.connection, unit);
    if (name.ok() && !name.value().empty()) return name.value();
    if (unit == server_store::kOutside) return tr("another health centre");
    return std::string(unit);
}

Html record_name(const Visit& visit, const records::Record& record) {
    for (const char* naming : {"full_name", "head_name"}) {
        if (record.fields.has(naming)) return html::name(record.fields.text(naming));
    }
    return type_words(visit, record.type);
}

Html rt_rw_words(const std::string& rt, const std::string& rw) {
    Html words = rt.empty() ? Html() : all("RT ", html::name(rt, 10));
    if (rw.empty()) return words;
    return all(words, words.empty() ? "" : " / ", "RW ", html::name(rw, 10));
}

std::string field_words(const Visit& visit, std::string_view type, std::string_view field) {
    const forms::Question* question = question_of(visit, type, field);
    if (field == records::kRetracted) return tr("Withdrawn");
    if (field == records::kRetractReason) return tr("Why it was withdrawn");
    if (question == nullptr || question->label.empty()) return std::string(field);
    return question->label.in(language());
}

Html value_words(const Visit& visit, std::string_view type, std::string_view field,
                 const std::string* token) {
    if (token == nullptr || *token == "null") return "–";
    base::Fields one;
    one.set_token(field, *token);
    const std::string text = one.text(field);
    const forms::Question* question = question_of(visit, type, field);
    if (question == nullptr) return html::name(text);
    switch (question->type) {
        case forms::QuestionType::SelectOne:
            return choice_words(visit, type, *question, text);
        case forms::QuestionType::SelectMultiple: {
            Html together;
            for (const std::string& code : one.codes(field)) {
                if (!together.empty()) together += ", ";
                together += question->reference_type.empty()
                                ? choice_words(visit, type, *question, code)
                                : reference_words(visit, code);
            }
            return together;
        }
        case forms::QuestionType::Reference:
            return base::is_uuid(text) ? reference_words(visit, text) : Html(text);
        case forms::QuestionType::Date:
        case forms::QuestionType::DateTime:
            return day_words(text);
        default:
            return question->unit.empty() ? html::name(text)
                                          : all(html::name(text), " ", question->unit);
    }
}

Result<About> about(const Visit& visit, const records::Record& record) {
    About found;
    TRY_LET(day, day_of(visit, record));
    if (!day.empty()) found.day = day;
    TRY_LET(person, person_of(visit, record, 3));
    if (person.empty() && record.type == "household") {
        found.words = family_words(record.fields);
        return found;
    }
    if (person.empty()) {
        TRY_LET(household, household_words(visit, record.fields.text("household_id")));
        found.words = household;
        return found;
    }
    found.person = person;
    TRY_LET(stored, server_store::find_record(visit.connection, person));
    const base::Fields fields = stored ? stored->record.fields : record.fields;
    TRY_LET(household, household_words(visit, fields.text("household_id")));
    found.words = html::name(fields.text("full_name"));
    if (!household.empty()) found.words += all(", ", household);
    return found;
}

Result<Html> author_words(const Visit& visit, std::int64_t device, std::int64_t n) {
    TRY_LET(author, server_store::author_of(visit.connection, device, n));
    if (!author) return Html(tr("not known"));
    Html who = tr("health centre");
    if (!author->user.text().empty()) {
        TRY_LET(user, server_store::find_user(visit.connection, author->user));
        if (user) who = html::name(user->name);
    }
    Html line = all(who, ", ", tr("received {0}", {time_text(visit, author->received_at)}));
    TRY_LET(logged, server_store::find_change(visit.connection, device, n));
    constexpr std::int64_t kHour = 3'600'000;
    if (logged && std::llabs(logged->clock_offset_ms) > kHour) {
        line += all(" ", badge(Tone::Warn, tr("the laptop's clock was wrong")));
    }
    return line;
}

Result<Html> author_of_answer(const Visit& visit, const server_store::StoredRecord& stored,
                              const std::string& field) {
    const accept::Writers writers = accept::Writers::parse(stored.writers);
    const accept::Writer& writer = writers.of(field);
    accept::Word word{writer.device, writer.n};
    if (const std::string* const stands = stored.record.fields.token(field)) {
        TRY_LET(history, server_store::history_of(visit.connection, stored.record.id.text()));
        TRY_LET(found, accept::whose_word(visit.connection, history, field, *stands, word));
        word = found;
    }
    return author_words(visit, word.device, word.n);
}

std::string looked_at_of(const About& whom, const records::Record& record) {
    return whom.person.empty() ? record.id.text() : whom.person;
}

}  // namespace console
