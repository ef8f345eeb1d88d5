#include "sync-server/accept/change/waiting.h"

#include "sync-server/accept/change/form_rules.h"
#include "sync-server/accept/change/outside.h"
#include "sync-server/accept/change/writing.h"

namespace accept {

namespace {

using server_store::StoredRecord;

constexpr const char* kJoins =
    "Hanya puskesmas yang dapat menggabungkan data. Data tersimpan di puskesmas; koordinator akan "
    "memeriksanya.";
constexpr const char* kOutOfScope =
    "Catatan ini milik posyandu yang bukan wilayah Anda. Data tersimpan di puskesmas; koordinator "
    "akan memeriksanya.";

std::optional<Obstacle> document_obstacle(const Session& session,
                                          const std::vector<Waiting>& waiting,
                                          const std::optional<StoredRecord>& standing) {
    base::Fields document = standing ? standing->record.fields : base::Fields();
    for (const Waiting& each : waiting) document.apply(each.change.set);
    const forms::Form* form = session.forms.find(waiting.back().change.type);
    CHECK(form != nullptr);  // its type was looked at before
    const auto problem = document_problem(*form, document, session.today);
    if (!problem) return std::nullopt;
    return Obstacle{"check", problem->field, problem->reason};
}

// Of a family that went to another health centre (SYNC 16): it is to go after them, not to stand
// here where nobody reads it.
Result<std::optional<Obstacle>> gone_obstacle(Session& session, std::int64_t device,
                                              const std::vector<Waiting>& waiting,
                                              const std::optional<StoredRecord>& standing) {
    TRY_LET(has_any, is_any_outside(session));
    if (!has_any) return std::optional<Obstacle>();
    std::vector<records::Change> changes;
    for (const Waiting& each : waiting) changes.push_back(each.change);
    const records::Record record{changes.front().record,
                                 changes.front().type,
                                 standing ? standing->record.unit : changes.front().unit,
                                 {},
                                 document_of(standing, changes)};
    TRY_LET(centre, went_to(session, device, record, standing.has_value()));
    if (!centre) return std::optional<Obstacle>();
    return std::optional(Obstacle{kMovedOut, "",
                                  "Keluarga ini sudah pindah ke " + *centre +
                                      ". Data tersimpan utuh di puskesmas; koordinator akan "
                                      "meneruskannya."});
}

// What a lost laptop brought, or one whose user left, only a person may let pass (SYNC 24).
Result<bool> passes_unseen(Session& session, const server_store::Device& device) {
    TRY_LET(user, server_store::find_user(session.connection, device.user));
    return user && !is_shut_out(device, *user);
}

}  // namespace

Result<std::optional<Waiting>> decoded(Session& session, const server_store::Quarantined& item) {
    auto parsed = records::parse_change(item.line);
    if (!parsed.ok()) return std::optional<Waiting>();
    TRY_LET(logged, server_store::find_change(session.connection, item.device, item.n));
    CHECK(logged.has_value());  // whatever waits was logged as it came
    return std::optional(Waiting{item.n, logged->incarnation, std::move(parsed).value()});
}

Result<std::vector<Waiting>> waiting_of(Session& session, std::int64_t device,
                                        const std::string& record) {
    TRY_LET(held, server_store::open_quarantine_of(session.connection, device, record));
    std::vector<Waiting> waiting;
    for (const server_store::Quarantined& item : held) {
        TRY_LET(each, decoded(session, item));
        if (each) waiting.push_back(std::move(*each));
    }
    return waiting;
}

std::optional<Obstacle> type_obstacle(const Session& session, const std::vector<Waiting>& waiting,
                                      const std::optional<StoredRecord>& standing) {
    const std::string& type = standing ? standing->record.type : waiting.front().change.type;
    for (const Waiting& each : waiting) {
        if (session.forms.find(each.change.type) == nullptr) {
            return Obstacle{"type", "",
                            "Jenis catatan ini belum dikenal komputer puskesmas. Data tersimpan "
                            "utuh; koordinator akan memeriksanya."};
        }
        if (each.change.type != type) {
            return Obstacle{"type", "",
                            "Nomor catatan ini sudah dipakai untuk jenis catatan lain. Data "
                            "tersimpan utuh; koordinator akan memeriksanya."};
        }
    }
    return std::nullopt;
}

Result<std::optional<Obstacle>> obstacle_of(Session& session, const Author& author,
                                            const std::vector<Waiting>& waiting,
                                            const std::optional<StoredRecord>& standing) {
    if (auto type = type_obstacle(session, waiting, standing)) return type;
    TRY_LET(gone, gone_obstacle(session, author.device.no, waiting, standing));
    if (gone) return gone;
    for (const Waiting& each : waiting) {
        const bool joins = each.change.set.has("merged_into") && !author.may_join;
        if (joins) return std::optional(Obstacle{"merge", "merged_into", kJoins});
        TRY_LET(is_hers, is_in_scope(session, author, each.n, each.change, standing));
        if (!is_hers) return std::optional(Obstacle{"scope", "", kOutOfScope});
    }
    return document_obstacle(session, waiting, standing);
}

Status release(Session& session, const server_store::Device& device,
               const std::vector<Waiting>& waiting, std::string_view decision) {
    for (const Waiting& each : waiting) {
        TRY_LET(written, write(session, each.change, device.no, each.incarnation, each.n));
        TRY(server_store::close_quarantined(session.connection, device.no, each.n, session.now,
                                            decision));
        // It left the device's overlay only now, and the device has shown it all along; the
        // record line goes with it.
        written.outcome.is_predicted = false;
        session.predicted.erase(each.change.record.text());
        TRY(announce(session, device.no, each.n, written.outcome));
    }
    return base::Done{};
}

Status release_what_passes(Session& session, const server_store::Device& device,
                           const std::string& record) {
    TRY_LET(may_pass, passes_unseen(session, device));
    if (!may_pass) return base::Done{};
    TRY_LET(waiting, waiting_of(session, device.no, record));
    if (waiting.empty()) return base::Done{};
    TRY_LET(author_units, server_store::units_of(session.connection, device.user));
    std::set<std::string> units;
    for (const protocol::Unit& unit : author_units) units.insert(unit.code);
    TRY_LET(standing, server_store::find_record(session.connection, record));
    TRY_LET(obstacle, obstacle_of(session, {device, units}, waiting, standing));
    if (obstacle) return base::Done{};
    return release(session, device, waiting, "released");
}

}  // namespace accept
