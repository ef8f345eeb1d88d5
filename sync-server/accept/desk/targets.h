// Targets of a posyandu or village (AMENDMENTS Data 5): entered at the health centre, since no
// cadre counts whom a percentage is of. One record for each place, period, what it is of, and kind.
#pragma once

#include "sync-server/accept/desk/desk.h"

#include <optional>
#include <string>
#include <vector>

namespace accept {

struct Target {
    std::string id;        // of its record; empty: not entered yet
    std::string revision;  // as it stands
    std::string unit_code, period, indicator, kind, source;
    std::int64_t figure = 0;
};
// Those that stand, by place, period and what they are of.
Result<std::vector<Target>> targets(db::Connection& connection);

// Writes `figure` and `source`; the record that stands for the same is changed, if `id` and
// `revision` say that its writer saw it so (deciding.h: is_changed_since). `home`: the posyandu
// whose feed a village's target travels in. Refused: what the form does not take, with its
// sentence.
Status set_target(const Desk& desk, const Target& wanted, const std::string& home);
Status withdraw_target(const Desk& desk, const std::string& id, std::string_view seen,
                       std::string_view reason);  // `seen`: the revision that she saw
// The one that stands for the same place, period, indicator and kind.
Result<std::optional<Target>> standing_target(db::Connection& connection, const Target& wanted);

}  // namespace accept
