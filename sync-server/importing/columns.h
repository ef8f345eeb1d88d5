// Which column of somebody's table holds what of ours.
#pragma once

#include "sync-server/importing/table.h"

#include <map>
#include <optional>
#include <span>

namespace importing {

// What is brought in. A table needs the infant's name and birth date; the rest as far as it is
// there.
enum class Field {
    InfantName,
    InfantBirthDate,
    InfantSex,
    InfantNik,
    ChildNumber,
    MotherName,  // or whoever the table calls the parent
    MotherBirthDate,
    MotherNik,
    HeadName,
    FamilyCard,  // No. KK
    Phone,
    Unit,  // posyandu: its code or its name
    Rt,
    Rw,
    Address,
};
std::span<const Field> all_fields();
std::string_view to_code(Field field);  // "infant.full_name", "household.rt" ...
std::optional<Field> parse_field(std::string_view code);
std::string_view name_id(Field field);  // "Nama bayi"
std::string_view name_en(Field field);
bool is_needed(Field field);

using Columns = std::map<Field, std::size_t>;  // index of the heading

// By the headings of e-PPGBM, the cohort register and their like (DOMAIN 6.6); each column once.
Columns likely_columns(const Table& table);
// {"infant.full_name": "Nama", ...}: a heading, or its number from 1. Usage, with the name that is
// wrong. What the map does not name is not taken.
Result<Columns> columns_of(const Table& table, std::string_view map_json);

}  // namespace importing
