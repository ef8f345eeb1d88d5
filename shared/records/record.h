// A record: one person, visit, recall ... as a document of answers; and its revision.
#pragma once

#include "shared/base/fields.h"
#include "shared/base/id.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace records {

using base::Fields;
using base::RecordId;

// Where a record stands on the server: (epoch, counter), ordered. Zero: the server has never
// confirmed it. The epoch changes only when a server is restored from a backup. Text "3.17".
struct Revision {
    std::int64_t epoch = 0;
    std::int64_t counter = 0;
    auto operator<=>(const Revision&) const = default;
    bool is_zero() const { return epoch == 0 && counter == 0; }
};
std::string to_text(Revision revision);
std::optional<Revision> parse_revision(std::string_view text);

// `type` is the form's id ("visit"); `unit` the code of the posyandu that it belongs to.
struct Record {
    RecordId id;
    std::string type;
    std::string unit;
    Revision revision;
    Fields fields;
};

// Nothing is deleted: a record that should not count says so in these two fields (DESIGN 3).
inline constexpr std::string_view kRetracted = "retracted";  // "1"
inline constexpr std::string_view kRetractReason = "retract_reason";
inline bool is_retracted(const Fields& fields) {
    return fields.text(kRetracted) == "1";
}
inline bool is_retracted(const Record& record) {
    return is_retracted(record.fields);
}

}  // namespace records
