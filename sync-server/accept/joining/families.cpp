#include "sync-server/accept/joining/families.h"

#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <optional>

namespace joining {

using base::Done;
using base::Result;
using base::Status;
using records::Record;

namespace {

class Gathering {
public:
    explicit Gathering(db::Connection& connection) : connection_(connection) {}

    Status add(const std::string& id) {
        TRY_LET(stored, server_store::find_record(connection_, id));
        if (stored) take(std::move(stored->record));
        return Done{};
    }

    // Until nothing more hangs on what goes.
    Status run() {
        for (std::size_t next = 0; next < found_.going.size(); ++next) {
            const std::string id = found_.going[next].id.text();
            TRY_LET(naming, server_store::records_naming(connection_, id));
            for (Record& each : naming) {
                if (goes_with(each, id)) {
                    take(std::move(each));
                } else {
                    near_.push_back(std::move(each));
                }
            }
        }
        return add_merge_logs();
    }

    Belongings result() && {
        std::set<std::string> seen;
        for (Record& each : near_) {
            const std::string& id = each.id.text();
            if (ids_.count(id) != 0 || !seen.insert(id).second) continue;
            found_.staying.push_back(std::move(each));
        }
        return std::move(found_);
    }

private:
    // Who was joined into another goes with her, wherever her own record had her live.
    static bool goes_with(const Record& record, const std::string& id) {
        const std::string kept = record.fields.text("merged_into");
        return kept.empty() ? accept::anchor_of(record) == id : kept == id;
    }

    void take(Record record) {
        if (ids_.insert(record.id.text()).second) found_.going.push_back(std::move(record));
    }

    // They say whom they are about, and refer to nobody.
    Status add_merge_logs() {
        TRY_LET(logs, server_store::ids_of_type(connection_, "merge_log"));
        for (const std::string& id : logs) {
            TRY_LET(log, server_store::find_record(connection_, id));
            if (!log) continue;
            const base::Fields& fields = log->record.fields;
            const bool is_theirs = ids_.count(fields.text("survivor_id")) != 0 ||
                                   ids_.count(fields.text("duplicate_id")) != 0;
            if (is_theirs) take(std::move(log->record));
        }
        return Done{};
    }

    db::Connection& connection_;
    Belongings found_;
    std::set<std::string> ids_;
    std::vector<Record> near_;
};

}  // namespace

Result<Belongings> belongings_of(db::Connection& connection, const std::vector<std::string>& ids) {
    Gathering gathering(connection);
    for (const std::string& id : ids) TRY(gathering.add(id));
    TRY(gathering.run());
    return std::move(gathering).result();
}

Result<std::vector<std::string>> movers_of(db::Connection& connection, const Record& record,
                                           bool with_children) {
    std::vector<std::string> ids = {record.id.text()};
    if (record.type != "person" || !with_children) return ids;
    TRY_LET(naming, server_store::records_naming(connection, record.id.text()));
    std::vector<Record> mothers = {record};
    for (Record& each : naming) {
        if (each.fields.text("merged_into") == record.id.text()) mothers.push_back(std::move(each));
    }
    for (const Record& mother : mothers) {
        TRY_LET(children, children_with(connection, mother));
        ids.insert(ids.end(), children.begin(), children.end());
    }
    return ids;
}

Result<std::string> new_household(accept::Session& session, const std::string& unit,
                                  const std::string& reason) {
    Record home;
    home.id = records::RecordId(base::make_uuid7(session.now, session.random));
    home.type = "household";
    home.unit = unit;
    base::Fields fields;
    fields.set("status", "ACTIVE");
    TRY(accept::check_document(session, home.type, fields));
    TRY(accept::write_at_desk(session, accept::desk_change(session, home, fields, reason)));
    return home.id.text();
}

Result<std::vector<std::string>> children_with(db::Connection& connection, const Record& mother) {
    std::vector<std::string> children;
    const auto add = [&](const std::string& id) -> Status {
        TRY_LET(child, server_store::find_record(connection, id));
        if (!child || child->record.type != "person") return Done{};
        TRY_LET(hers, accept::canonical(connection, mother.fields.text("household_id")));
        TRY_LET(home, accept::canonical(connection, child->record.fields.text("household_id")));
        if (home == hers) children.push_back(id);
        return Done{};
    };
    TRY_LET(naming, server_store::records_naming(connection, mother.id.text()));
    for (const Record& each : naming) {
        const bool is_child =
            each.type == "person" && each.fields.text("mother_person_id") == mother.id.text();
        if (is_child) TRY(add(each.id.text()));
        if (each.type != "birth_event") continue;
        TRY_LET(outcomes, server_store::records_naming(connection, each.id.text()));
        for (const Record& outcome : outcomes) TRY(add(outcome.fields.text("infant_id")));
    }
    return children;
}

}  // namespace joining
