#include "client/ui/redraw.h"

namespace ui {

namespace {
double requested = -1;
}

void redraw_in(double seconds) {
    if (requested < 0 || seconds < requested) requested = seconds;
}

double take_redraw_request() {
    const double taken = requested;
    requested = -1;
    return taken;
}

}  // namespace ui
