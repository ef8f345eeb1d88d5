#include "shared/sheets/evidence.h"

#include <array>
#include <string_view>

namespace sheets {

namespace {

// Where the day of a record of any type stands, the weightiest first.
constexpr std::array<std::string_view, 9> kDays = {"weighed_on",   "recall_date", "contact_date",
                                                   "performed_at", "raised_at",   "delivery_date",
                                                   "started_at",   "given_at",    "birth_date"};

}  // namespace

std::string day_of(const records::Record& record) {
    for (const std::string_view field : kDays) {
        const std::string text = record.fields.text(field);
        if (text.size() >= 10) return text.substr(0, 10);
    }
    return "";
}

}  // namespace sheets
