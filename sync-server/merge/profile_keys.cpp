#include "sync-server/merge/profile.h"

#include "shared/base/text.h"
#include "shared/names/name.h"
#include "shared/names/search_text.h"

#include <algorithm>

namespace merge {

namespace {

std::int64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    hash ^= hash >> 31;
    return static_cast<std::int64_t>(hash * 0x9E3779B97F4A7C15ULL);
}

// The consonants of a sound: what is left when vowels are misheard.
std::string bones_of(const std::string& sound) {
    std::string bones;
    for (const char c : sound) {
        const bool is_vowel = std::string_view("aeiouh").find(c) != std::string_view::npos;
        if (!is_vowel && (bones.empty() || bones.back() != c)) bones += c;
    }
    return bones;
}

// Words of weight, or all if there are only such as half the village bears.
std::vector<std::string> sounds_of(const std::string& name) {
    std::vector<std::string> rare, all;
    for (const names::Word& word : names::take_apart(name).words) {
        if (word.is_initial) continue;
        all.push_back(word.sound);
        if (!word.is_common) rare.push_back(word.sound);
    }
    std::vector<std::string>& chosen = rare.empty() ? all : rare;
    if (chosen.size() > 3) chosen.resize(3);
    return chosen;
}

// A birth date with day and month in no order, and its year.
struct Birth {
    std::string whole, year, day_month;
};
Birth birth_of(const std::string& date) {
    Birth birth;
    if (date.size() >= 4) birth.year = date.substr(0, 4);
    if (date.size() != 10) return birth;
    const std::string month = date.substr(5, 2);
    const std::string day = date.substr(8, 2);
    birth.day_month = std::min(month, day) + std::max(month, day);
    birth.whole = birth.year + birth.day_month;
    return birth;
}

class Keys {
public:
    explicit Keys(const Profile& profile) : profile_(profile) {}
    std::vector<std::int64_t> taken() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
        return std::move(keys_);
    }

    void add_numbers() {
        add("nik", text(profile::kNik), "");
        add("phone", names::phone_digits(text(profile::kPhone)), "");
    }

    void add_adult() {
        const Birth birth = birth_of(text(profile::kBirth));
        const auto partners = sounds_of(text(profile::kPartner));
        add("kk-year", text(profile::kKk), birth.year);
        for (const std::string& sound : sounds_of(text(profile::kName))) {
            add("name-birth", sound, birth.whole);
            add("name-day", sound, birth.day_month);
            add("name-year-place", sound + "|" + birth.year, text(profile::kPlace));
            add("name-kk", sound, text(profile::kKk));
            for (const auto& partner : partners) add("name-partner", sound, partner);
            if (!birth.whole.empty()) add("bones-birth", bones_of(sound), birth.whole);
        }
        for (const std::string& partner : partners) {
            add("partner-birth", partner, birth.whole);
            add("partner-year-place", partner + "|" + birth.year, text(profile::kPlace));
        }
    }

    void add_infant() {
        const Birth birth = birth_of(text(profile::kBirth));
        const std::string mother_birth = birth_of(text(profile::kMotherBirth)).whole;
        add("baby-mother-birth", birth.whole, mother_birth);
        add("baby-phone", birth.year, names::phone_digits(text(profile::kPhone)));
        add("baby-kk", birth.year, text(profile::kKk));
        for (const std::string& sound : sounds_of(text(profile::kMother))) {
            add("baby-mother", birth.whole, sound);
            add("baby-mother-bones", birth.whole, bones_of(sound));
            add("baby-mother-year", birth.year + "|" + sound, mother_birth);
        }
        for (const std::string& sound : sounds_of(text(profile::kName))) {
            add("baby-name", birth.whole, sound);
        }
        for (const std::string& sound : sounds_of(text(profile::kPartner))) {
            add("baby-father", birth.whole, sound);
        }
    }

    void add_household() {
        const auto women = sounds_of(text(profile::kWomen));
        add("home-kk", text(profile::kKk), "");
        for (const std::string& sound : sounds_of(text(profile::kName))) {
            add("head-place", sound, text(profile::kPlace));
            for (const auto& woman : women) add("head-woman", sound, woman);
        }
        for (const std::string& woman : women) add("woman-place", woman, text(profile::kPlace));
    }

private:
    std::string text(std::string_view name) const { return profile_.fields.text(name); }

    void add(const char* what, const std::string& one, const std::string& other) {
        if (one.empty()) return;
        const std::string_view kind(what);
        const bool needs_both = kind.find('-') != kind.npos && kind != "home-kk";
        if (needs_both && other.empty()) return;
        keys_.push_back(hash_of(profile_kind() + "|" + what + "|" + one + "|" + other));
    }
    // A mother may stand elsewhere as somebody's family: adults are found by adults.
    std::string profile_kind() const {
        const std::string& kind = profile_.row.kind;
        return kind == "mother" ? "person" : kind;
    }

    const Profile& profile_;
    std::vector<std::int64_t> keys_;
};

}  // namespace

std::vector<std::int64_t> keys_of(const Profile& profile) {
    Keys keys(profile);
    keys.add_numbers();
    if (profile.row.kind == "infant") {
        keys.add_infant();
    } else if (profile.row.kind == "household") {
        keys.add_household();
    } else {
        keys.add_adult();
    }
    return keys.taken();
}

}  // namespace merge
