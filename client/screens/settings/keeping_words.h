// What is said of the second copy, of trying it, and of the laptop.
#pragma once

#include "client/screens/ports/keeping.h"
#include "client/ui/theme.h"
#include "client/ui/words/words.h"

#include <string>

namespace screens {

struct Saying {
    ui::Tone tone = ui::Tone::Info;
    std::string title, text;
};

Saying copy_saying(const KeepingState& state, Date today, base::Zone zone);
Saying trial_saying(const CopyTrial& trial);
Saying room_saying(const LaptopHealth& health);
Saying lost_saying(const LaptopHealth& health);
std::string copy_trouble_text(KeepingState::CopyTrouble trouble);

std::string size_text(std::int64_t bytes);              // "38 KB", "1,2 MB", "14 GB"
std::string clock_offset_text(std::int64_t offset_ms);  // laptop minus server

}  // namespace screens
