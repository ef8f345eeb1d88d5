// The files of a demo centre read back as somebody else would read them: text, lines, fields.
#pragma once

#include "shared/records/record.h"

#include <map>
#include <string>
#include <vector>

namespace demo_test {

struct ReadLine {
    std::string type;
    std::string id;
    std::string unit;
    base::Fields fields;
};

std::vector<ReadLine> read_lines(const std::string& ndjson);

// The records after all lines, edits applied.
using Records = std::map<std::string, records::Record>;
void take(Records& records, const std::vector<ReadLine>& lines);

}  // namespace demo_test
