#include "sync-server/importing/workbook.h"

#include "shared/base/date.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/importing/archive.h"
#include "sync-server/importing/xml.h"

#include <fmt/format.h>
#include <cmath>
#include <set>

namespace importing {

using base::Error;
using base::ErrorCode;

namespace {

// Of all cells together: a text that many cells share counts for each of them.
constexpr std::size_t kCellBytesMax = 64U << 20;
constexpr std::size_t kSharedTextsMax = 1'000'000;

Error too_large() {
    return {ErrorCode::Malformed, "this workbook is too large unpacked"};
}

Error damaged() {
    return {ErrorCode::Malformed, "this workbook is damaged"};
}

const std::string& value_of(const Attributes& attributes, const std::string& name) {
    static const std::string none;
    const auto found = attributes.find(name);
    return found == attributes.end() ? none : found->second;
}

// ---- which sheet, and from which day its dates count

struct Index {
    std::string first_sheet;  // its relation
    bool counts_from_1904 = false;
};

Result<Index> index_of(const std::string& workbook) {
    Index index;
    const bool is_read =
        read_xml(workbook, {[&](std::string_view name, const Attributes& with) {
                                if (name == "sheet" && index.first_sheet.empty())
                                    index.first_sheet = value_of(with, "id");
                                if (name == "workbookPr") {
                                    const std::string& flag = value_of(with, "date1904");
                                    index.counts_from_1904 = flag == "1" || flag == "true";
                                }
                            },
                            [](std::string_view) {}, [](std::string_view) {}});
    if (!is_read) return damaged();
    return index;
}

Result<std::string> path_of(const Archive& archive, const std::string& relation) {
    std::string path = "worksheets/sheet1.xml";
    TRY_LET(relations, archive.part("xl/_rels/workbook.xml.rels"));
    if (relations) {
        const bool is_read =
            read_xml(*relations, {[&](std::string_view, const Attributes& with) {
                                      if (value_of(with, "Id") == relation) {
                                          path = value_of(with, "Target");
                                      }
                                  },
                                  [](std::string_view) {}, [](std::string_view) {}});
        if (!is_read) return damaged();
    }
    return path.starts_with("/") ? path.substr(1) : "xl/" + path;
}

// ---- texts that cells share

Result<std::vector<std::string>> shared_texts(const Archive& archive) {
    std::vector<std::string> texts;
    TRY_LET(part, archive.part("xl/sharedStrings.xml"));
    if (!part) return texts;
    bool is_in_text = false;
    int phonetic = 0;  // how a Japanese name is read: not part of it
    const bool is_read = read_xml(*part, {[&](std::string_view name, const Attributes&) {
                                              if (name == "si" && texts.size() <= kSharedTextsMax)
                                                  texts.emplace_back();
                                              if (name == "rPh") ++phonetic;
                                              if (name == "t") is_in_text = phonetic == 0;
                                          },
                                          [&](std::string_view name) {
                                              if (name == "rPh") --phonetic;
                                              if (name == "t") is_in_text = false;
                                          },
                                          [&](std::string_view text) {
                                              if (is_in_text && !texts.empty())
                                                  texts.back() += text;
                                          }});
    if (!is_read) return damaged();
    if (texts.size() > kSharedTextsMax) return too_large();
    return texts;
}

// ---- which styles show a number as a date

bool shows_a_date(const std::string& format) {
    bool is_quoted = false;
    bool is_bracketed = false;
    for (const char c : format) {
        if (c == '"') is_quoted = !is_quoted;
        if (c == '[') is_bracketed = true;
        if (c == ']') is_bracketed = false;
        if (is_quoted || is_bracketed) continue;
        if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return true;
    }
    return false;
}

Result<std::vector<bool>> date_styles(const Archive& archive) {
    std::vector<bool> styles;
    TRY_LET(part, archive.part("xl/styles.xml"));
    if (!part) return styles;
    std::set<std::string> formats = {"14", "15", "16", "17", "22"};
    bool is_in_cell_styles = false;
    const bool is_read =
        read_xml(*part, {[&](std::string_view name, const Attributes& with) {
                             if (name == "numFmt" && shows_a_date(value_of(with, "formatCode"))) {
                                 formats.insert(value_of(with, "numFmtId"));
                             }
                             if (name == "cellXfs") is_in_cell_styles = true;
                             if (name == "xf" && is_in_cell_styles) {
                                 styles.push_back(formats.contains(value_of(with, "numFmtId")));
                             }
                         },
                         [&](std::string_view name) {
                             if (name == "cellXfs") is_in_cell_styles = false;
                         },
                         [](std::string_view) {}});
    if (!is_read) return damaged();
    return styles;
}

// ---- the cells

// Days since 30 December 1899: 1900 counts as a leap year there, which no birth of ours meets.
std::string date_text(double serial, bool counts_from_1904) {
    const base::Date first = counts_from_1904 ? base::Date{std::chrono::year(1904) / 1 / 1}
                                              : base::Date{std::chrono::year(1899) / 12 / 30};
    return base::to_text(base::add_days(first, static_cast<int>(std::floor(serial))));
}

std::string number_text(const std::string& written, double value) {
    const bool is_whole = std::floor(value) == value && std::abs(value) < 1e16;
    return is_whole ? fmt::format("{:.0f}", value) : written;
}

// "AB12" -> 27; nullopt without letters or too far to the right.
std::optional<std::size_t> column_of(const std::string& reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (column > kColumnsMax) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

class SheetReader {
public:
    SheetReader(const std::vector<std::string>& texts, const std::vector<bool>& dates,
                bool counts_from_1904)
        : texts_(texts), dates_(dates), counts_from_1904_(counts_from_1904) {}

    bool read(const std::string& sheet) {
        return read_xml(
            sheet, {[this](std::string_view name, const Attributes& with) { begin(name, with); },
                    [this](std::string_view name) { end(name); },
                    [this](std::string_view text) {
                        if (is_in_value_) value_ += text;
                    }});
    }
    std::vector<Row> rows;
    bool is_too_large() const { return cell_bytes_ > kCellBytesMax; }

private:
    void begin(std::string_view name, const Attributes& with) {
        if (name == "row") {
            const auto number = base::json::integer_of(value_of(with, "r"));
            last_row_ = number && *number > 0 ? static_cast<std::size_t>(*number) : last_row_ + 1;
            is_full_ = rows.size() > kRowsMax || is_too_large();
            if (!is_full_) rows.push_back({last_row_, {}});
        } else if (name == "c") {
            const std::string& reference = value_of(with, "r");
            column_ = reference.empty() ? std::optional(next_) : column_of(reference);
            kind_ = value_of(with, "t");
            const auto style = base::json::integer_of(value_of(with, "s"));
            style_ = style && *style > 0 ? static_cast<std::size_t>(*style) : 0;
            value_.clear();
        }
        is_in_value_ = name == "v" || name == "t";
    }

    void end(std::string_view name) {
        is_in_value_ = false;
        if (name == "row") next_ = 0;
        if (name != "c" || rows.empty() || is_full_ || is_too_large() || !column_) return;
        next_ = *column_ + 1;
        std::vector<Cell>& cells = rows.back().cells;
        if (cells.size() <= *column_) cells.resize(*column_ + 1);
        cells[*column_] = cell();
        cell_bytes_ += sizeof(Cell) + cells[*column_].text.size();
    }

    Cell cell() const {
        if (kind_ == "s") {
            const auto at = base::json::integer_of(value_);
            const bool is_known = at && *at >= 0 && static_cast<std::size_t>(*at) < texts_.size();
            return {is_known ? base::trimmed(texts_[static_cast<std::size_t>(*at)]) : ""};
        }
        if (kind_ == "e") return {};  // #N/A and the like
        const auto number = base::json::number_of(value_);
        if (!kind_.empty() && kind_ != "n") return {base::trimmed(value_)};
        if (!number) return {base::trimmed(value_)};
        const bool is_date =
            style_ < dates_.size() && dates_[style_] && *number >= 1 && *number < 200'000;
        if (is_date) return {date_text(*number, counts_from_1904_)};
        return {number_text(value_, *number), true};
    }

    const std::vector<std::string>& texts_;
    const std::vector<bool>& dates_;
    bool counts_from_1904_;
    std::size_t last_row_ = 0;
    std::size_t next_ = 0;  // column of a cell that does not say its own
    std::optional<std::size_t> column_;
    std::size_t style_ = 0;
    std::string kind_;
    std::string value_;
    bool is_in_value_ = false;
    bool is_full_ = false;
    std::size_t cell_bytes_ = 0;
};

}  // namespace

Result<std::vector<Row>> rows_of_workbook(std::string_view bytes) {
    TRY_LET(archive, Archive::open(bytes));
    TRY_LET(workbook, archive.part("xl/workbook.xml"));
    if (!workbook) return Error{ErrorCode::Malformed, "this is no workbook (.xlsx)"};
    TRY_LET(index, index_of(*workbook));
    TRY_LET(path, path_of(archive, index.first_sheet));
    TRY_LET(sheet, archive.part(path));
    if (!sheet) return damaged();
    TRY_LET(texts, shared_texts(archive));
    TRY_LET(dates, date_styles(archive));
    SheetReader reader(texts, dates, index.counts_from_1904);
    if (!reader.read(*sheet)) return damaged();
    if (reader.is_too_large()) return too_large();
    return std::move(reader.rows);
}

}  // namespace importing
