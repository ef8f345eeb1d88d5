#include "sync-server/merge/linking/table.h"

#include "shared/base/result.h"
#include "sync-server/merge/linking/exchanged.h"
#include "sync-server/merge/linking/reading.h"

#include <algorithm>

namespace linking {

bool has_title(const Schema& schema) {
    const auto has = [&](Kind kind) {
        return std::any_of(schema.columns.begin(), schema.columns.end(),
                           [&](const Column& column) { return column.kind == kind; });
    };
    return has(Kind::LongText) && !has(Kind::Name) && !has(Kind::Id) && !has(Kind::Phone) &&
           !has(Kind::Email);
}

Table::Table(Schema schema)
    : schema_(std::move(schema)), words_(schema_.spelling), columns_(schema_.size()) {
    CHECK(schema_.size() <= kColumnsMost);
}

void Table::add(const std::vector<std::string>& cells) {
    CHECK(cells.size() == schema_.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        Read& column = columns_[i];
        const std::string cell = said(cells[i]);
        const auto [found, is_new] =
            column.numbers.try_emplace(cell, static_cast<std::int32_t>(column.raw.size()));
        if (is_new) column.raw.push_back(cell);
        numbers_.push_back(found->second);
    }
    ++rows_;
}

void Table::finish(Going& going) {
    total_ = static_cast<double>(rows_);
    const double columns = static_cast<double>(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        going.begin(static_cast<double>(i) / columns, static_cast<double>(i + 1) / columns);
        if (!read_values(i, going)) return;
    }
    count_values();
    if (const auto names = names_that_change_places(schema_)) {
        names_ = *names;
        exchanged_ = rows_with_exchanged(*this, *names);
    }
}

// Cells that differ only in capitals, dots or order of the date's parts become one value.
// False: it was left.
bool Table::read_values(std::size_t index, Going& going) {
    Read& column = columns_[index];
    const Reading reading(schema_.columns[index].kind, schema_.spelling, column.raw);
    std::unordered_map<std::string, std::int32_t> known{{std::string(), kMissing}};
    std::vector<std::int32_t> number_of_raw;
    for (const std::string& raw : column.raw) {
        if (!going.on(number_of_raw.size(), column.raw.size())) return false;
        Value value = reading.value_of(raw, words_);
        const auto [found, is_new] =
            known.try_emplace(value.text, static_cast<std::int32_t>(column.values.size()));
        if (is_new) column.values.push_back(std::move(value));
        number_of_raw.push_back(found->second);
    }
    for (std::size_t row = 0; row < rows_; ++row) {
        std::int32_t& number = numbers_[row * schema_.size() + index];
        number = number_of_raw[static_cast<std::size_t>(number)];
    }
    column.raw.clear();
    column.numbers.clear();
    return true;
}

// A word that stands twice in one record counts once.
void Table::count_values() {
    std::vector<std::int32_t> seen;
    for (std::size_t row = 0; row < rows_; ++row) {
        seen.clear();
        for (std::size_t i = 0; i < schema_.size(); ++i) {
            Value& value = columns_[i].values[static_cast<std::size_t>(number(row, i))];
            value.count += 1;
            seen.insert(seen.end(), value.words.begin(), value.words.end());
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        for (const std::int32_t word : seen) words_.count(word);
    }
}

}  // namespace linking
