// A cadre at the window, in this process and without a display: the client's own session and pages
// over a sealed store on disk, laid out frame by frame.
#pragma once

#include "client/app/window/session.h"
#include "client/screens/shell/shell_model.h"
#include "shared/base/clock.h"
#include "tests/client/driver/driver.h"

#include <functional>
#include <string>

namespace figures {

class Desk {
public:
    explicit Desk(const std::string& data);

    // Types the PIN; ends when the page after the sign-in stands.
    void sign_in(const std::string& pin);
    void open(screens::Page page);
    // Frames, as fast as they come, until it is so or a minute has passed.
    void until(const std::function<bool()>& done);
    void frames(int count) { driver_.frames(count); }
    // The longest frame since the last call, in ms: what other threads have ready is taken, the
    // page decides and is laid out. Painting, which is the graphics card's, is not in it.
    double take_longest();

    screens::Ports ports() { return session_.ports(); }
    screens::ShellModel& shell() { return shell_; }

private:
    void draw();

    double longest_ = 0;
    base::SystemClock clock_;
    client_app::Session session_;
    screens::ShellModel shell_;
    driver::Driver driver_;
};

// The least that a frame can be: twenty lines of text.
double bare_frame_ms();

}  // namespace figures
