#include "shared/forms/functions.h"

#include "shared/base/text.h"

#include <array>
#include <cmath>

namespace forms {

namespace {

constexpr double kMonthsMax = 12000;
constexpr std::size_t kMany = 64;

Value truth(const Call&) {
    return Value::boolean(true);
}

Value falsehood(const Call&) {
    return Value::boolean(false);
}

Value negation(const Call& call) {
    return Value::boolean(!call.is_true(0));
}

Value selected(const Call& call) {
    return Value::boolean(holds_code(call.text(0), call.text(1)));
}

Value count_selected(const Call& call) {
    double count = 0;
    char before = ' ';
    for (const char c : call.text(0)) {
        if (c != ' ' && before == ' ') ++count;
        before = c;
    }
    return Value::number(count);
}

Value either(const Call& call) {
    return call.value(call.is_true(0) ? 1 : 2);
}

Value today(const Call& call) {
    return Value::date(call.scope().today());
}

// As ODK's: the whole text must match.
Value matches(const Call& call) {
    const std::string text = call.text(0);
    if (text.size() > kRegexInputBytesMax) return Value::boolean(false);
    try {
        return Value::boolean(std::regex_match(text, call.pattern()));
    } catch (const std::regex_error&) {
        return Value::boolean(false);
    }
}

Value first_answered(const Call& call) {
    for (std::size_t each = 0; each < call.count(); ++each) {
        Value value = call.value(each);
        if (!value.is_empty()) return value;
    }
    return {};
}

Value string_length(const Call& call) {
    return Value::number(static_cast<double>(base::character_count(call.text(0))));
}

Value whole_part(const Call& call) {
    return Value::number(std::trunc(call.number(0)));
}

// Half goes up, as in XPath.
Value rounded(const Call& call) {
    const double digits = call.count() > 1 ? std::trunc(call.number(1)) : 0;
    if (!(std::abs(digits) <= 12)) return {};
    // Ten to a negative power is not exact, so digits to the left divide instead.
    const double scale = std::pow(10, std::abs(digits));
    const double number = call.number(0);
    if (digits < 0) return Value::number(std::floor(number / scale + 0.5) * scale);
    return Value::number(std::floor(number * scale + 0.5) / scale);
}

Value as_number(const Call& call) {
    return Value::number(call.number(0));
}

Value as_text(const Call& call) {
    return Value::text(call.text(0));
}

Value as_date(const Call& call) {
    const Value value = call.value(0);
    if (const auto date = value.to_date()) return Value::date(*date);
    return value.kind() == Value::Kind::Number ? Value::day(value.to_number()) : Value();
}

Value looked_up(const Call& call) {
    const std::string id = call.text(3);
    if (id.empty()) return {};
    return call.scope().lookup(call.text(0), id, call.text(1));
}

// The unanswered are passed over: the largest of what is known.
Value extreme(const Call& call, bool wants_less) {
    Value best;
    for (std::size_t each = 0; each < call.count(); ++each) {
        Value value = call.value(each);
        const auto order = ordered(value, best);
        if (best.is_empty() || (wants_less ? order < 0 : order > 0)) best = std::move(value);
    }
    return best;
}

Value smallest(const Call& call) {
    return extreme(call, true);
}

Value largest(const Call& call) {
    return extreme(call, false);
}

Value concatenated(const Call& call) {
    std::string text;
    for (std::size_t each = 0; each < call.count(); ++each) text += call.text(each);
    return Value::text(text);
}

// Where the n-th character starts; the end of the text if there are fewer.
std::size_t character_start(const std::string& utf8, double n) {
    double seen = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if ((static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) continue;
        if (!(seen < n)) return at;
        ++seen;
    }
    return utf8.size();
}

// Characters from start up to, not including, end; counted from 0, as ODK's.
Value part(const Call& call) {
    const std::string text = call.text(0);
    const std::size_t start = character_start(text, call.number(1));
    const std::size_t end = call.count() > 2 ? character_start(text, call.number(2)) : text.size();
    return start < end ? Value::text(std::string_view(text).substr(start, end - start)) : Value();
}

Value age_months(const Call& call) {
    const auto birth = call.value(0).to_date();
    const auto on = call.value(1).to_date();
    return birth && on ? Value::number(base::age_months(*birth, *on)) : Value();
}

Value add_months(const Call& call) {
    const auto date = call.value(0).to_date();
    const double months = std::trunc(call.number(1));
    if (!date || !(std::abs(months) <= kMonthsMax)) return {};
    return Value::date(base::add_months(*date, static_cast<int>(months)));
}

constexpr std::array<Function, 22> kFunctions = {{
    {"true", 0, 0, truth},
    {"false", 0, 0, falsehood},
    {"not", 1, 1, negation},
    {"selected", 2, 2, selected},
    {"count-selected", 1, 1, count_selected},
    {"if", 3, 3, either},
    {"today", 0, 0, today},
    {"regex", 2, 2, matches, 0b10},
    {"coalesce", 1, kMany, first_answered},
    {"string-length", 1, 1, string_length},
    {"int", 1, 1, whole_part},
    {"round", 1, 2, rounded},
    {"number", 1, 1, as_number},
    {"string", 1, 1, as_text},
    {"date", 1, 1, as_date},
    {"pulldata", 4, 4, looked_up, 0b111},
    {"min", 1, kMany, smallest},
    {"max", 1, kMany, largest},
    {"concat", 1, kMany, concatenated},
    {"substr", 2, 3, part},
    {"age-months", 2, 2, age_months},
    {"add-months", 2, 2, add_months},
}};

}  // namespace

const Function* find_function(std::string_view name) {
    for (const Function& function : kFunctions) {
        if (function.name == name) return &function;
    }
    return nullptr;
}

}  // namespace forms
