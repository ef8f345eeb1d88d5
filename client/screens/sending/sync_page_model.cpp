#include "client/screens/sending/sync_page_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"

#include <algorithm>
#include <cstdlib>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kClockDoubtMs = 10 * 60 * 1000;

std::string time_of(Instant at, const base::Zone& zone) {
    return base::to_date_time_text(at, zone).substr(11, 5);
}

std::string day_and_time(Instant at, const Ports& ports) {
    return tr("{0} at {1}", {words::ago(base::date_in(at, ports.zone()), ports.today()),
                             time_of(at, ports.zone())});
}

SyncCount count(const char* key, std::string title, std::int64_t number, std::string none,
                std::string some, Standing if_some) {
    const bool is_none = number == 0;
    return {key, std::move(title), std::to_string(number),
            is_none ? std::move(none) : std::move(some), is_none ? Standing::Good : if_some};
}

}  // namespace

void SyncPageModel::send_clicked() {
    if (!is_running()) ports_.sync.start();
}

float SyncPageModel::progress() const {
    const SyncState& now = state();
    if (now.to_send == 0) return 0;
    return static_cast<float>(now.sent_so_far) / static_cast<float>(now.to_send);
}

std::string SyncPageModel::progress_text() const {
    const SyncState& now = state();
    if (now.to_send == 0) return tr("Asking the health centre for news …");
    return tr("Sending: {0} of {1} received there",
              {std::to_string(now.sent_so_far), std::to_string(now.to_send)});
}

bool SyncPageModel::is_green() const {
    return is_all_well(state());
}

std::string SyncPageModel::headline() const {
    const SyncState& now = state();
    if (is_green()) return tr("Everything has been sent");
    if (now.waiting > 0) return not_sent_text(now);
    if (now.to_mend + now.refused > 0) return tr("Some records need your attention");
    if (now.differing > 0) return tr("Some answers differ from someone else's");
    if (!now.last_sync_at) return tr("Never connected to the health centre yet");
    return tr("Not yet compared with the health centre");
}

std::vector<SyncCount> SyncPageModel::counts() const {
    const SyncState& now = state();
    std::vector<SyncCount> all;
    all.push_back(count("waiting", tr("Not sent yet"), now.waiting,
                        tr("Every record of this laptop has reached the health centre."),
                        tr("Saved safely on this laptop, not yet at the health centre."),
                        Standing::Waiting));
    all.push_back(count(
        "to mend", tr("To be put right"), now.to_mend + now.refused, tr("Nothing was held back."),
        tr("They have arrived, but do not count until they are put right."), Standing::Attention));
    all.push_back(count("differing", tr("Answers differ"), now.differing,
                        tr("Nobody has written anything else."),
                        tr("Someone else wrote another answer. Yours is kept; the health centre "
                           "decides."),
                        Standing::Attention));
    SyncCount equal{
        "equal", tr("Same as the health centre"), std::to_string(now.confirmed), {}, {}};
    equal.standing = now.is_equal && now.last_sync_at ? Standing::Good : Standing::Unknown;
    equal.sentence = equal.standing == Standing::Good
                         ? tr("Counted and compared: both hold the same records.")
                         : tr("Not compared yet. That happens at the next sending.");
    all.push_back(equal);
    return all;
}

std::string SyncPageModel::last_sync() const {
    if (!state().last_sync_at) return tr("Not connected yet");
    return tr("Last connected {0}", {day_and_time(*state().last_sync_at, ports_)});
}

std::string SyncPageModel::saved_here() const {
    if (state().waiting == 0) return tr("Your data on this laptop is safe.");
    return tr("Your {0} records are safe on this laptop.", {std::to_string(state().waiting)});
}

std::string SyncPageModel::next_try() const {
    if (!state().next_try_at) return tr("Press Send now to try again.");
    const std::int64_t left_ms = state().next_try_at->unix_ms - ports_.clock.now().unix_ms;
    const std::int64_t minutes = std::max<std::int64_t>(1, (left_ms + 59999) / 60000);
    return tr("Trying again in {0} minutes.", {std::to_string(minutes)});
}

std::string SyncPageModel::trouble() const {
    const auto three = [&](std::string what, std::string next) {
        return what + " " + saved_here() + " " + next;
    };
    switch (state().trouble) {
        case SyncTrouble::None:
            return {};
        case SyncTrouble::NoConnection:
            return three(tr("Not sent: no connection to the health centre."), next_try());
        case SyncTrouble::WrongServer:
            return three(tr("Not sent: what answered is not your health centre. Perhaps the Wi-Fi "
                            "wants you to sign in first."),
                         next_try());
        case SyncTrouble::OtherAnswered:
            return three(
                tr("Not sent: this Wi-Fi or network wants something first. Open a web page, "
                   "sign in there, then press Send now."),
                next_try());
        case SyncTrouble::NotEnrolled:
            return three(tr("Not sent: the health centre does not know this laptop."),
                         tr("Ask the coordinator for a new code."));
        case SyncTrouble::Revoked:
            return three(tr("Not sent: the health centre has closed this laptop's access."),
                         tr("Call the coordinator."));
        case SyncTrouble::ProgramTooOld:
            return three(tr("Not sent: this program is too old for the health centre."),
                         tr("Ask the coordinator for the new one."));
        case SyncTrouble::ServerBusy:
            return three(tr("Not sent: the health centre is busy."), next_try());
        case SyncTrouble::ServerTrouble:
            return three(tr("Not sent: the health centre's server has a problem."), next_try());
        case SyncTrouble::Disk:
            return tr("This laptop's disk refused to write. Make room on it, then press Send now.");
        case SyncTrouble::Practice:
            return tr("Practice: nothing is sent. These families are invented.");
    }
    return {};
}

std::string SyncPageModel::clock_doubt() const {
    const std::int64_t off = std::abs(state().clock_offset_ms);
    if (off < kClockDoubtMs) return {};
    return tr("This laptop's clock is {0} minutes off. Please set its date and time right.",
              {std::to_string(off / 60000)});
}

std::string SyncPageModel::receipt_text(const ReceiptRow& receipt) const {
    return tr("{0}: {1} records received", {day_and_time(receipt.at, ports_),
                                            std::to_string(receipt.n_to - receipt.n_from + 1)});
}

std::string SyncPageModel::troubled_text(const TroubledRow& row) const {
    switch (row.kind) {
        case TroubledRow::Kind::ToMend:
            return tr("held at the health centre until it is put right");
        case TroubledRow::Kind::Differs:
            return tr("someone else wrote another answer");
        case TroubledRow::Kind::Refused:
            return tr("refused by the health centre");
    }
    return {};
}

}  // namespace screens
