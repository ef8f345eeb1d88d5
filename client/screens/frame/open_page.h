// A page that is open: its model and how it is drawn. The shell holds one at a time and knows
// nothing more of it.
#pragma once

#include "client/screens/frame/ways.h"

namespace screens {

class OpenPage {
public:
    virtual ~OpenPage() = default;
    // Once a frame, before drawing: asks what changed.
    virtual void refresh(Ways&) {}
    virtual void draw(Ways& ways) = 0;
    // It is about to be left, or the window closes: what is being typed is kept. False: it could
    // not be, as on a full disk, and stands on the screen only.
    virtual bool keep() { return true; }
    // Which of its parts is open; given back when she returns to the page.
    virtual int part() const { return 0; }
    virtual void open_part(int) {}
    // It is looked at without being touched (hands full of oil): the screen does not lock itself.
    virtual bool is_watched() const { return false; }
};

}  // namespace screens
