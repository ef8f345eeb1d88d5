// A health centre as `kawan-server init` makes it, in a folder of the test's.
#pragma once

#include "shared/base/file.h"
#include "sync-server/app/commands/commands.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <string>

namespace server_app {

inline constexpr const char* kOnePosyandu = "code,name,village,village_code\nP1,Melati,Desa,1\n";

inline InitOptions centre_options(simulation::ScratchFolder& folder,
                                  const std::string& units = kOnePosyandu) {
    InitOptions options;
    options.data = folder.path("centre");
    options.centre = "Puskesmas Melati";
    options.units_file = folder.path("units.csv");
    REQUIRE(base::replace_file(options.units_file, units).ok());
    return options;
}

// The folder of its data.
inline std::string new_centre(simulation::ScratchFolder& folder,
                              const std::string& units = kOnePosyandu) {
    const InitOptions options = centre_options(folder, units);
    REQUIRE(init(options).ok());
    return options.data;
}

}  // namespace server_app
