#include "sync-server/merge/reasons.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace merge {

namespace {

struct Text {
    std::string_view code, indonesian, english;
};

// What is compared. "partner" is said by whose it is.
constexpr auto kFields = std::to_array<Text>({
    {"full_name", "nama", "name"},
    {"head_name", "nama kepala keluarga", "head of household"},
    {"birth_date", "tanggal lahir", "date of birth"},
    {"sex", "jenis kelamin", "sex"},
    {"nik", "NIK", "NIK"},
    {"phone", "nomor HP", "phone number"},
    {"husband", "nama suami", "husband's name"},
    {"father", "nama ayah", "father's name"},
    {"partner", "nama istri atau ibu di rumah itu", "name of the wife or mother in the home"},
    {"mother", "nama ibu", "mother's name"},
    {"mother_birth", "tanggal lahir ibu", "mother's date of birth"},
    {"birth_order", "urutan lahir kembar", "order among twins"},
    {"no_kk", "nomor KK", "family card number"},
    {"address_line", "alamat", "address"},
    {"rt_rw", "RT/RW", "RT/RW"},
    {"wilayah_code", "desa", "village"},
    {"unit", "posyandu", "posyandu"},
    {"women", "nama ibu di rumah itu", "name of the mother in the home"},
});

constexpr auto kKinds = std::to_array<Text>({
    {"mother", "Ibu", "Mother"},
    {"infant", "Bayi", "Infant"},
    {"person", "Anggota keluarga", "Family member"},
    {"household", "Keluarga", "Household"},
});

// How the two stand to each other; {0} is the field, {1} and {2} what is written.
constexpr auto kRelations = std::to_array<Text>({
    {"same", "{0} sama", "{0} the same"},
    {"alike", "{0} mirip: {1} / {2}", "{0} alike: {1} / {2}"},
    {"order", "{0} terbalik urutannya: {1} / {2}", "{0} in another order: {1} / {2}"},
    {"part", "{0} sebagian sama: {1} / {2}", "{0} partly the same: {1} / {2}"},
    {"short", "{0} disingkat: {1} / {2}", "{0} shortened: {1} / {2}"},
    {"exchanged", "tanggal dan bulan pada {0} tertukar: {1} / {2}",
     "day and month exchanged in {0}: {1} / {2}"},
    {"slip", "{0} beda satu angka", "{0} one digit apart"},
    {"near", "{0} hampir sama: {1} / {2}", "{0} nearly the same: {1} / {2}"},
    {"year", "{0} kira-kira sama tahunnya: {1} / {2}", "{0} of about the same year: {1} / {2}"},
    {"different", "{0} berbeda: {1} / {2}", "{0} different: {1} / {2}"},
    {"unlike", "{0} berbeda", "{0} different"},
});

// Said as they stand.
constexpr auto kSentences = std::to_array<Text>({
    {"birth_date:exchanged", "tanggal dan bulan lahir tertukar: {1} / {2}",
     "day and month of birth exchanged: {1} / {2}"},
    {"mother_birth:exchanged", "tanggal dan bulan lahir ibu tertukar: {1} / {2}",
     "day and month of the mother's birth exchanged: {1} / {2}"},
    {"guard:one_birth", "keduanya bayi kembar dari satu persalinan",
     "the two are of one birth, as twins are"},
    {"guard:other_twin", "urutan lahir kembarnya berbeda: dua bayi",
     "their order among twins differs: two infants"},
    {"guard:parent_and_child", "ibu dan anak, atau dua generasi di satu rumah",
     "mother and child, or two generations of one home"},
    {"guard:one_household", "tinggal serumah dan datanya berbeda: dua orang",
     "they live in one home and differ: two people"},
    {"guard:other_sex", "jenis kelaminnya berbeda", "their sex differs"},
    {"guard:mothers_first", "gabungkan data ibunya dulu, baru bayinya",
     "join the mothers first, then the infants"},
    {"guard:births_first", "gabungkan data persalinannya dulu, baru bayinya",
     "join the births first, then the infants"},
});

template <std::size_t N>
std::string_view find(const std::array<Text, N>& table, std::string_view code, Language language) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Text& each) { return each.code == code; });
    if (found == table.end()) return {};
    return language == Language::Indonesian ? found->indonesian : found->english;
}

std::string_view pattern_of(const Reason& reason, Language language) {
    const std::string_view pattern = find(kSentences, reason.code, language);
    if (!pattern.empty()) return pattern;
    const auto colon = reason.code.find(':');
    const std::string relation = colon == std::string::npos ? "" : reason.code.substr(colon + 1);
    return find(kRelations, relation, language);
}

std::string filled_with(std::string_view pattern, const Reason& reason, Language language) {
    const std::string field = reason.code.substr(0, reason.code.find(':'));
    std::vector<std::string> values = {field_words(field, language)};
    values.insert(values.end(), reason.values.begin(), reason.values.end());
    values.resize(3);
    return base::filled(pattern, values);
}

}  // namespace

std::string words(const Reason& reason, Language language) {
    return filled_with(pattern_of(reason, language), reason, language);
}

std::string words_alone(const Reason& reason, Language language) {
    const std::string_view pattern = pattern_of(reason, language);
    return filled_with(pattern.substr(0, pattern.find(": {1}")), reason, language);
}

std::string words(const std::vector<Reason>& reasons, Language language) {
    std::vector<std::string> parts;
    for (const Reason& each : reasons) parts.push_back(words(each, language));
    return base::joined(parts, "; ");
}

std::string field_words(std::string_view field, Language language) {
    const std::string_view found = find(kFields, field, language);
    return std::string(found.empty() ? field : found);
}

std::string kind_words(std::string_view kind, Language language) {
    const std::string_view found = find(kKinds, kind, language);
    return std::string(found.empty() ? kind : found);
}

}  // namespace merge
