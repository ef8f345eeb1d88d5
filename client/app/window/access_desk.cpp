#include "client/app/window/access_desk.h"

#include "client/app/keeping/pin.h"
#include "client/app/sending/enrolling.h"
#include "shared/base/file.h"
#include "shared/base/log.h"
#include "shared/protocol/enrolment.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <vector>

namespace client_app {

using screens::AccessState;
using Outcome = AccessState::Outcome;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRequestName = "permintaan-pin-";
constexpr std::string_view kAnswerName = "jawaban-pin";

Outcome outcome_of(EnrolTrouble trouble) {
    switch (trouble) {
        case EnrolTrouble::None:
            return Outcome::Done;
        case EnrolTrouble::BadCode:
            return Outcome::BadCode;
        case EnrolTrouble::BadPin:
            return Outcome::PinTooShort;
        case EnrolTrouble::BadAddress:
            return Outcome::BadAddress;
        case EnrolTrouble::CodeUnknown:
            return Outcome::CodeUnknown;
        case EnrolTrouble::CodeUsed:
            return Outcome::CodeUsed;
        case EnrolTrouble::CodeExpired:
            return Outcome::CodeExpired;
        case EnrolTrouble::NoConnection:
            return Outcome::NoConnection;
        case EnrolTrouble::WrongServer:
            return Outcome::WrongServer;
        case EnrolTrouble::AlreadyHere:
            return Outcome::AlreadyHere;
        case EnrolTrouble::OtherUser:
            return Outcome::OtherUser;
        case EnrolTrouble::WrongPin:
            return Outcome::WrongPin;
        case EnrolTrouble::Elsewhere:
            return Outcome::Elsewhere;
        case EnrolTrouble::Storage:
            break;
    }
    return Outcome::Failed;
}

Outcome outcome_of(PinChange::Outcome outcome) {
    switch (outcome) {
        case PinChange::Outcome::Changed:
            return Outcome::Done;
        case PinChange::Outcome::WrongPin:
            return Outcome::WrongPin;
        case PinChange::Outcome::TooShort:
            return Outcome::PinTooShort;
        case PinChange::Outcome::Same:
            return Outcome::SamePin;
        case PinChange::Outcome::Mistyped:
            return Outcome::Mistyped;
        case PinChange::Outcome::NotOurs:
            return Outcome::NotOurs;
    }
    return Outcome::Failed;
}

// "192.168.1.10:8443" as people write it down.
std::string whole_address(const std::string& typed) {
    const bool is_whole = typed.empty() || typed.find("://") != std::string::npos;
    return is_whole ? typed : "https://" + typed;
}

AccessState of_change(const Result<PinChange>& change) {
    if (change.ok()) return {outcome_of(change.value().outcome), change.value().wait_s, {}};
    base::log::error("a PIN could not be set: " + change.error().message);
    return {Outcome::Failed, 0, {}};
}

}  // namespace

AccessDesk::~AccessDesk() {
    if (working_.valid()) working_.wait();
}

void AccessDesk::begin(std::function<AccessState()> work) {
    if (working_.valid()) return;
    state_ = {Outcome::Working, 0, {}};
    working_ = std::async(std::launch::async, [this, work = std::move(work)] {
        AccessState done = work();
        ring_();
        return done;
    });
}

AccessState AccessDesk::state() {
    const bool is_ready =
        working_.valid() && working_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    if (is_ready) {
        state_ = working_.get();
        count_tries();
    }
    return state_;
}

void AccessDesk::forget() {
    if (!working_.valid()) state_ = {};
}

bool AccessDesk::is_whole_code(const std::string& code) {
    return protocol::parse_enrolment_code(code).ok();
}

void AccessDesk::enrol_again(const screens::Enrolment& wanted) {
    begin([this, wanted] {
        EnrolTrouble trouble = EnrolTrouble::None;
        int wait_s = 0;
        const Renewal renewal{data_, file_named(data_, wanted.again), wanted.code,
                              whole_address(wanted.address), wanted.pin};
        const auto made = client_app::enrol_again(renewal, clock_.now(), &trouble, &wait_s);
        if (!made.ok()) return AccessState{outcome_of(trouble), wait_s, {}};
        return AccessState{Outcome::Done, 0, wanted.again};
    });
}

void AccessDesk::enrol(const screens::Enrolment& wanted) {
    if (!wanted.again.empty()) return enrol_again(wanted);
    begin([this, wanted] {
        EnrolTrouble trouble = EnrolTrouble::None;
        const auto made = client_app::enrol(data_, wanted.code, whole_address(wanted.address),
                                            wanted.pin, clock_.now(), &trouble);
        if (!made.ok()) return AccessState{outcome_of(trouble), 0, {}};
        close_store(file_named(data_, made.value().device));  // opened by its PIN, as always
        return AccessState{Outcome::Done, 0, made.value().device};
    });
}

void AccessDesk::change_pin(const std::string& old_pin, const std::string& new_pin) {
    begin([file = file_, now = clock_.now(), old_pin, new_pin] {
        return of_change(client_app::change_pin(file, old_pin, new_pin, now));
    });
}

void AccessDesk::check_pin(const std::string& pin) {
    if (working_.valid()) return;
    const std::int64_t left_ms = heard_again_at_.unix_ms - clock_.now().unix_ms;
    const std::int64_t whole_ms = std::int64_t{1000} * store::vault::wait_after(wrong_tries_);
    if (left_ms > 0 && left_ms <= whole_ms) {  // else the clock was set back
        state_ = {Outcome::WrongPin, static_cast<int>((left_ms + 999) / 1000), {}};
        return;
    }
    begin([file = file_, now = clock_.now(), pin] {
        return of_change(client_app::check_pin(file, pin, now));
    });
    is_check_ = true;
}

void AccessDesk::count_tries() {
    if (!is_check_) return;
    is_check_ = false;
    wrong_tries_ = state_.outcome == Outcome::WrongPin ? wrong_tries_ + 1 : 0;
    if (wrong_tries_ == 0) return;
    state_.wait_s = std::max(state_.wait_s, store::vault::wait_after(wrong_tries_));
    heard_again_at_ = base::Instant{clock_.now().unix_ms + std::int64_t{1000} * state_.wait_s};
}

base::Result<screens::PinRequest> AccessDesk::pin_request(const std::string& user) {
    TRY_LET(request, ask_for_new_pin(file_named(data_, user)));
    return screens::PinRequest{request.text, request.code};
}

void AccessDesk::set_rescued_pin(const std::string& user, const std::string& answer,
                                 const std::string& new_pin) {
    begin([file = file_named(data_, user), answer, new_pin] {
        return of_change(client_app::set_rescued_pin(file, answer, new_pin));
    });
}

base::Status AccessDesk::write_request(const std::string& user, const std::string& folder) {
    TRY_LET(request, pin_request(user));
    const std::string name = std::string(kRequestName) + request.code + ".txt";
    return base::replace_file(folder + "/" + name, request.text);
}

base::Result<std::string> AccessDesk::read_answer(const std::string& folder) {
    std::vector<std::pair<fs::file_time_type, std::string>> answers;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const bool is_answer = at->path().filename().string().starts_with(kAnswerName);
        if (is_answer) answers.emplace_back(fs::last_write_time(at->path(), error), at->path());
    }
    if (answers.empty()) {
        return base::Error{base::ErrorCode::NotFound, "no answer lies in that folder"};
    }
    return base::read_file(std::max_element(answers.begin(), answers.end())->second);
}

}  // namespace client_app
