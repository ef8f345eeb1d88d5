// Reading JSON from outside: strict (RFC 8259, UTF-8, no duplicate names), bounded, by simdjson.
//
// Values are handed out as their own text ("tokens"), so that what we do not understand can be
// stored and sent back byte by byte (SYNC 25).
#pragma once

#include "shared/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base::json {

struct Member {
    std::string name;
    std::string token;  // the value's JSON text, without space around it
};

// The members of an object in their order. Refuses what is not one whole valid object, duplicate
// names, and nesting deeper than 32.
Result<std::vector<Member>> parse_object(std::string_view text);
// The elements of an array, as tokens.
Result<std::vector<std::string>> parse_array(std::string_view text);

// What a token says, or nullopt if it is of another kind.
std::optional<std::string> string_of(std::string_view token);
std::optional<std::int64_t> integer_of(std::string_view token);
std::optional<double> number_of(std::string_view token);
std::optional<bool> bool_of(std::string_view token);

// The same value on one line, without space between its parts.
Result<std::string> minified(std::string_view text);

// The one way our own strings are written; bytes that are not UTF-8 become U+FFFD.
std::string quoted(std::string_view text);
std::string decimal(double number);  // shortest text that reads back the same

// The members of one object by name. An unknown name reads as absent.
class Object {
public:
    static Result<Object> parse(std::string_view text);
    const std::string* find(std::string_view name) const;  // the token
    std::optional<std::string> string(std::string_view name) const;
    std::optional<std::int64_t> integer(std::string_view name) const;
    std::optional<bool> boolean(std::string_view name) const;
    std::optional<Object> object(std::string_view name) const;
    std::optional<std::vector<std::string>> array(std::string_view name) const;
    const std::vector<Member>& members() const { return members_; }

private:
    std::vector<Member> members_;
};

// Writes one object member by member: {"a":1,"b":"x"}.
class Writer {
public:
    Writer& add(std::string_view name, std::string_view string_value);
    Writer& add(std::string_view name, const char* string_value) {
        return add(name, std::string_view(string_value));
    }
    Writer& add(std::string_view name, std::int64_t number);
    Writer& add(std::string_view name, int number) {
        return add(name, static_cast<std::int64_t>(number));
    }
    Writer& add(std::string_view name, bool value);
    Writer& add_token(std::string_view name, std::string_view token);
    std::string text() const { return text_ + "}"; }

private:
    std::string text_ = "{";
};

// [a,b,c] from tokens.
std::string array_of(const std::vector<std::string>& tokens);

}  // namespace base::json
