// Where a pair stands in the list of those that wait, why it does so no more, and what comes next.
#pragma once

#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/parts.h"

#include <cstdint>
#include <optional>

namespace console {

// In the address and the forms of households that came up behind two who were joined: where she was
// in the list.
inline constexpr const char* kAfter = "after";

bool are_joined(const joining::Preview& preview);
// How many pairs stand before the one of the address; absent: it does not wait.
Result<std::optional<std::int64_t>> before_pair(const Visit& visit);
// Once this one waits no more: where the next one is.
std::int64_t next_place(const Visit& visit, std::optional<std::int64_t> before);

Result<Html> place_of_pair(const Visit& visit, const joining::Preview& preview);
// Of one that waits no more: why, and on to the next one of the list.
Result<Html> out_of_the_list(const Visit& visit, const joining::Preview& preview);

}  // namespace console
