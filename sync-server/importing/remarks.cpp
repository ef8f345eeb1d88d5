#include "sync-server/importing/remarks.h"

#include "shared/base/text.h"

#include <array>

namespace importing {

namespace {

struct Words {
    Remark::Kind kind;
    bool is_obstacle;
    const char* id;
    const char* en;
};

using Kind = Remark::Kind;

constexpr std::array<Words, 17> kWords = {{
    {Kind::NameMissing, true, "nama bayi kosong", "the infant's name is missing"},
    {Kind::NameTooLong, true, "nama lebih dari 120 huruf", "the name has more than 120 letters"},
    {Kind::BirthDateMissing, true, "tanggal lahir kosong", "the birth date is missing"},
    {Kind::BirthDateUnreadable, true, "tanggal lahir tidak terbaca: {0}",
     "the birth date cannot be read: {0}"},
    {Kind::BirthDateInFuture, true, "tanggal lahir sesudah hari ini",
     "the birth date is after today"},
    {Kind::TooOld, false, "sudah lebih dari 2 tahun, tidak dicatat di sini",
     "older than two years, not kept here"},
    {Kind::SexMissing, true, "jenis kelamin kosong atau tidak terbaca",
     "the sex is missing or cannot be read"},
    {Kind::UnitMissing, true, "posyandu kosong", "the posyandu is missing"},
    {Kind::UnitUnknown, true, "posyandu tidak dikenal: {0}", "unknown posyandu: {0}"},
    {Kind::TwiceInTable, true, "sama dengan baris {0}", "the same as row {0}"},
    {Kind::MotherElsewhere, true,
     "ibunya sudah tercatat di posyandu lain; pindahkan dahulu keluarganya",
     "the mother is written down in another posyandu; move her family first"},
    {Kind::AlreadyHere, false, "sudah tercatat ({0})", "already written down ({0})"},
    {Kind::LooksLike, false, "mirip dengan yang sudah tercatat: {0}",
     "looks like somebody already written down: {0}"},
    {Kind::NikUnusable, false, "NIK tidak lengkap, tidak diambil",
     "the NIK is incomplete and is not taken"},
    {Kind::NikDoubtful, false, "NIK tidak cocok dengan tanggal lahir atau jenis kelamin",
     "the NIK does not fit the birth date or the sex"},
    {Kind::MotherUnknown, false,
     "tanggal lahir ibu tidak ada: namanya dipakai sebagai nama keluarga, kader mencatat ibu",
     "no birth date of the mother: her name becomes the family's, a cadre writes her down"},
    {Kind::LeftOutField, false, "{0} tidak terbaca, dikosongkan", "{0} cannot be read, left empty"},
}};

const Words& words_of(Kind kind) {
    for (const Words& each : kWords) {
        if (each.kind == kind) return each;
    }
    return kWords[0];  // every kind stands above
}

}  // namespace

bool is_obstacle(Remark::Kind kind) {
    return words_of(kind).is_obstacle;
}

std::string sentence_id(const Remark& remark) {
    return base::filled(words_of(remark.kind).id, {remark.detail});
}

std::string sentence_en(const Remark& remark) {
    return base::filled(words_of(remark.kind).en, {remark.detail});
}

}  // namespace importing
