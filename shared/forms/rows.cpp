#include "shared/forms/rows.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"

#include <algorithm>

namespace forms {

namespace {

constexpr std::size_t kNameBytesMax = 64;

}  // namespace

base::Result<Row> Row::read(std::string_view token, const std::string& place) {
    auto members = base::json::parse_object(token);
    if (!members.ok()) return std::move(members).error().during(place);
    Row row;
    row.place_ = place;
    for (base::json::Member& member : members.value()) {
        auto text = base::json::string_of(member.token);
        if (!text) return row.refuse(member.name.substr(0, kNameBytesMax), "expected a text");
        row.cells_.push_back({std::move(member.name), base::trimmed(*text)});
    }
    return row;
}

const std::string& Row::cell(std::string_view column) const {
    static const std::string none;
    for (const auto& [name, text] : cells_) {
        if (name == column) return text;
    }
    return none;
}

Label Row::label(std::string_view column) const {
    const std::string name(column);
    return {cell(name + "::id"), cell(name + "::en")};
}

base::Error Row::refuse(std::string_view column, const std::string& why) const {
    return {base::ErrorCode::Malformed, place_ + ", " + std::string(column) + ": " + why};
}

base::Result<std::optional<Expression>> Row::expression(std::string_view column) const {
    const std::string& text = cell(column);
    if (text.empty()) return std::optional<Expression>();
    auto parsed = Expression::parse(text);
    if (!parsed.ok()) return refuse(column, parsed.error().message);
    return std::optional<Expression>(std::move(parsed).value());
}

base::Result<std::vector<Row>> read_rows(const base::json::Object& definition,
                                         std::string_view sheet, const std::string& place,
                                         std::size_t rows_max) {
    std::vector<Row> rows;
    if (definition.find(sheet) == nullptr) return rows;
    const auto tokens = definition.array(sheet);
    const std::string where = place + (sheet == "survey" ? ", row " : ", choices row ");
    if (!tokens || tokens->size() > rows_max) {
        return base::Error{base::ErrorCode::Malformed, place + ": " + std::string(sheet) +
                                                           " is no list of at most " +
                                                           std::to_string(rows_max) + " rows"};
    }
    for (const std::string& token : *tokens) {
        TRY_LET(row, Row::read(token, where + std::to_string(rows.size() + 1)));
        rows.push_back(std::move(row));
    }
    return rows;
}

bool is_name(std::string_view text) {
    const auto is_fit = [](char c) {
        return base::is_letter(c) || base::is_digit(c) || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= kNameBytesMax && !base::is_digit(text[0]) &&
           text[0] != '-' && std::all_of(text.begin(), text.end(), is_fit);
}

}  // namespace forms
