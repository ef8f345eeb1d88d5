#include "sync-server/merge/linking/record_file.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace linking {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

void append_utf8(std::string& out, unsigned code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::string from_utf16(std::string_view bytes, bool is_little) {
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        const unsigned code = is_little ? second * 256U + first : first * 256U + second;
        append_utf8(out, code >= 0xD800 && code < 0xE000 ? 0xFFFD : code);
    }
    return out;
}

std::string from_latin1(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) append_utf8(out, static_cast<unsigned char>(c));
    return out;
}

std::string as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), true);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), false);
    return base::is_valid_utf8(bytes) ? std::string(bytes) : from_latin1(bytes);
}

// The sign that parts the heading most often, outside of quotes.
char separator_of(std::string_view text) {
    constexpr auto kSigns = std::to_array<char>({',', ';', '\t', '|'});
    std::array<int, kSigns.size()> counts{};
    bool is_quoted = false;
    for (const char c : text) {
        if (c == '"') is_quoted = !is_quoted;
        if (!is_quoted && (c == '\n' || c == '\r')) break;
        const auto found = std::find(kSigns.begin(), kSigns.end(), c);
        if (!is_quoted && found != kSigns.end()) {
            ++counts[static_cast<std::size_t>(found - kSigns.begin())];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return kSigns[static_cast<std::size_t>(most - counts.begin())];
}

struct Row {
    std::vector<std::string> cells;
    std::size_t line = 0;
    bool is_empty() const {
        return std::all_of(cells.begin(), cells.end(), [](const auto& c) { return c.empty(); });
    }
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text), separator_(separator_of(text)) {}
    bool at_end() const { return at_ >= text_.size(); }

    Result<Row> row() {
        Row row;
        row.line = line_;
        for (;;) {
            TRY_LET(cell, this->cell());
            row.cells.push_back(base::trimmed(cell));
            if (at_end()) return row;
            const char c = text_[at_++];
            if (c == separator_) continue;
            if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
            ++line_;
            return row;
        }
    }

private:
    bool is_end_of_cell() const {
        const char c = text_[at_];
        return c == separator_ || c == '\n' || c == '\r';
    }

    Result<std::string> cell() {
        while (!at_end() && text_[at_] == ' ') ++at_;
        if (!at_end() && text_[at_] == '"') return quoted();
        const std::size_t from = at_;
        while (!at_end() && !is_end_of_cell()) ++at_;
        return std::string(text_.substr(from, at_ - from));
    }

    Result<std::string> quoted() {
        const std::size_t began = line_;
        std::string text;
        for (++at_; !at_end(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                text += text_[at_];
                continue;
            }
            if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                text += text_[++at_];
                continue;
            }
            ++at_;
            while (!at_end() && !is_end_of_cell()) text += text_[at_++];
            return text;
        }
        return Error{ErrorCode::Malformed,
                     "the quote that begins in line " + std::to_string(began) + " is never closed"};
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

// Cells beyond the heading may only be empty.
Result<Row> fitted(Row row, std::size_t width) {
    for (std::size_t i = width; i < row.cells.size(); ++i) {
        if (row.cells[i].empty()) continue;
        return Error{ErrorCode::Malformed, "line " + std::to_string(row.line) + " has " +
                                               std::to_string(row.cells.size()) +
                                               " cells, the heading only " + std::to_string(width)};
    }
    row.cells.resize(width);
    return row;
}

}  // namespace

Result<RecordFile> read_records(std::string_view bytes) {
    const std::string text = as_utf8(bytes);
    Reader reader(text);
    RecordFile file;
    while (!reader.at_end()) {
        TRY_LET(row, reader.row());
        if (row.is_empty()) continue;
        if (file.header.empty()) {
            file.header = std::move(row.cells);
            continue;
        }
        TRY_LET(whole, fitted(std::move(row), file.header.size()));
        file.lines.push_back(whole.line);
        file.rows.push_back(std::move(whole.cells));
    }
    if (file.header.empty()) {
        return Error{ErrorCode::Malformed, "the file is empty: it has not even a heading"};
    }
    return file;
}

}  // namespace linking
