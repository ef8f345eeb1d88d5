// Search as one types. SearchText is all that a person or family is found by, prepared once; Query
// is what was typed, prepared once a key. Matching allocates nothing.
//
// Every word typed must be found, in any order: at the start of or inside a word as it is written,
// or at the start of a word as it sounds ("sitti", "st" and "siti" find each other; "moh ali" finds
// Muhammad Ali). "rt 3" and "03" are that RT, four digits or more a telephone number (0812 and
// +62812 are one) or the end of a NIK.
#pragma once

#include "shared/names/name.h"

#include <string>
#include <string_view>
#include <vector>

namespace names {

class Query {
public:
    explicit Query(std::string_view typed);
    bool is_empty() const { return terms_.empty(); }

private:
    friend class SearchText;
    enum class Kind { Word, Place, Rt, Rw, Digits };
    struct Term {
        Kind kind = Kind::Word;
        std::string text;                 // a space in front: only where a word begins
        std::vector<std::string> sounds;  // of a word, each with a space in front
        std::string phone;                // of digits; " 812" if 0812 or 62812 was typed
        int number = 0;                   // of a place
    };

    void add(const std::vector<std::string>& words, std::size_t at);
    void add_word(const std::string& word);
    void add_number(const std::string& digits, Kind kind);
    std::vector<Term> terms_;
};

class SearchText {
public:
    void add_name(std::string_view text) { add_name(text, take_apart(text)); }
    void add_name(std::string_view text, const Name& name);  // of that text
    void add_text(std::string_view text);                    // an address: found as written only
    void add_place(std::string_view rt, std::string_view rw);
    void add_nik(std::string_view nik);
    void add_phone(std::string_view phone);

    bool matches(const Query& query) const;

private:
    void add_joined(const Name& name);
    void add_sound(const std::string& sound);
    bool matches(const Query::Term& term) const;
    bool ends_a_nik(const std::string& digits) const;
    bool begins_a_phone(const std::string& digits) const;
    std::string written_, sounds_;  // each word with a space in front
    std::string niks_;              // each with a space behind
    std::string phones_;            // each with a space in front
    int rt_ = -1, rw_ = -1;         // -1: not known
};

// The digits of an Indonesian number without 0, 62 or +62 in front; "" if it has none.
std::string phone_digits(std::string_view phone);
int place_number(std::string_view rt_or_rw);  // "003" is 3; -1 if it is no number

}  // namespace names
