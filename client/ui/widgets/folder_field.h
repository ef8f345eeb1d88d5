// A place for a file: typed, or one press on a USB stick that the machine has. No dialog of the
// system: it would look like nothing else here and cannot be tested.
#pragma once

#include "client/ui/fields.h"

#include <string>
#include <vector>

namespace ui {

struct Stick {
    std::string name, folder;  // "KINGSTON, 14 GB kosong", "/media/siti/KINGSTON"
};

// Returns true when the folder changed in this frame. Probes see "<key>" and "<key>/<n>".
// `when_none` is said when no stick is plugged in.
bool folder_field(const Label& label, std::string& folder, const std::vector<Stick>& sticks,
                  const std::string& when_none, const FieldStyle& style = {});

}  // namespace ui
