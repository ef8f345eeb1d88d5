// Fields that are typed into: text, PIN, numbers, dates, times, searches.
//
// They hold what was typed, as it was typed; models decide what it means.
#pragma once

#include "client/ui/buttons.h"
#include "client/ui/typed_ahead.h"

#include <string>
#include <vector>

namespace ui {

struct FieldStyle {
    std::string hint = {};     // grey, inside, while empty
    std::string help = {};     // small, below
    std::string problem = {};  // below, in the tone's colour; empty: fine
    Tone problem_tone = Tone::Bad;
    bool required = false;
    float width = 0;           // real pixels; 0: all there is
    std::string unit = {};     // "kg", drawn at the right inside
    bool takes_focus = false;  // now: the cursor goes here
    keyboard::TypedAhead* typed_ahead =
        nullptr;  // takes what is typed while no field has the cursor
};

// Each returns true when the text changed in this frame.
bool text_field(const Label& label, std::string& value, const FieldStyle& style = {});
bool secret_field(const Label& label, std::string& value, const FieldStyle& style = {});
bool number_field(const Label& label, std::string& value, const FieldStyle& style = {});
bool text_area(const Label& label, std::string& value, int lines, const FieldStyle& style = {});
bool search_field(const Label& label, std::string& value, const FieldStyle& style = {});

// Ready answers beside a field ("Hari ini", "Kemarin"): pressing one fills it in.
struct Ready {
    Label label;
    std::string value;
};
bool date_field(const Label& label, std::string& value, const std::vector<Ready>& ready,
                const FieldStyle& style = {});

// The label above a control and the sentences below it, the same for every kind of question.
void field_label(const Label& label, bool required);
void field_foot(const Label& label, const FieldStyle& style);
bool enter_was_pressed();  // in the field drawn last

}  // namespace ui
