#include "client/app/window/keeping_desk.h"

#include "client/app/keeping/health.h"
#include "client/app/keeping/sticks.h"
#include "client/app/sending/syncing.h"
#include "shared/base/log.h"

#include <utility>

namespace client_app {

using screens::KeepingState;
using Busy = KeepingState::Busy;
using CopyTrouble = KeepingState::CopyTrouble;

namespace {

screens::Room room_of(const DiskRoom& room) {
    if (room.state == DiskRoom::State::Full) return screens::Room::Full;
    return room.state == DiskRoom::State::Low ? screens::Room::Low : screens::Room::Enough;
}

screens::LaptopHealth shown(const StoreHealth& health) {
    screens::LaptopHealth shown;
    shown.records = health.records;
    shown.waiting = health.waiting;
    shown.drafts = health.drafts;
    shown.file_bytes = health.file_bytes;
    shown.free_bytes = health.room.free_bytes;
    shown.room = room_of(health.room);
    if (health.last_check) shown.checked_at = health.last_check->at;
    shown.is_whole = !health.last_check || health.last_check->is_whole;
    shown.last_sync_at = health.last_sync_at;
    shown.clock_offset_ms = health.clock_offset_ms;
    shown.lost = health.lost ? health.lost->count() : 0;
    return shown;
}

screens::CopyInfo shown(const CopyState& copy) {
    return {copy.folder,     copy.is_present, copy.is_on_same_disk,
            copy.is_current, copy.at,         !copy.failure.empty()};
}

screens::CopyTrial shown(const CopyTrial& trial) {
    screens::CopyTrial shown;
    switch (trial.finding) {
        case CopyTrial::Finding::Equal:
            shown.finding = screens::CopyTrial::Finding::Equal;
            break;
        case CopyTrial::Finding::Older:
            shown.finding = screens::CopyTrial::Finding::Older;
            break;
        case CopyTrial::Finding::Other:
            shown.finding = screens::CopyTrial::Finding::Other;
            break;
        case CopyTrial::Finding::Damaged:
            shown.finding = screens::CopyTrial::Finding::Damaged;
            break;
        case CopyTrial::Finding::Missing:
            shown.finding = screens::CopyTrial::Finding::Missing;
            break;
    }
    shown.changes_behind = trial.changes_behind;
    shown.changes_only_there = trial.changes_only_there;
    shown.records_here = trial.records_here;
    shown.records_there = trial.records_there;
    return shown;
}

CopyTrouble trouble_of(base::ErrorCode code) {
    if (code == base::ErrorCode::NotFound) return CopyTrouble::NoFolder;
    if (code == base::ErrorCode::Usage) return CopyTrouble::OwnFolder;
    return code == base::ErrorCode::DiskFull ? CopyTrouble::Full : CopyTrouble::Failed;
}

void look_at(Work& work, KeepingState& state) {
    const auto health = store_health(*work.back, work.file);
    if (!health.ok()) return base::log::warn("the state of the store could not be read");
    state.health = shown(health.value());
    state.copy = shown(health.value().copy);
    state.is_read = true;
}

}  // namespace

void KeepingDesk::open(Work& work) {
    work_ = &work;
    ++opened_;
    state_ = {};
    is_keeping_ = has_changed_ = false;
    again_at_.reset();
    look();
}

void KeepingDesk::close() {
    work_ = nullptr;
    ++opened_;
    state_ = {};
}

void KeepingDesk::in_back_room(std::function<Found(Work&, base::Instant)> job) {
    if (work_ == nullptr) return;
    back_room_.ask([this, work = work_, opening = opened_, job = std::move(job)] {
        Found found = job(*work, clock_.now());
        KeepingState looked;
        look_at(*work, looked);
        back_room_.hand_over([this, opening, found = std::move(found), looked] {
            if (opening != opened_) return;
            state_.health = looked.health;
            state_.copy = looked.copy;
            state_.is_read = looked.is_read;
            if (found) found(state_);
        });
    });
}

void KeepingDesk::look() {
    in_back_room([](Work&, base::Instant) { return Found(); });
}

void KeepingDesk::store_changed() {
    has_changed_ = is_keeping_;
    if (is_keeping_) return;
    is_keeping_ = true;
    in_back_room([this](Work& work, base::Instant now) -> Found {
        const auto kept = keep_copy_if_present(*work.back, work.file, now);
        if (!kept.ok()) base::log::warn("the second copy could not be looked after");
        const bool is_too_soon = kept.ok() && kept.value() == Kept::TooSoon;
        return [this, is_too_soon](KeepingState&) { kept_once(is_too_soon); };
    });
}

void KeepingDesk::kept_once(bool is_too_soon) {
    is_keeping_ = false;
    again_at_.reset();
    if (is_too_soon) again_at_ = base::Instant{clock_.now().unix_ms + kCopyEveryMs};
    if (std::exchange(has_changed_, false)) store_changed();
}

// A clock that was set back would let it wait for days.
std::optional<std::int64_t> KeepingDesk::tick() {
    if (work_ == nullptr || !again_at_) return std::nullopt;
    const std::int64_t left = again_at_->unix_ms - clock_.now().unix_ms;
    if (left > 0 && left <= kCopyEveryMs) return left;
    again_at_.reset();
    store_changed();
    return std::nullopt;
}

std::vector<screens::StickPlace> KeepingDesk::sticks() {
    std::vector<screens::StickPlace> shown;
    for (const Stick& stick : client_app::sticks()) shown.push_back({stick.name, stick.folder});
    return shown;
}

void KeepingDesk::begin(Busy busy) {
    state_.busy = busy;
    state_.copy_trouble = CopyTrouble::None;
    state_.trial.reset();
}

void KeepingDesk::copy_now(const std::string& folder) {
    if (work_ == nullptr || state_.busy != Busy::No) return;
    begin(Busy::Copying);
    in_back_room([folder](Work& work, base::Instant now) -> Found {
        const auto copied = client_app::copy_now(*work.back, work.file, folder, now);
        const auto trouble = copied.ok() ? CopyTrouble::None : trouble_of(copied.error().code);
        return [trouble](KeepingState& state) {
            state.busy = Busy::No;
            state.copy_trouble = trouble;
        };
    });
}

void KeepingDesk::forget_copy() {
    in_back_room([](Work& work, base::Instant) {
        if (!client_app::forget_copy(*work.back).ok()) {
            base::log::warn("the folder of the copy could not be forgotten");
        }
        return Found();
    });
}

void KeepingDesk::try_copy() {
    if (work_ == nullptr || state_.busy != Busy::No) return;
    begin(Busy::Trying);
    in_back_room([](Work& work, base::Instant) -> Found {
        const auto tried = client_app::try_copy(*work.back, work.file);
        screens::CopyTrial trial;
        trial.finding = screens::CopyTrial::Finding::Failed;
        if (tried.ok()) trial = shown(tried.value());
        return [trial](KeepingState& state) {
            state.busy = Busy::No;
            state.trial = trial;
        };
    });
}

void KeepingDesk::check_store() {
    if (work_ == nullptr || state_.busy != Busy::No) return;
    begin(Busy::Checking);
    in_back_room([](Work& work, base::Instant now) -> Found {
        const auto checked = client_app::check_store(*work.back, now);
        if (!checked.ok()) base::log::error("the store could not be checked");
        return [](KeepingState& state) { state.busy = Busy::No; };
    });
}

void KeepingDesk::lost_is_seen() {
    in_back_room([](Work& work, base::Instant) -> Found {
        const base::Status done = store::forget_lost(*work.back);
        if (!done.ok()) base::log::warn("what was lost could not be marked as seen");
        return {};
    });
}

std::string KeepingDesk::version() {
    return kAppVersion;
}

}  // namespace client_app
