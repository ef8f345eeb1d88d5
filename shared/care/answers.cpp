#include "shared/care/answers.h"

#include "shared/base/json.h"

namespace care {

std::string_view code(const Fields& fields, std::string_view name) {
    const std::string* token = fields.token(name);
    if (token == nullptr || *token == "null") return {};
    const std::string_view text = *token;
    if (text.size() >= 2 && text.front() == '"') return text.substr(1, text.size() - 2);
    return text;
}

Answer answer(const Fields& fields, std::string_view name) {
    const std::string_view text = code(fields, name);
    if (text.empty()) return Answer::Missing;
    if (text == "1") return Answer::Yes;
    return text == "0" ? Answer::No : Answer::DontKnow;
}

bool has_any_code(const Fields& fields, std::string_view name) {
    const std::string_view text = code(fields, name);
    return !text.empty() && text != "NONE";
}

std::optional<Date> date(const Fields& fields, std::string_view name) {
    const std::string_view text = code(fields, name);
    return text.size() < 10 ? std::nullopt : base::local_date_of(text);
}

std::optional<Instant> instant(const Fields& fields, std::string_view name) {
    const std::string_view text = code(fields, name);
    return text.size() < 17 ? std::nullopt : base::parse_date_time(text);
}

std::optional<int> minute_of_day(const Fields& fields, std::string_view name) {
    const std::string_view text = code(fields, name);
    if (text.size() < 5 || text[2] != ':') return std::nullopt;
    const auto digit = [&](std::size_t at) { return text[at] - '0'; };
    for (const std::size_t at : {0U, 1U, 3U, 4U}) {
        if (digit(at) < 0 || digit(at) > 9) return std::nullopt;
    }
    const int hour = digit(0) * 10 + digit(1);
    const int minute = digit(3) * 10 + digit(4);
    if (hour > 23 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}

}  // namespace care
