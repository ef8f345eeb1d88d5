#include "sync-server/importing/families.h"

#include "shared/base/characters.h"
#include "shared/base/text.h"
#include "shared/care/nik.h"
#include "sync-server/importing/known.h"
#include "sync-server/importing/reading.h"
#include "sync-server/store/people/people.h"

#include <algorithm>
#include <map>

namespace importing {

namespace {

using Kind = Remark::Kind;

constexpr std::size_t kNameMax = 120;  // as the form has it
constexpr int kMonthsMax = 24;

class Reader {
public:
    Reader(const Table& table, const Columns& columns, const Choices& choices, base::Instant now,
           base::Date today, base::Random& random, Known known,
           const std::vector<protocol::Unit>& units)
        : table_(table),
          columns_(columns),
          choices_(choices),
          now_(now),
          today_(today),
          random_(random),
          known_(std::move(known)) {
        for (const protocol::Unit& unit : units) {
            units_[base::folded(unit.code)] = unit.code;
            units_.emplace(base::folded(unit.name), unit.code);
            units_.emplace(base::folded("posyandu " + unit.name), unit.code);
        }
    }

    Families read() {
        for (const Row& row : table_.rows) result_.babies.push_back(baby_of(row));
        return std::move(result_);
    }

private:
    const Cell& cell(const Row& row, Field field) const {
        static const Cell none;
        const auto column = columns_.find(field);
        return column == columns_.end() ? none : row.cells[column->second];
    }
    const std::string& text(const Row& row, Field field) const { return cell(row, field).text; }

    Baby baby_of(const Row& row) {
        Baby baby;
        baby.row = row.number;
        baby.name = text(row, Field::InfantName);
        base::Fields& fields = baby.infant.fields;
        fields.set("is_infant", "1");
        read_name(row, baby);
        read_birth_date(row, baby);
        read_sex(row, baby);
        const std::string unit = unit_of(row, baby);
        read_nik(cell(row, Field::InfantNik), baby.infant, baby.remarks);
        read_child_number(row, baby);
        const bool is_too_old = has(baby, Kind::TooOld);
        if (choices_.left_out.contains(row.number) || is_too_old) {
            baby.standing = Baby::Standing::LeftOut;
        } else if (has_obstacle(baby)) {
            baby.standing = Baby::Standing::Unusable;
        } else {
            place(row, unit, baby);
        }
        return baby;
    }

    static bool has(const Baby& baby, Kind kind) {
        return std::any_of(baby.remarks.begin(), baby.remarks.end(),
                           [kind](const Remark& remark) { return remark.kind == kind; });
    }

    static bool has_obstacle(const Baby& baby) {
        return std::any_of(baby.remarks.begin(), baby.remarks.end(),
                           [](const Remark& remark) { return is_obstacle(remark.kind); });
    }

    // ---- one row's answers

    void read_name(const Row&, Baby& baby) const {
        if (baby.name.empty()) baby.remarks.push_back({Kind::NameMissing});
        if (base::character_count(baby.name) > kNameMax)
            baby.remarks.push_back({Kind::NameTooLong});
        baby.infant.fields.set("full_name", baby.name);
    }

    void read_birth_date(const Row& row, Baby& baby) const {
        const std::string& written = text(row, Field::InfantBirthDate);
        if (written.empty()) return baby.remarks.push_back({Kind::BirthDateMissing});
        const auto date = read_date(written, today_);
        if (!date) return baby.remarks.push_back({Kind::BirthDateUnreadable, written});
        if (*date > today_) return baby.remarks.push_back({Kind::BirthDateInFuture});
        if (base::age_months(*date, today_) >= kMonthsMax) baby.remarks.push_back({Kind::TooOld});
        baby.infant.fields.set("birth_date", base::to_text(*date));
        baby.infant.fields.set("birth_date_precision", "D");
    }

    void read_sex(const Row& row, Baby& baby) const {
        const char sex = importing::read_sex(text(row, Field::InfantSex));
        if (sex == 0) return baby.remarks.push_back({Kind::SexMissing});
        baby.infant.fields.set("sex", std::string(1, sex));
    }

    std::string unit_of(const Row& row, Baby& baby) const {
        const std::string& in_row = text(row, Field::Unit);
        const std::string& written = in_row.empty() ? choices_.unit : in_row;
        if (written.empty()) {
            baby.remarks.push_back({Kind::UnitMissing});
            return {};
        }
        const auto found = units_.find(base::folded(written));
        if (found != units_.end()) return found->second;
        baby.remarks.push_back({Kind::UnitUnknown, written});
        return {};
    }

    void read_child_number(const Row& row, Baby& baby) const {
        const std::string digits = base::digits_of(text(row, Field::ChildNumber));
        if (digits.empty() || digits.size() > 2) return;
        const int number = std::atoi(digits.c_str());
        if (number >= 1 && number <= 20) baby.infant.fields.set_integer("child_number", number);
    }

    // A workbook keeps 15 digits of a number: the last of a NIK becomes 0.
    static void read_nik(const Cell& cell, Person& person, std::vector<Remark>& remarks) {
        base::Fields& fields = person.fields;
        fields.set("nik_status", "UNKNOWN");
        const std::string nik = base::digits_of(cell.text);
        if (nik.empty()) return;
        const auto birth_date = base::parse_date(fields.text("birth_date"));
        const std::string sex = fields.text("sex");
        const auto verdict = care::check_nik(nik, birth_date, sex.empty() ? '\0' : sex[0]);
        const bool is_cut = cell.was_number && nik.size() == 16 && nik.back() == '0';
        if (verdict == care::NikVerdict::NotSixteenDigits || is_cut) {
            remarks.push_back({Kind::NikUnusable});
            return;
        }
        const bool fits = verdict == care::NikVerdict::Valid;
        if (!fits) remarks.push_back({Kind::NikDoubtful});
        fields.set("nik", nik);
        fields.set("nik_status", fits ? "VALID" : "MISMATCH");
    }

    // ---- where the baby belongs

    void place(const Row& row, const std::string& unit, Baby& baby) {
        base::Fields& fields = baby.infant.fields;
        const Sought sought{names::take_apart(baby.name), fields.text("birth_date"),
                            fields.text("nik"), unit, true};
        if (const auto found = known_.find(sought)) {
            if (const auto twice = rows_.find(found->id); twice != rows_.end()) {
                if (!found->is_certain || choices_.other.contains(row.number)) {
                    return add(row, unit, baby);  // twins, say
                }
                baby.remarks.push_back({Kind::TwiceInTable, std::to_string(twice->second)});
                baby.standing = Baby::Standing::Unusable;
                return;
            }
            baby.like = found->id;
            const bool is_another = choices_.other.contains(row.number);
            if (found->is_certain && !is_another) {
                baby.standing = Baby::Standing::Here;
                baby.remarks.push_back({Kind::AlreadyHere, found->by});
                return;
            }
            baby.remarks.push_back({Kind::LooksLike, found->name + ", " + found->birth_date});
            if (!is_another) {
                baby.standing = Baby::Standing::LooksLike;
                return;
            }
        }
        add(row, unit, baby);
    }

    void add(const Row& row, const std::string& unit, Baby& baby) {
        baby.family = family_of(row, unit, baby);
        const Family& family = result_.families[baby.family];
        if (family.is_elsewhere) {
            baby.remarks.push_back({Kind::MotherElsewhere});
            baby.standing = Baby::Standing::Unusable;
            return;
        }
        base::Fields& fields = baby.infant.fields;
        fields.set("household_id", family.household.id);
        fields.set("is_mother", "0");
        if (fields.text("sex") != "P") fields.erase("is_mother");  // not asked of a boy
        fields.set("is_supporter", "0");
        fields.set("vital_status", "ALIVE");
        if (!family.mother.id.empty()) fields.set("mother_person_id", family.mother.id);
        baby.infant.id = base::make_uuid7(now_, random_);
        rows_[baby.infant.id] = row.number;
        known_.add(baby.infant.id, unit, fields);
    }

    // Of one mother on one card, or in one posyandu and RT: one family of this table. Two daughters
    // on their father's card are two mothers in one household.
    std::size_t family_of(const Row& row, const std::string& unit, Baby& baby) {
        const std::string card = card_of(row);
        const std::string parent = names::key(text(row, Field::MotherName));
        std::string key = (card.empty() ? unit + "/" + read_rt_of(row) : card) + "/" + parent;
        if (card.empty() && parent.empty()) key += "/" + std::to_string(row.number);
        const auto [found, is_new] = by_key_.try_emplace(key, result_.families.size());
        if (is_new) result_.families.push_back(new_family(row, unit, baby));
        return found->second;
    }

    std::string card_of(const Row& row) const {
        const std::string digits = base::digits_of(text(row, Field::FamilyCard));
        return digits.size() == 16 ? digits : "";
    }

    std::string read_rt_of(const Row& row) const {
        return read_rt(text(row, Field::Rt)) + "/" + read_rt(text(row, Field::Rw));
    }

    Family new_family(const Row& row, const std::string& unit, Baby& baby) {
        Family family;
        family.unit = unit;
        family.mother = mother_of(row, unit, baby);
        if (!family.mother.is_new) {
            family.household = {family.mother.fields.text("household_id"), {}, false};
            family.is_elsewhere = family.mother.fields.text("unit") != unit;
            return family;
        }
        const std::string card = card_of(row);
        const auto standing = households_.find(card);
        family.household = card.empty() || standing == households_.end()
                               ? household_of(row)
                               : Person{standing->second, {}, false};
        if (!card.empty()) households_.emplace(card, family.household.id);
        if (!family.mother.id.empty()) {
            family.mother.fields.set("household_id", family.household.id);
            known_.add(family.mother.id, unit, family.mother.fields);
        }
        return family;
    }

    Person household_of(const Row& row) {
        Person household;
        household.id = base::make_uuid7(now_, random_);
        base::Fields& fields = household.fields;
        const std::string& head = text(row, Field::HeadName);
        set_if(fields, "head_name", head.empty() ? text(row, Field::MotherName) : head, kNameMax);
        set_if(fields, "no_kk", base::digits_of(text(row, Field::FamilyCard)), 20);
        set_if(fields, "phone", text(row, Field::Phone), 20);
        set_if(fields, "rt", read_rt(text(row, Field::Rt)), 3);
        set_if(fields, "rw", read_rt(text(row, Field::Rw)), 3);
        set_if(fields, "address_line", text(row, Field::Address), 200);
        fields.set("status", "ACTIVE");
        return household;
    }

    static void set_if(base::Fields& fields, std::string_view name, const std::string& value,
                       std::size_t characters_max) {
        const bool fits = base::character_count(value) <= characters_max;
        if (!value.empty() && fits) fields.set(name, value);
    }

    Person mother_of(const Row& row, const std::string& unit, Baby& baby) {
        Person mother;
        const std::string& name = text(row, Field::MotherName);
        if (name.empty() || base::character_count(name) > kNameMax) return mother;
        base::Fields& fields = mother.fields;
        const auto birth_date = read_date(text(row, Field::MotherBirthDate), today_);
        if (birth_date) fields.set("birth_date", base::to_text(*birth_date));
        fields.set("sex", "P");
        read_nik(cell(row, Field::MotherNik), mother, baby.remarks);
        const Sought sought{names::take_apart(name), fields.text("birth_date"), fields.text("nik"),
                            unit, false};
        if (const auto found = known_.find(sought); found && found->is_certain) {
            base::Fields known;
            known.set("household_id", found->household);
            known.set("unit", found->unit);
            return {found->id, known, false};
        }
        if (!birth_date) {
            baby.remarks.push_back({Kind::MotherUnknown});
            return {};
        }
        mother.id = base::make_uuid7(now_, random_);
        fields.set("full_name", name);
        fields.set("birth_date_precision", "D");
        fields.set("is_mother", "1");
        fields.set("is_infant", "0");
        fields.set("is_supporter", "0");
        fields.set("vital_status", "ALIVE");
        return mother;
    }

    const Table& table_;
    const Columns& columns_;
    const Choices& choices_;
    base::Instant now_;
    base::Date today_;
    base::Random& random_;
    Known known_;
    std::map<std::string, std::string> units_;       // folded code or name -> code
    std::map<std::string, std::size_t> by_key_;      // families of this table
    std::map<std::string, std::string> households_;  // card -> its household of this table
    std::map<std::string, std::size_t> rows_;        // infants of this table -> their row
    Families result_;
};

}  // namespace

std::size_t Families::count(Baby::Standing standing) const {
    const auto found = std::count_if(babies.begin(), babies.end(),
                                     [&](const Baby& baby) { return baby.standing == standing; });
    return static_cast<std::size_t>(found);
}

Result<Families> families_of(db::Connection& connection, const Table& table, const Columns& columns,
                             const Choices& choices, base::Instant now, base::Date today,
                             base::Random& random) {
    for (const Field field : all_fields()) {
        if (is_needed(field) && !columns.contains(field)) {
            return base::Error{base::ErrorCode::Usage,
                               "say which column is " + std::string(to_code(field))};
        }
    }
    TRY_LET(units, server_store::units(connection));
    TRY_LET(known, Known::read(connection));
    Reader reader(table, columns, choices, now, today, random, std::move(known), units);
    return reader.read();
}

}  // namespace importing
