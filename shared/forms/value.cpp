#include "shared/forms/value.h"

#include "shared/base/characters.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <cmath>
#include <limits>

namespace forms {

namespace {

constexpr double kFirstDay = -719162;  // 0001-01-01
constexpr double kLastDay = 2932896;   // 9999-12-31
constexpr double kMsPerDay = 86400000;

double day_number(base::Date date) {
    return static_cast<double>(std::chrono::sys_days{date}.time_since_epoch().count());
}

bool is_dated(const Value& value) {
    return value.kind() == Value::Kind::Date || value.kind() == Value::Kind::DateTime;
}

// How a truth is read from the codes of a yes/no question; other text as XPath does.
bool is_true_text(const std::string& text) {
    return text != "0" && text != "false";
}

bool is_true_beside_truth(const Value& value) {
    return value.kind() == Value::Kind::Text ? is_true_text(value.plain_text()) : value.is_true();
}

std::optional<double> days_apart(const Value& a, const Value& b) {
    const auto later = a.to_instant();
    const auto earlier = b.to_instant();
    if (later && earlier) return static_cast<double>(later->unix_ms - earlier->unix_ms) / kMsPerDay;
    const auto to = a.to_date();
    const auto from = b.to_date();
    if (to && from) return base::days_between(*from, *to);
    return std::nullopt;
}

}  // namespace

Value Value::text(std::string_view text) {
    Value value;
    if (text.empty()) return value;
    value.kind_ = Kind::Text;
    value.text_ = text;
    return value;
}

Value Value::number(double number) {
    Value value;
    if (!std::isfinite(number)) return value;
    value.kind_ = Kind::Number;
    value.number_ = number;
    return value;
}

Value Value::boolean(bool truth) {
    Value value;
    value.kind_ = Kind::Bool;
    value.number_ = truth ? 1 : 0;
    return value;
}

Value Value::date(base::Date date) {
    return date.ok() ? day(day_number(date)) : Value();
}

Value Value::day(double days_since_1970) {
    Value value;
    const double whole = std::floor(days_since_1970);
    if (!(whole >= kFirstDay && whole <= kLastDay)) return value;
    value.kind_ = Kind::Date;
    value.number_ = whole;
    return value;
}

Value Value::date_time(std::string_view text) {
    Value value = Value::text(text);
    if (const auto instant = base::parse_date_time(text)) {
        value.kind_ = Kind::DateTime;
        value.number_ = static_cast<double>(instant->unix_ms);
    }
    return value;
}

std::string Value::to_text() const {
    switch (kind_) {
        case Kind::Empty:
            return {};
        case Kind::Text:
        case Kind::DateTime:
            return text_;
        case Kind::Number:
            return base::json::decimal(number_);
        case Kind::Bool:
            return number_ != 0 ? "true" : "false";
        case Kind::Date:
            return base::to_text(*to_date());
    }
    return {};
}

double Value::to_number() const {
    switch (kind_) {
        case Kind::Empty:
            return std::numeric_limits<double>::quiet_NaN();
        case Kind::Number:
        case Kind::Bool:
        case Kind::Date:
            return number_;
        case Kind::DateTime:
            return number_ / kMsPerDay;
        case Kind::Text:
            break;
    }
    const auto number = base::json::number_of(base::trimmed(text_));
    return number.value_or(std::numeric_limits<double>::quiet_NaN());
}

bool Value::is_true() const {
    switch (kind_) {
        case Kind::Empty:
            return false;
        case Kind::Number:
        case Kind::Bool:
            return number_ != 0;
        case Kind::Text:
        case Kind::Date:
        case Kind::DateTime:
            return true;
    }
    return false;
}

std::optional<base::Date> Value::to_date() const {
    switch (kind_) {
        case Kind::Date:
            return base::Date(std::chrono::sys_days{std::chrono::days{static_cast<int>(number_)}});
        case Kind::Text:
        case Kind::DateTime:
            return text_.size() < 10 ? std::nullopt : base::local_date_of(text_);
        case Kind::Empty:
        case Kind::Number:
        case Kind::Bool:
            break;
    }
    return std::nullopt;
}

std::optional<base::Instant> Value::to_instant() const {
    if (kind_ == Kind::DateTime) return base::Instant{static_cast<std::int64_t>(number_)};
    if (kind_ == Kind::Text) return base::parse_date_time(text_);
    return std::nullopt;
}

bool are_equal(const Value& a, const Value& b) {
    using Kind = Value::Kind;
    if (a.kind() == Kind::Text && b.kind() == Kind::Text) return a.plain_text() == b.plain_text();
    if (a.kind() == Kind::Bool || b.kind() == Kind::Bool) {
        return is_true_beside_truth(a) == is_true_beside_truth(b);
    }
    if (a.is_empty() || b.is_empty()) return a.is_empty() && b.is_empty();
    if (is_dated(a) || is_dated(b)) {
        const auto apart = days_apart(a, b);
        if (apart) return *apart == 0;
    }
    return a.to_number() == b.to_number();
}

std::partial_ordering ordered(const Value& a, const Value& b) {
    using Kind = Value::Kind;
    if (a.kind() == Kind::Number && b.kind() == Kind::Number) {
        return a.to_number() <=> b.to_number();
    }
    if (a.is_empty() || b.is_empty()) return std::partial_ordering::unordered;
    if (const auto apart = days_apart(a, b)) return *apart <=> 0.0;
    if (is_time(a.plain_text()) && is_time(b.plain_text())) {
        return a.plain_text().compare(b.plain_text()) <=> 0;
    }
    return a.to_number() <=> b.to_number();
}

Value sum(const Value& a, const Value& b) {
    if (const auto day = a.to_date()) return Value::day(day_number(*day) + b.to_number());
    if (const auto day = b.to_date()) return Value::day(day_number(*day) + a.to_number());
    return Value::number(a.to_number() + b.to_number());
}

Value difference(const Value& a, const Value& b) {
    if (const auto apart = days_apart(a, b)) return Value::number(*apart);
    if (const auto day = a.to_date()) return Value::day(day_number(*day) - b.to_number());
    return Value::number(a.to_number() - b.to_number());
}

bool holds_code(std::string_view codes, std::string_view code) {
    if (code.empty()) return false;
    for (std::size_t at = codes.find(code); at != std::string_view::npos;
         at = codes.find(code, at + 1)) {
        const std::size_t end = at + code.size();
        const bool starts = at == 0 || codes[at - 1] == ' ';
        if (starts && (end == codes.size() || codes[end] == ' ')) return true;
    }
    return false;
}

bool is_time(std::string_view text) {
    if (text.size() != 5 && text.size() != 8) return false;
    const auto digit = [&](std::size_t at) { return base::is_digit(text[at]); };
    for (std::size_t at = 0; at < text.size(); at += 3) {
        if (!digit(at) || !digit(at + 1)) return false;
        if (at + 2 < text.size() && text[at + 2] != ':') return false;
    }
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    return hour <= 23 && text[3] <= '5' && (text.size() == 5 || text[6] <= '5');
}

}  // namespace forms
