// The USB sticks and other disks that are mounted for the user now, where a desktop mounts them.
#pragma once

#include <string>
#include <vector>

namespace client_app {

struct Stick {
    std::string name, folder;  // "KINGSTON", "/media/siti/KINGSTON"
};

// `mounts`: the text of /proc/mounts. Only what lies under /media or /run/media.
std::vector<Stick> sticks_in(const std::string& mounts);
std::vector<Stick> sticks();

}  // namespace client_app
