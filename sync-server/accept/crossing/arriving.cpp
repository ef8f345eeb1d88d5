#include "sync-server/accept/crossing/arriving.h"

#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/accept/change/writing.h"
#include "sync-server/accept/crossing/names.h"
#include "sync-server/accept/crossing/step.h"
#include "sync-server/accept/desk/refused.h"
#include "sync-server/accept/joining/families.h"
#include "sync-server/accept/joining/seen.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <set>

namespace crossing {

using accept::Obstacle;
using accept::refused;
using base::Done;
using base::Error;
using base::ErrorCode;
using server_store::Crossing;
using server_store::kOutside;

namespace {

// The file is one that can be taken here.
Result<FamilyFile> opened(const Desk& desk, const InRequest& request) {
    TRY_LET(file, open(request.bytes, request.code));
    if (!base::parse_date(file.since) || file.lines.empty()) {
        return Error{ErrorCode::Malformed, "this is not a file of a family that moves"};
    }
    TRY_LET(known, server_store::find_crossing(desk.connection, file.label.id));
    if (known && known->is_out) {
        return refused("this file was written here: to keep the family, cancel the move");
    }
    TRY_LET(first, server_store::find_crossing(desk.connection, file.family));
    if (!file.is_whole && !first) {
        return refused("this file comes after another one, which is to be taken first");
    }
    return file;
}

Result<bool> is_for_another(const Desk& desk, const FamilyFile& file) {
    TRY_LET(own, server_store::meta(desk.connection, server_store::kCentre));
    return !are_one_centre(own, file.label.to);
}

// Where they come to.
Result<std::string> unit_of(const Desk& desk, const InRequest& request, const FamilyFile& file) {
    std::string unit = request.unit;
    if (!file.is_whole && unit.empty()) {
        TRY_LET(standing, server_store::find_record(desk.connection, file.record));
        TRY_LET(first, server_store::find_crossing(desk.connection, file.family));
        const bool is_here = standing && standing->record.unit != kOutside;
        unit = is_here ? standing->record.unit : first ? first->unit : "";
    }
    if (unit.empty()) return Error{ErrorCode::Usage, "choose the posyandu that they come to"};
    TRY_LET(is_known, server_store::has_unit(desk.connection, unit));
    if (!is_known) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    return unit;
}

std::string reason_of(const FamilyFile& file, const Line& line) {
    std::string reason = "dari " + file.label.from;
    const auto origin = base::json::Object::parse(line.origin);
    if (!origin.ok()) return reason;
    const auto unit = origin.value().string("unit_name");
    const auto by = origin.value().string("by");
    if (unit) reason += ", " + *unit;
    if (by) reason += ", ditulis " + *by;
    return reason;
}

// What waits in quarantine for a person.
struct Kept {
    records::Change change;
    Obstacle obstacle;
    bool is_new = false;  // no such record stands here
};

// The taking of one file, within one transaction.
class Taking {
public:
    Taking(const Desk& desk, accept::Session& session, const FamilyFile& file, std::string unit)
        : desk_(desk), session_(session), file_(file), unit_(std::move(unit)) {}

    Result<Arrived> run() {
        for (const Line& line : file_.lines) TRY(take(line));
        for (const Line& line : file_.lines) TRY(settle(line.record));
        if (file_.is_whole) TRY(house_them());
        for (Kept& each : kept_) TRY(keep(each));
        TRY(release_waiting());
        arrived_.unit = unit_;
        return arrived_;
    }

    // After the crossing is written down.
    Status note_records() {
        for (const Line& line : file_.lines) {
            TRY_LET(stored, server_store::find_record(desk_.connection, line.record));
            if (!stored || kept_back_.count(line.record) != 0) continue;
            TRY(server_store::put_crossing_record(
                desk_.connection, file_.label.id,
                {line.record, stored->record.revision, line.origin}));
        }
        return Done{};
    }

private:
    Status take(const Line& line) {
        TRY_LET(step, step_of(desk_, session_, file_, line));
        if (step.is_erased) {
            ++arrived_.erased;
            return Done{};
        }
        if (step.standing && step.set.empty()) return Done{};
        TRY_LET(change, change_of(step));
        if (step.obstacle) {
            ++arrived_.waiting;
            kept_back_.insert(line.record);
            const bool is_new = !step.standing;
            kept_.push_back({std::move(change), *step.obstacle, is_new});
            return Done{};
        }
        ++arrived_.records;
        return write_at_desk(session_, change);
    }

    // Once it is mended it stands in the posyandu that they came to, and so does where she lives.
    Status keep(Kept& kept) {
        if (kept.is_new) kept.change.unit = unit_;
        if (kept.is_new && file_.is_whole && kept.change.type == "person") {
            const records::Record person{kept.change.record, "person", unit_, {}, kept.change.set};
            TRY_LET(home, home_for(person));
            if (!home.empty()) kept.change.set.set("household_id", home);
        }
        return quarantine_at_desk(session_, kept.change, kept.obstacle);
    }

    // On top of what the other health centre knew of it; what was written here since stands, and
    // theirs is kept beside it (SYNC 8).
    Result<records::Change> change_of(const Step& step) {
        records::Change change;
        change.record = records::RecordId(step.line->record);
        change.type = step.line->type;
        change.unit = step.standing ? step.standing->record.unit : kOutside;
        TRY_LET(known, server_store::known_outside(desk_.connection, step.line->record));
        if (step.standing && known && !step.line->is_unseen) change.base = *known;
        change.set = step.set;
        change.form_version = "1";
        change.made_at = session_.now;
        change.reason = reason_of(file_, *step.line);
        return change;
    }

    Status settle(const std::string& record) {
        TRY_LET(stored, server_store::find_record(desk_.connection, record));
        if (!stored || stored->record.unit != kOutside) return Done{};
        return accept::relocate(session_, *stored, unit_, file_.since);
    }

    // Whose household did not come along gets one here.
    Status house_them() {
        for (const Line& line : file_.lines) {
            TRY_LET(stored, server_store::find_record(desk_.connection, line.record));
            const bool is_new_here = stored && stored->record.type == "person" &&
                                     stored->record.unit == unit_ &&
                                     stored->record.fields.text("merged_into").empty();
            if (is_new_here) TRY(house(stored->record));
        }
        return Done{};
    }

    Status house(const records::Record& person) {
        TRY_LET(home, home_for(person));
        if (home.empty()) return Done{};
        base::Fields lives_in;
        lives_in.set("household_id", home);
        return write_at_desk(session_,
                             desk_change(session_, person, lives_in, "dari " + file_.label.from));
    }

    // The household that is made for her here; empty: hers came along, or was here.
    Result<std::string> home_for(const records::Record& person) {
        TRY_LET(old, accept::canonical(desk_.connection, person.fields.text("household_id")));
        TRY_LET(home, server_store::find_record(desk_.connection, old));
        if (home && home->record.unit == unit_) return std::string();
        std::string& made = homes_[old];
        if (made.empty()) {
            TRY_LET(id, joining::new_household(session_, unit_, "dari " + file_.label.from));
            made = id;
        }
        return made;
    }

    Status release_waiting() {
        std::vector<records::Record> all;
        for (const Line& line : file_.lines) {
            TRY_LET(stored, server_store::find_record(desk_.connection, line.record));
            if (stored && kept_back_.count(line.record) == 0) {
                all.push_back(std::move(stored->record));
            }
        }
        session_.has_outside.reset();
        return joining::release_waiting(session_, all);
    }

    const Desk& desk_;
    accept::Session& session_;
    const FamilyFile& file_;
    std::string unit_;
    Arrived arrived_;
    std::map<std::string, std::string> homes_;  // made here: the old one -> the new one
    std::vector<Kept> kept_;                    // what cannot stand yet
    std::set<std::string> kept_back_;           // the records of these
};

Arrived taken_before(const Crossing& crossing) {
    Arrived arrived;
    arrived.receipt = crypto::grouped_code(crossing.receipt);
    arrived.unit = crossing.unit;
    arrived.was_taken = true;
    return arrived;
}

Crossing crossing_of(const accept::Session& session, const FamilyFile& file, const Arrived& arrived,
                     const std::string& actor) {
    Crossing crossing;
    crossing.id = file.label.id;
    crossing.is_out = false;
    crossing.family = file.family;
    crossing.record = file.record;
    crossing.centre = file.label.from;
    crossing.unit = arrived.unit;
    crossing.since = file.since;
    crossing.state = server_store::CrossingState::Taken;
    crossing.receipt = file.receipt;
    crossing.began_at = session.now;
    crossing.ended_at = session.now;
    crossing.began_by = actor;
    return crossing;
}

}  // namespace

Result<InPlan> plan_in(const Desk& desk, const InRequest& request) {
    InPlan plan;
    TRY_LET(file, opened(desk, request));
    plan.file = std::move(file);
    TRY_LET(other, is_for_another(desk, plan.file));
    plan.is_for_another = other;
    TRY_LET(taken, server_store::find_crossing(desk.connection, plan.file.label.id));
    plan.taken = std::move(taken);
    TRY_LET(session, accept::desk_session(desk));
    for (const Line& line : plan.file.lines) {
        TRY_LET(step, step_of(desk, session, plan.file, line));
        ++plan.counts[line.type];
        const bool is_back = step.standing && step.standing->record.unit == kOutside;
        plan.erased += step.is_erased ? 1 : 0;
        plan.waiting += step.obstacle ? 1 : 0;
        plan.back += is_back ? 1 : 0;
        plan.here += step.standing && !is_back ? 1 : 0;
        if (line.type != "person" || step.is_erased) continue;
        plan.persons.push_back({line.record, line.set, step.standing.has_value()});
    }
    return plan;
}

Result<Arrived> take_in(const Desk& desk, const InRequest& request) {
    TRY_LET(file, opened(desk, request));
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(before, server_store::find_crossing(desk.connection, file.label.id));
    if (before) return taken_before(*before);
    TRY_LET(other, is_for_another(desk, file));
    if (other && !request.is_for_us) {
        return refused(
            "the file names another health centre than this one; look at the name, and say so if "
            "it is for us");
    }
    TRY_LET(unit, unit_of(desk, request, file));
    TRY_LET(session, accept::desk_session(desk));
    Taking taking(desk, session, file, unit);
    TRY_LET(arrived, taking.run());
    if (arrived.erased == static_cast<std::int64_t>(file.lines.size())) {
        return refused("everybody in this file was erased here, and stays so");
    }
    TRY(server_store::add_crossing(desk.connection,
                                   crossing_of(session, file, arrived, request.actor), ""));
    TRY(taking.note_records());
    TRY(server_store::audit(
        desk.connection, {session.now, request.actor, "move_in", file.record,
                          file.label.id + ", " + std::to_string(file.lines.size()) + " records"}));
    TRY(transaction.commit());
    arrived.receipt = crypto::grouped_code(file.receipt);
    return arrived;
}

}  // namespace crossing
