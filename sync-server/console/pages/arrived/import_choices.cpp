#include "sync-server/console/pages/arrived/import_choices.h"

#include "shared/base/fields.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

namespace console {

using importing::Field;

namespace {

const char* const kColumn = "column.";

std::optional<std::size_t> number_of(const std::string& text) {
    const auto number = base::json::integer_of(text);
    if (!number || *number < 0) return std::nullopt;
    return static_cast<std::size_t>(*number);
}

std::string joined(const std::set<std::size_t>& rows) {
    std::string text;
    for (const std::size_t row : rows) text += (text.empty() ? "" : " ") + std::to_string(row);
    return text;
}

void add_rows(const std::vector<std::string>& texts, std::set<std::size_t>& rows) {
    for (const std::string& text : texts) {
        if (const auto row = number_of(text)) rows.insert(*row);
    }
}

}  // namespace

std::string ImportChoices::to_json() const {
    base::Fields fields;
    for (const auto& [field, column] : columns) {
        fields.set(kColumn + std::string(to_code(field)), std::to_string(column));
    }
    fields.set("unit", rows.unit);
    fields.set("other", joined(rows.other));
    fields.set("left_out", joined(rows.left_out));
    return fields.to_json();
}

ImportChoices ImportChoices::of(const importing::Table& table, const std::string& json) {
    ImportChoices choices;
    const auto fields = base::Fields::parse(json);
    if (!fields.ok() || fields.value().empty()) {
        choices.columns = importing::likely_columns(table);
        return choices;
    }
    for (const Field field : importing::all_fields()) {
        const auto column = number_of(fields.value().text(kColumn + std::string(to_code(field))));
        if (column && *column < table.headings.size()) choices.columns[field] = *column;
    }
    choices.rows.unit = fields.value().text("unit");
    add_rows(base::split(fields.value().text("other"), ' '), choices.rows.other);
    add_rows(base::split(fields.value().text("left_out"), ' '), choices.rows.left_out);
    return choices;
}

ImportChoices ImportChoices::posted(const importing::Table& table, const Visit& visit,
                                    const ImportChoices& before) {
    ImportChoices choices;
    choices.rows = before.rows;
    std::set<std::size_t> shown;
    add_rows(base::split(visit.value("rows"), ' '), shown);
    for (const std::size_t row : shown) {
        choices.rows.other.erase(row);
        choices.rows.left_out.erase(row);
    }
    for (const Field field : importing::all_fields()) {
        const auto column = number_of(visit.value(kColumn + std::string(to_code(field))));
        if (column && *column < table.headings.size()) choices.columns[field] = *column;
    }
    choices.rows.unit = visit.value("unit");
    add_rows(visit.posted.values("other"), choices.rows.other);
    add_rows(visit.posted.values("left_out"), choices.rows.left_out);
    return choices;
}

}  // namespace console
