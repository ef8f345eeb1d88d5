#include "shared/care/weighing.h"
#include "shared/sheets/person_sheets.h"

#include <algorithm>

namespace sheets {

namespace {

using care::Person;
using care::Weighing;

// Permenkes 2/2020 (DOMAIN 7.5).
std::string weight_class(double z) {
    if (z < -3) return "Sangat Kurang";
    if (z < -2) return "Kurang";
    return z <= 1 ? "Berat Badan Normal" : "Risiko Lebih";
}

class Row {
public:
    Row(const HomeRows& home, const Person& infant) : home_(home), infant_(infant) {}

    std::vector<Cell> cells(const std::vector<Weighing>& all, std::size_t number) {
        const Weighing& weighing = all[number];
        cells_.clear();
        add_identity();
        add_place();
        cells_.push_back(text_cell(age_words(*infant_.birth_date, weighing.on)));
        cells_.push_back(date_cell(weighing.on));
        cells_.push_back(decimal_cell(static_cast<double>(weighing.grams) / 1000));
        const base::Fields& check = weighing.check->fields();
        const auto length = check.number("length_cm");
        cells_.push_back(length ? decimal_cell(*length) : not_ours());
        cells_.push_back(text_cell(care::code(check, "measure_method")));
        cells_.push_back(not_ours());  // LiLA
        add_scores(weighing);
        cells_.push_back(text_cell(care::to_letter(care::card_reading(all, number).letter)));
        cells_.resize(32);  // PMT, vitamin A, KPSP: not ours
        const std::string_view book = care::code(infant_.record->fields, "kia_book");
        cells_.push_back(text_cell(book == "SHOWN" || book == "NOT_SHOWN" ? "Ada"
                                   : book == "NONE"                       ? "Tidak"
                                                                          : ""));
        cells_.resize(34);
        cells_[0].record = weighing.check->record->id.text();
        return std::move(cells_);
    }

private:
    void add_identity() {
        const base::Fields& fields = infant_.record->fields;
        const care::Outcome* outcome = home_.family.outcome_of(infant_);
        const Person* mother = home_.family.mother_of(infant_);
        cells_.push_back(text_cell(fields.text("nik")));
        cells_.push_back(name_cell(fields.text("full_name")));
        cells_.push_back(text_cell(infant_.sex == 0 ? std::string() : std::string(1, infant_.sex)));
        cells_.push_back(date_cell(*infant_.birth_date));
        const auto grams =
            outcome == nullptr ? std::nullopt : outcome->record->fields.number("birth_weight_g");
        cells_.push_back(grams ? decimal_cell(*grams / 1000) : not_ours());
        const auto length =
            outcome == nullptr ? std::nullopt : outcome->record->fields.number("birth_length_cm");
        cells_.push_back(length ? decimal_cell(*length) : not_ours());
        cells_.push_back(
            name_cell(mother == nullptr ? "" : mother->record->fields.text("full_name")));
    }

    void add_place() {
        cells_.resize(10);  // province, city, district: their names are not kept here
        cells_.push_back(text_cell(home_.centre));
        cells_.push_back(text_cell(home_.posyandu.village));
        cells_.push_back(text_cell(home_.posyandu.name));
        for (const char* field : {"rt", "rw", "address_line"}) {
            cells_.push_back(text_cell(home_.household.fields.text(field)));
        }
    }

    void add_scores(const Weighing& weighing) {
        const bool is_told = care::has_score_to_tell(home_.family, infant_, weighing);
        cells_.push_back(is_told ? text_cell(weight_class(*weighing.z)) : not_ours());
        cells_.push_back(is_told ? decimal_cell(*weighing.z) : not_ours());
        cells_.resize(cells_.size() + 4);  // TB/U, BB/TB
    }

    const HomeRows& home_;
    const Person& infant_;
    std::vector<Cell> cells_;
};

}  // namespace

std::string age_words(base::Date birth, base::Date on) {
    const int months = base::age_months(birth, on);
    const int days = base::days_between(base::add_months(birth, months), on);
    return std::to_string(months / 12) + " Tahun - " + std::to_string(months % 12) + " Bulan - " +
           std::to_string(days) + " Hari";
}

Sheet ppgbm_sheet() {
    Sheet sheet;
    sheet.name = "e-PPGBM";
    sheet.title = "e-PPGBM – hasil pengukuran";
    sheet.headers = {"NIK",
                     "Nama",
                     "JK",
                     "Tgl Lahir",
                     "BB Lahir",
                     "TB Lahir",
                     "Nama Ortu",
                     "Prov",
                     "Kab/Kota",
                     "Kec",
                     "Pukesmas",
                     "Desa/Kel",
                     "Posyandu",
                     "RT",
                     "RW",
                     "Alamat",
                     "Usia Saat Ukur",
                     "Tanggal Pengukuran",
                     "Berat",
                     "Tinggi",
                     "Cara Ukur",
                     "LiLA",
                     "BB/U",
                     "ZS BB/U",
                     "TB/U",
                     "ZS TB/U",
                     "BB/TB",
                     "ZS BB/TB",
                     "Naik Berat Badan",
                     "PMT Diterima (kg)",
                     "Jml Vit A",
                     "KPSP",
                     "KIA",
                     "Detail"};
    sheet.notes = {
        "Kosong: tidak ada di aplikasi ini (provinsi sampai kecamatan, LiLA, TB/U, "
        "BB/TB, PMT, vitamin A, KPSP)."};
    sheet.holds_names = true;
    sheet.is_wide = true;
    return sheet;
}

void add_ppgbm_rows(const HomeRows& home, Month month, Sheet& into) {
    for (const Person& person : home.family.persons()) {
        const bool lives_here =
            care::code(person.record->fields, "household_id") == home.household.id.text();
        if (!person.is_infant || !person.birth_date || !lives_here) continue;
        const auto all = care::weighings(home.family, person);
        for (std::size_t i = 0; i < all.size(); ++i) {
            // A weight before birth has no age: it is on the work list, not in this table.
            const bool is_now =
                base::month_of(all[i].on) == month && all[i].on >= *person.birth_date;
            if (is_now) into.rows.push_back(Row(home, person).cells(all, i));
        }
    }
}

void sort_by(Sheet& sheet, std::size_t column) {
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(), [&](const auto& a, const auto& b) {
        return to_text(a[column]) < to_text(b[column]);
    });
}

}  // namespace sheets
