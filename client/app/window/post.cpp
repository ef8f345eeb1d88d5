#include "client/app/window/post.h"

#include "client/app/syncing.h"
#include "client/store/outbox.h"
#include "client/store/status.h"
#include "shared/base/log.h"

#include <algorithm>

namespace client_app {

using screens::SyncTrouble;

namespace {

constexpr std::int64_t kReceiptsShown = 10;

SyncTrouble trouble_of(sync_client::Trouble trouble) {
    switch (trouble) {
        case sync_client::Trouble::NoConnection:
            return SyncTrouble::NoConnection;
        case sync_client::Trouble::WrongServer:
            return SyncTrouble::WrongServer;
        case sync_client::Trouble::NotEnrolled:
            return SyncTrouble::NotEnrolled;
        case sync_client::Trouble::Revoked:
            return SyncTrouble::Revoked;
        case sync_client::Trouble::ClientTooOld:
            return SyncTrouble::ProgramTooOld;
        case sync_client::Trouble::ServerBusy:
            return SyncTrouble::ServerBusy;
        case sync_client::Trouble::ServerTrouble:
            return SyncTrouble::ServerTrouble;
        case sync_client::Trouble::Storage:
            return SyncTrouble::Disk;
    }
    return SyncTrouble::ServerTrouble;
}

screens::TroubledRow::Kind kind_of(const std::string& state) {
    if (state == store::kConflict) return screens::TroubledRow::Kind::Differs;
    if (state == store::kRejected) return screens::TroubledRow::Kind::Refused;
    return screens::TroubledRow::Kind::ToMend;
}

}  // namespace

void Post::open(Work& work) {
    work_ = &work;
    ++opened_;
    is_cancelled_ = false;
    state_ = {};
    count_again();
    start();
}

void Post::close() {
    is_cancelled_ = true;
    ++opened_;
    work_ = nullptr;
    state_ = {};
}

void Post::count_again() {
    if (work_ == nullptr) return;
    const auto status = store::sync_status(*work_->store);
    const auto confirmed = work_->store->connection().number(
        "SELECT count(*) FROM record WHERE confirmed IS NOT NULL");
    if (!status.ok() || !confirmed.ok()) {
        base::log::warn("what waits to be sent could not be counted");
        return;
    }
    const store::SyncStatus& now = status.value();
    state_.waiting = now.waiting;
    state_.to_mend = now.quarantined;
    state_.differing = now.conflicted;
    state_.refused = now.rejected;
    state_.confirmed = confirmed.value();
    state_.is_equal = now.agreed;
    state_.last_sync_at = now.last_sync_at;
    state_.clock_offset_ms = now.clock_offset_ms;
    read_receipts();
    read_troubled();
}

void Post::read_receipts() {
    const auto receipts = store::receipts(*work_->store, kReceiptsShown);
    state_.receipts.clear();
    if (!receipts.ok()) return base::log::warn("the receipts could not be read");
    for (const protocol::Receipt& receipt : receipts.value()) {
        state_.receipts.push_back({receipt.at, receipt.first_n, receipt.last_n});
    }
}

void Post::read_troubled() {
    auto troubled = store::troubled(*work_->store);
    state_.troubled.clear();
    if (!troubled.ok()) return base::log::warn("what was held back could not be read");
    for (const store::Sent& change : troubled.value()) {
        const auto found = work_->store->find(change.record.text());
        if (!found.ok() || !found.value()) continue;
        const records::Record& record = found.value()->record;
        const std::string family =
            families_.household_of(record.type, record.id.text(), record.fields);
        state_.troubled.push_back({family, record.type, record.id.text(), families_.name_of(family),
                                   kind_of(change.state)});
    }
}

void Post::start() {
    if (work_ == nullptr || state_.is_running) return;
    state_.is_running = true;
    state_.next_try_at.reset();
    state_.to_send = state_.waiting;
    state_.sent_so_far = 0;
    const Work* work = work_;
    const std::int64_t opening = opened_;
    back_room_.ask([this, work, opening] {
        const auto progress = [this, opening](const sync_client::Total& total) {
            back_room_.hand_over([this, opening, sent = total.sent] {
                if (opening == opened_) state_.sent_so_far = sent;
            });
            return !is_cancelled_.load();
        };
        auto total =
            sync_all(*work->back, work->identity, work->forms, clock_, &is_cancelled_, progress);
        back_room_.hand_over([this, opening, total = std::move(total)] {
            if (opening == opened_) round_done(total);
        });
    });
}

void Post::round_done(const base::Result<sync_client::Total>& total) {
    state_.is_running = false;
    const bool is_well = total.ok() && !total.value().error;
    state_.trouble = SyncTrouble::None;
    if (!total.ok()) state_.trouble = SyncTrouble::NoConnection;
    if (total.ok() && total.value().error) {
        state_.trouble = trouble_of(total.value().error->trouble);
    }
    const std::int64_t pause = is_well ? kNextRoundMs : kNextTryMs;
    state_.next_try_at = base::Instant{clock_.now().unix_ms + pause};
    count_again();
    families_.read_again();
    const bool has_received = total.ok() && total.value().received > 0;
    if (has_received && when_received) when_received();
}

std::optional<std::int64_t> Post::tick() {
    if (work_ == nullptr || state_.is_running || !state_.next_try_at) return std::nullopt;
    const std::int64_t left = state_.next_try_at->unix_ms - clock_.now().unix_ms;
    if (left > 0) return left;
    start();
    return std::nullopt;
}

}  // namespace client_app
