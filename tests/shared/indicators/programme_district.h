// The massage's golden district (golden/README.md) as records.
#pragma once

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/records/record.h"

#include <string>
#include <vector>

namespace programme_district {

inline std::vector<records::Record> records() {
    std::vector<records::Record> all;
    const std::string file =
        std::string(KAWAN_SOURCE_DIR) + "/tests/shared/indicators/golden/programme.ndjson";
    for (const std::string& line :
         base::split(base::trimmed(base::read_file(file).value()), '\n')) {
        const auto object = base::json::Object::parse(line).value();
        records::Record record;
        record.type = *object.string("type");
        record.id = records::RecordId(*object.string("id"));
        record.unit = *object.string("unit");
        record.fields = base::Fields::parse(*object.find("fields")).value();
        all.push_back(std::move(record));
    }
    return all;
}

}  // namespace programme_district
