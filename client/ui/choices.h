// Questions answered by choosing: yes or no, one of a few, several of a few, one of many.
#pragma once

#include "client/ui/fields.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// One thing to choose. `key` is its code ("1", "LIVE"); probes see "<question>/<code>".
struct Option {
    std::string key, text;
};

struct ChoiceStyle {
    FieldStyle field = {};
    bool yes_is_alarming = false;  // a danger sign: "Ya" turns red
};

// Each returns the key that was pressed in this frame. Nothing is chosen beforehand.
// Pressing what is chosen gives it back too: a model takes it as "take the answer back".

// A question with big buttons to its right: yes, no, perhaps don't know. At most three options.
std::optional<std::string> question(const Label& label, const std::vector<Option>& options,
                                    const std::string& chosen, const ChoiceStyle& style = {});
// Side by side in one bar. For up to four short options.
std::optional<std::string> segmented(const Label& label, const std::vector<Option>& options,
                                     const std::string& chosen, const FieldStyle& style = {});
// One below the other (two columns where there is room).
std::optional<std::string> choice_list(const Label& label, const std::vector<Option>& options,
                                       const std::string& chosen, const FieldStyle& style = {});
std::optional<std::string> check_list(const Label& label, const std::vector<Option>& options,
                                      const std::vector<std::string>& chosen,
                                      const FieldStyle& style = {});
// A closed list that opens. For more than seven options.
std::optional<std::string> combo(const Label& label, const std::vector<Option>& options,
                                 const std::string& chosen, const FieldStyle& style = {});

}  // namespace ui
