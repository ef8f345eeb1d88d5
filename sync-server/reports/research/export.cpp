#include "sync-server/reports/research/export.h"

#include "shared/base/csv.h"
#include "sync-server/reports/closure.h"
#include "sync-server/reports/research/consenting.h"
#include "sync-server/reports/research/description.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace research {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

Result<std::set<std::string>> named_in_consents(db::Connection& connection) {
    TRY_LET(consents, server_store::ids_of_type(connection, "consent"));
    std::set<std::string> persons;
    for (const std::string& id : consents) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (stored) persons.insert(stored->record.fields.text("person_id"));
    }
    return persons;
}

Result<int> gather(db::Connection& connection, Gathering& gathering) {
    TRY_LET(seeds, named_in_consents(connection));
    reports::Closures closures(connection);
    std::set<std::string> seen;  // under the id that a merge left
    int consenting = 0;
    for (const std::string& seed : seeds) {
        TRY_LET(records, closures.of(seed));
        const care::Family family(records);
        const care::Person* person = family.person(seed);
        if (person == nullptr || !seen.insert(person->id().text()).second) continue;
        if (!agreed_to_research(records, family, *person)) continue;
        ++consenting;
        gathering.take(family, *person);
    }
    return consenting;
}

// The days move with their family, and no order tells who came first.
void finish(Table& table, const Pseudonyms& pseudonyms) {
    for (Row& row : table.rows) {
        for (std::size_t at = 0; at < table.file->fields.size(); ++at) {
            if (table.file->fields[at].kind != Kind::Day) continue;
            const auto day = base::parse_date(row.cells[at]);
            row.cells[at] =
                day ? base::to_text(base::add_days(*day, pseudonyms.shift_of(row.family))) : "";
        }
    }
    std::sort(table.rows.begin(), table.rows.end(), [](const Row& a, const Row& b) {
        return std::tie(a.person, a.cells) < std::tie(b.person, b.cells);
    });
}

// An infant's visit is told only where the mother's own row tells of it.
void drop_unknown_visits(DataSet& data) {
    std::set<std::string> known;
    const Table& visits = data.tables[kVisits];
    for (const Row& row : visits.rows) known.insert(visits.cell(row, "visit_id"));
    for (const FileNumber number :
         {kRecalls, kTeachings, kSessions, kMotherChecks, kInfantChecks}) {
        Table& table = data.tables[number];
        for (Row& row : table.rows) {
            std::string& visit = table.cell(row, "visit_id");
            if (!known.contains(visit)) visit.clear();
        }
    }
}

std::string csv_of(const Table& table) {
    std::vector<std::string> head;
    for (const Field& field : table.file->fields) head.emplace_back(field.name);
    std::string text = base::csv::line(head);
    for (const Row& row : table.rows) text += base::csv::line(row.cells);
    return text;
}

}  // namespace

Result<Export> make_export(db::Connection& connection, const forms::FormSet& forms,
                           const Asked& asked, const Pseudonyms& pseudonyms) {
    DataSet data;
    Export made;
    {
        TRY_LET(reading, db::Transaction::begin_reading(connection));
        Gathering gathering(asked.period, forms, pseudonyms, data);
        TRY_LET(consenting, gather(connection, gathering));
        made.consenting = consenting;
        TRY(reading.commit());
    }
    made.anonymity = anonymise(data, asked.k);
    CHECK(made.anonymity.holds());
    if (made.anonymity.mothers.persons + made.anonymity.infants.persons == 0) {
        return Error{ErrorCode::NotFound, "too few persons of this period agreed to research: " +
                                              std::to_string(made.consenting) + " agreed, k is " +
                                              std::to_string(asked.k)};
    }
    drop_unknown_visits(data);
    for (Table& table : data.tables) {
        finish(table, pseudonyms);
        made.files.push_back({std::string(table.file->name) + ".csv", csv_of(table)});
    }
    for (const auto& [name, answers] : data.refused) made.refused += answers;
    made.files.push_back({"codebook.csv", codebook_csv(forms)});
    made.files.push_back({"anonymity.csv", anonymity_csv(made.anonymity, data)});
    made.files.push_back(
        {"datapackage.json", datapackage_json(forms, asked.period, made.anonymity, asked.today)});
    return made;
}

}  // namespace research
