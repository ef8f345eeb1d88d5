// Where things stand: panes of the window, columns, rows, cards.
//
// Cards are not child windows: their ground is drawn behind what they hold in the same frame, so
// that they are never a frame late in height and never break the keyboard's way.
#pragma once

#include "client/ui/theme.h"

#include <memory>

namespace ui {

float available();  // width inside the innermost card or column

// The window's whole area, once a frame.
class Root {
public:
    Root();
    ~Root();
    Root(const Root&) = delete;
    Root& operator=(const Root&) = delete;
};

struct PaneStyle {
    float width = 0, height = 0;  // real pixels; 0: all that is left; negative: leave that much
    float pad_x = kPage, pad_y = 0;
    Colour ground = 0;
    bool scrolls = true;
};

class Pane {
public:
    Pane(const char* id, const PaneStyle& style);
    ~Pane();
    Pane(const Pane&) = delete;
    Pane& operator=(const Pane&) = delete;

private:
    float saved_;  // width of what stands around it
};

// Cells side by side. ImGui's SameLine shifts a label after a framed control; this does not.
class Row {
public:
    explicit Row(float gap_at_100_percent = kGap);
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    void cell(float width);  // real pixels

private:
    void close_cell();
    float gap_, x_, y_, start_x_, saved_;
    float width_ = 0, bottom_ = 0;
    bool open_ = false;
};

class Card {
public:
    explicit Card(float width = 0, Tone tone = Tone::Info, bool tinted = false);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

private:
    struct Open;
    std::unique_ptr<Open> open_;
};

void skip_to_x(float x);  // the next widget stands at this x of the screen, on the same line

}  // namespace ui
