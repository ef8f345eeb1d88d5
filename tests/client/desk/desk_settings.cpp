#include "tests/client/desk/desk_settings.h"

namespace desk {

using Outcome = screens::AccessState::Outcome;

namespace {

base::Status done_unless(bool refuses) {
    if (refuses) return base::Error{base::ErrorCode::DiskFull, "the disk refused"};
    return base::Done{};
}

}  // namespace

base::Status DeskSettings::set_appearance(const screens::Appearance& chosen) {
    if (!disk_refuses) look = chosen;
    return done_unless(disk_refuses);
}

base::Status DeskSettings::set_lock_minutes(int chosen) {
    if (!disk_refuses) minutes = chosen;
    return done_unless(disk_refuses);
}

base::Status DeskSettings::set_midwife_phone(const std::string& number) {
    if (!disk_refuses) phone = number;
    return done_unless(disk_refuses);
}

bool DeskAccess::is_whole_code(const std::string& code) {
    return code == kCode;
}

void DeskAccess::begin() {
    is_begun_ = true;
    frames_left_ = frames_of_working;
}

void DeskAccess::enrol(const screens::Enrolment& wanted) {
    enrolments.push_back(wanted);
    begin();
}

void DeskAccess::change_pin(const std::string&, const std::string& new_pin) {
    changed_pins.push_back(new_pin);
    begin();
}

void DeskAccess::check_pin(const std::string& pin) {
    answer = pin == right_pin ? screens::AccessState{Outcome::Done, 0, {}}
                              : screens::AccessState{Outcome::WrongPin, wait_after_wrong_s, {}};
    begin();
}

base::Result<screens::PinRequest> DeskAccess::pin_request(const std::string&) {
    screens::PinRequest request;
    for (int line = 0; line < 5; ++line) {
        request.text += "7QK2 M9XA 4TBC D8ZE 6WFG R3HJ 5NPV YS1T\n";
    }
    request.code = "K7MP-2XQD";
    return request;
}

void DeskAccess::set_rescued_pin(const std::string&, const std::string&,
                                 const std::string& new_pin) {
    changed_pins.push_back(new_pin);
    begin();
}

screens::AccessState DeskAccess::state() {
    if (!is_begun_) return {};
    if (frames_left_-- > 0) return {Outcome::Working, 0, {}};
    return answer;
}

void DeskAccess::forget() {
    is_begun_ = false;
}

base::Status DeskAccess::write_request(const std::string&, const std::string& folder) {
    requests_written.push_back(folder);
    return base::Done{};
}

base::Result<std::string> DeskAccess::read_answer(const std::string&) {
    if (answer_on_stick.empty()) return base::Error{base::ErrorCode::NotFound, "no answer there"};
    return answer_on_stick;
}

void DeskKeeping::copy_now(const std::string& folder) {
    now.copy.folder = folder;
    now.copy.is_present = now.copy.is_current = true;
    now.copy.at = at;
}

void DeskKeeping::try_copy() {
    now.trial = trial_to_tell;
}

void DeskKeeping::check_store() {
    now.health.checked_at = at;
}

}  // namespace desk
