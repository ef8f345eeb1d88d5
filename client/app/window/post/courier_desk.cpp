#include "client/app/window/post/courier_desk.h"

#include "client/app/keeping/sticks.h"
#include "client/app/window/post/last_bundle.h"
#include "client/app/window/post/post_run.h"
#include "client/store/practice_mark.h"
#include "shared/base/file.h"
#include "shared/base/log.h"

#include <filesystem>

namespace client_app {

using screens::CarryTrouble;
using Doing = screens::CourierState::Doing;

namespace {

CarryTrouble shown(CourierTrouble trouble) {
    switch (trouble) {
        case CourierTrouble::NotEnrolled:
            return CarryTrouble::NotEnrolled;
        case CourierTrouble::NoSuchPlace:
            return CarryTrouble::NoSuchPlace;
        case CourierTrouble::StickFull:
            return CarryTrouble::StickFull;
        case CourierTrouble::StickFailed:
            return CarryTrouble::StickFailed;
        case CourierTrouble::NoReply:
            return CarryTrouble::NoReply;
        case CourierTrouble::NotABundle:
            return CarryTrouble::NotABundle;
        case CourierTrouble::NewerProgram:
            return CarryTrouble::NewerProgram;
        case CourierTrouble::Cut:
            return CarryTrouble::Cut;
        case CourierTrouble::Damaged:
            return CarryTrouble::Damaged;
        case CourierTrouble::OtherLaptop:
            return CarryTrouble::OtherLaptop;
        case CourierTrouble::Storage:
            return CarryTrouble::Storage;
    }
    return CarryTrouble::StickFailed;
}

// A stick that is gone must not become a file of its name on this laptop's disk.
WrittenBundle written_on_stick(Work& work, const base::Clock& clock, const std::string& folder) {
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored)) {
        return write_bundle(*work.back, work.identity, work.back_forms, clock, folder);
    }
    WrittenBundle none;
    none.trouble = CourierTrouble::NoSuchPlace;
    return none;
}

// The one to tell of: a file that should have been ours before one that never was.
CarryTrouble trouble_of(const ReadReplies& found) {
    if (!found.troubles.empty()) return shown(found.troubles.front().trouble);
    const bool only_others = found.replies == 0 && !found.others.empty();
    return only_others ? CarryTrouble::OtherLaptop : CarryTrouble::None;
}

}  // namespace

void CourierDesk::open(Work& work) {
    work_ = &work;
    ++opened_;
    state_ = {};
    look_again();
}

void CourierDesk::close() {
    work_ = nullptr;
    ++opened_;
    state_ = {};
}

void CourierDesk::look_again() {
    if (work_ != nullptr) state_.written = last_bundle(*work_->store);
}

std::vector<screens::StickHere> CourierDesk::sticks_here() {
    if (sticks) return sticks();
    std::vector<screens::StickHere> here;
    for (const Stick& stick : client_app::sticks()) {
        here.push_back({stick.name, stick.folder, base::free_disk_bytes(stick.folder)});
    }
    return here;
}

void CourierDesk::write_to(const std::string& folder) {
    if (work_ == nullptr || state_.doing != Doing::Nothing) return;
    state_.write_trouble = CarryTrouble::None;
    state_.is_written_now = false;
    state_.read.reset();
    if (store::is_practice(work_->identity)) {
        state_.write_trouble = CarryTrouble::Practice;
        return;
    }
    state_.doing = Doing::Writing;
    back_room_.ask([this, work = work_, opening = opened_, folder] {
        const auto before = work->back->progress();
        const WrittenBundle bundle = written_on_stick(*work, clock_, folder);
        if (!bundle.trouble && before.ok()) {
            const auto kept = keep_last_bundle(*work->back, bundle, before.value(), clock_.now());
            if (!kept.ok()) base::log::warn("the bundle written could not be remembered");
        }
        back_room_.hand_over([this, opening, bundle] {
            if (opening == opened_) written(bundle);
        });
    });
}

void CourierDesk::written(const WrittenBundle& bundle) {
    state_.doing = Doing::Nothing;
    state_.is_written_now = !bundle.trouble;
    if (bundle.trouble) state_.write_trouble = shown(*bundle.trouble);
    look_again();
}

void CourierDesk::read_from(const std::string& folder) {
    if (work_ == nullptr || state_.doing != Doing::Nothing) return;
    state_.doing = Doing::Reading;
    state_.read.reset();
    state_.write_trouble = CarryTrouble::None;
    state_.is_written_now = false;
    back_room_.ask([this, work = work_, opening = opened_, folder] {
        const ReadReplies found =
            read_replies(*work->back, work->identity, work->back_forms, clock_, folder);
        back_room_.hand_over([this, opening, found] {
            if (opening == opened_) read(found);
        });
    });
}

void CourierDesk::read(const ReadReplies& found) {
    state_.doing = Doing::Nothing;
    screens::CarriedIn in;
    in.replies = found.replies;
    in.confirmed = found.confirmed;
    in.received = found.received;
    in.is_write_again = found.write_again;
    in.is_restored = found.is_turning;
    in.sent_again = found.sent_again;
    add(found.erased, found.gone, in.erased);
    in.left = found.left;
    in.others = static_cast<std::int64_t>(found.others.size());
    in.trouble = trouble_of(found);
    state_.read = in;
    look_again();
    const bool changed = in.replies > 0 || in.confirmed > 0 || in.received > 0;
    if ((changed || found.is_turning) && when_read) when_read();
    if (found.must_erase && when_closed) when_closed();
}

}  // namespace client_app
