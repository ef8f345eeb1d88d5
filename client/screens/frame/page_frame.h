// The frame that every page after sign-in stands in: its head with the title and what is not sent,
// its body that scrolls, its foot. Used by views only.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/layout.h"

#include <string>

namespace screens {

struct PageHead {
    std::string above;  // small words over the title: where one came from
    std::string title;
};

void draw_page_head(const Ways& ways, const PageHead& head);

// The body: everything between head and foot (or the window's end). Its content is a column of at
// most 1120 px in the middle of what is left, so that lines stay readable.
class PageBody {
public:
    explicit PageBody(const char* id, bool has_foot);
    ~PageBody();
    PageBody(const PageBody&) = delete;
    PageBody& operator=(const PageBody&) = delete;

private:
    ui::Pane pane_;
};

// The foot stays in sight below the body. Draw its buttons from the right with place_right.
class PageFoot {
public:
    PageFoot();
    ~PageFoot();
    PageFoot(const PageFoot&) = delete;
    PageFoot& operator=(const PageFoot&) = delete;
    // The next widget, so wide, stands left of those placed before.
    void place_right(float width);

private:
    ui::Pane pane_;
    float right_, top_;
};

// Wide enough for a second column at the right of the page?
bool has_side_column();
inline constexpr float kSideColumn = 320;

}  // namespace screens
