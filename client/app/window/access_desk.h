// Enrolling a laptop and setting PINs, on a thread of their own: both take seconds.
#pragma once

#include "client/app/workplace.h"
#include "client/screens/ports/access.h"
#include "shared/base/clock.h"

#include <functional>
#include <future>
#include <string>

namespace client_app {

class AccessDesk final : public screens::Access {
public:
    AccessDesk(std::string data, const base::Clock& clock, std::function<void()> ring)
        : data_(std::move(data)), clock_(clock), ring_(std::move(ring)) {}
    ~AccessDesk() override;  // waits for what was begun

    // Whose PIN change_pin is about: the store that is open.
    void open(const StoreFile& file) { file_ = file; }
    void close() { file_ = {}; }

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

private:
    void enrol_again(const screens::Enrolment& wanted);
    void begin(std::function<screens::AccessState()> work);
    void count_tries();

    std::string data_;
    const base::Clock& clock_;
    std::function<void()> ring_;
    StoreFile file_;
    screens::AccessState state_;
    // Of check_pin, which is asked on a full disk, too: the key file may count no try there.
    bool is_check_ = false;
    int wrong_tries_ = 0;
    base::Instant heard_again_at_{0};
    std::future<screens::AccessState> working_;
};

}  // namespace client_app
