#include "sync-server/console/pages/arrived/waiting_change.h"

#include "shared/base/json.h"
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

std::string why_words(const Quarantined& item) {
    if (item.code == "scope") return tr("Written for a posyandu that is not this cadre's");
    if (item.code == "undecodable") return tr("Cannot be read: damaged on the way or by a fault");
    if (item.code == "held") return tr("Waits for an earlier change of the same record");
    if (item.code == "revoked") return tr("From a laptop that was shut out");
    if (item.code == "moved_out") return tr("The family has moved to another health centre");
    if (item.code == "moved_back") return tr("Brought back as moved to another posyandu");
    return tr("An answer cannot be right");
}

Html wrong_words(const Quarantined& item) {
    constexpr std::array<std::string_view, 5> kSaid = {"scope", "held", "revoked", "moved_out",
                                                       "moved_back"};
    const bool is_said = std::find(kSaid.begin(), kSaid.end(), item.code) != kSaid.end();
    return is_said ? Html() : Html(item.reason);
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
    answers.caption = tr("The whole change");
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
