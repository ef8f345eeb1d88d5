#include "sync-server/reports/about.h"

#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace reports {

using base::Done;
using base::Result;
using base::Status;
using records::Record;

namespace {

constexpr std::string_view kPerson = "person";
constexpr std::string_view kHousehold = "household";
// Whom a record is about; who gave a massage, or learned to, is only named by it.
constexpr std::array<std::string_view, 4> kSubjects = {"person_id", "mother_id", "infant_id",
                                                       "persons_seen"};

std::vector<std::string> subjects_of(const Record& record) {
    std::vector<std::string> ids;
    for (const std::string_view field : kSubjects) {
        for (std::string& id : record.fields.codes(field)) ids.push_back(std::move(id));
    }
    return ids;
}

class Leaving {
public:
    explicit Leaving(db::Connection& connection) : connection_(connection) {}

    // Nothing if the id is no person's.
    Status add_person(const std::string& id) {
        TRY_LET(record, find(id));
        if (record == nullptr || record->type != kPerson || !going_.insert(id).second) {
            return Done{};
        }
        order_.push_back(id);
        TRY(add_person(record->fields.text("merged_into")));
        TRY_LET(naming, server_store::records_naming(connection_, id));
        for (const Record& each : naming) {
            if (each.type != kPerson || each.fields.text("merged_into") != id) continue;
            TRY(add_person(each.id.text()));
        }
        return Done{};
    }

    Status add_children() {
        for (const std::string& mother : std::vector<std::string>(order_)) {
            TRY_LET(naming, server_store::records_naming(connection_, mother));
            for (const Record& each : naming) {
                const bool is_child =
                    each.type == kPerson && each.fields.text("mother_person_id") == mother;
                if (is_child) TRY(add_person(each.id.text()));
                if (each.type == "birth_event") TRY(add_born_of(each.id.text()));
            }
        }
        return Done{};
    }

    // Until nothing more hangs on what goes.
    Status add_dependents() {
        for (bool has_grown = true; has_grown;) {
            has_grown = false;
            TRY_LET(candidates, around());
            for (const std::string& id : candidates) {
                TRY_LET(goes, goes_too(id));
                if (!goes || !going_.insert(id).second) continue;
                order_.push_back(id);
                has_grown = true;
            }
        }
        return add_merge_logs();
    }

    Result<About> result() {
        About about;
        for (const std::string& id : order_) about.going.push_back(*known_.at(id));
        TRY_LET(near, around());
        for (const std::string& id : near) {
            TRY_LET(record, find(id));
            if (record != nullptr) about.staying.push_back(*record);
        }
        return about;
    }

private:
    // They say who was joined, and refer to nobody.
    Status add_merge_logs() {
        TRY_LET(logs, server_store::ids_of_type(connection_, "merge_log"));
        for (const std::string& id : logs) {
            TRY_LET(log, find(id));
            const bool goes =
                log != nullptr && (going_.count(log->fields.text("survivor_id")) != 0 ||
                                   going_.count(log->fields.text("duplicate_id")) != 0);
            if (goes && going_.insert(id).second) order_.push_back(id);
        }
        return Done{};
    }

    Result<const Record*> find(const std::string& id) {
        const auto found = known_.find(id);
        if (found != known_.end()) return found->second ? &*found->second : nullptr;
        TRY_LET(stored, server_store::find_record(connection_, id));
        auto& known = known_[id];
        if (stored) known = std::move(stored->record);
        return known ? &*known : nullptr;
    }

    Status add_born_of(const std::string& birth) {
        TRY_LET(naming, server_store::records_naming(connection_, birth));
        for (const Record& each : naming) TRY(add_person(each.fields.text("infant_id")));
        return Done{};
    }

    // What names those who go or is named by them, and does not go itself.
    Result<std::set<std::string>> around() {
        std::set<std::string> found;
        for (const std::string& id : order_) {
            TRY_LET(naming, server_store::records_naming(connection_, id));
            for (const Record& each : naming) found.insert(each.id.text());
            TRY_LET(named, server_store::ids_named_by(connection_, id));
            for (const std::string& target : named) {
                TRY_LET(record, find(target));
                if (record != nullptr && record->type != kPerson) found.insert(target);
            }
        }
        for (const std::string& id : going_) found.erase(id);
        return found;
    }

    Result<bool> goes_too(const std::string& id) {
        TRY_LET(record, find(id));
        if (record == nullptr || record->type == kPerson) return false;
        if (record->type == kHousehold) return is_left_by_all(id);
        if (subjects_of(*record).empty()) return hangs_on_the_leaving(id);
        std::set<std::string> seen;
        TRY_LET(concerns_others, concerns_staying(*record, seen));
        return !concerns_others;
    }

    Result<bool> is_left_by_all(const std::string& household) {
        TRY_LET(naming, server_store::records_naming(connection_, household));
        return std::all_of(naming.begin(), naming.end(), [&](const Record& each) {
            return each.type != kPerson || going_.count(each.id.text()) != 0;
        });
    }

    // A record about nobody by itself: a step of a teaching, a visit that met nobody.
    Result<bool> hangs_on_the_leaving(const std::string& id) {
        TRY_LET(named, server_store::ids_named_by(connection_, id));
        return std::all_of(named.begin(), named.end(),
                           [&](const std::string& target) { return going_.count(target) != 0; });
    }

    // Somebody who stays is a subject of it, or of what names it: her baby's recall names the
    // visit.
    Result<bool> concerns_staying(const Record& record, std::set<std::string>& seen) {
        if (!seen.insert(record.id.text()).second) return false;
        for (const std::string& subject : subjects_of(record)) {
            TRY_LET(person, find(subject));
            if (person != nullptr && going_.count(subject) == 0) return true;
        }
        TRY_LET(naming, server_store::records_naming(connection_, record.id.text()));
        for (const Record& each : naming) {
            if (each.type == kPerson) continue;
            TRY_LET(concerns, concerns_staying(each, seen));
            if (concerns) return true;
        }
        return false;
    }

    db::Connection& connection_;
    std::map<std::string, std::optional<Record>> known_;
    std::set<std::string> going_;
    std::vector<std::string> order_;
};

}  // namespace

Result<About> records_about(db::Connection& connection, std::string_view person,
                            bool with_children) {
    Leaving leaving(connection);
    TRY(leaving.add_person(std::string(person)));
    if (with_children) TRY(leaving.add_children());
    TRY(leaving.add_dependents());
    return leaving.result();
}

}  // namespace reports
