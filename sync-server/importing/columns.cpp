#include "sync-server/importing/columns.h"

#include "shared/base/fields.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace importing {

using base::Error;
using base::ErrorCode;

namespace {

struct About {
    Field field;
    std::string_view code, id, en;
    // Folded headings, the surest first (e-PPGBM, cohort register, common lists of posyandu).
    std::vector<std::string_view> headings;
};

const std::vector<About>& about_all() {
    static const std::vector<About> all = {
        {Field::InfantName,
         "infant.full_name",
         "Nama bayi",
         "Infant's name",
         {"nama", "nama bayi", "nama anak", "nama balita", "nama bayi balita", "nama lengkap",
          "nama lengkap bayi", "nama lengkap anak"}},
        {Field::InfantBirthDate,
         "infant.birth_date",
         "Tanggal lahir bayi",
         "Infant's birth date",
         {"tgl lahir", "tanggal lahir", "tgl lahir bayi", "tanggal lahir bayi", "tgl lahir anak",
          "tanggal lahir anak", "tanggal lahir balita", "tgl lahir balita"}},
        {Field::InfantSex,
         "infant.sex",
         "Jenis kelamin bayi",
         "Infant's sex",
         {"jk", "l p", "jenis kelamin", "sex", "kelamin", "jk l p", "jenis kelamin l p"}},
        {Field::InfantNik,
         "infant.nik",
         "NIK bayi",
         "Infant's NIK",
         {"nik", "nik bayi", "nik anak", "nik balita", "no nik"}},
        {Field::ChildNumber,
         "infant.child_number",
         "Anak ke",
         "Child number",
         {"anak ke", "anak ke berapa", "urutan anak"}},
        {Field::MotherName,
         "mother.full_name",
         "Nama ibu",
         "Mother's name",
         {"nama ibu", "nama ibu kandung", "ibu", "nama ortu", "nama orang tua", "orang tua"}},
        {Field::MotherBirthDate,
         "mother.birth_date",
         "Tanggal lahir ibu",
         "Mother's birth date",
         {"tgl lahir ibu", "tanggal lahir ibu"}},
        {Field::MotherNik, "mother.nik", "NIK ibu", "Mother's NIK", {"nik ibu", "nik ortu"}},
        {Field::HeadName,
         "household.head_name",
         "Kepala keluarga",
         "Head of the household",
         {"nama kk", "kepala keluarga", "nama kepala keluarga", "nama ayah", "nama suami", "ayah",
          "suami"}},
        {Field::FamilyCard,
         "household.no_kk",
         "Nomor KK",
         "Family card number",
         {"no kk", "nomor kk", "nokk", "no kartu keluarga", "nomor kartu keluarga"}},
        {Field::Phone,
         "household.phone",
         "Nomor HP",
         "Telephone",
         {"no hp", "no telp", "nomor hp", "no telepon", "telepon", "hp", "no hp ortu", "hp ortu"}},
        {Field::Unit,
         "unit",
         "Posyandu",
         "Posyandu",
         {"posyandu", "nama posyandu", "kode posyandu"}},
        {Field::Rt, "household.rt", "RT", "RT", {"rt"}},
        {Field::Rw, "household.rw", "RW", "RW", {"rw"}},
        {Field::Address,
         "household.address_line",
         "Alamat",
         "Address",
         {"alamat", "alamat lengkap", "alamat rumah", "dusun"}},
    };
    return all;
}

const About& about(Field field) {
    const auto& all = about_all();
    return *std::find_if(all.begin(), all.end(), [&](const About& a) { return a.field == field; });
}

// "Nama Ortu." and "NAMA_ORTU" are one heading.
std::string plain(std::string_view heading) {
    std::string text(heading);
    std::replace(text.begin(), text.end(), '_', ' ');
    std::replace(text.begin(), text.end(), '/', ' ');
    std::replace(text.begin(), text.end(), '-', ' ');
    return base::folded(text);
}

// "3" -> the third column; a heading as it stands, or folded.
std::optional<std::size_t> find_column(const Table& table, const std::string& named) {
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        if (table.headings[i] == named) return i;
    }
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
        if (!named.empty() && plain(table.headings[i]) == plain(named)) return i;
    }
    const auto number = std::atol(named.c_str());
    const bool is_number = number > 0 && std::to_string(number) == named;
    if (!is_number || static_cast<std::size_t>(number) > table.headings.size()) return std::nullopt;
    return static_cast<std::size_t>(number) - 1;
}

}  // namespace

std::span<const Field> all_fields() {
    static const std::vector<Field> all = [] {
        std::vector<Field> fields;
        for (const About& each : about_all()) fields.push_back(each.field);
        return fields;
    }();
    return all;
}

std::string_view to_code(Field field) {
    return about(field).code;
}

std::optional<Field> parse_field(std::string_view code) {
    for (const About& each : about_all()) {
        if (each.code == code) return each.field;
    }
    return std::nullopt;
}

std::string_view name_id(Field field) {
    return about(field).id;
}

std::string_view name_en(Field field) {
    return about(field).en;
}

bool is_needed(Field field) {
    return field == Field::InfantName || field == Field::InfantBirthDate;
}

Columns likely_columns(const Table& table) {
    std::vector<std::string> headings;
    for (const std::string& heading : table.headings) headings.push_back(plain(heading));
    Columns columns;
    std::set<std::size_t> taken;
    for (const About& each : about_all()) {
        for (const std::string_view wanted : each.headings) {
            const auto found = std::find(headings.begin(), headings.end(), wanted);
            const auto at = static_cast<std::size_t>(found - headings.begin());
            if (found == headings.end() || taken.contains(at)) continue;
            columns[each.field] = at;
            taken.insert(at);
            break;
        }
    }
    return columns;
}

Result<Columns> columns_of(const Table& table, std::string_view map_json) {
    auto map = base::Fields::parse(map_json);
    if (!map.ok()) return Error{ErrorCode::Usage, "the map is a JSON object of texts"};
    Columns columns;
    for (const auto& [code, token] : map.value().entries()) {
        const auto field = parse_field(code);
        if (!field) return Error{ErrorCode::Usage, "there is no field " + code + " to bring in"};
        const std::string named = map.value().text(code);
        if (named.empty()) continue;
        const auto column = find_column(table, named);
        if (!column) return Error{ErrorCode::Usage, "the table has no column " + named};
        columns[*field] = *column;
    }
    return columns;
}

}  // namespace importing
