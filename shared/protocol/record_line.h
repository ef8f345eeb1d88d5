// A record's current state on its way to a device: each once, however often it changed, with who
// wrote it last.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/records/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace protocol {

// `by` of what was decided at the health centre itself, by nobody's laptop.
inline constexpr std::string_view kByCentre = "centre";

// Beside what the asking device wrote last itself: the newest write of anybody else.
struct OtherWrite {
    std::string by;
    base::Instant received_at;
    records::Revision revision;
};

// The last change that was applied. An older server says nothing of it: then `by` is empty.
struct LastWrite {
    std::string by;             // a user's id, or kByCentre
    base::Instant received_at;  // by the server's clock
    std::optional<OtherWrite> other = std::nullopt;
};

struct RecordLine {
    records::Record record;
    LastWrite last;
};

// `fields_json` is the canonical text that both sides hash: sent and stored byte by byte.
std::string record_line(std::string_view id, std::string_view type, std::string_view unit,
                        records::Revision revision, std::string_view fields_json,
                        const LastWrite& last = {});
base::Result<RecordLine> parse_record_line(std::string_view line);

}  // namespace protocol
