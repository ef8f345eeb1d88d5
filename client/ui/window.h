// The window: GLFW, OpenGL 3 with OpenGL 2 as fall-back, and a loop that sleeps.
//
// A frame is laid out when something happened (input, wake(), redraw_in()) and three more after it,
// since Dear ImGui settles in two or three; it is painted only if it differs from the last one.
#pragma once

#include "client/ui/theme.h"
#include "shared/base/result.h"

#include <functional>
#include <memory>
#include <string>

namespace ui {

struct WindowStyle {
    std::string title = {};
    int width = 1366, height = 768;
    float scale = 0;  // 0: the monitor's
    Look look = Look::Light;
    int text_size = 100;  // percent, to begin with; set_text_size() later
    std::string probe_file =
        {};  // where to write what stands on the screen, after each frame; "" nowhere
    std::string shot_file = {};  // write a PNG after `shot_after` frames and end
    int shot_after = 5;
};

struct WindowFigures {
    long laid_out = 0, painted = 0;  // frames
    double first_frame_ms = 0;       // from open() to the first painted frame
    std::string renderer;
};

class Window {
public:
    static base::Result<std::unique_ptr<Window>> open(const WindowStyle& style);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Asked when somebody closes the window, never at close(): false lets it stay.
    void ask_before_closing(std::function<bool()> may_close);
    // Until the window is closed. `draw` is called once a frame.
    void run(const std::function<void()>& draw);
    void close();
    const WindowFigures& figures() const;

private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    void frame(const std::function<void()>& draw);
    void wait();
    bool is_over();
    std::unique_ptr<Parts> parts_;
};

}  // namespace ui
