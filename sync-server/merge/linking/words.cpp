#include "sync-server/merge/linking/words.h"

#include "shared/base/characters.h"
#include "shared/names/likeness.h"
#include "shared/names/spelling.h"
#include "shared/names/word_tables.h"
#include "sync-server/merge/linking/likeness.h"
#include "sync-server/merge/linking/nicknames.h"

#include <algorithm>
#include <bit>

namespace linking {

namespace {

bool is_short_for(std::string_view less, std::string_view more) {
    if (less.size() > more.size()) return is_short_for(more, less);
    const bool is_begun = more.starts_with(less);
    return is_begun && (less.size() == 1 || (less.size() >= 3 && more.size() >= less.size() + 2));
}

// One slip of the pen in a word of some length.
bool is_slip(std::string_view a, std::string_view b, std::size_t longest) {
    return longest >= 4 && edits(a, b, 1) <= 1;
}

Likeness of_letters(const std::string& a, const std::string& b) {
    const std::size_t longest = std::max(a.size(), b.size());
    const std::size_t shortest = std::min(a.size(), b.size());
    if (base::is_number(a) || base::is_number(b)) {
        return longest >= 3 && edits(a, b, 1) <= 1 ? Likeness::Weak : Likeness::None;
    }
    if (is_slip(a, b, longest)) return Likeness::Near;
    if (is_short_for(a, b) || is_nickname(a, b)) return Likeness::Short;
    const double like = jaro_winkler(a, b);
    if (shortest >= 4 && like >= 0.92) return Likeness::Near;
    if (shortest >= 5 && edits(a, b, 2) <= 2) return Likeness::Weak;
    const bool is_weak = shortest >= 3 ? like >= 0.84 : longest <= 3 && edits(a, b, 1) <= 1;
    return is_weak ? Likeness::Weak : Likeness::None;
}

Likeness of_names(const std::string& a, const std::string& b, const std::string& sound_a,
                  const std::string& sound_b) {
    const auto word = [](const std::string& text, const std::string& sound) {
        names::Word made;
        made.sound = sound;
        made.rough = names::rough_sound_of(text);
        if (names::settled(made.rough) != sound) made.rough = sound;
        made.is_initial = text.size() == 1;
        made.is_common = names::is_common(sound);
        return made;
    };
    if (is_short_for(a, b)) return Likeness::Short;
    if (names::only_looks_like(sound_a, sound_b)) return Likeness::None;
    const double like = names::likeness(word(a, sound_a), word(b, sound_b));
    if (like >= names::kSimilarName || is_slip(a, b, std::max(a.size(), b.size()))) {
        return Likeness::Near;
    }
    return like >= 0.8 ? Likeness::Weak : Likeness::None;
}

std::uint32_t letters_of(std::string_view word) {
    std::uint32_t letters = 0;
    for (const char c : word) letters |= 1U << (static_cast<unsigned char>(c) % 32);
    return letters;
}

constexpr int kKnownBits = 18;

}  // namespace

Words::Words(Spelling spelling)
    : spelling_(spelling), known_(std::size_t{1} << kKnownBits, {0, Likeness::None}) {}

std::int32_t Words::number_of(std::string_view word) {
    const auto [found, is_new] =
        numbers_.try_emplace(std::string(word), static_cast<std::int32_t>(texts_.size()));
    if (is_new) {
        texts_.emplace_back(word);
        sounds_.emplace_back(names::written_out(names::sound_of(word)));
        counts_.push_back(0);
        letters_.push_back(letters_of(word));
    }
    return found->second;
}

// Two words that have less than half of the shorter one's letters in common are not alike.
bool Words::share_letters(std::int32_t a, std::int32_t b) const {
    const int of_a = std::popcount(letters_[at(a)]);
    const int of_b = std::popcount(letters_[at(b)]);
    return 2 * std::popcount(letters_[at(a)] & letters_[at(b)]) >= std::min(of_a, of_b);
}

Likeness Words::likeness(std::int32_t a, std::int32_t b) {
    if (a == b) return Likeness::Equal;
    if (!share_letters(a, b)) return Likeness::None;
    const auto [less, more] = std::minmax(a, b);
    const std::uint64_t pair =
        static_cast<std::uint64_t>(less) << 32 | static_cast<std::uint32_t>(more);
    auto& [known, like] = known_[(pair * 0x9E3779B97F4A7C15ULL) >> (64 - kKnownBits)];
    if (known != pair) {
        like = worked_out(less, more);
        known = pair;
    }
    return like;
}

Likeness Words::worked_out(std::int32_t a, std::int32_t b) const {
    const std::string& one = text(a);
    const std::string& other = text(b);
    const bool has_sound = sound(a).size() >= 3 && !base::is_number(one);
    if (has_sound && sound(a) == sound(b)) return Likeness::Sound;
    if (spelling_ == Spelling::Indonesian) return of_names(one, other, sound(a), sound(b));
    return of_letters(one, other);
}

}  // namespace linking
