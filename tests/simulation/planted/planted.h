// Which fault is awake in this process; none until one is woken. Only the copies that
// plant_main.cpp makes, and the test that wakes them, know of it.
#pragma once

#include <string>

namespace planted {

inline std::string& awake() {
    static std::string name;
    return name;
}
inline bool has(const char* fault) {
    return awake() == fault;
}

}  // namespace planted
