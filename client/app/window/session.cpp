#include "client/app/window/session.h"

#include "shared/base/log.h"
#include "shared/protocol/enrolment.h"

#include <chrono>

namespace client_app {

using screens::Unlocking;

namespace {}  // namespace

Session::Session(std::string data, const base::Clock& clock, std::function<void()> ring)
    : data_(std::move(data)),
      clock_(clock),
      ring_(ring),
      back_room_(std::move(ring)),
      families_(clock, back_room_),
      agenda_(families_, clock, back_room_),
      records_(families_, clock, random_),
      post_(families_, clock, back_room_),
      printer_(documents_folder()),
      referrals_(clock, back_room_) {
    records_.when_saved = [this] {
        post_.count_again();
        referrals_.read_again();
    };
    agenda_.when_said = [this] { post_.count_again(); };
    families_.when_changed = [this](const std::string& household) {
        agenda_.family_changed(household);
    };
    post_.when_received = [this] {
        agenda_.read_again();
        referrals_.read_again();
    };
}

Session::~Session() {
    post_.close();
    back_room_.finish();  // the back room's connection is the work's
}

screens::Ports Session::ports() {
    return {*this, families_, records_, post_, agenda_, printer_, referrals_, clock_};
}

double Session::tick() {
    back_room_.take_handovers();
    agenda_.tick();
    const auto left = post_.tick();
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
        unlocking_ = {Unlocking::State::Working, 0, {}};
        opening_ = std::async(std::launch::async, [this, file, pin] {
            back_room_.finish();  // her store may still be closing
            auto opened = open_work(file, pin, clock_, random_);
            ring_();
            return opened;
        });
    }
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
    if (!opened.value().work) {
        unlocking_ = {Unlocking::State::WrongPin, opened.value().wait_s, {}};
        return;
    }
    work_ = std::move(opened.value().work);
    families_.open(*work_);
    agenda_.open(*work_);
    records_.open(*work_);
    post_.open(*work_);
    referrals_.open(*work_);
    unlocking_ = {Unlocking::State::Open, 0, {}};
}

screens::Me Session::me() {
    if (!work_) return {};
    screens::Me me;
    me.user_id = work_->identity.user;
    me.name = work_->identity.user_name;
    me.role = work_->identity.role;
    for (const protocol::Unit& unit : work_->recorder->units()) {
        me.units.push_back({unit.code, unit.name});
    }
    return me;
}

base::Zone Session::zone() {
    return work_ ? work_->zone : base::Zone{};
}

void Session::lock() {
    unlocking_ = {};
    if (!work_) return;
    post_.close();
    families_.close();
    agenda_.close();
    records_.close();
    referrals_.close();
    printer_.clear();
    // The back room may still be in a round with its connection: it closes the work when done.
    back_room_.ask([work = std::shared_ptr<Work>(std::move(work_))]() mutable {
        const StoreFile file = work->file;
        work.reset();
        close_store(file);
    });
}

}  // namespace client_app
