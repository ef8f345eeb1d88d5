#include "shared/protocol/closed_months.h"

#include "shared/base/text.h"
#include "shared/protocol/limits.h"

namespace protocol {

namespace {

constexpr char kTo = '/';  // as ISO 8601 writes an interval

std::string range_text(base::Month first, base::Month last) {
    const std::string text = base::to_text(first);
    return first == last ? text : text + kTo + base::to_text(last);
}

void add_range(base::Month first, base::Month last, std::set<base::Month>& months) {
    if ((last - first).count() >= kClosedMonthsMax) return;
    for (base::Month month = first; month <= last; month = base::add_months(month, 1)) {
        months.insert(month);
    }
}

}  // namespace

std::string closed_text(const std::set<base::Month>& months) {
    std::string text;
    for (auto first = months.begin(); first != months.end();) {
        auto next = first;
        base::Month last = *first;
        while (++next != months.end() && *next == base::add_months(last, 1)) last = *next;
        if (!text.empty()) text += ' ';
        text += range_text(*first, last);
        first = next;
    }
    return text;
}

std::set<base::Month> closed_months(std::string_view text) {
    std::set<base::Month> months;
    for (const std::string& each : base::split(text, ' ')) {
        const auto bar = each.find(kTo);
        const auto first = base::parse_month(each.substr(0, bar));
        const auto last =
            bar == std::string::npos ? first : base::parse_month(each.substr(bar + 1));
        if (first && last) add_range(*first, *last, months);
    }
    return months;
}

}  // namespace protocol
