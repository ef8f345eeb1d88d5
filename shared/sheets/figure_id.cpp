#include "shared/sheets/figure_id.h"

#include "shared/base/text.h"

#include <algorithm>
#include <charconv>

namespace sheets {

namespace {

std::optional<int> parse_months(std::string_view digits) {
    int months = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, months);
    if (digits.empty() || digits.size() > 3 || read.ptr != end || months < 0) return std::nullopt;
    return months;
}

std::optional<Ages> parse_ages(std::string_view text) {
    const auto hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const auto from = parse_months(text.substr(0, hyphen));
    const auto to = parse_months(text.substr(hyphen + 1));
    if (!from || !to || *to < *from) return std::nullopt;
    return Ages{*from, *to};
}

// A code of ours: capitals and underscores.
bool is_detail(std::string_view text) {
    return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'A' && letter <= 'Z') || letter == '_';
           });
}

}  // namespace

bool speaks_of(const FigureId& id, const Subject& subject) {
    const bool is_age =
        id.ages.from == kNoAge || (subject.age_months && *subject.age_months >= id.ages.from &&
                                   *subject.age_months <= id.ages.to);
    const bool is_detail = id.detail.empty() || subject.detail == id.detail;
    return subject.code == id.code && is_age && is_of_sex(id.sex, subject.sex) && is_detail;
}

std::vector<Month> months_of(const FigureId& id) {
    std::vector<Month> months = months_of(id.period);
    if (id.is_averaged) std::erase_if(months, [](Month each) { return !ends_quarter(each); });
    return months;
}

bool is_of_sex(char wanted, char sex) {
    const bool is_known = sex == 'L' || sex == 'P';
    return wanted == 0 || (wanted == kSexNotKnown ? !is_known : sex == wanted);
}

std::string place_in(std::string_view centre, std::string_view place) {
    std::string whole = std::string(place) + ":" + std::string(centre);
    std::replace(whole.begin(), whole.end(), ' ', '_');
    return whole;
}

std::string short_text(const FigureId& id) {
    std::string text = id.code;
    if (!id.detail.empty()) text += "." + id.detail;
    if (id.sex != 0) text += std::string(".") + id.sex;
    if (id.ages.from != kNoAge) {
        text += "." + std::to_string(id.ages.from) + "-" + std::to_string(id.ages.to);
    }
    if (id.is_averaged) text += ".RERATA";
    if (id.share == Share::Whole) text += ".DEN";
    if (id.share == Share::Rest) text += ".SISA";
    return text;
}

std::string to_text(const FigureId& id) {
    return short_text(id) + ":" + to_text(id.period) + ":" + id.place;
}

std::optional<FigureId> parse_figure(std::string_view short_text) {
    const std::vector<std::string> parts = base::split(short_text, '.');
    FigureId id;
    id.code = parts[0];
    if (id.code.empty()) return std::nullopt;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i] == "L" || parts[i] == "P" || parts[i] == "T") {
            id.sex = parts[i][0];
        } else if (parts[i] == "DEN") {
            id.share = Share::Whole;
        } else if (parts[i] == "SISA") {
            id.share = Share::Rest;
        } else if (parts[i] == "RERATA") {
            id.is_averaged = true;
        } else if (const auto ages = parse_ages(parts[i])) {
            id.ages = *ages;
        } else if (is_detail(parts[i])) {
            id.detail = parts[i];
        } else {
            return std::nullopt;
        }
    }
    return id;
}

std::optional<FigureId> parse_figure_id(std::string_view text) {
    const auto first = text.find(':');
    const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos || second + 1 == text.size()) return std::nullopt;
    auto id = parse_figure(text.substr(0, first));
    const auto period = parse_period(text.substr(first + 1, second - first - 1));
    if (!id || !period) return std::nullopt;
    id->period = *period;
    id->place = text.substr(second + 1);
    return id;
}

}  // namespace sheets
