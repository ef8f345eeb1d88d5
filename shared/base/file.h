// Whole files, read and replaced so that a power cut leaves either the old one or the new one.
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

Result<std::string> read_file(const std::string& path);
// Written beside, synced, renamed over. `is_private`: readable by the owner only.
Status replace_file(const std::string& path, std::string_view bytes, bool is_private = false);
// At the end of a file, made if it is not there, and not synced: for one too large for memory,
// whose name put_in_place() gives it when it is whole.
Status append_file(const std::string& path, std::string_view bytes, bool is_private = false);
// A file too large for memory, copied: `to` is synced when this returns.
Status copy_file(const std::string& from, const std::string& to, bool is_private = false);
// Gives a finished file its name, over one that has it: synced, renamed, the folder synced.
Status put_in_place(const std::string& from, const std::string& to);
Status make_directory(const std::string& path, bool is_private = false);
bool file_exists(const std::string& path);
// Free bytes on the disk that holds `path`, or -1 if the system will not say.
std::int64_t free_disk_bytes(const std::string& path);

}  // namespace base
