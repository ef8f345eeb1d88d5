// Letters typed while no field has the keyboard, for the one field of a page that they are meant
// for (a search). None is lost: they wait until the field really has the keyboard, for Dear ImGui
// lets a field that gets it by itself ignore what is typed in that frame.
#pragma once

#include <string>

namespace ui::keyboard {

// The field has the keyboard, or gets it in this frame. A field that is given it a second time
// would select all that is in it, and the next letter would replace that.
bool has_or_gets(unsigned field);

class TypedAhead {
public:
    // Just before the field is drawn. True: it must be given the keyboard.
    bool wants_keyboard(unsigned field);

private:
    void put_back(unsigned field);
    bool take_typed();
    std::string waiting_;
};

}  // namespace ui::keyboard
