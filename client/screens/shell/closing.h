// She closes the window while something waits to be sent: said once, calmly. Nothing is lost either
// way, but what is being typed while the disk takes nothing: that is said instead. A second wish to
// close is never asked about, so that nothing stands in a shutdown's way.
#pragma once

#include "client/screens/shell/shell_model.h"

namespace screens {

class Closing {
public:
    explicit Closing(ShellModel& shell) : shell_(shell) {}

    // The window was asked to close. True: it may. What is being typed is kept first.
    bool may_close();
    void look();  // once a frame: locked meanwhile, it is as if nobody had asked
    bool tells() const { return was_asked_; }
    bool is_unkept() const { return is_unkept_; }  // what is being typed would be lost
    std::int64_t waiting() const { return shell_.ports().sync.state().waiting; }
    void send_clicked();
    void close_clicked() { is_done_ = true; }
    void stay_clicked() { was_asked_ = false; }
    bool is_done() const { return is_done_; }  // the window may go

private:
    bool has_something_to_tell() const;
    ShellModel& shell_;
    bool was_asked_ = false, is_done_ = false, is_unkept_ = false;
};

void draw_closing(Closing& closing);  // after the window, in every frame

}  // namespace screens
