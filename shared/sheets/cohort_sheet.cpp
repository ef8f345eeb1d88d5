#include "shared/care/weighing.h"
#include "shared/sheets/person_sheets.h"

namespace sheets {

namespace {

using care::Person;

constexpr int kCohortMonths = 12;  // infants until their first birthday
constexpr const char* kMonthHeads[] = {"tgl timbang", "BB (kg)", "BB/U (SD)",
                                       "N/T",         "ASI",     "rujuk"};

std::vector<Month> months_until(Month month) {
    std::vector<Month> months;
    for (Month each = month.year() / std::chrono::January; each <= month;
         each = base::add_months(each, 1)) {
        months.push_back(each);
    }
    return months;
}

bool belongs(const HomeRows& home, const Person& person, Month month) {
    if (!person.is_infant || !person.birth_date) return false;
    const bool lives_here =
        care::code(person.record->fields, "household_id") == home.household.id.text();
    const Month first = month.year() / std::chrono::January;
    return lives_here && *person.birth_date <= base::last_day(month) &&
           base::age_months(*person.birth_date, base::first_day(first)) < kCohortMonths;
}

bool was_referred(const care::Family& family, const Person& infant, Month month) {
    for (const care::Event& referral : care::Family::of(family.referrals(), infant)) {
        if (base::month_of(referral.on) == month) return true;
    }
    return false;
}

// The last weighing of that month, where there was one. ASI is the monthly status of DOMAIN 6.5 by
// the district's choice for F1 row 1: the register of marks and F1 say the same of her.
void add_month(const HomeRows& home, const Person& infant, Month month, std::vector<Cell>& cells) {
    const care::Family& family = home.family;
    const auto all = care::weighings(family, infant);
    std::size_t found = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (base::month_of(all[i].on) == month) found = i;
    }
    if (found == all.size()) {
        cells.resize(cells.size() + 4);
    } else {
        cells.push_back(date_cell(all[found].on));
        cells.push_back(decimal_cell(static_cast<double>(all[found].grams) / 1000));
        const bool is_told = care::has_score_to_tell(family, infant, all[found]);
        cells.push_back(is_told ? decimal_cell(*all[found].z) : Cell());
        cells.push_back(text_cell(care::to_letter(care::card_reading(all, found).letter)));
    }
    cells.push_back(
        text_cell(care::to_code(care::asi_month_status(family, infant, month, home.f1_row1))));
    cells.push_back(text_cell(was_referred(family, infant, month) ? "ya" : ""));
}

std::string yes_no(care::Answer answer) {
    if (answer == care::Answer::Yes) return "ya";
    return answer == care::Answer::No ? "tidak" : "";
}

std::vector<Cell> identity(const HomeRows& home, const Person& infant) {
    const base::Fields& fields = infant.record->fields;
    const base::Fields& house = home.household.fields;
    const Person* mother = home.family.mother_of(infant);
    const care::Outcome* outcome = home.family.outcome_of(infant);
    const auto born = [&](std::string_view name) {
        const auto value = outcome == nullptr ? std::nullopt : outcome->record->fields.number(name);
        return value ? decimal_cell(*value) : Cell();
    };
    return {
        name_cell(fields.text("full_name")),
        text_cell(fields.text("nik")),
        text_cell(house.text("no_kk")),
        name_cell(mother == nullptr ? "" : mother->record->fields.text("full_name")),
        text_cell(infant.sex == 0 ? std::string() : std::string(1, infant.sex)),
        date_cell(*infant.birth_date),
        born("birth_weight_g"),
        born("birth_length_cm"),
        text_cell(outcome == nullptr ? "" : yes_no(care::answer(outcome->record->fields, "imd"))),
        text_cell(house.text("rt")),
        text_cell(house.text("rw")),
        text_cell(house.text("address_line")),
        text_cell(house.text("phone"))};
}

}  // namespace

Sheet cohort_sheet(const Place& posyandu, Month month) {
    Sheet sheet;
    sheet.name = "Kohort " + posyandu.id;
    sheet.title = "Register kohort bayi";
    sheet.place = posyandu.name + ", " + posyandu.village;
    sheet.headers = {
        "Nama",          "NIK", "Nomor KK", "Nama ibu", "L/P",    "Tanggal lahir", "BB lahir (g)",
        "PB lahir (cm)", "IMD", "RT",       "RW",       "Alamat", "Telepon"};
    for (const Month each : months_until(month)) {
        for (const char* head : kMonthHeads) {
            sheet.headers.push_back(words_id(each).substr(0, 3) + " " + head);
        }
    }
    sheet.notes = {
        "ASI: E masih ASI saja, X sudah diberi yang lain, U tidak diketahui, G lulus "
        "6 bulan, F tidak lulus.",
        "BB/U kosong: prematur, sampai hari ke-14, atau beratnya tidak wajar dan perlu ditimbang "
        "ulang."};
    sheet.holds_names = true;
    sheet.is_wide = true;
    return sheet;
}

void add_cohort_rows(const HomeRows& home, Month month, Sheet& into) {
    for (const Person& person : home.family.persons()) {
        if (!belongs(home, person, month)) continue;
        std::vector<Cell> cells = identity(home, person);
        cells[0].record = person.id().text();
        // No room for more than there will be: a whole health centre has two million cells.
        cells.reserve(into.headers.size());
        for (const Month each : months_until(month)) add_month(home, person, each, cells);
        into.rows.push_back(std::move(cells));
    }
}

}  // namespace sheets
