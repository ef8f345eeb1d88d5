// A file of records as spreadsheets and other programs write it: commas, semicolons, tabs or bars;
// with or without a byte order mark; UTF-8, UTF-16 or Latin-1.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace linking {

struct RecordFile {
    std::vector<std::string> header;             // trimmed
    std::vector<std::vector<std::string>> rows;  // each as long as the header
    std::vector<std::size_t> lines;              // where each row begins, from 1
};

// Short rows are filled up. Refuses, naming the line: an unfinished quote, a row with more cells
// than there are headings, a file without a heading.
base::Result<RecordFile> read_records(std::string_view bytes);

}  // namespace linking
