// What an expression computes with, and how values of different kinds meet (XPath as ODK means it).
//
// Empty is both '' and "not a number": an unanswered field stays Empty through all arithmetic, is
// equal only to Empty, and is neither smaller nor greater than anything.
#pragma once

#include "shared/base/date.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace forms {

class Value {
public:
    enum class Kind : unsigned char { Empty, Text, Number, Bool, Date, DateTime };

    Value() = default;
    static Value text(std::string_view text);  // "" is Empty
    static Value number(double number);        // what is not finite is Empty
    static Value boolean(bool truth);
    static Value date(base::Date date);             // outside the years 1 to 9999 is Empty
    static Value day(double days_since_1970);       // the same, by number
    static Value date_time(std::string_view text);  // plain text if it is no dateTime

    Kind kind() const { return kind_; }
    bool is_empty() const { return kind_ == Kind::Empty; }

    // As XPath's string(), number(), boolean(). Date and dateTime texts are read as such wherever a
    // day is wanted, so that a value looked up in another record needs no conversion.
    std::string to_text() const;
    const std::string& plain_text() const { return text_; }  // of Text and DateTime; else ""
    double to_number() const;                                // NaN if it is none
    bool is_true() const;
    std::optional<base::Date> to_date() const;        // a dateTime's local day
    std::optional<base::Instant> to_instant() const;  // of a dateTime only

private:
    Kind kind_ = Kind::Empty;
    double number_ =
        0;  // Number; 1 or 0 of Bool; days since 1970 of Date; ms since 1970 of DateTime
    std::string text_;
};

bool are_equal(const Value& a, const Value& b);
std::partial_ordering ordered(const Value& a, const Value& b);

Value sum(const Value& a, const Value& b);         // date + days = date
Value difference(const Value& a, const Value& b);  // date - date = days, date - days = date

// Whether the codes of a select_multiple ("MDS01 MDS11") hold this one.
bool holds_code(std::string_view codes, std::string_view code);
bool is_time(std::string_view text);  // 14:05 or 14:05:30

}  // namespace forms
