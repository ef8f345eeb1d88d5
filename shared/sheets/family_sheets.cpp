#include "shared/sheets/family_sheets.h"

#include "shared/care/feeding.h"

#include <algorithm>

namespace sheets {

namespace {

using care::Event;
using care::Family;
using care::Person;

constexpr std::size_t kVisitsShown = 12;

std::string answer_words(care::Answer answer) {
    switch (answer) {
        case care::Answer::Missing:
            return "";
        case care::Answer::No:
            return "tidak";
        case care::Answer::Yes:
            return "ya";
        case care::Answer::DontKnow:
            return "tidak tahu";
    }
    return "";
}

// One person's form: a row for each question, a cell for each time she was seen.
class Form {
public:
    Form(const Person& person, std::vector<const Event*> checks) : checks_(std::move(checks)) {
        if (checks_.size() > kVisitsShown) {
            checks_.erase(checks_.begin(), checks_.end() - kVisitsShown);
        }
        sheet_.headers = {"Isian"};
        for (std::size_t i = 0; i < std::max<std::size_t>(checks_.size(), 1); ++i) {
            sheet_.headers.push_back("Kunjungan " + std::to_string(i + 1));
        }
        sheet_.holds_names = true;
        sheet_.is_wide = true;
        sheet_.signer = "Kader posyandu";
        add("Nama", name_cell(person.record->fields.text("full_name")));
    }

    void add(const std::string& question, Cell answer) {
        std::vector<Cell> cells(sheet_.headers.size());
        cells[0] = text_cell(question);
        cells[1] = std::move(answer);
        sheet_.rows.push_back(std::move(cells));
    }
    template <typename Ask>
    void add_each(const std::string& question, const Ask& ask) {
        std::vector<Cell> cells(sheet_.headers.size());
        cells[0] = text_cell(question);
        for (std::size_t i = 0; i < checks_.size(); ++i) cells[i + 1] = ask(*checks_[i]);
        sheet_.rows.push_back(std::move(cells));
    }
    void add_field(const std::string& question, std::string_view field) {
        add_each(question,
                 [&](const Event& check) { return text_cell(check.fields().text(field)); });
    }
    void add_answer(const std::string& question, std::string_view field) {
        add_each(question, [&](const Event& check) {
            return text_cell(answer_words(care::answer(check.fields(), field)));
        });
    }
    void leave(const std::string& question) { add(question, not_ours()); }
    Sheet finish(const std::string& name, const std::string& title, const Place& posyandu) {
        sheet_.name = name;
        sheet_.title = title;
        sheet_.place = posyandu.name + ", " + posyandu.village;
        return std::move(sheet_);
    }
    Sheet& sheet() { return sheet_; }

private:
    std::vector<const Event*> checks_;
    Sheet sheet_;
};

std::vector<const Event*> checks_of(const care::Events& events, const Person& person) {
    std::vector<const Event*> found;
    for (const Event& each : Family::of(events, person)) found.push_back(&each);
    return found;
}

// KF1-KF4, KN1-KN3: date, place and officer of each.
void add_contacts(const Family& family, const Person& person, std::string_view series, int count,
                  Form& form) {
    for (int number = 1; number <= count; ++number) {
        const std::string code = std::string(series) + std::to_string(number);
        std::string words;
        for (const Event& contact : Family::of(family.contacts(), person)) {
            if (care::code(contact.fields(), "code") != code) continue;
            words = base::to_text(contact.on) + " " + contact.fields().text("place") + " " +
                    contact.fields().text("officer");
        }
        form.add(code + " (tanggal/tempat/petugas)", text_cell(words));
    }
}

void add_visit_rows(Form& form) {
    form.add_each("Tanggal", [](const Event& check) { return date_cell(check.on); });
    form.add_field("Suhu (°C)", "temp_c");
}

void add_closing_rows(Form& form) {
    form.add_each("Edukasi", [](const Event& check) {
        const bool has =
            check.visit != nullptr && !care::code(check.visit->record->fields, "topics").empty();
        return text_cell(has ? "ya" : "");
    });
    form.add_field("Tanda bahaya (kode)", "danger_signs");
    form.leave("Diingatkan ke fasilitas kesehatan");
    form.add_each("Dilaporkan ke tenaga kesehatan (tanggal)", [](const Event& check) {
        const std::string told =
            check.visit == nullptr ? "" : check.visit->record->fields.text("midwife_told_at");
        return text_cell(told.substr(0, 10));
    });
}

const care::Birth* latest_birth(const Family& family, const Person& mother) {
    const care::Birth* latest = nullptr;
    for (const care::Birth& birth : family.births()) {
        const bool is_hers = birth.mother == &mother;
        if (is_hers && (latest == nullptr || latest->delivery_date < birth.delivery_date)) {
            latest = &birth;
        }
    }
    return latest;
}

void add_birth_rows(const Family& family, const care::Birth* birth, Form& form) {
    const base::Fields none;
    const base::Fields& fields = birth == nullptr ? none : birth->record->fields;
    form.add("Tanggal persalinan", birth == nullptr ? not_ours() : date_cell(birth->delivery_date));
    form.add("Jam", text_cell(fields.text("delivery_time")));
    form.add("Umur kehamilan (minggu)", text_cell(fields.text("gestation_weeks")));
    form.add("Penolong", text_cell(fields.text("attendant")));
    form.add("Tempat", text_cell(fields.text("place")));
    form.add("Cara persalinan", text_cell(fields.text("mode")));
    form.leave("Keadaan ibu");
    std::string imd;
    if (birth != nullptr) {
        for (const care::Outcome* outcome : family.outcomes_of(*birth)) {
            if (!imd.empty()) imd += ", ";
            imd += answer_words(care::answer(outcome->record->fields, "imd"));
        }
    }
    form.add("IMD", text_cell(imd));
}

Sheet mother_sheet(const Family& family, const Person& mother, const Place& posyandu) {
    Form form(mother, checks_of(family.mother_checks(), mother));
    form.leave("Umur");
    form.add("Anak ke", text_cell(mother.record->fields.text("child_number")));
    add_birth_rows(family, latest_birth(family, mother), form);
    add_visit_rows(form);
    add_contacts(family, mother, "KF", 4, form);
    form.leave("Porsi isi piringku");
    form.add_answer("Vitamin A kapsul 1", "vit_a_1");
    form.add_answer("Vitamin A kapsul 2", "vit_a_2");
    form.add_answer("Menyusui", "breastfeeding_now");
    form.add_field("KB pasca persalinan", "kb_method");
    form.leave("Skrining kesehatan (tanggal/tempat/petugas)");
    add_closing_rows(form);
    return form.finish("ILP 3 Ibu", "ILP lembar 3 – ibu nifas dan menyusui", posyandu);
}

Sheet infant_sheet(const Family& family, const Person& infant, const Place& posyandu) {
    Form form(infant, checks_of(family.infant_checks(), infant));
    form.add("Tanggal lahir", infant.birth_date ? date_cell(*infant.birth_date) : not_ours());
    form.add("Jenis kelamin",
             text_cell(infant.sex == 0 ? std::string() : std::string(1, infant.sex)));
    add_visit_rows(form);
    form.add("Buku KIA", text_cell(infant.record->fields.text("kia_book")));
    form.add_each("ASI saja kemarin", [&](const Event& check) {
        for (const Event& recall : Family::of(family.recalls(), infant)) {
            if (recall.on != check.on) continue;
            return text_cell(care::to_code(care::feeding_class(recall.fields())));
        }
        return text_cell("");
    });
    form.add_field("Penimbangan terakhir", "weighed_on");
    form.add_field("Berat (g)", "weight_g");
    form.add_field("Panjang (cm)", "length_cm");
    form.add_field("Lingkar kepala (cm)", "head_circ_cm");
    form.leave("Perawatan esensial 0–6 jam");
    add_contacts(family, infant, "KN", 3, form);
    form.leave("Imunisasi menurut bulan");
    form.add_answer("Imunisasi sesuai umur", "imm_up_to_date");
    add_closing_rows(form);
    return form.finish("ILP 4 Bayi", "ILP lembar 4 – bayi 0–6 bulan", posyandu);
}

}  // namespace

std::vector<Sheet> family_sheets(const Family& family, const records::Record& household,
                                 const Place& posyandu) {
    std::vector<Sheet> sheets;
    for (const Person& person : family.persons()) {
        const bool lives_here =
            care::code(person.record->fields, "household_id") == household.id.text();
        if (!lives_here) continue;
        if (person.is_mother) sheets.push_back(mother_sheet(family, person, posyandu));
        if (person.is_infant) sheets.push_back(infant_sheet(family, person, posyandu));
    }
    for (Sheet& sheet : sheets) {
        sheet.notes = {
            "Paling banyak 12 kunjungan terakhir. Baris kosong: tidak ditanyakan di "
            "aplikasi ini."};
    }
    return sheets;
}

}  // namespace sheets
