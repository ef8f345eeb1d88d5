// Fields: the answers of one record, by field name, each as the JSON text it has on the wire.
//
// A value is a JSON string or number (a set of codes is one string, codes separated by a space,
// as XForms writes select_multiple). Anything else that a newer version may send is kept as it is.
// There are no nulls inside: setting a field to null takes it out. Text is canonical: names sorted
// by bytes, no space, tokens untouched; both sides of a sync hash that text.
#pragma once

#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

class Fields {
public:
    using Entry = std::pair<std::string, std::string>;  // name, token

    // Keeps nulls: see apply below. Refuses a value nested deeper than 16.
    static Result<Fields> parse(std::string_view object_text);
    // Of text that is JSON for certain: that to_json() made and a database of ours kept, or that is
    // a part of a line that json:: has read. Canonical text is cheap, anything else as in parse().
    static Result<Fields> parse_kept(std::string_view canonical_text);

    const std::string* token(std::string_view name) const;  // nullptr if absent
    bool has(std::string_view name) const { return token(name) != nullptr; }
    // A string's text, a number's digits; "" if none.
    std::string text(std::string_view name) const;
    std::optional<double> number(std::string_view name) const;
    std::optional<std::int64_t> integer(std::string_view name) const;
    bool has_code(std::string_view name, std::string_view code) const;  // select_multiple or _one
    std::vector<std::string> codes(std::string_view name) const;

    void set_token(std::string_view name, std::string token);
    void set(std::string_view name, std::string_view string_value);
    void set_integer(std::string_view name, std::int64_t value);
    void set_number(std::string_view name, double value);
    void erase(std::string_view name);

    // Takes over every entry of `changes`; a null takes the field out.
    void apply(const Fields& changes);
    // What must be set to get from `before` to this; fields gone are set to null.
    Fields changes_since(const Fields& before) const;

    const std::vector<Entry>& entries() const { return entries_; }
    bool empty() const { return entries_.empty(); }
    std::string to_json() const;
    bool operator==(const Fields&) const = default;

private:
    std::vector<Entry>::iterator position(std::string_view name);
    std::vector<Entry> entries_;  // sorted by name
};

}  // namespace base
