// How the window looks before anybody has signed in: a small file in the laptop's folder that names
// nobody. What a user chose herself stands in her own store.
#pragma once

#include "client/screens/ports/settings.h"

#include <string>

namespace client_app {

std::string to_text(const screens::Appearance& look);
// What cannot be read is as if it had not been chosen.
screens::Appearance appearance_of(const std::string& text);

screens::Appearance read_appearance(const std::string& data);
base::Status write_appearance(const std::string& data, const screens::Appearance& look);

}  // namespace client_app
