#include "sync-server/reports/research/anonymity.h"

#include <algorithm>
#include <set>

namespace research {

namespace {

constexpr char kBetweenRows = '\x1e', kBetweenCells = '\x1f';

// What is given up first is what studies miss least.
using Steps = std::vector<std::string_view>;
const Steps& steps_of(FileNumber file) {
    static const Steps mothers = {"posyandu",       "birth_period", "education_band",
                                  "parity_band",    "birth_period", "mode_group",
                                  "multiple_birth", "place_group",  "age_band"};
    static const Steps infants = {"posyandu",       "birth_period", "birth_period",
                                  "multiple_birth", "vital_status", "sex"};
    return file == kMothers ? mothers : infants;
}

// Three months, then six, then any.
std::string coarser_period(const std::string& period) {
    if (!period.starts_with('Q')) return std::string(kAny);
    return "H" + std::to_string((std::stoi(period.substr(1)) + 1) / 2);
}

std::set<std::string> in_small_classes(const Table& table, std::size_t k) {
    std::set<std::string> found;
    for (const auto& [key, persons] : classes_of(table)) {
        if (persons.size() < k) found.insert(persons.begin(), persons.end());
    }
    return found;
}

// Whole classes move on together, so that what stays behind stays as large as it was.
void make_coarser(Table& table, std::string_view name, std::size_t k) {
    const std::set<std::string> small = in_small_classes(table, k);
    for (Row& row : table.rows) {
        if (!small.contains(row.person)) continue;
        std::string& cell = table.cell(row, name);
        cell = name == "birth_period" ? coarser_period(cell) : std::string(kAny);
    }
}

void leave_out(Table& table, const std::set<std::string>& persons) {
    std::erase_if(table.rows, [&](const Row& row) { return persons.contains(row.person); });
}

int count_coarser(const Table& table, std::string_view name) {
    return static_cast<int>(
        std::count_if(table.rows.begin(), table.rows.end(), [&](const Row& row) {
            const std::string& cell = table.cell(row, name);
            return cell == kAny || (name == "birth_period" && cell.starts_with('H'));
        }));
}

void count_classes(Anonymity& said, const Classes& classes) {
    said.classes = classes.size();
    for (const auto& [key, persons] : classes) {
        said.persons += persons.size();
        said.smallest =
            said.smallest == 0 ? persons.size() : std::min(said.smallest, persons.size());
    }
}

Anonymity anonymise_file(DataSet& data, FileNumber number, std::size_t k) {
    Anonymity said;
    Table& table = data.tables[number];
    for (const std::string_view step : steps_of(number)) make_coarser(table, step, k);
    const std::set<std::string> small = in_small_classes(table, k);
    said.left_out = static_cast<int>(small.size());
    leave_out(table, small);
    for (const std::string_view step : steps_of(number)) {
        said.coarser[std::string(step)] = count_coarser(table, step);
    }
    count_classes(said, classes_of(table));
    return said;
}

std::string key_of(const Table& table, const Row& row) {
    std::string key;
    for (std::size_t at = 0; at < table.file->fields.size(); ++at) {
        if (table.file->fields[at].is_quasi) (key += row.cells[at]) += kBetweenCells;
    }
    return key;
}

using KeysByPerson = std::map<std::string, std::vector<std::string>>;
std::string joined_key(std::vector<std::string> keys) {
    std::sort(keys.begin(), keys.end());
    std::string all;
    for (const std::string& key : keys) (all += key) += kBetweenRows;
    return all;
}

// Mothers who have infants linked to them, by what is known of all of them together.
Classes families_of(const DataSet& data) {
    const Table& infants = data.tables[kInfants];
    const Table& mothers = data.tables[kMothers];
    KeysByPerson of_infants, of_mothers;
    for (const Row& row : infants.rows) {
        const std::string& mother = infants.cell(row, "mother_id");
        if (!mother.empty()) of_infants[mother].push_back(key_of(infants, row));
    }
    for (const Row& row : mothers.rows) of_mothers[row.person].push_back(key_of(mothers, row));
    Classes classes;
    for (const auto& [mother, keys] : of_infants) {
        classes[joined_key(of_mothers[mother]) + '|' + joined_key(keys)].push_back(mother);
    }
    return classes;
}

// Her infants go on without a mother, and with days of their own.
int cut_links(DataSet& data, const std::set<std::string>& mothers) {
    std::set<std::string> alone;
    Table& infants = data.tables[kInfants];
    for (Row& row : infants.rows) {
        std::string& mother = infants.cell(row, "mother_id");
        if (!mothers.contains(mother)) continue;
        mother.clear();
        infants.cell(row, "delivery_id").clear();
        row.family = row.person;
        alone.insert(row.person);
    }
    return static_cast<int>(alone.size());
}

std::set<std::string> mothers_not_here(const DataSet& data) {
    std::set<std::string> here, gone;
    for (const Row& row : data.tables[kMothers].rows) here.insert(row.person);
    const Table& infants = data.tables[kInfants];
    for (const Row& row : infants.rows) {
        const std::string& mother = infants.cell(row, "mother_id");
        if (!here.contains(mother)) gone.insert(mother);
    }
    return gone;
}

}  // namespace

Classes classes_of(const Table& table) {
    KeysByPerson by_person;
    for (const Row& row : table.rows) by_person[row.person].push_back(key_of(table, row));
    Classes classes;
    for (const auto& [person, keys] : by_person) classes[joined_key(keys)].push_back(person);
    return classes;
}

bool AnonymityReport::holds() const {
    const auto is_fine = [&](const Anonymity& each) {
        return each.persons == 0 || each.smallest >= k;
    };
    return is_fine(mothers) && is_fine(infants) && is_fine(families);
}

AnonymityReport anonymise(DataSet& data, std::size_t k) {
    AnonymityReport report;
    report.k = k;
    report.mothers = anonymise_file(data, kMothers, k);
    report.infants = anonymise_file(data, kInfants, k);
    cut_links(data, mothers_not_here(data));  // no consent of hers, or left out
    std::set<std::string> standing_out;
    for (const auto& [key, mothers] : families_of(data)) {
        if (mothers.size() < k) standing_out.insert(mothers.begin(), mothers.end());
    }
    report.links_cut = cut_links(data, standing_out);
    count_classes(report.families, families_of(data));
    return report;
}

}  // namespace research
