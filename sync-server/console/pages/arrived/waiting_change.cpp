#include "sync-server/console/pages/arrived/waiting_change.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/forms/lengths.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>

namespace console {

using html::all;
using html::tag;
using server_store::Quarantined;

std::string address_of(const Quarantined& item) {
    return "/quarantine/" + std::to_string(item.device) + "/" + std::to_string(item.n);
}

Result<std::optional<Quarantined>> asked_for_change(const Visit& visit) {
    const auto device = base::json::integer_of(visit.in_path("device"));
    const auto n = base::json::integer_of(visit.in_path("n"));
    if (!device || !n) return std::optional<Quarantined>();
    return server_store::find_quarantined(visit.connection, *device, *n);
}

Result<Waiting> waiting_of(const Visit& visit, const Quarantined& item) {
    Waiting waiting;
    auto change = records::parse_change(item.line);
    if (!change.ok()) return waiting;
    waiting.change = std::move(change.value());
    waiting.record.id = waiting.change->record;
    waiting.record.type = waiting.change->type;
    waiting.record.unit = waiting.change->unit;
    TRY_LET(stored, server_store::find_record(visit.connection, item.record));
    if (stored) waiting.record = stored->record;
    waiting.record.fields.apply(waiting.change->set);
    return waiting;
}

const forms::Question* wrong_question(const Visit& visit, const Quarantined& item,
                                      const Waiting& waiting) {
    const forms::Form* form = visit.forms.find(waiting.record.type);
    if (!waiting.change || item.code != "check" || form == nullptr) return nullptr;
    const forms::Question* question = form->find(item.field);
    return question != nullptr && question->is_answered_by_people() ? question : nullptr;
}

namespace {

struct Length {
    std::size_t characters = 0, max = 0;
};

// Of an answer that is longer than its form takes.
std::optional<Length> too_long(const forms::Question* question, const Waiting& waiting) {
    if (question == nullptr) return std::nullopt;
    const auto max = forms::characters_max(*question);
    const std::size_t characters =
        base::character_count(waiting.record.fields.text(question->name));
    if (!max || characters <= *max) return std::nullopt;
    return Length{characters, *max};
}

std::string why_of_code(const std::string& code) {
    if (code == "scope") return tr("Written for a posyandu that is not this cadre's");
    if (code == "undecodable") return tr("Cannot be read: damaged on the way or by a fault");
    if (code == "held") return tr("Waits for an earlier change of the same record");
    if (code == "revoked") return tr("From a laptop that was shut out");
    if (code == "moved_out") return tr("The family has moved to another health centre");
    if (code == "moved_back") return tr("Brought back as moved to another posyandu");
    if (code == "type") return tr("Its kind of record does not fit here");
    if (code == "merge") return tr("It joins two records, which only the health centre does");
    return "";
}

}  // namespace

std::string why_words(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    const std::string said = why_of_code(item.code);
    if (!said.empty()) return said;
    const forms::Question* question = wrong_question(visit, item, waiting);
    if (too_long(question, waiting)) return tr("An answer is too long");
    if (question != nullptr && !waiting.record.fields.has(question->name)) {
        return tr("An answer is missing");
    }
    return tr("An answer cannot be right");
}

std::string wrong_words(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    constexpr std::array<std::string_view, 7> kSaid = {
        "scope", "held", "revoked", "moved_out", "moved_back", "merge", "undecodable"};
    if (std::find(kSaid.begin(), kSaid.end(), item.code) != kSaid.end()) return "";
    const forms::Question* question = wrong_question(visit, item, waiting);
    if (const auto length = too_long(question, waiting)) {
        return tr("{0} characters, at most {1}: {2} too many",
                  {std::to_string(length->characters), std::to_string(length->max),
                   std::to_string(length->characters - length->max)});
    }
    if (question == nullptr || question->constraint_message.in("id") != item.reason) {
        return item.reason;
    }
    return question->constraint_message.in(words::code(tongue().language));
}

std::string why_and_what(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    const std::string wrong = wrong_words(visit, item, waiting);
    return why_words(visit, item, waiting) + (wrong.empty() ? "" : ": " + wrong);
}

Result<base::Fields> mended_answers(const Visit& visit, const Quarantined& item) {
    base::Fields mended;
    if (item.decision != "mended" || item.record.empty()) return mended;
    TRY_LET(history, server_store::history_of(visit.connection, item.record));
    for (const server_store::LoggedChange& each : history) {
        if (each.received_at != item.closed_at) continue;
        const auto change = records::parse_change(each.line);
        if (change.ok() && change.value().mends == item.n) mended.apply(change.value().set);
    }
    return mended;
}

Result<Html> cadre_words(const Visit& visit, std::int64_t device_no) {
    TRY_LET(device, server_store::find_device_by_no(visit.connection, device_no));
    if (!device) return Html(tr("not known"));
    TRY_LET(user, server_store::find_user(visit.connection, device->user));
    return user ? html::name(user->name) : Html(tr("not known"));
}

namespace {

Html answers_table(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    Table answers;
    answers.caption = tr("Its answers");
    answers.columns = {tr("Question"), tr("Answer")};
    for (const auto& [name, token] : waiting.change->set.entries()) {
        Html value = value_words(visit, waiting.record.type, name, &token);
        if (name == item.field) value += all(" ", badge(Tone::Bad, tr("here")));
        answers.rows.push_back({field_words(visit, waiting.record.type, name), value});
    }
    return table(answers);
}

}  // namespace

Html whole_change(const Visit& visit, const Quarantined& item, const Waiting& waiting) {
    if (waiting.change) return answers_table(visit, item, waiting);
    return card(tr("As it arrived"),
                tag("p", {{"class", "code"}}, html::name(item.line.substr(0, 2000), 2000)));
}

}  // namespace console
