// How far something is, what happened when, and how many: stages, a timeline, number tiles.
#pragma once

#include "client/ui/theme.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ui {

// Draf → Siap kirim → Terkirim. Stages before `now` are done; the last one, once reached, is green.
// Where there is no room only the present one is named. Probes see role "status" and its text.
void stages(const std::string& key, const std::vector<std::string>& names, std::size_t now);

// One event on a rail. Rows follow one another without space between them. Returns whether it was
// pressed (only if it opens).
struct TimelineRow {
    const char* icon = "";
    Tone tone = Tone::Info;
    std::string when = {}, title = {}, detail = {};
    std::string pill_text = {};
    const char* pill_icon = "";
    Tone pill_tone = Tone::Info;
    bool is_first = false, is_last = false;  // the rail begins, ends here
    bool opens = false;
};
bool timeline_row(const std::string& key, const TimelineRow& row);

// A big figure and what it counts.
struct Tile {
    std::string figure = {}, caption = {};
    Tone tone = Tone::Info;
    bool opens = false;
};
// Side by side, as many in a line as have room. Returns the number pressed, or -1.
int number_tiles(const std::string& key, const std::vector<Tile>& tiles);

}  // namespace ui
