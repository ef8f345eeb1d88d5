#include "shared/base/markup.h"
#include "shared/sheets/formats/html_file.h"
#include "sync-server/reports/formats/exchange.h"

namespace formats {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + base::escaped(value) + "\"";
}

// Two hyphens end a comment.
std::string comment(std::string_view words) {
    std::string text;
    for (const char letter : words) {
        if (letter == '-' && !text.empty() && text.back() == '-') text += ' ';
        text += letter;
    }
    return "<!-- " + text + " -->\n";
}

std::string data_value(const Value& value) {
    std::string text = "    <dataValue" + attribute("dataElement", value.figure->data_element);
    if (value.figure->adx.empty() && !value.figure->category_option_combo.empty()) {
        text += attribute("categoryOptionCombo", value.figure->category_option_combo);
    }
    for (const auto& [name, code] : value.figure->adx) text += attribute(name, code);
    return text + attribute("value", std::to_string(value.value)) + "/> " + comment(value.id);
}

}  // namespace

Result<std::string> adx_file(const Exchange& exchange) {
    const sheets::Period& period = exchange.counts.period();
    if (period.kind != sheets::Period::Kind::OneMonth) {
        return Error{ErrorCode::Usage, "ADX dikirim bulan demi bulan (--month)"};
    }
    TRY(one_figure_a_cell(exchange.mapping, adx_cell));
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    for (const std::string& each : exchange.missing) text += comment("Belum lengkap: " + each);
    for (const std::string& each : exchange.unmapped) text += comment(each);
    text +=
        "<adx xmlns=\"urn:ihe:qrph:adx:2015\"" + attribute("exported", exchange.made_at) + ">\n";
    const std::string month = base::to_text(base::first_day(period.last)) + "/P1M";
    const auto values = values_of(exchange.mapping, exchange.counts);
    for (const MappedPlace& place : exchange.mapping.places) {
        text += "  <group" + attribute("orgUnit", place.org_unit) + attribute("period", month) +
                attribute("dataSet", exchange.mapping.data_set);
        if (!exchange.mapping.attribute_option_combo.empty()) {
            text += attribute("attributeOptionCombo", exchange.mapping.attribute_option_combo);
        }
        text += ">\n";
        for (const Value& value : values) {
            if (value.place == &place) text += data_value(value);
        }
        text += "  </group>\n";
    }
    return text + "</adx>\n";
}

}  // namespace formats
