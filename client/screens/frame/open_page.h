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
    // It is about to be left, or the window closes: what is being typed is kept.
    virtual void keep() {}
};

}  // namespace screens
