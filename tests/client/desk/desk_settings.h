// Settings, PINs and the second copy in memory: what a test puts in, and what the screens did.
#pragma once

#include "client/screens/ports/access.h"
#include "client/screens/ports/keeping.h"
#include "client/screens/ports/settings.h"

#include <string>
#include <vector>

namespace desk {

class DeskSettings final : public screens::Settings {
public:
    screens::Appearance appearance() override { return look; }
    base::Status set_appearance(const screens::Appearance& chosen) override;
    int lock_minutes() override { return minutes; }
    base::Status set_lock_minutes(int chosen) override;
    std::string midwife_phone() override { return phone; }
    base::Status set_midwife_phone(const std::string& number) override;

    screens::Appearance look;
    int minutes = screens::kLockMinutes;
    std::string phone;
    bool disk_refuses = false;
};

class DeskAccess final : public screens::Access {
public:
    bool is_whole_code(const std::string& code) override;
    void enrol(const screens::Enrolment& wanted) override;
    void change_pin(const std::string& old_pin, const std::string& new_pin) override;
    void check_pin(const std::string& pin) override;
    base::Result<screens::PinRequest> pin_request(const std::string& user) override;
    void set_rescued_pin(const std::string& user, const std::string& answer,
                         const std::string& new_pin) override;
    screens::AccessState state() override;
    void forget() override;
    base::Status write_request(const std::string& user, const std::string& folder) override;
    base::Result<std::string> read_answer(const std::string& folder) override;

    // What a test sets and looks at.
    static constexpr const char* kCode =
        "192.168.1.10:8443/7QK2-M9XA-4TBC-D8ZE-6WFG-R3HJ-5NPV-YS1T-0Q2K";
    screens::AccessState answer = {screens::AccessState::Outcome::Done, 0, "dev-1"};
    int frames_of_working = 2;
    std::string right_pin = "24681357";  // of check_pin
    int wait_after_wrong_s = 0;
    std::vector<screens::Enrolment> enrolments;
    std::vector<std::string> changed_pins;  // the new ones
    std::string answer_on_stick;            // empty: none there
    std::vector<std::string> requests_written;

private:
    void begin();
    int frames_left_ = 0;
    bool is_begun_ = false;
};

class DeskKeeping final : public screens::Keeping {
public:
    const screens::KeepingState& state() override { return now; }
    void look() override { ++looks; }
    std::vector<screens::StickPlace> sticks() override { return plugged_in; }
    void copy_now(const std::string& folder) override;
    void forget_copy() override { now.copy = {}; }
    void try_copy() override;
    void check_store() override;
    void lost_is_seen() override { now.health.lost = 0; }
    std::string version() override { return "0.1.0"; }

    screens::KeepingState now;
    screens::CopyTrial trial_to_tell = {screens::CopyTrial::Finding::Equal, 0, 0, 412, 412};
    std::vector<screens::StickPlace> plugged_in = {};
    base::Instant at;  // of what is done now
    int looks = 0;
};

}  // namespace desk
