// The rows on their way out. Until finish() their days are true and they know whose they are.
#pragma once

#include "sync-server/reports/research/allowed.h"

#include <map>
#include <string>
#include <vector>

namespace research {

struct Row {
    std::string person;  // whose row; a pseudonym
    std::string family;  // whose days are shifted together: the mother's pseudonym, or the infant's
    std::vector<std::string> cells;
};

struct Table {
    const File* file = nullptr;
    std::vector<Row> rows;

    std::string& cell(Row& row, std::string_view name) const {
        return row.cells[column(*file, name)];
    }
    const std::string& cell(const Row& row, std::string_view name) const {
        return row.cells[column(*file, name)];
    }
};

struct DataSet {
    std::vector<Table> tables;  // by FileNumber
    // "recalls.bf_ever": answers that did not leave because they are on no list, or no measurement.
    std::map<std::string, int> refused;

    DataSet() {
        for (const File& file : allowed()) tables.push_back({&file, {}});
    }
};

}  // namespace research
