// A number that changes when what would be painted changes.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace ui {

std::uint64_t hash_of(const ImDrawData& frame);

}  // namespace ui
