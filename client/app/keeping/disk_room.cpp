#include "client/app/keeping/disk_room.h"

#include "shared/base/file.h"

#include <filesystem>

namespace client_app {

DiskRoom room_of(std::int64_t free_bytes) {
    DiskRoom room{free_bytes, DiskRoom::State::Ok};
    if (free_bytes >= 0 && free_bytes < kRoomLowBytes) room.state = DiskRoom::State::Low;
    if (free_bytes >= 0 && free_bytes < kRoomFullBytes) room.state = DiskRoom::State::Full;
    return room;
}

DiskRoom disk_room(const std::string& path) {
    return room_of(free_bytes_beside(path)());
}

FreeBytes free_bytes_beside(const std::string& path) {
    std::error_code error;
    const std::filesystem::path at(path);
    const auto folder = std::filesystem::is_directory(at, error) ? at : at.parent_path();
    const std::string asked = folder.empty() ? "." : folder.string();
    return [asked] { return base::free_disk_bytes(asked); };
}

std::string sentence_of(const DiskRoom& room) {
    const std::string left = std::to_string(room.free_bytes / 1'000'000) + " MB";
    switch (room.state) {
        case DiskRoom::State::Ok:
            return {};
        case DiskRoom::State::Low:
            return "Tempat di laptop hampir habis (sisa " + left +
                   "). Hapus berkas lain yang tidak dipakai.";
        case DiskRoom::State::Full:
            return "Tempat di laptop habis (sisa " + left +
                   "). Catatan yang sudah ada aman. Hapus berkas lain dulu, baru catat yang baru.";
    }
    return {};
}

}  // namespace client_app
