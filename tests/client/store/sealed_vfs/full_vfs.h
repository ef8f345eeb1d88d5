// A VFS for tests, "full-disk": the system's, but its disk takes only so many more bytes, then
// answers SQLITE_FULL until it is given room again.
#pragma once

#include <cstdint>

namespace sealed_test {

inline constexpr const char* kFullVfs = "full-disk";

void install_full_vfs();
void set_room(std::int64_t bytes);  // for files already open too
std::int64_t refused_writes();

}  // namespace sealed_test
