#include "tools/figures/desk.h"

#include "client/screens/shell/shell.h"
#include "client/ui/draw.h"
#include "client/ui/layout.h"
#include "tools/figures/measuring.h"
#include "tools/figures/process.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace figures {

namespace {

constexpr double kPatienceMs = 120'000;
constexpr int kPauseMs = 2;
constexpr int kTouchEvery = 500, kNoKey = 9;
constexpr int kBareLines = 20, kBareFrames = 100;

}  // namespace

Desk::Desk(const std::string& data)
    : session_(data, clock_, [] {}), shell_(session_.ports()), driver_([this] { draw(); }) {}

void Desk::draw() {
    const Stopwatch watch;
    session_.tick();
    screens::draw(shell_);
    longest_ = std::max(longest_, watch.ms());
}

double Desk::take_longest() {
    return std::exchange(longest_, 0);
}

void Desk::sign_in(const std::string& pin) {
    driver_.fill("PIN", pin);
    driver_.click("Sign in");
    until([this] { return shell_.page() != screens::Page::SignIn; });
}

void Desk::open(screens::Page page) {
    shell_.open(page);
    driver_.frames(2);
    if (shell_.page() != page) give_up("another page stands there than the one asked for");
}

void Desk::until(const std::function<bool()>& done) {
    const Stopwatch watch;
    for (int frame = 1; !done(); ++frame) {
        if (frame % kTouchEvery == 0) driver_.press_function(kNoKey);  // else the screen locks
        if (watch.ms() > kPatienceMs) give_up("the window never came to what was waited for");
        pause_ms(kPauseMs);
        driver_.frames(1);
    }
}

double bare_frame_ms() {
    double longest = 0;
    std::vector<double> times;
    const auto draw = [&] {
        const Stopwatch watch;
        const ui::Root root;
        for (int i = 0; i < kBareLines; ++i) ui::muted("Siti Aminah, RT 03 / RW 01");
        longest = watch.ms();
    };
    driver::Driver driver(draw);
    for (int i = 0; i < kBareFrames; ++i) {
        driver.frames(1);
        times.push_back(longest);
    }
    return quantile(times, 1);
}

}  // namespace figures
