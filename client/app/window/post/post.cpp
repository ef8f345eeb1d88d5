#include "client/app/window/post/post.h"

#include "client/app/sending/syncing.h"
#include "client/app/window/post/post_rows.h"
#include "client/app/window/post/post_run.h"
#include "client/store/status.h"
#include "client/sync/cost.h"
#include "shared/base/log.h"

#include <algorithm>

namespace client_app {

using screens::SyncTrouble;

void Post::open(Work& work) {
    work_ = &work;
    ++opened_;
    is_cancelled_ = false;
    state_ = {};
    failures_ = 0;
    is_looking_ = false;
    network_then_ = network();
    looked_at_network_ms_ = clock_.now().unix_ms;
    show(std::move(work.outbox));
    start();
}

void Post::close() {
    is_cancelled_ = true;
    ++opened_;
    work_ = nullptr;
    state_ = {};
}

void Post::saved(std::int64_t changes) {
    if (work_ == nullptr || changes == 0) return;
    ++saves_;
    state_.waiting += changes;
    is_look_old_ = true;
    count_again();
}

// Of the saves that wait to be counted the last one counts them all.
void Post::count_again() {
    back_room_.ask([this, work = work_, opening = opened_, saves = saves_.load()] {
        if (saves != saves_) return;
        auto now = outbox_now(*work->back);
        if (!now.ok()) return base::log::warn("what waits to be sent could not be counted");
        back_room_.hand_over([this, opening, saves, now = std::move(now).value()]() mutable {
            if (opening == opened_ && saves == saves_) show(std::move(now));
        });
    });
}

void Post::show(OutboxNow&& now) {
    const store::SyncStatus& status = now.status;
    state_.waiting = status.waiting;
    state_.to_mend = status.quarantined;
    state_.differing = status.conflicted;
    state_.refused = status.rejected;
    state_.confirmed = status.confirmed;
    state_.is_equal = status.agreed;
    state_.last_sync_at = status.last_sync_at;
    state_.clock_offset_ms = status.clock_offset_ms;
    for (screens::TroubledRow& row : now.troubled) row.who = families_.name_of(row.family);
    state_.troubled = std::move(now.troubled);
    state_.receipts = std::move(now.receipts);
    is_look_old_ = true;
}

void Post::taken_in() {
    if (work_ == nullptr) return;
    take_new_forms();
    count_again();
    families_.read_again();
    if (when_done) when_done();
    if (when_received) when_received();
}

void Post::look() {
    if (work_ == nullptr || is_looking_ || !is_look_old_ || state_.is_running) return;
    is_looking_ = true;
    is_look_old_ = false;
    back_room_.ask([this, work = work_, opening = opened_] {
        WaitingNow now = waiting_now(*work, clock_);
        back_room_.hand_over([this, opening, now = std::move(now)]() mutable {
            if (opening != opened_) return;
            is_looking_ = false;
            for (auto& row : now.families) row.name = families_.name_of(row.family);
            state_.waiting_families = std::move(now.families);
            state_.cost = now.cost;
        });
    });
}

std::vector<screens::ResultRow> Post::results(std::int64_t n_from, std::int64_t n_to) {
    if (work_ == nullptr) return {};
    return result_rows(*work_->store, families_, n_from, n_to);
}

void Post::start() {
    if (work_ == nullptr || state_.is_running) return;
    state_.is_running = true;
    state_.is_paused = false;
    state_.is_pausing = false;
    is_pausing_ = false;
    state_.next_try_at.reset();
    state_.to_send = state_.waiting;
    state_.sent_so_far = 0;
    state_.bytes_so_far = 0;
    state_.bytes_to_send = 0;
    back_room_.ask([this, work = work_, opening = opened_] { send_all(*work, opening); });
}

void Post::send_before_going() {
    state_.is_going = true;
    start();
}

void Post::pause() {
    if (!state_.is_running) return;
    state_.is_pausing = true;
    is_pausing_ = true;
}

void Post::send_all(const Work& work, std::int64_t opening) {
    Run run = Run::begin(*work.back);
    if (run.left > 0) {
        const auto cost =
            sync_client::cost_of(*work.back, clock_, {kAppVersion, work.back_forms.digest()});
        if (cost.ok()) run.bytes_all = cost.value().bytes;
    }
    const auto tell = [this, opening, &run] {
        back_room_.hand_over([this, opening, now = run] {
            if (opening == opened_) show_progress(now);
        });
    };
    tell();
    const auto progress = [this, &work, &run, &tell](const sync_client::Total& so_far) {
        run.count(*work.back, so_far);
        tell();
        return !is_cancelled_.load() && !is_pausing_.load();
    };
    run.total =
        sync_all(*work.back, work.identity, work.back_forms, clock_, &is_cancelled_, progress);
    run.saves = saves_;
    if (auto now = outbox_now(*work.back); now.ok()) run.outbox = std::move(now).value();
    back_room_.hand_over([this, opening, ended = std::move(run)]() mutable {
        if (opening == opened_) run_done(std::move(ended));
    });
}

void Post::show_progress(const Run& run) {
    state_.sent_so_far = run.received;
    state_.to_send = run.received + run.left;
    state_.bytes_to_send = run.bytes_all;
    // The rounds after the last batch only ask: they are no bytes of what waited.
    const std::int64_t most = run.left > 0 ? run.bytes_all * 99 / 100 : run.bytes_all;
    state_.bytes_so_far = std::min(run.bytes_sent, most);
}

void Post::run_done(Run&& run) {
    state_.is_running = false;
    state_.trouble = trouble_of(*run.total);
    failures_ = state_.trouble == SyncTrouble::None ? 0 : failures_ + 1;
    state_.is_paused = state_.is_pausing && state_.trouble == SyncTrouble::None && run.left > 0;
    state_.is_pausing = false;
    const bool has_error = run.total->ok() && run.total->value().error;
    const std::int64_t wished = has_error ? run.total->value().error->retry_after_ms : 0;
    const std::int64_t pause = pause_after(state_.trouble, failures_, random_, wished);
    state_.next_try_at = base::Instant{clock_.now().unix_ms + pause};
    take_new_forms();
    // Else a save meanwhile has asked for a count of its own.
    if (run.outbox && run.saves == saves_) show(std::move(*run.outbox));
    if (run.received > 0) {
        screens::ReceiptRow sending;
        sending.at = clock_.now();
        sending.n_from = run.first_n;
        sending.n_to = run.first_n + run.received - 1;
        count_results(*work_->store, sending);
        state_.last_sending = sending;
    }
    families_.read_again();
    if (when_done && run.total->ok() && run.total->value().rounds > 0) when_done();
    if (!run.total->ok()) return;
    const sync_client::Total& total = run.total->value();
    if (total.turned) state_.sent_again = state_.sent_again.value_or(0) + total.sent_again;
    add(total.erased, total.gone, state_.erased);
    state_.left += total.left;
    if (total.received + total.erased + total.left > 0 && when_received) when_received();
    if (total.must_erase && when_closed) when_closed();
}

void Post::take_new_forms() {
    if (!work_->take_new_forms().ok()) base::log::warn("new forms could not be read");
    back_room_.ask([work = work_, forms = work_->forms] { work->back_forms = forms; });
}

// Only while it matters: something waits, or the last try did not get through.
bool Post::has_new_network() {
    const bool is_wanted = state_.waiting > 0 || state_.trouble != SyncTrouble::None;
    const std::int64_t now = clock_.now().unix_ms;
    const std::int64_t since = now - looked_at_network_ms_;
    if (!is_wanted || state_.is_paused || (since >= 0 && since < kNetworkLookMs)) return false;
    looked_at_network_ms_ = now;
    std::string here = network();
    const bool is_another = here != network_then_;
    network_then_ = std::move(here);
    return is_another && !network_then_.empty();
}

std::optional<std::int64_t> Post::tick() {
    if (work_ == nullptr || state_.is_running || !state_.next_try_at) return std::nullopt;
    const std::int64_t left = state_.next_try_at->unix_ms - clock_.now().unix_ms;
    const bool was_clock_set_back = left > 2 * kNextRoundMs;
    if (left > 0 && !was_clock_set_back && !has_new_network()) {
        const bool is_watching = state_.waiting > 0 || state_.trouble != SyncTrouble::None;
        return is_watching ? std::min(left, kNetworkLookMs) : left;
    }
    start();
    return std::nullopt;
}

}  // namespace client_app
