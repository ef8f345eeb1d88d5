// Small filters over a list and the tabs of a page. Probes see "<key>/<code>", "on" or "off".
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ui {

struct Chip {
    std::string key, text;
    std::optional<int> count = std::nullopt;  // how many it leaves; none shown without
};

// Each returns the key that was pressed in this frame. Pressing a chip that is on gives it back
// too: a model takes it as "filter off". They break into lines where the room ends.
std::optional<std::string> chips(const std::string& key, const std::vector<Chip>& all,
                                 const std::string& chosen);
std::optional<std::string> chips(const std::string& key, const std::vector<Chip>& all,
                                 const std::vector<std::string>& chosen);

// The parts of a page, one of them open, over a line. They break into lines too.
std::optional<std::string> tabs(const std::string& key, const std::vector<Chip>& all,
                                const std::string& open);

}  // namespace ui
