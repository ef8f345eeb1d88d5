// A record's current state on its way to a device: each once, however often it changed.
#pragma once

#include "shared/base/result.h"
#include "shared/records/record.h"

#include <string>
#include <string_view>

namespace protocol {

// `fields_json` is the canonical text that both sides hash: sent and stored byte by byte.
std::string record_line(std::string_view id, std::string_view type, std::string_view unit,
                        records::Revision revision, std::string_view fields_json);
base::Result<records::Record> parse_record_line(std::string_view line);

}  // namespace protocol
