#include "shared/records/moves.h"

namespace records {

std::string unit_on(const std::vector<Move>& moves, base::Date day, const std::string& now) {
    if (moves.empty()) return now;
    std::string unit = moves.front().from;
    const std::string on = base::to_text(day);
    for (const Move& move : moves) {
        if (move.since <= on) unit = move.to;
    }
    return unit;
}

}  // namespace records
