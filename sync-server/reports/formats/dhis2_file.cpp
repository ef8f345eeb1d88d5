#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/reports/formats/exchange.h"

#include <algorithm>

namespace formats {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace json = base::json;

namespace {

// DHIS2 keeps 50,000 characters; a comment that nobody reads to its end helps nobody.
constexpr std::size_t kCommentCharacters = 2000;

std::string period_code(const sheets::Period& period) {
    std::string code = base::to_text(period.last);
    code.erase(std::remove(code.begin(), code.end(), '-'), code.end());
    return code;
}

std::string comment_of(const Exchange& exchange, const Value& value, bool is_first) {
    std::string comment = value.id;
    if (is_first && !exchange.missing.empty()) {
        comment += " | Belum lengkap: " + base::joined(exchange.missing, " ");
    }
    if (is_first && !exchange.unmapped.empty()) {
        comment += " | " + base::joined(exchange.unmapped, " ");
    }
    if (base::character_count(comment) <= kCommentCharacters) return comment;
    return base::made_valid_utf8(comment.substr(0, kCommentCharacters - 4)) + " ...";
}

std::string data_value(const Exchange& exchange, const Value& value, bool is_first) {
    json::Writer written;
    written.add("dataElement", value.figure->data_element);
    if (!value.figure->category_option_combo.empty()) {
        written.add("categoryOptionCombo", value.figure->category_option_combo);
    }
    written.add("orgUnit", value.place->org_unit);
    written.add("period", period_code(exchange.counts.period()));
    written.add("value", std::to_string(value.value));  // values are strings
    written.add("comment", comment_of(exchange, value, is_first));
    return written.text();
}

}  // namespace

Result<std::string> dhis2_file(const Exchange& exchange) {
    if (exchange.counts.period().kind != sheets::Period::Kind::OneMonth) {
        return Error{ErrorCode::Usage,
                     "DHIS2 menjumlahkan triwulan sendiri: kirim bulan demi bulan (--month)"};
    }
    TRY(one_figure_a_cell(exchange.mapping, dhis2_cell));
    std::vector<std::string> values;
    for (const Value& value : values_of(exchange.mapping, exchange.counts)) {
        values.push_back(data_value(exchange, value, values.empty()));
    }
    json::Writer written;
    written.add("dataSet", exchange.mapping.data_set);
    const bool is_complete = exchange.missing.empty() && exchange.unmapped.empty();
    if (is_complete) written.add("completeDate", base::to_text(exchange.made_on));
    written.add("period", period_code(exchange.counts.period()));
    if (exchange.mapping.places.size() == 1) {
        written.add("orgUnit", exchange.mapping.places[0].org_unit);
    }
    if (!exchange.mapping.attribute_option_combo.empty()) {
        written.add("attributeOptionCombo", exchange.mapping.attribute_option_combo);
    }
    written.add_token("dataValues", "[\n" + base::joined(values, ",\n") + "\n]");
    return written.text() + "\n";
}

}  // namespace formats
