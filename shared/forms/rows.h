// One row of a form's survey as it was written: its cells by column, and where it stands.
#pragma once

#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/forms/form.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

class Row {
public:
    // `place` is how errors begin: "feeding_recall, row 12".
    static base::Result<Row> read(std::string_view token, const std::string& place);

    const std::string& cell(std::string_view column) const;  // "" if the row has none
    Label label(std::string_view column) const;              // column::id and column::en
    base::Error refuse(std::string_view column, const std::string& why) const;
    base::Result<std::optional<Expression>> expression(std::string_view column) const;

private:
    std::vector<base::json::Member> cells_;  // the token is the cell's text
    std::string place_;
};

base::Result<std::vector<Row>> read_rows(const base::json::Object& definition,
                                         std::string_view sheet, const std::string& place,
                                         std::size_t rows_max);
bool is_name(std::string_view text);  // letters, digits, _ and -; not a digit first; 64 at most

}  // namespace forms
