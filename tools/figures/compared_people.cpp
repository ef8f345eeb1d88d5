#include "tools/figures/compared_people.h"

#include "shared/base/id.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/records/records.h"
#include "tools/figures/measuring.h"

namespace figures {

namespace {

bool is_compared(std::string_view type) {
    return type == "person" || type == "household" || type == "birth_event" ||
           type == "birth_outcome";
}

}  // namespace

PeopleRecords records_of(const demo::Centre& centre, bool only_compared) {
    PeopleRecords records;
    for (const demo::Line& line : centre.lines) {
        if (only_compared && !is_compared(line.type)) continue;
        records::Record& record = records[line.id];
        record.id = base::RecordId(line.id);
        record.type = line.type;
        record.unit = line.unit;
        record.revision = {1, 1};
        record.fields.apply(line.fields);
    }
    return records;
}

void put(db::Connection& connection, const records::Record& record, std::int64_t no) {
    server_store::StoredRecord stored;
    stored.no = no;
    stored.record = record;
    stored.fields_text = record.fields.to_json();
    stored.writers = "{}";
    std::vector<std::string> named;
    for (const auto& [name, token] : record.fields.entries()) {
        const std::string value = record.fields.text(name);
        if (base::is_uuid(value)) named.push_back(value);
    }
    must(server_store::put_record(connection, stored, std::nullopt, named));
    must(server_store::queue_for_matching(connection, record.type, record.id.text()));
}

void fill(db::Connection& connection, const PeopleRecords& records) {
    auto transaction = must(db::Transaction::begin(connection));
    for (const auto& [id, record] : records) put(connection, record, 0);
    must(transaction.commit());
}

}  // namespace figures
