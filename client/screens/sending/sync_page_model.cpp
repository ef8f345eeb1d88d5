#include "client/screens/sending/sync_page_model.h"

#include "client/screens/frame/names.h"
#include "client/screens/sending/sending_words.h"
#include "client/screens/training/own_quiz.h"
#include "client/ui/words/dates.h"

#include <algorithm>
#include <cstdlib>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kClockDoubtMs = 10 * 60 * 1000;

// "60 minutes", "5 hours", "12 days".
std::string span_text(std::int64_t ms) {
    const std::int64_t minutes = ms / 60000;
    if (minutes < 120) return tr("{0} minutes", {std::to_string(minutes)});
    if (minutes < 48 * 60) return tr("{0} hours", {std::to_string(minutes / 60)});
    return tr("{0} days", {std::to_string(minutes / 60 / 24)});
}

SyncCount count(const char* key, std::string title, std::int64_t number, std::string none,
                std::string some, Standing if_some) {
    const bool is_none = number == 0;
    return {key, std::move(title), std::to_string(number),
            is_none ? std::move(none) : std::move(some), is_none ? Standing::Good : if_some};
}

}  // namespace

SyncPageModel::SyncPageModel(const Ports& ports)
    : receipts(ports),
      stick(ports),
      ports_(ports),
      has_other_users_(ports.session.users().size() > 1) {
    const std::vector<Draft> drafts = ports.records.drafts();
    drafts_ = static_cast<std::size_t>(std::count_if(
        drafts.begin(), drafts.end(), [](const Draft& each) { return each.type != kOwnQuiz; }));
}

void SyncPageModel::refresh() {
    ports_.sync.look();
    if (tab == SendingTab::Stick) stick.refresh();
}

void SyncPageModel::send_clicked() {
    if (!is_running()) ports_.sync.start();
}

void SyncPageModel::pause_clicked() {
    if (may_pause()) ports_.sync.pause();
}

bool SyncPageModel::may_pause() const {
    const SyncState& now = state();
    return now.is_running && !now.is_pausing && now.to_send > now.sent_so_far;
}

float SyncPageModel::progress() const {
    const SyncState& now = state();
    if (now.to_send == 0) return 0;
    const float part = static_cast<float>(now.sent_so_far) / static_cast<float>(now.to_send);
    return std::clamp(part, 0.0F, 1.0F);
}

std::string SyncPageModel::progress_text() const {
    const SyncState& now = state();
    if (now.is_pausing) return tr("Pausing after the part that is on its way …");
    if (now.to_send == 0) return tr("Asking the health centre for news …");
    const std::string records = tr("Sending: {0} of {1} received there",
                                   {std::to_string(now.sent_so_far), std::to_string(now.to_send)});
    if (now.bytes_to_send == 0) return records;
    return tr("{0}, {1} of {2}",
              {records, bytes_text(now.bytes_so_far), bytes_text(now.bytes_to_send)});
}

std::string SyncPageModel::cost_text() const {
    const SyncState& now = state();
    if (now.is_running || now.waiting == 0 || !now.cost) return {};
    const std::string size = bytes_text(now.cost->bytes);
    if (!now.cost->ms) return tr("Sending takes {0}", {size});
    return tr("Sending takes {0}, {1}", {size, took_text(*now.cost->ms)});
}

std::int64_t SyncPageModel::eyes_of_last() const {
    return state().last_sending ? state().last_sending->to_mend + state().last_sending->differing +
                                      state().last_sending->refused
                                : 0;
}

bool SyncPageModel::is_result_fine() const {
    return eyes_of_last() == 0;
}

std::string SyncPageModel::result_text() const {
    if (is_running() || !state().last_sending) return {};
    const ReceiptRow& last = *state().last_sending;
    const std::string received =
        tr("{0} records were received by the health centre at {1}.",
           {std::to_string(last.n_to - last.n_from + 1), clock_text(last.at, ports_.zone())});
    if (is_result_fine()) return received;
    return received + " " +
           tr("{0} of them need your attention.", {std::to_string(eyes_of_last())});
}

SyncPageModel::WaitingRow SyncPageModel::waiting_row(std::size_t i) const {
    const WaitingFamily& each = state().waiting_families.at(i);
    WaitingRow row;
    row.family = each.family;
    row.name = each.name;
    if (row.name.empty()) {
        row.name = each.family.empty() ? tr("Other records") : tr("Family without a name");
    }
    row.detail = tr("{0} records, the oldest of {1}",
                    {std::to_string(each.records), day_and_clock(each.oldest, ports_)});
    return row;
}

int SyncPageModel::attention_count() const {
    return static_cast<int>(state().to_mend + state().differing + state().refused);
}

bool SyncPageModel::is_green() const {
    return is_all_well(state());
}

std::string SyncPageModel::headline() const {
    const SyncState& now = state();
    if (is_paused()) return tr("Paused. Not sent yet: {0}", {std::to_string(now.waiting)});
    if (is_green()) return tr("Everything has been sent");
    if (now.waiting > 0) return not_sent_text(now);
    if (now.to_mend + now.refused > 0) return tr("Some records need your attention");
    if (now.differing > 0) return tr("Some answers differ from someone else's");
    if (!now.last_sync_at) return tr("Never connected to the health centre yet");
    return tr("Not yet compared with the health centre");
}

// Each user of a laptop has a store of her own, and what is only begun is no record yet.
std::string SyncPageModel::not_meant() const {
    std::string text;
    if (drafts_ > 0) {
        text += " ";
        text += tr("Begun and not finished: {0}. A draft is not sent.", {std::to_string(drafts_)});
    }
    if (!has_other_users_) return text;
    text += " ";
    text += tr("Others at this laptop send their own records, with their own PIN.");
    return text;
}

std::string SyncPageModel::all_there() const {
    return tr("Every record of yours has reached the health centre.") + not_meant();
}

std::vector<SyncCount> SyncPageModel::counts() const {
    const SyncState& now = state();
    std::vector<SyncCount> all;
    all.push_back(
        count("waiting", tr("Not sent yet"), now.waiting, all_there(),
              tr("Saved safely on this laptop, not yet at the health centre.") + not_meant(),
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
                         ? now.waiting > 0
                               ? tr("Compared: of what was sent, both hold the same records.")
                               : tr("Counted and compared: both hold the same records.")
                         : tr("Not compared yet. That happens at the next sending.");
    all.push_back(equal);
    return all;
}

std::string SyncPageModel::last_sync() const {
    if (!state().last_sync_at) return tr("Not connected yet");
    return tr("Last connected {0}", {day_and_clock(*state().last_sync_at, ports_)});
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

std::string SyncPageModel::going() const {
    if (!state().is_going || state().trouble == SyncTrouble::Revoked) return {};
    return tr(
        "The health centre has closed this laptop's access. What you have just saved is sent "
        "first; then the data on this laptop is erased.");
}

std::string SyncPageModel::erased() const {
    return state().is_running ? std::string() : erased_text(state().erased);
}

std::string SyncPageModel::left() const {
    return state().is_running ? std::string() : left_text(state().left);
}

// Said when it is over: meanwhile it is a sending like any other.
std::string SyncPageModel::restored() const {
    const bool is_over = !state().is_running && state().trouble == SyncTrouble::None;
    if (!state().sent_again || !is_over || state().waiting > 0) return {};
    return restored_text(*state().sent_again);
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
                         tr("Ask the coordinator for a new code. Then press Lock, choose \"Add a "
                            "user\" and your name: all your records stay."));
        case SyncTrouble::Revoked:
            return three(
                tr("Not sent: the health centre has closed this laptop's access."),
                state().waiting == 0
                    ? tr("Call the coordinator.")
                    : tr("Copy them onto a stick and give it to the coordinator: the health centre "
                         "still takes them."));
        case SyncTrouble::Paused:
            return three(tr("Not sent: the health centre has paused sending for now."), next_try());
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
    const Instant now = ports_.clock.now();
    const bool is_before_last =
        state().last_sync_at && now.unix_ms < state().last_sync_at->unix_ms - kClockDoubtMs;
    if (is_before_last) {
        return tr(
            "This laptop says {0}, but it was connected on {1} already. Set its date and "
            "time right: press the clock in the corner of the screen.",
            {words::long_date(ports_.today()),
             words::long_date(base::date_in(*state().last_sync_at, ports_.zone()))});
    }
    const std::int64_t off = std::abs(state().clock_offset_ms);
    if (off < kClockDoubtMs) return {};
    return tr(
        "This laptop's clock is {0} off. Set its date and time right: press the clock in the "
        "corner of the screen.",
        {span_text(off)});
}

std::string leaving_note(const SyncState& state) {
    if (state.waiting == 0) return {};
    return tr("{0} records are not sent yet. They are safe on this laptop.",
              {std::to_string(state.waiting)});
}

}  // namespace screens
