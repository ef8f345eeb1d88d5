// The massage guide while it moves, laid out in this process: what one frame takes the processor,
// and how many frames a minute asks for when it plays, when it waits and when it pauses.
#include "client/guide/looks.h"
#include "client/pictures/picture.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "tests/client/driver/driver.h"
#include "tools/figures/desk.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"

#include <algorithm>

namespace figures {

namespace {

using guide::Timeline;

constexpr double kMinute = 60;
constexpr double kLongestSleep = 300;  // the screen's own lock asks for a frame then

// One side of the guide over a window's time that is turned by hand.
class Show {
public:
    Show(const char* step, bool to_family)
        : timeline_(care::shipped_procedure(), step),
          to_family_(to_family),
          driver_([this] { draw(); }) {}

    Timeline& timeline() { return timeline_; }
    // One frame so many seconds later; what it took in ms.
    double frame(double later_s) {
        now_ += later_s;
        ui::take_redraw_request();
        driver_.frames(1);
        return ms_;
    }
    // Frames that a minute asks for, were the window alone.
    std::int64_t frames_of_a_minute() {
        std::int64_t count = 0;
        frame(0);
        double left = kMinute;
        while (true) {
            const double asked = ui::take_redraw_request();
            const double sleep = asked < 0 ? kLongestSleep : std::max(asked, 0.01);
            if (sleep > left) return count;
            left -= sleep;
            frame(sleep);
            ++count;
        }
    }

private:
    void draw() {
        timeline_.tick(now_);
        const Stopwatch watch;
        const ui::Root root;
        const ui::Pane pane("page", {.scrolls = false});
        if (to_family_) {
            guide::draw_family_side(timeline_);
        } else {
            guide::draw_cadre_side({timeline_});
        }
        ms_ = watch.ms();
    }

    Timeline timeline_;
    bool to_family_;
    double now_ = 0, ms_ = 0;
    driver::Driver driver_;
};

// The slowest step's median frame: a picture's shapes are made, cut into triangles and laid out.
Figure frame_of(const std::string& name, bool to_family, double bare, int frames) {
    double slowest = 0;
    for (const std::string_view code : pictures::codes()) {
        if (!pictures::moves(code)) continue;
        Show show(std::string(code).c_str(), to_family);
        show.timeline().play();
        show.frame(0);
        slowest = std::max(slowest, median_ms(frames, [&] { show.frame(1 / 60.0); }));
    }
    return {name, "ms", slowest, bare, frames};
}

Figure asked_for(const std::string& name, const char* step, bool plays) {
    Show show(step, false);
    show.frame(0);
    if (plays) show.timeline().play();
    return {name, "frames/min", static_cast<double>(show.frames_of_a_minute()), std::nullopt, 1};
}

std::vector<Figure> measure(const Options& options) {
    const int frames = static_cast<int>(options.n.value_or(120));
    const double bare = bare_frame_ms();
    return {frame_of("guide_frame", false, bare, frames),
            frame_of("guide_frame_family", true, bare, frames),
            asked_for("guide_frames_playing", "M01", true),
            asked_for("guide_frames_still", "P05", true),
            asked_for("guide_frames_paused", "M01", false)};
}

}  // namespace

Measurement massage_guide() {
    return {{"guide_frame", "guide_frame_family", "guide_frames_playing", "guide_frames_still",
             "guide_frames_paused"},
            measure};
}

}  // namespace figures
