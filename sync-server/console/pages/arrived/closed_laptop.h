// The laptop that something waits of, where it was shut out: nothing that is decided here reaches
// it any more.
#pragma once

#include "sync-server/console/parts.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace console {

struct ClosedLaptop {
    Html when_and_why;              // "22 Nov 2026 15.41, Rina: laptop hilang"
    bool has_another_here = false;  // its user has one that gets the records of this posyandu
};
// Nothing: it is not shut out.
Result<std::optional<ClosedLaptop>> closed_laptop(const Visit& visit, std::int64_t device,
                                                  std::string_view unit);

// After what was done: who tells her of it.
std::string who_tells(const std::optional<ClosedLaptop>& closed, bool is_taken);

}  // namespace console
