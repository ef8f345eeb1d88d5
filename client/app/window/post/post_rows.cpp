#include "client/app/window/post/post_rows.h"

#include "client/app/sending/syncing.h"
#include "client/app/window/belonging.h"
#include "client/store/sendings.h"
#include "client/store/status.h"
#include "client/sync/cost.h"
#include "shared/base/log.h"

#include <algorithm>
#include <map>

namespace client_app {

using screens::ResultKind;
using screens::WaitingFamily;

namespace {

constexpr std::int64_t kResultsShown = 300;

ResultKind result_of(const std::string& state) {
    if (state == store::kConflict) return ResultKind::Differs;
    if (state == store::kRejected) return ResultKind::Refused;
    return state == store::kQuarantined ? ResultKind::ToMend : ResultKind::Received;
}

}  // namespace

std::vector<screens::ResultRow> result_rows(store::Store& store, const FamilyBook& families,
                                            std::int64_t n_from, std::int64_t n_to) {
    std::vector<screens::ResultRow> rows;
    const auto sent = store::sent_between(store, n_from, n_to, kResultsShown);
    if (!sent.ok()) {
        base::log::warn("what was sent could not be read");
        return rows;
    }
    for (const store::Sent& change : sent.value()) {
        screens::ResultRow row;
        row.record = change.record.text();
        row.kind = result_of(change.state);
        const auto found = store.find(row.record);
        if (found.ok() && found.value()) {
            const records::Record& record = found.value()->record;
            row.type = record.type;
            row.family = families.household_of(record.type, row.record, record.fields);
            row.who = families.name_of(row.family);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void count_results(store::Store& store, screens::ReceiptRow& sending) {
    const auto troubled = store::troubled(store);
    if (!troubled.ok()) return;
    for (const store::Sent& change : troubled.value()) {
        if (change.n < sending.n_from || change.n > sending.n_to) continue;
        const ResultKind kind = result_of(change.state);
        if (kind == ResultKind::ToMend) ++sending.to_mend;
        if (kind == ResultKind::Differs) ++sending.differing;
        if (kind == ResultKind::Refused) ++sending.refused;
    }
}

namespace {

void add_to_family(store::Store& store, const store::WaitingRecord& waiting,
                   std::map<std::string, std::size_t>& places,
                   std::vector<WaitingFamily>& families) {
    const auto found = store.find(waiting.record.text());
    std::string family;
    if (found.ok() && found.value()) {
        const records::Record& record = found.value()->record;
        family = household_of(store, record.type, waiting.record.text(), record.fields);
    }
    const auto [place, is_new] = places.insert({family, families.size()});
    if (is_new) families.push_back({family, {}, 0, waiting.oldest});
    WaitingFamily& row = families[place->second];
    row.records += waiting.changes;
    row.oldest = std::min(row.oldest, waiting.oldest);
}

}  // namespace

WaitingNow waiting_now(Work& work, const base::Clock& clock) {
    WaitingNow now;
    store::Store& store = *work.back;
    const auto waiting = store::waiting_records(store);
    if (!waiting.ok()) {
        base::log::warn("what waits could not be read");
        return now;
    }
    std::map<std::string, std::size_t> places;
    for (const store::WaitingRecord& each : waiting.value()) {
        add_to_family(store, each, places, now.families);
    }
    if (now.families.empty()) return now;
    const auto cost = sync_client::cost_of(store, clock, {kAppVersion, work.back_forms.digest()});
    if (cost.ok()) now.cost = screens::SendingCost{cost.value().bytes, cost.value().ms};
    return now;
}

}  // namespace client_app
