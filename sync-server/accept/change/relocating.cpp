#include "sync-server/accept/change/relocating.h"

#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/reports/facts.h"

#include <array>

namespace accept {

namespace {

using server_store::StoredRecord;

// Whom it is about, else where, else what it is a part of. A person is of her household.
constexpr std::array<std::string_view, 3> kSubjects = {"infant_id", "mother_id", "person_id"};
constexpr std::array<std::string_view, 4> kPlaces = {"household_id", "visit_id", "teaching_id",
                                                     "birth_event_id"};
constexpr int kDepthMax = 8;  // a step of a teaching of a visit of a family

// Only what is read from the feed tells of a move: nothing of it is as the device predicts.
void note_written(Session& session, const std::string& unit, const std::string& id) {
    Session::Written& written = session.written[unit];
    written.records.insert(id);
    session.predicted.erase(id);
}

Result<bool> has_moves(Session& session) {
    if (!session.has_moves) {
        TRY_LET(has_any, server_store::has_moves(session.connection));
        session.has_moves = has_any;
    }
    return *session.has_moves;
}

struct Way {
    std::string to;
    std::string since;
};

Status carry(Session& session, const std::string& id, const std::string& from,
             const std::string& to, std::string_view since, int depth) {
    TRY_LET(stored, server_store::find_record(session.connection, id));
    if (!stored || stored->record.unit != from || depth > kDepthMax) return base::Done{};
    TRY(relocate(session, *stored, to, since));
    TRY_LET(naming, server_store::records_naming(session.connection, id));
    for (const records::Record& each : naming) {
        if (anchor_of(each) != id) continue;
        TRY(carry(session, each.id.text(), from, to, since, depth + 1));
    }
    return base::Done{};
}

// Where its anchor went when it left the unit that the record is in, if it has.
Result<std::optional<Way>> way_of_anchor(Session& session, const records::Record& record) {
    const std::string anchor = anchor_of(record);
    if (anchor.empty()) return std::optional<Way>();
    TRY_LET(standing, server_store::find_record(session.connection, anchor));
    if (!standing || standing->record.unit == record.unit) return std::optional<Way>();
    TRY_LET(moves, server_store::moves_of(session.connection, anchor));
    for (const server_store::Move& each : moves) {
        if (each.from == record.unit) return std::optional(Way{standing->record.unit, each.since});
    }
    return std::optional<Way>();
}

}  // namespace

std::string anchor_of(const records::Record& record) {
    if (record.type == "person") return record.fields.text("household_id");
    for (const std::string_view field : kSubjects) {
        std::string id = record.fields.text(field);
        if (!id.empty()) return id;
    }
    for (const std::string_view field : kPlaces) {
        std::string id = record.fields.text(field);
        if (!id.empty()) return id;
    }
    return {};
}

Status relocate(Session& session, StoredRecord& stored, const std::string& to,
                std::string_view since) {
    const std::string from = stored.record.unit;
    const std::string& id = stored.record.id.text();
    const records::Revision next{session.epoch, stored.record.revision.counter + 1};
    TRY(server_store::move_record(session.connection, stored, to, next, since));
    session.has_moves = true;
    if (to == server_store::kOutside) session.has_outside = true;
    TRY(server_store::queue_for_matching(session.connection, stored.record.type, id));
    note_written(session, from, id);
    note_written(session, to, id);
    return server_store::mark_dirty(session.connection, id);
}

Status relocate_with_all(Session& session, const std::string& id, const std::string& to,
                         std::string_view since) {
    TRY_LET(stored, server_store::find_record(session.connection, id));
    if (!stored || stored->record.unit == to) return base::Done{};
    return carry(session, id, stored->record.unit, to, since, 0);
}

Status follow(Session& session, const StoredRecord& stored) {
    TRY_LET(has_any, has_moves(session));
    if (!has_any) return base::Done{};
    TRY_LET(way, way_of_anchor(session, stored.record));
    if (!way) return base::Done{};
    return carry(session, stored.record.id.text(), stored.record.unit, way->to, way->since, 0);
}

}  // namespace accept
