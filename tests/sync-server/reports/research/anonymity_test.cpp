// The k that is reported, counted again from the files themselves.
#include "tests/sync-server/reports/research/study.h"

#include <map>
#include <set>

using namespace study;

namespace {

const std::vector<std::string> kOfMothers = {"posyandu",    "birth_period",   "age_band",
                                             "parity_band", "education_band", "place_group",
                                             "mode_group",  "multiple_birth"};
const std::vector<std::string> kOfInfants = {"posyandu", "birth_period", "sex", "multiple_birth",
                                             "vital_status"};

std::string row_key(const base::csv::Table& table, std::size_t row,
                    const std::vector<std::string>& columns) {
    std::string key;
    for (const std::string& column : columns) key += table.at(row, column) + ";";
    return key;
}

std::map<std::string, std::set<std::string>> classes(const base::csv::Table& table,
                                                     const std::string& id,
                                                     const std::vector<std::string>& columns) {
    std::map<std::string, std::string> by_person;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        by_person[table.at(row, id)] += row_key(table, row, columns) + "|";
    }
    std::map<std::string, std::set<std::string>> found;
    for (const auto& [person, key] : by_person) found[key].insert(person);
    return found;
}

std::size_t smallest(const std::map<std::string, std::set<std::string>>& classes) {
    std::size_t least = 1'000'000;
    for (const auto& [key, persons] : classes) least = std::min(least, persons.size());
    return least;
}

void change(Study& study, const base::RecordId& id, const char* name, const char* value) {
    auto record = server_store::find_record(study.connection, id.text()).value()->record;
    record.fields.set(name, value);
    study.put(id, record.type, record.fields, record.unit);
}

}  // namespace

TEST_CASE_FIXTURE(Study, "the codebook's quasi-identifiers are those that are counted here") {
    mothers(5);
    const auto codebook = table(take(), "codebook");
    std::vector<std::string> said;
    for (std::size_t row = 0; row < codebook.rows.size(); ++row) {
        if (codebook.at(row, "quasi_identifier") == "1") said.push_back(codebook.at(row, "field"));
    }
    std::vector<std::string> counted = kOfMothers;
    counted.insert(counted.end(), kOfInfants.begin(), kOfInfants.end());
    CHECK(said == counted);
}

TEST_CASE_FIXTURE(Study, "nobody stands in a smaller group than k, and the report says the truth") {
    mothers(6, "P1");
    mothers(3, "P2");                          // their posyandu would name them
    mother("2026-02-10", "P1", "2010-06-01");  // the only one so young, and under age
    mother("2026-08-10", "P1");                // the only one of her season
    mother("2026-08-20", "P2", "1985-01-01");
    change(*this, mother("2026-02-11").birth, "place", "RUMAH");
    change(*this, mother("2026-02-11").infant, "vital_status", "DEAD");
    for (const std::size_t k : {2U, 3U, 5U}) {
        asked.k = k;
        const auto made = take();
        const auto of_mothers = classes(table(made, "mothers"), "mother_id", kOfMothers);
        const auto of_infants = classes(table(made, "infants"), "infant_id", kOfInfants);
        CHECK(smallest(of_mothers) >= k);
        CHECK(smallest(of_infants) >= k);
        CHECK(made.anonymity.mothers.smallest == smallest(of_mothers));
        CHECK(made.anonymity.infants.smallest == smallest(of_infants));
        CHECK(made.anonymity.mothers.classes == of_mothers.size());
        CHECK(made.anonymity.holds());
        const auto said = table(made, "anonymity");
        bool is_said = false;
        for (std::size_t row = 0; row < said.rows.size(); ++row) {
            if (said.at(row, "file") != "mothers" || said.at(row, "what") != "smallest_class") {
                continue;
            }
            is_said = said.at(row, "value") == std::to_string(smallest(of_mothers));
        }
        CHECK(is_said);
    }
}

TEST_CASE_FIXTURE(Study,
                  "a link that would let a family stand out is cut, with the days that tell") {
    auto all = mothers(20);
    // Six girls among them, six mothers over 35; one family has both.
    for (std::size_t each = 0; each < 6; ++each) change(*this, all[each].infant, "sex", "P");
    for (std::size_t each = 5; each < 11; ++each) {
        change(*this, all[each].mother, "birth_date", "1985-01-01");
    }
    const auto key = research::Pseudonyms::fresh();
    const auto made = take(key);
    CHECK(made.anonymity.links_cut == 1);
    const auto infants = table(made, "infants");
    const std::string alone = key.of("person", all[5].infant.text());
    const std::string hers = key.of("person", all[5].mother.text());
    bool is_found = false;
    for (std::size_t row = 0; row < infants.rows.size(); ++row) {
        if (infants.at(row, "infant_id") != alone) continue;
        is_found = true;
        CHECK(infants.at(row, "mother_id").empty());
        CHECK(infants.at(row, "delivery_id").empty());
        const base::Date shifted = base::add_days(day("2026-02-10"), key.shift_of(alone));
        CHECK(infants.at(row, "born_on") == base::to_text(shifted));
        CHECK(key.shift_of(alone) != key.shift_of(hers));
    }
    CHECK(is_found);
    for (const char* name : {"recalls", "infant_checks"}) {
        const auto rows = table(made, name);
        for (std::size_t row = 0; row < rows.rows.size(); ++row) {
            if (rows.at(row, "infant_id") == alone) CHECK(rows.at(row, "visit_id").empty());
        }
    }
    CHECK(made.anonymity.families.smallest >= 5);
}

TEST_CASE_FIXTURE(Study, "who is left out is left out of every file") {
    mothers(6);
    const Mother two = mother("2026-02-10");
    base::Fields birth =
        simulation::fields_of(R"({"place":"PKM","mode":"VAGINAL","fetus_count":1,"parity":2})");
    birth.set("mother_id", two.mother.text());
    birth.set("delivery_date", "2026-12-01");  // the only one with two deliveries
    add("birth_event", birth, "P1");
    const auto key = research::Pseudonyms::fresh();
    const auto made = take(key);
    CHECK(made.anonymity.mothers.left_out == 1);
    for (const auto& [name, text] : made.files) {
        CHECK(text.find(key.of("person", two.mother.text())) == std::string::npos);
    }
    CHECK(text_of(made, "anonymity.csv").find("mothers,persons_left_out,1") != std::string::npos);
}
