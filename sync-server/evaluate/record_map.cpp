#include "sync-server/evaluate/record_map.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/evaluate/map_words.h"

#include <algorithm>
#include <array>

namespace evaluate {

namespace {

using base::Error;
using base::ErrorCode;

// A survey's recode file has a thousand columns; it is read once, by who asked for it.
constexpr std::size_t kCellsMax = 100'000'000;

std::string in_small_letters(std::string_view text) {
    std::string small = base::trimmed(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

// Statistics programs write whole numbers as "1.0" where a column has gaps.
std::string without_idle_decimals(std::string text) {
    const auto dot = text.find('.');
    if (dot == std::string::npos || dot == 0) return text;
    const bool is_number = text.find_first_not_of("0123456789.") == std::string::npos;
    const bool is_idle = text.find_first_not_of('0', dot + 1) == std::string::npos;
    return is_number && is_idle ? text.substr(0, dot) : text;
}

Error wrong(std::string_view name, std::string_view what) {
    return Error{ErrorCode::Malformed,
                 "the map, \"" + std::string(name) + "\": " + std::string(what)};
}

// "column", ["column", "column"].
Result<std::vector<std::string>> texts_of(std::string_view name, const std::string& token) {
    if (const auto one = base::json::string_of(token)) return std::vector<std::string>{*one};
    auto many = base::json::parse_array(token);
    if (!many.ok()) return wrong(name, "a text or a list of texts is expected");
    std::vector<std::string> texts;
    for (const std::string& each : many.value()) {
        const auto text = base::json::string_of(each);
        // A code may be written as a number.
        texts.push_back(text ? *text : each);
    }
    return texts;
}

// {"yes": ["1"], "no": ["0", "2"]}
Status read_codes(const std::string& token, Source& source) {
    auto codes = base::json::parse_object(token);
    if (!codes.ok()) return wrong(source.name, "\"codes\" is no object");
    for (const base::json::Member& each : codes.value()) {
        TRY_LET(written, texts_of(source.name, each.token));
        for (const std::string& one : written) {
            const std::string theirs = without_idle_decimals(in_small_letters(one));
            if (!source.codes.emplace(theirs, each.name).second) {
                return wrong(source.name, "\"" + one + "\" stands for two codes");
            }
        }
    }
    return base::Done{};
}

Status read_member(const base::json::Member& member, Source& source) {
    const auto text = base::json::string_of(member.token).value_or("");
    if (member.name == "column" || member.name == "columns") {
        TRY_LET(headings, texts_of(source.name, member.token));
        source.headings = std::move(headings);
    } else if (member.name == "codes") {
        return read_codes(member.token, source);
    } else if (member.name == "missing") {
        TRY_LET(missing, texts_of(source.name, member.token));
        for (const auto& each : missing) {
            source.missing.insert(without_idle_decimals(in_small_letters(each)));
        }
    } else if (member.name == "coding") {
        source.coding = text;
    } else if (member.name == "format") {
        source.format = text;
    } else if (member.name == "unit") {
        source.unit = text;
    } else if (member.name == "scale") {
        source.scale = base::json::number_of(member.token).value_or(0);
        if (!(source.scale > 0)) return wrong(source.name, "\"scale\" is no number above zero");
    } else if (member.name == "day") {
        source.day = static_cast<int>(base::json::number_of(member.token).value_or(0));
        const bool is_day = source.day >= 1 && source.day <= 28;
        if (!is_day) return wrong(source.name, "\"day\" is 1 to 28, as 15");
    } else {
        return wrong(source.name, "there is no \"" + member.name + "\" in a map");
    }
    return base::Done{};
}

Status find_columns(const Records& records, Source& source) {
    if (source.headings.empty()) return wrong(source.name, "no column is named");
    for (const std::string& heading : source.headings) {
        const auto column = records.column(heading);
        if (!column) {
            return wrong(source.name, "the table has no column \"" + heading + "\"; it has " +
                                          some_headings(records));
        }
        if (std::count(records.header.begin(), records.header.end(), heading) > 1) {
            return wrong(source.name, "the table has two columns \"" + heading +
                                          "\"; give one of them another heading");
        }
        source.columns.push_back(*column);
    }
    return base::Done{};
}

Result<Source> source_of(const base::json::Member& entry, const Records& records) {
    Source source;
    source.name = entry.name;
    if (entry.token.starts_with('{')) {
        auto members = base::json::parse_object(entry.token);
        if (!members.ok()) return std::move(members).error();
        for (const auto& member : members.value()) TRY(read_member(member, source));
    } else {
        TRY_LET(headings, texts_of(entry.name, entry.token));
        source.headings = std::move(headings);
    }
    TRY(find_columns(records, source));
    TRY(check_words(source));
    return source;
}

}  // namespace

std::string some_headings(const Records& records) {
    constexpr std::size_t kShown = 15;
    std::vector<std::string> shown(records.header.begin(),
                                   records.header.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                kShown, records.header.size())));
    return base::joined(shown, ", ") + (records.header.size() > kShown ? ", ..." : "");
}

Result<Records> Records::parse(std::string_view text) {
    TRY_LET(rows, base::csv::rows_of(text, base::csv::likely_separator(text), kCellsMax));
    if (rows.empty()) {
        return Error{ErrorCode::Malformed, "the table is empty: it has not even headings"};
    }
    Records records;
    records.header = std::move(rows.front().cells);
    for (std::string& heading : records.header) heading = base::trimmed(heading);
    rows.erase(rows.begin());
    for (const base::csv::Row& row : rows) {
        if (row.cells.size() == records.header.size()) continue;
        return Error{ErrorCode::Malformed, "line " + std::to_string(row.line) + " has " +
                                               std::to_string(row.cells.size()) +
                                               " cells, the headings are " +
                                               std::to_string(records.header.size())};
    }
    records.rows = std::move(rows);
    return records;
}

std::optional<std::size_t> Records::column(std::string_view heading) const {
    const auto found = std::find(header.begin(), header.end(), heading);
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

Result<RecordMap> RecordMap::parse(std::string_view json, std::span<const std::string_view> names,
                                   const Records& records) {
    auto entries = base::json::parse_object(json);
    if (!entries.ok()) return std::move(entries).error().during("the map");
    RecordMap map;
    for (const base::json::Member& entry : entries.value()) {
        if (std::find(names.begin(), names.end(), entry.name) == names.end()) {
            return wrong(entry.name, "nothing of that name is read here (see --help)");
        }
        TRY_LET(source, source_of(entry, records));
        map.sources_.push_back(std::move(source));
    }
    return map;
}

const Source* RecordMap::find(std::string_view name) const {
    for (const Source& each : sources_) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

std::string cell_of(const base::csv::Row& row, const Source& source, std::size_t which) {
    std::string cell = without_idle_decimals(in_small_letters(row.cells[source.columns[which]]));
    const bool is_empty = cell == "na" || cell == "nan" || cell == "." || cell == "null";
    if (is_empty || source.missing.count(cell) != 0) cell.clear();
    return cell;
}

const std::string& raw_cell(const base::csv::Row& row, const Source& source) {
    return row.cells[source.columns.front()];
}

Error unreadable(const base::csv::Row& row, const Source& source, std::size_t which,
                 std::string_view what) {
    std::string held = row.cells[source.columns[which]].substr(0, 40);
    return Error{ErrorCode::Malformed,
                 "line " + std::to_string(row.line) + ", column \"" + source.headings[which] +
                     "\": \"" + base::made_valid_utf8(held) + "\" is " + std::string(what)};
}

namespace {

// Ours, or one of the usual ways to write it: "L", "male", "Boy". "": neither.
std::string_view our_code(std::string_view named, std::span<const UsualCode> usual) {
    for (const UsualCode& each : usual) {
        if (each.code == named) return each.code;
    }
    const std::string small = in_small_letters(named);
    for (const UsualCode& each : usual) {
        if (each.written == small) return each.code;
    }
    return "";
}

std::string listed(std::span<const UsualCode> usual) {
    std::vector<std::string> codes;
    for (const UsualCode& each : usual) {
        if (each.written.empty()) continue;
        const std::string code(each.code);
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    return base::joined(codes, ", ");
}

}  // namespace

Result<std::optional<std::string>> code_of(const base::csv::Row& row, const Source& source,
                                           std::span<const UsualCode> usual, std::size_t which) {
    const std::string cell = cell_of(row, source, which);
    if (cell.empty()) return std::optional<std::string>();
    if (source.codes.empty()) {
        for (const UsualCode& each : usual) {
            if (each.written == cell) return std::optional(std::string(each.code));
        }
    } else if (const auto found = source.codes.find(cell); found != source.codes.end()) {
        const std::string_view code = our_code(found->second, usual);
        if (!code.empty()) return std::optional(std::string(code));
        return unreadable(
            row, source, which,
            "by the map \"" + found->second + "\", which is none of ours: " + listed(usual));
    }
    return unreadable(row, source, which,
                      "no code that the map knows; explain it under \"codes\" or \"missing\"");
}

}  // namespace evaluate
