#include "sync-server/reports/research/export.h"

#include "shared/base/csv.h"
#include "sync-server/reports/closure.h"
#include "sync-server/reports/research/consenting.h"
#include "sync-server/reports/research/description.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

namespace research {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

struct Source {
    db::Connection& connection;
    const forms::FormSet& forms;
    const Asked& asked;
    const Pseudonyms& pseudonyms;
};

// What is held of everybody: what k-anonymity is over, and whose visits are told. The rest of a
// whole health centre is gigabytes; it is read again when it is known who is in the data set.
struct Heads {
    DataSet data;                              // mothers and infants
    std::map<std::string, std::string> seeds;  // where her family was gathered from, by pseudonym
    std::vector<std::pair<std::string, std::string>> visits;  // whose, which
    int consenting = 0;
};

Result<std::set<std::string>> named_in_consents(db::Connection& connection) {
    std::set<std::string> persons;
    TRY(server_store::each_of_type(connection, "consent", [&](const records::Record& consent) {
        persons.insert(consent.fields.text("person_id"));
    }));
    return persons;
}

void keep_heads(const std::string& seed, DataSet& hers, Heads& heads) {
    const Table& visits = hers.tables[kVisits];
    for (const Row& row : visits.rows) {
        heads.visits.emplace_back(row.person, visits.cell(row, "visit_id"));
    }
    for (const FileNumber number : {kMothers, kInfants}) {
        for (Row& row : hers.tables[number].rows) {
            heads.seeds.try_emplace(row.person, seed);
            heads.data.tables[number].rows.push_back(std::move(row));
        }
    }
    for (Table& table : hers.tables) table.rows.clear();
}

Result<Heads> gather(const Source& from) {
    Heads heads;
    DataSet hers;
    Gathering gathering(from.asked.period, from.forms, from.pseudonyms, hers);
    TRY_LET(seeds, named_in_consents(from.connection));
    std::set<std::string> seen;  // under the id that a merge left
    for (const std::string& seed : seeds) {
        TRY_LET(records, reports::closure_of(from.connection, seed));
        const care::Family family(records);
        const care::Person* person = family.person(seed);
        if (person == nullptr || !seen.insert(person->id().text()).second) continue;
        if (!agreed_to_research(records, family, *person)) continue;
        ++heads.consenting;
        gathering.take(family, *person);
        keep_heads(seed, hers, heads);
    }
    heads.data.refused = std::move(hers.refused);
    return heads;
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

Status put_rows(const Table& table, const Put& put) {
    std::string text;
    for (const Row& row : table.rows) text += base::csv::line(row.cells);
    return text.empty() ? Status(Done{}) : put(std::string(table.file->name) + ".csv", text);
}

Status put_first_lines(const Put& put) {
    for (const File& file : allowed()) {
        std::vector<std::string> head;
        for (const Field& field : file.fields) head.emplace_back(field.name);
        TRY(put(std::string(file.name) + ".csv", base::csv::line(head)));
    }
    return Done{};
}

// Who is in the data set; in the order of the pseudonyms, nobody else's events are.
struct Member {
    std::string family;
    bool is_cut = false;  // an infant without a mother here
};
using Members = std::map<std::string, Member>;
Members members_of(const DataSet& data) {
    Members members;
    for (const Row& row : data.tables[kMothers].rows) members[row.person] = {row.family, false};
    for (const Row& row : data.tables[kInfants].rows) {
        members[row.person] = {row.family, row.family == row.person};
    }
    return members;
}

using Visits = std::unordered_set<std::string>;
Visits told_of(const Heads& heads, const Members& members) {
    Visits told;
    for (const auto& [person, visit] : heads.visits) {
        if (members.contains(person)) told.insert(visit);
    }
    return told;
}

// Her events go with her own row. An infant's visit is told only where the mother's row tells of
// it.
void follow(const Member& who, const Visits& told, Table& events) {
    for (Row& row : events.rows) {
        row.family = who.family;
        std::string& visit = events.cell(row, "visit_id");
        if (who.is_cut || !told.contains(visit)) visit.clear();
    }
}

Status put_events(const Source& from, const Heads& heads, const Put& put) {
    const Members members = members_of(heads.data);
    const Visits told = told_of(heads, members);
    DataSet hers;
    Gathering gathering(from.asked.period, from.forms, from.pseudonyms, hers);
    for (const auto& [person, who] : members) {
        const std::string& seed = heads.seeds.at(person);
        TRY_LET(records, reports::closure_of(from.connection, seed));
        const care::Family family(records);
        gathering.take(family, *family.person(seed));
        for (std::size_t at = kVisits; at < kFileCount; ++at) {
            Table& events = hers.tables[at];
            follow(who, told, events);
            finish(events, from.pseudonyms);
            TRY(put_rows(events, put));
        }
        for (Table& table : hers.tables) table.rows.clear();
    }
    return Done{};
}

}  // namespace

Result<Export> make_export(db::Connection& connection, const forms::FormSet& forms,
                           const Asked& asked, const Pseudonyms& pseudonyms, const Put& put) {
    TRY_LET(reading, db::Transaction::begin_reading(connection));
    const Source from{connection, forms, asked, pseudonyms};
    TRY_LET(heads, gather(from));
    Export made;
    made.consenting = heads.consenting;
    made.anonymity = anonymise(heads.data, asked.k);
    CHECK(made.anonymity.holds());
    if (made.anonymity.mothers.persons + made.anonymity.infants.persons == 0) {
        return Error{ErrorCode::NotFound, "too few persons of this period agreed to research: " +
                                              std::to_string(made.consenting) + " agreed, k is " +
                                              std::to_string(asked.k)};
    }
    TRY(put_first_lines(put));
    TRY(put_events(from, heads, put));
    TRY(reading.commit());
    for (const FileNumber number : {kMothers, kInfants}) {
        finish(heads.data.tables[number], pseudonyms);
        TRY(put_rows(heads.data.tables[number], put));
    }
    for (const auto& [name, answers] : heads.data.refused) made.refused += answers;
    TRY(put("codebook.csv", codebook_csv(forms)));
    TRY(put("anonymity.csv", anonymity_csv(made.anonymity, heads.data)));
    TRY(put("datapackage.json",
            datapackage_json(forms, asked.period, made.anonymity, asked.today)));
    return made;
}

}  // namespace research
