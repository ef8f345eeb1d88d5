#include "shared/names/search_text.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/names/name.h"
#include "shared/names/spelling.h"
#include "shared/names/word_tables.h"

#include <algorithm>

namespace names {

namespace {

// From this many letters on a word is looked for inside words too; fewer would find half of all.
constexpr std::size_t kInsideFrom = 3;
// Fewer digits are a place, more a telephone number or the end of a NIK.
constexpr std::size_t kNumberFrom = 4;

bool is_front_word(const std::string& word) {
    return is_title(word) || is_of_a_baby(word) || is_father_particle(word);
}

// "rt03" is typed as often as "rt 03".
std::vector<std::string> words_of(std::string_view typed) {
    std::vector<std::string> words;
    for (const std::string& word : base::split(base::folded(typed), ' ')) {
        const bool is_joined = (word.starts_with("rt") || word.starts_with("rw")) &&
                               word.size() > 2 && base::is_number(std::string_view(word).substr(2));
        if (is_joined) words.push_back(word.substr(0, 2));
        if (!word.empty()) words.push_back(is_joined ? word.substr(2) : word);
    }
    return words;
}

bool begins_number(const std::string& word) {
    return base::is_number(word) && (word.starts_with("08") || word.starts_with("62"));
}

// "0812 3456 7890", "+62 812-3456": one number.
std::vector<std::string> with_numbers_joined(const std::vector<std::string>& words) {
    std::vector<std::string> joined;
    bool is_in_number = false;
    for (const std::string& word : words) {
        const bool is_place = !joined.empty() && (joined.back() == "rt" || joined.back() == "rw");
        if (is_in_number && base::is_number(word)) {
            joined.back() += word;
            continue;
        }
        is_in_number = begins_number(word) && !is_place;
        joined.push_back(word);
    }
    return joined;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// An old j that nothing else shows (Janti, Wahjono): found under y as well.
bool may_be_old_j(std::string_view word) {
    return word.find('j') != word.npos && !is_old_spelling(word);
}

}  // namespace

std::string phone_digits(std::string_view phone) {
    std::string digits = base::digits_of(phone);
    if (digits.starts_with("62")) return digits.substr(2);
    if (digits.starts_with("0")) return digits.substr(1);
    return digits;
}

int place_number(std::string_view rt_or_rw) {
    const std::string digits = base::digits_of(rt_or_rw);
    if (digits.empty() || digits.size() > kNumberFrom) return -1;
    return std::stoi(digits);
}

Query::Query(std::string_view typed) {
    const auto words = with_numbers_joined(words_of(typed));
    for (std::size_t at = 0; at < words.size(); ++at) add(words, at);
}

// "rt" alone says nothing yet; a title before another word says nothing at all.
void Query::add(const std::vector<std::string>& words, std::size_t at) {
    const std::string& word = words[at];
    const bool is_last = at + 1 == words.size();
    const std::string before = at == 0 ? "" : words[at - 1];
    if (word == "rt" || word == "rw") return;
    if (base::is_number(word)) {
        const Kind place = before == "rt" ? Kind::Rt : before == "rw" ? Kind::Rw : Kind::Place;
        return add_number(word, word.size() < kNumberFrom ? place : Kind::Digits);
    }
    if (is_front_word(word) && !is_last) return;
    add_word(word == "m" && !is_last ? "muhammad" : word);
}

void Query::add_number(const std::string& digits, Kind kind) {
    Term term;
    term.kind = kind;
    term.text = kind == Kind::Digits ? digits : " " + digits;
    term.phone = begins_number(digits) ? " " + phone_digits(digits) : digits;
    if (kind != Kind::Digits) term.number = place_number(digits);
    terms_.push_back(std::move(term));
}

// A short form counts from its third letter on, so that "moha" does not lose what "moh" had found.
void Query::add_word(const std::string& word) {
    Term term;
    term.text = word.size() < kInsideFrom ? " " + word : word;
    const std::string sound = sound_of(word);
    term.sounds.push_back(" " + std::string(written_out(sound)));
    if (term.sounds.back() != " " + sound) term.sounds.push_back(" " + sound);
    for (const ShortForm& form : short_forms()) {
        const std::string full = " " + std::string(form.full);
        const bool is_begun = sound.size() >= kInsideFrom && form.sound.starts_with(sound);
        const bool is_new =
            std::find(term.sounds.begin(), term.sounds.end(), full) == term.sounds.end();
        if (is_begun && is_new) term.sounds.push_back(full);
    }
    terms_.push_back(std::move(term));
}

void SearchText::add_name(std::string_view text, const Name& name) {
    add_text(text);
    for (const auto* words : {&name.words, &name.father}) {
        for (const Word& word : *words) add_sound(word.sound);
    }
    add_joined(name);
    for (const std::string& word : base::split(base::folded(text), ' ')) {
        if (!may_be_old_j(word)) continue;
        std::string with_y = word;
        std::replace(with_y.begin(), with_y.end(), 'j', 'y');
        add_sound(sound_of(with_y));
    }
}

// "nurhayati" finds Nur Hayati; "abdurrahman", and each key on the way to it, Abdul Rahman.
void SearchText::add_joined(const Name& name) {
    if (name.words.size() < 2) return;
    std::string whole;
    for (const Word& word : name.words) whole += word.sound;
    whole.erase(std::unique(whole.begin(), whole.end()), whole.end());
    add_sound(whole);
    for (std::size_t i = 0; i + 1 < name.words.size(); ++i) {
        if (name.words[i].sound == "abdul") add_sound("abdu" + name.words[i + 1].sound);
    }
}

void SearchText::add_sound(const std::string& sound) {
    sounds_ += " " + sound;
}

void SearchText::add_text(std::string_view text) {
    const std::string folded = base::folded(text);
    if (!folded.empty()) written_ += " " + folded;
}

void SearchText::add_place(std::string_view rt, std::string_view rw) {
    rt_ = place_number(rt);
    rw_ = place_number(rw);
}

void SearchText::add_nik(std::string_view nik) {
    const std::string digits = base::digits_of(nik);
    if (!digits.empty()) niks_ += digits + " ";
}

void SearchText::add_phone(std::string_view phone) {
    const std::string digits = phone_digits(phone);
    if (!digits.empty()) phones_ += " " + digits;
}

bool SearchText::ends_a_nik(const std::string& digits) const {
    for (auto at = niks_.find(digits); at != niks_.npos; at = niks_.find(digits, at + 1)) {
        if (niks_[at + digits.size()] == ' ') return true;
    }
    return false;
}

bool SearchText::begins_a_phone(const std::string& digits) const {
    return digits.starts_with(' ') && holds(phones_, digits);
}

bool SearchText::matches(const Query& query) const {
    return std::all_of(query.terms_.begin(), query.terms_.end(),
                       [this](const Query::Term& term) { return matches(term); });
}

bool SearchText::matches(const Query::Term& term) const {
    switch (term.kind) {
        case Query::Kind::Word:
            return holds(written_, term.text) ||
                   std::any_of(term.sounds.begin(), term.sounds.end(),
                               [this](const std::string& sound) { return holds(sounds_, sound); });
        case Query::Kind::Rt:
            return rt_ == term.number || (term.number == 0 && rt_ >= 0);  // "rt 0" goes on
        case Query::Kind::Rw:
            return rw_ == term.number || (term.number == 0 && rw_ >= 0);
        case Query::Kind::Place:
            return term.number == 0 || rt_ == term.number || rw_ == term.number ||
                   holds(written_, term.text) || begins_a_phone(term.phone);
        case Query::Kind::Digits:
            return ends_a_nik(term.text) || holds(phones_, term.text) || begins_a_phone(term.phone);
    }
    return false;
}

}  // namespace names
