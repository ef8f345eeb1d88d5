#include "shared/names/word_tables.h"

#include <algorithm>
#include <array>

namespace names {

namespace {

constexpr auto kTitles = std::to_array<std::string_view>({
    // Mrs, Mr, Miss and how a neighbour is called
    "ny",
    "nyonya",
    "nn",
    "nona",
    "tn",
    "tuan",
    "bu",
    "ibu",
    "bpk",
    "bapak",
    "pak",
    "bp",
    "sdr",
    "sdri",
    "mbak",
    "mas",
    "mbok",
    "mbah",
    "an",
    "anak",
    // of pilgrims and teachers of religion
    "h",
    "hj",
    "haji",
    "hajjah",
    "hajah",
    "kh",
    "kyai",
    "kiai",
    "ust",
    "ustad",
    "ustadz",
    "ustadzah",
    "ustazah",
    // of a profession or degree, before the name
    "dr",
    "drg",
    "dra",
    "drs",
    "ir",
    "prof",
    "bd",
    "bidan",
    "ns",
    // of the dead
    "alm",
    "almh",
    "almarhum",
    "almarhumah",
});
constexpr auto kBaby = std::to_array<std::string_view>({"by", "bayi"});
// In pieces too, since S.Pd is folded to two words.
constexpr auto kDegrees = std::to_array<std::string_view>(
    {"s",    "a",   "m",   "md",  "am",   "amd", "amk", "ag",  "pd",  "spd", "sag",
     "skm",  "km",  "kom", "sos", "ip",   "kep", "keb", "tr",  "str", "st",  "se",
     "sh",   "si",  "mm",  "mpd", "mkes", "kes", "h",   "hut", "gz",  "ns",  "ners",
     "farm", "psi", "dr",  "sp",  "og",   "pt",  "e",   "t",   "p"});
constexpr auto kFather = std::to_array<std::string_view>({"bin", "binti", "binte", "bt", "bn"});

constexpr auto kShortForms = std::to_array<ShortForm>({
    // Muhammad: Moh., Muh., Moch., Mochamad, Mohammed. (Doubled letters and ch are gone by now.)
    {"moh", "muhamad"},
    {"muh", "muhamad"},
    {"mohd", "muhamad"},
    {"muhd", "muhamad"},
    {"mhd", "muhamad"},
    {"md", "muhamad"},
    {"mohamad", "muhamad"},
    {"mohamat", "muhamad"},
    {"muhamat", "muhamad"},
    {"mohamed", "muhamad"},
    {"muhamed", "muhamad"},
    // Ahmad: Achmat
    {"ahmat", "ahmad"},
    {"ahmed", "ahmad"},
    // Siti: St. (Sitti and Sity are Siti by rule.)
    {"st", "siti"},
    {"sti", "siti"},
    // Abdul: Abd.; its l becomes the next word's first letter (Abdur Rahman)
    {"abd", "abdul"},
    {"abdur", "abdul"},
    {"abdus", "abdul"},
    {"abdun", "abdul"},
    {"abduz", "abdul"},
    // Nur: Nor (Banjar, Malay). Noor and Noer are Nur by rule.
    {"nor", "nur"},
    // Arabic names known under an o and a u, or an ai and an ei
    {"osman", "usman"},
    {"omar", "umar"},
    {"husain", "husein"},
    {"husin", "husein"},
    // Dutch j in one word alone, where no other sign says so
    {"jusup", "iusup"},
    {"junus", "iunus"},
    {"jahja", "iahia"},
});

constexpr auto kCommon = std::to_array<std::string_view>(
    {"siti", "muhamad", "ahmad", "abdul", "nur", "nurul", "sri", "dewi",
     "dwi",  "putri",   "putra", "sari",  "aiu", "umi",   "tri", "eka",
     "dian", "lestari", "wati",  "indra", "ni",  "i",     "made"});

struct Pair {
    std::string_view one, other;
};
constexpr auto kOnlyAlike = std::to_array<Pair>({
    {"putri", "pitri"},    // princess, Fitri: pure
    {"putri", "saputri"},  // a name of its own
    {"santi", "susanti"},
    {"sri", "suri"},
});

// Only the last letter differs: man and woman (Yanto, Yanti; Putra, Putri), or two names (Rina,
// Rini).
bool differ_in_last_vowel(std::string_view a, std::string_view b) {
    constexpr std::string_view kVowels = "aio";
    return a.size() == b.size() && a.size() >= 3 &&
           a.substr(0, a.size() - 1) == b.substr(0, b.size() - 1) && a.back() != b.back() &&
           kVowels.find(a.back()) != kVowels.npos && kVowels.find(b.back()) != kVowels.npos;
}

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

}  // namespace

bool is_title(std::string_view word) {
    return is_in(kTitles, word);
}

bool is_of_a_baby(std::string_view word) {
    return is_in(kBaby, word);
}

bool is_degree(std::string_view word) {
    return is_in(kDegrees, word);
}

bool is_father_particle(std::string_view word) {
    return is_in(kFather, word);
}

std::span<const ShortForm> short_forms() {
    return kShortForms;
}

std::string_view written_out(std::string_view sound) {
    const auto found = std::find_if(kShortForms.begin(), kShortForms.end(),
                                    [&](const ShortForm& form) { return form.sound == sound; });
    return found == kShortForms.end() ? sound : found->full;
}

bool is_common(std::string_view sound) {
    return is_in(kCommon, sound);
}

bool only_looks_like(std::string_view sound, std::string_view other) {
    const auto is_pair = [&](const Pair& pair) {
        return (pair.one == sound && pair.other == other) ||
               (pair.one == other && pair.other == sound);
    };
    // Names that everybody bears are spelled right: Dewi and Dwi, Siti, Sri and Sari.
    if (sound != other && is_common(sound) && is_common(other)) return true;
    return std::any_of(kOnlyAlike.begin(), kOnlyAlike.end(), is_pair) ||
           differ_in_last_vowel(sound, other);
}

}  // namespace names
