#include "client/screens/sending/stick_model.h"

#include "client/screens/sending/sending_words.h"
#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kLookAgainMs = 2000;

// Each trip brings the laptop and the restored server one step nearer: nothing is wrong.
std::string restored_note(const CarriedIn& in) {
    const std::string what = restored_text(in.sent_again);
    return what + " " + tr("Copy onto the stick once more: this takes some trips.");
}

}  // namespace

void StickModel::refresh() {
    const Instant now = ports_.clock.now();
    const std::int64_t since = looked_at_ ? now.unix_ms - looked_at_->unix_ms : kLookAgainMs;
    if (since >= 0 && since < kLookAgainMs) return;
    looked_at_ = now;
    const std::vector<Choice> before = std::move(choices_);
    choices_.clear();
    for (const StickHere& stick : ports_.courier.sticks_here()) {
        const std::string name =
            stick.free_bytes < 0 ? stick.name
                                 : tr("{0}, {1} free", {stick.name, bytes_text(stick.free_bytes)});
        choices_.push_back({name, stick.folder});
    }
    const auto has_chosen = [this](const std::vector<Choice>& all) {
        return std::any_of(all.begin(), all.end(),
                           [this](const Choice& each) { return each.folder == folder; });
    };
    const bool was_pulled = has_chosen(before) && !has_chosen(choices_);
    if (was_pulled) folder.clear();
    if (folder.empty() && choices_.size() == 1) folder = choices_.front().folder;
}

bool StickModel::is_working() const {
    return state().doing != CourierState::Doing::Nothing;
}

void StickModel::write_clicked() {
    if (may_press()) ports_.courier.write_to(folder);
}

void StickModel::read_clicked() {
    if (may_press()) ports_.courier.read_from(folder);
}

std::string StickModel::what_goes() const {
    const std::int64_t waiting = ports_.sync.state().waiting;
    if (waiting == 0) {
        return tr("Nothing waits. The stick then only asks the health centre for news.");
    }
    return tr("{0} records that are not sent yet are copied. Nobody on the way can read them.",
              {std::to_string(waiting)});
}

std::string StickModel::write_note() const {
    if (state().doing == CourierState::Doing::Writing) return tr("Copying onto the stick …");
    if (!state().is_written_now) return {};
    std::string note =
        tr("It is on the stick, {0}. NOT sent until the answer comes back. You may "
           "pull the stick out now and have it taken to the health centre.",
           {bytes_text(state().written ? state().written->bytes : 0)});
    if (state().written && state().written->left > 0) {
        note += " " + tr("{0} more records go with the next one.",
                         {std::to_string(state().written->left)});
    }
    return note;
}

std::string StickModel::write_trouble() const {
    return sentence_of(state().write_trouble);
}

std::string StickModel::read_note() const {
    if (state().doing == CourierState::Doing::Reading) return tr("Reading the answer …");
    if (!state().read || state().read->replies == 0) return {};
    const CarriedIn& in = *state().read;
    if (in.is_restored) return restored_note(in);
    std::string note = in.confirmed > 0 ? tr("The health centre has received {0} of your records.",
                                             {std::to_string(in.confirmed)})
                                        : tr("This answer holds nothing new about your records.");
    if (in.received > 0) {
        note += " " + tr("{0} records of others are new here.", {std::to_string(in.received)});
    }
    const std::string erased = erased_text(in.erased);
    if (!erased.empty()) note += " " + erased;
    const std::string left = left_text(in.left);
    if (!left.empty()) note += " " + left;
    if (in.is_write_again) {
        note += std::string(" ") + tr("Not all has been taken yet: copy onto the stick once more.");
    }
    return note;
}

std::string StickModel::read_trouble() const {
    return state().read ? sentence_of(state().read->trouble) : std::string();
}

bool StickModel::is_all_back() const {
    return state().written && state().written->awaiting == 0;
}

std::string StickModel::awaiting() const {
    if (!state().written || state().written->changes == 0) return {};
    const CarriedOut& out = *state().written;
    const std::string when = day_and_clock(out.at, ports_);
    if (out.awaiting == 0) {
        return tr("Last copied {0}: all {1} records have been received by the health centre.",
                  {when, std::to_string(out.changes)});
    }
    return tr("Last copied {0}: {1} records. NOT sent yet, the answer has not come back.",
              {when, std::to_string(out.awaiting)});
}

std::string sentence_of(CarryTrouble trouble) {
    switch (trouble) {
        case CarryTrouble::None:
            return {};
        case CarryTrouble::Practice:
            return tr("Practice: nothing is sent. These families are invented.");
        case CarryTrouble::NotEnrolled:
            return tr(
                "This laptop is not registered at a health centre. Ask the coordinator for a "
                "code.");
        case CarryTrouble::NoSuchPlace:
            return tr("There is no stick at that place. Plug it in and try again.");
        case CarryTrouble::StickFull:
            return tr(
                "The stick is full; nothing was written. Make room on it, or take another. "
                "Your records are safe on this laptop.");
        case CarryTrouble::StickFailed:
            return tr(
                "The stick cannot be used: locked, pulled out, or broken. Try another. Your "
                "records are safe on this laptop.");
        case CarryTrouble::NoReply:
            return tr("No answer for this laptop is on the stick yet.");
        case CarryTrouble::NotABundle:
            return tr("That file is not an answer of the health centre. Nothing was changed.");
        case CarryTrouble::NewerProgram:
            return tr(
                "The answer is from a newer program. Ask the coordinator for the new one, "
                "then read it again.");
        case CarryTrouble::Cut:
            return tr(
                "Only half of the answer is there: the stick was pulled out too early. Ask "
                "the health centre to write it again.");
        case CarryTrouble::Damaged:
            return tr(
                "The answer was damaged on the way, or is not from your health centre. "
                "Nothing was changed; ask them to write it again.");
        case CarryTrouble::OtherLaptop:
            return tr(
                "The answer on the stick is for another laptop or another cadre. Leave it "
                "there for her.");
        case CarryTrouble::Storage:
            return tr("This laptop's disk refused to write. Make room on it, then read again.");
    }
    return {};
}

}  // namespace screens
