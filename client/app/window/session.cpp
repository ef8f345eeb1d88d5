#include "client/app/window/session.h"

#include "client/store/practice_mark.h"
#include "shared/base/log.h"
#include "shared/protocol/enrolment.h"

#include <chrono>

namespace client_app {

using screens::Unlocking;

Session::Session(std::string data, const base::Clock& clock, std::function<void()> ring)
    : data_(std::move(data)),
      clock_(clock),
      ring_(ring),
      back_room_(std::move(ring)),
      families_(clock, back_room_),
      agenda_(families_, clock, back_room_),
      records_(families_, clock, random_),
      post_(families_, clock, back_room_, random_),
      printer_(documents_folder()),
      referrals_(clock, back_room_),
      births_(back_room_),
      register_(post_, clock, back_room_),
      trainings_(back_room_),
      courier_(clock, back_room_),
      settings_(data_),
      access_(data_, clock, ring_),
      keeping_(clock, back_room_) {
    wire();
    for (const Erased& erased : finish_erasing_all(data_)) show_erased(erased);
}

// What one of them did, others want to know.
void Session::wire() {
    records_.when_saved = [this](std::int64_t changes) {
        post_.saved(changes);
        keeping_.store_changed();
        referrals_.read_again();
        births_.read_again();
        trainings_.read_again();
    };
    agenda_.when_said = [this](std::int64_t changes) {
        post_.saved(changes);
        keeping_.store_changed();
    };
    families_.when_changed = [this](const std::string& household) {
        agenda_.family_changed(household);
    };
    post_.when_done = [this] {
        keeping_.store_changed();
        courier_.look_again();
    };
    settings_.when_phone_kept = [this] { referrals_.read_again(); };
    courier_.when_read = [this] { post_.taken_in(); };
    courier_.when_closed = [this] { permission_closed(); };
    post_.when_closed = [this] { permission_closed(); };
    post_.when_received = [this] {
        agenda_.read_again();
        referrals_.read_again();
        births_.read_again();
        trainings_.read_again();
    };
}

Session::~Session() {
    post_.close();
    back_room_.finish();  // the back room's connection is the work's
}

screens::Ports Session::ports() {
    return {*this,     families_, records_,   post_,    courier_,   agenda_,
            settings_, access_,   keeping_,   printer_, referrals_, births_,
            births_,   register_, trainings_, speaker_, clock_};
}

double Session::tick() {
    back_room_.take_handovers();
    agenda_.tick();
    auto left = post_.tick();
    const auto until_copy = keeping_.tick();
    if (until_copy && (!left || *until_copy < *left)) left = until_copy;
    return left ? static_cast<double>(*left) / 1000.0 : -1.0;
}

std::vector<screens::LocalUser> Session::users() {
    std::vector<screens::LocalUser> users;
    const auto files = store_files(data_);
    if (!files.ok()) return users;
    for (const StoreFile& file : files.value()) {
        users.push_back({file.name, file.label});
    }
    return users;
}

void Session::unlock(const std::string& user, const std::string& pin) {
    if (opening_.valid()) return;
    const auto files = store_files(data_);
    if (!files.ok()) return;
    for (const StoreFile& file : files.value()) {
        if (file.name != user) continue;
        begin_opening([this, file, pin] { return open_work(file, pin, clock_, random_); });
    }
}

void Session::practise(bool anew) {
    if (opening_.valid()) return;
    lock();  // beginning anew: the store is open
    const PracticeStart start = anew ? PracticeStart::Anew : PracticeStart::GoOn;
    begin_opening([this, start] { return open_practice_work(data_, clock_, random_, start); });
}

void Session::begin_opening(std::function<Opened()> open) {
    unlocking_ = {Unlocking::State::Working, 0, {}};
    opening_ = std::async(std::launch::async, [this, open = std::move(open)] {
        back_room_.finish();  // the store may still be closing
        auto opened = open();
        ring_();
        return opened;
    });
}

Unlocking Session::unlocking() {
    const bool is_ready =
        opening_.valid() && opening_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    if (is_ready) take_opening();
    return unlocking_;
}

void Session::take_opening() {
    auto opened = opening_.get();
    if (!opened.ok()) {
        base::log::error("the store could not be opened: " + opened.error().message);
        unlocking_ = {Unlocking::State::Failed, 0, opened.error().message};
        return;
    }
    if (opened.value().is_elsewhere) {
        unlocking_ = {Unlocking::State::Elsewhere, 0, {}};
        return;
    }
    if (!opened.value().work) {
        unlocking_ = {Unlocking::State::WrongPin, opened.value().wait_s, {}};
        return;
    }
    work_ = std::move(opened.value().work);
    open_pages();
    unlocking_ = {Unlocking::State::Open, 0, {}};
}

void Session::open_pages() {
    families_.open(*work_);
    agenda_.open(*work_);
    records_.open(*work_);
    if (!store::is_practice(work_->identity)) post_.open(*work_);
    referrals_.open(*work_);
    births_.open(*work_);
    register_.open(*work_);
    trainings_.open(*work_);
    courier_.open(*work_);
    settings_.open(*work_);
    access_.open(work_->file);
    keeping_.open(*work_);
}

screens::Me Session::me() {
    if (!work_) return {};
    screens::Me me;
    me.user_id = work_->identity.user;
    me.name = work_->identity.user_name;
    me.role = work_->identity.role;
    me.is_practice = store::is_practice(work_->identity);
    me.centre = work_->identity.centre;
    for (const protocol::Unit& unit : work_->recorder->units()) {
        me.units.push_back({unit.code, unit.name});
    }
    return me;
}

base::Zone Session::zone() {
    return work_ ? work_->zone : base::Zone{};
}

// The screens close her work as soon as they see it (SYNC 24).
void Session::permission_closed() {
    if (!work_ || closed_) return;
    const auto left = not_received(*work_->store);
    if (left.ok() && left.value() > 0) return post_.send_before_going();
    const base::Status begun = begin_erasing(*work_->store, work_->file);
    if (!begun.ok()) return base::log::warn("not erased: " + begun.error().message);
    closed_ = screens::Closed{};
}

void Session::show_erased(const base::Result<Erased>& erased) {
    using State = screens::Closed::State;
    screens::Closed closed;
    closed.state = erased.ok() ? State::Erased : State::Failed;
    if (erased.ok()) {
        closed.received = erased.value().received;
        closed.has_proof = !erased.value().proof.empty();
        closed.is_copy_left = erased.value().is_copy_left;
    } else {
        base::log::error("the store could not be erased: " + erased.error().message);
    }
    closed_ = closed;
}

void Session::lock() {
    unlocking_ = {};
    if (!work_) return;
    post_.close();
    families_.close();
    agenda_.close();
    records_.close();
    referrals_.close();
    births_.close();
    register_.close();
    trainings_.close();
    courier_.close();
    settings_.close();
    access_.close();
    keeping_.close();
    printer_.clear();
    // The back room may still be in a round with its connection: it closes the work when done.
    back_room_.ask([this, work = std::shared_ptr<Work>(std::move(work_))]() mutable {
        const StoreFile file = work->file;
        work.reset();
        close_store(file);
        if (!is_being_erased(file)) return;
        back_room_.hand_over([this, erased = finish_erasing(file)] { show_erased(erased); });
    });
}

}  // namespace client_app
