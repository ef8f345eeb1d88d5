// How much room the disk still has (DESIGN 6): a full disk is noticed before it hurts.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace client_app {

inline constexpr std::int64_t kRoomLowBytes = 200'000'000;  // below: warn
inline constexpr std::int64_t kRoomFullBytes = 50'000'000;  // below: no new records or drafts

struct DiskRoom {
    enum class State { Ok, Low, Full };
    std::int64_t free_bytes = -1;  // -1: the system will not say, and nobody is kept from working
    State state = State::Ok;
};
// Of the disk that holds `path`, a file or a folder.
DiskRoom disk_room(const std::string& path);
DiskRoom room_of(std::int64_t free_bytes);

// What says how many bytes are free; tests say what they like.
using FreeBytes = std::function<std::int64_t()>;
FreeBytes free_bytes_beside(const std::string& path);

// In Indonesian; empty while there is room.
std::string sentence_of(const DiskRoom& room);

}  // namespace client_app
