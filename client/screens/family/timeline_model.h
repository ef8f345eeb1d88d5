// Everything that was recorded of a family, newest first: a visit with what was asked at it, a
// birth with its children, and what was withdrawn as a grey line.
#pragma once

#include "client/screens/family/family_context.h"
#include "client/ui/theme.h"

#include <string>
#include <vector>

namespace screens {

struct TimelinePart {
    std::string record, title, detail;
};

struct TimelineItem {
    std::string record;
    const char* icon = "";
    ui::Tone tone = ui::Tone::Info;
    Date on;
    std::string when, title, detail;
    std::string pill;
    const char* pill_icon = "";
    ui::Tone pill_tone = ui::Tone::Info;
    bool is_withdrawn = false;
    bool is_bundle = false;  // massages one after the other: one line; the calendar has each
    std::vector<TimelinePart> inside;
};
std::vector<TimelineItem> timeline_of(const FamilyContext& context);

// For whom a record is and the one thing worth knowing of it: "Aisyah Putri · 3,4 kg".
std::string gist_of(const records::Record& record, const FamilyContext& context);

}  // namespace screens
