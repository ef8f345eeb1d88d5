#include "client/app/window/post/outbox_now.h"

#include "client/app/recording/people.h"
#include "client/app/window/belonging.h"
#include "client/store/history.h"
#include "client/store/sendings.h"
#include "shared/base/log.h"
#include "shared/protocol/outcome.h"
#include "shared/protocol/receipt.h"

#include <set>
#include <tuple>

namespace client_app {

using screens::Differing;
using screens::TroubledRow;

namespace {

constexpr std::int64_t kReceiptsShown = 300;  // some months of daily sending
constexpr std::size_t kTroubledShown = 300;

TroubledRow::Kind kind_of(const std::string& state) {
    if (state == store::kConflict) return TroubledRow::Kind::Differs;
    if (state == store::kRejected) return TroubledRow::Kind::Refused;
    return TroubledRow::Kind::ToMend;
}

std::int64_t count_of(const protocol::Receipt& receipt, protocol::OutcomeKind kind) {
    const auto found = receipt.counts.find(std::string(protocol::name_of(kind)));
    return found == receipt.counts.end() ? 0 : found->second;
}

// The newest who wrote the field and is not this laptop.
std::string writer_of(store::Store& store, const std::string& record, const std::string& field) {
    const auto arrived = store::arrived_changes(store, record);
    const auto people = People::read(store);
    if (!arrived.ok() || !people.ok()) return {};
    for (const store::ArrivedChange& change : arrived.value()) {
        const bool wrote_it = change.after.empty() || change.after.has(field);
        if (wrote_it && !change.is_ours) return people.value().find(change.by).name;
    }
    return {};
}

std::vector<Differing> differing_of(store::Store& store, const protocol::Outcome& outcome,
                                    const records::Record& record) {
    std::vector<Differing> all;
    for (const protocol::Contest& contest : outcome.contests) {
        for (const auto& [field, token] : contest.mine.entries()) {
            const std::string mine = token == "null" ? "" : contest.mine.text(field);
            const std::string standing = record.fields.text(field);
            if (mine == standing) continue;  // only another answer of its group differs
            all.push_back({field, mine, standing, writer_of(store, record.id.text(), field)});
        }
    }
    return all;
}

TroubledRow row_of(store::Store& store, const store::Sent& change) {
    TroubledRow row;
    row.record = change.record.text();
    row.kind = kind_of(change.state);
    const auto found = store.find(row.record);
    const bool is_here = found.ok() && found.value();
    if (is_here) {
        const records::Record& record = found.value()->record;
        row.type = record.type;
        row.family = household_of(store, record.type, row.record, record.fields);
    }
    if (const auto outcome = protocol::parse_outcome(change.outcome); outcome.ok()) {
        row.code = outcome.value().code;
        row.field = outcome.value().field;
        row.reason = outcome.value().reason;
        if (is_here) row.differing = differing_of(store, outcome.value(), found.value()->record);
    }
    if (row.field.empty() && !row.differing.empty()) row.field = row.differing.front().field;
    const auto newer = store::is_newer_waiting(store, row.record, change.n);
    row.is_mend_waiting = newer.ok() && newer.value();
    return row;
}

std::vector<screens::ReceiptRow> receipt_rows(store::Store& store) {
    std::vector<screens::ReceiptRow> rows;
    const auto receipts = store::receipts(store, kReceiptsShown);
    if (!receipts.ok()) {
        base::log::warn("the receipts could not be read");
        return rows;
    }
    for (const protocol::Receipt& receipt : receipts.value()) {
        rows.push_back({receipt.at, receipt.first_n, receipt.last_n,
                        count_of(receipt, protocol::OutcomeKind::Quarantined),
                        count_of(receipt, protocol::OutcomeKind::Conflict),
                        count_of(receipt, protocol::OutcomeKind::Rejected)});
    }
    return rows;
}

std::vector<TroubledRow> troubled_rows(store::Store& store) {
    std::vector<TroubledRow> rows;
    const auto troubled = store::troubled(store);
    if (!troubled.ok()) {
        base::log::warn("what was held back could not be read");
        return rows;
    }
    // Several changes of one record held for one reason are one thing to do.
    std::set<std::tuple<std::string, TroubledRow::Kind, std::string>> seen;
    for (const store::Sent& change : troubled.value()) {
        if (rows.size() == kTroubledShown) break;
        TroubledRow row = row_of(store, change);
        const bool is_first = seen.insert({row.record, row.kind, row.field}).second;
        if (is_first || row.record.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

base::Result<OutboxNow> outbox_now(store::Store& store) {
    TRY_LET(status, store::sync_status(store));
    return OutboxNow{status, receipt_rows(store), troubled_rows(store)};
}

}  // namespace client_app
