#include "shared/records/record.h"

#include "shared/base/json.h"

namespace records {

std::string to_text(Revision revision) {
    return std::to_string(revision.epoch) + "." + std::to_string(revision.counter);
}

std::optional<Revision> parse_revision(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto epoch = base::json::integer_of(text.substr(0, dot));
    const auto counter = base::json::integer_of(text.substr(dot + 1));
    if (!epoch || !counter || *epoch < 0 || *counter < 0) return std::nullopt;
    return Revision{*epoch, *counter};
}

}  // namespace records
