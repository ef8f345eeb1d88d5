// What the health centre does in a week with whole families and with its cadres: moves, areas that
// change hands, records joined and taken apart, and what the law takes out (SYNC 15, 17, 23).
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/accept/joining/units.h"
#include "sync-server/reports/about.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/weeks/week.h"

#include <algorithm>

namespace simulation {

namespace {

const std::vector<std::string> kUnits = {"POSY-1", "POSY-2", "POSY-3"};
constexpr std::size_t kFew = 4;  // the same again and again

std::optional<server_store::StoredRecord> on_server(Server& server, const base::RecordId& id) {
    auto stored = server_store::find_record(server.connection(), id.text());
    if (!stored.ok()) return std::nullopt;  // its disk is dead for now
    return std::move(stored).value();
}

std::string token_or_null(const base::Fields& fields, const std::string& name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? "null" : *token;
}

}  // namespace

// Of those that the health centre has, the first few by their ids: people meet there.
std::optional<base::RecordId> Week::one_of(const char* type, const std::string& unit) {
    auto ids = server_store::ids_of_type(server_.connection(), type);
    if (!ids.ok()) return std::nullopt;
    std::sort(ids.value().begin(), ids.value().end());
    std::vector<base::RecordId> few;
    for (const std::string& id : ids.value()) {
        const auto stored = on_server(server_, base::RecordId(id));
        const bool is_there = stored && (unit.empty() || stored->record.unit == unit);
        if (is_there && few.size() < kFew) few.emplace_back(id);
    }
    if (few.empty()) return std::nullopt;
    return few[random_.below(few.size())];
}

void Week::moves_family() {
    const bool is_home = random_.chance(0.7);
    const auto id = one_of(is_home ? "household" : "person");
    if (!id) return;
    joining::MoveRequest request;
    request.record = id->text();
    request.to = kUnits[random_.below(kUnits.size())];
    request.reason = "pindah";
    request.actor = server_store::kCommandLine;
    if (!joining::move(server_.desk(), request).ok()) return;
    hits.hit(15);
    note(is_home ? "family moved" : "person moved");
}

// A cadre gets a posyandu or loses one. A restore would forget it.
void Week::changes_units() {
    Laptop& laptop = laptops_[random_.below(3)];
    if (restores_server_ || laptop.is_revoked) return;
    const auto user = server_store::find_user_by_name(server_.connection(), laptop.name);
    if (!user.ok() || !user.value()) return;
    const std::string unit = kUnits[random_.below(kUnits.size())];
    const joining::UnitRequest request{user.value()->id.text(), unit, server_store::kCommandLine,
                                       "bertukar wilayah"};
    const auto held = std::find(laptop.units.begin(), laptop.units.end(), unit);
    const bool is_hers = held != laptop.units.end();
    if (is_hers && laptop.units.size() == 1) return;
    const auto done = is_hers ? joining::take_unit(server_.desk(), request)
                              : joining::give_unit(server_.desk(), request);
    if (!done.ok()) return;
    if (is_hers) laptop.units.erase(held);
    if (!is_hers) laptop.units.push_back(unit);
    hits.hit(15);
    note(is_hers ? "posyandu taken" : "one more posyandu");
}

void Week::joins() {
    for (int tries = 0; tries < 8; ++tries) {
        const char* type = random_.chance(0.5) ? "household" : "person";
        const std::string unit = kUnits[random_.below(kUnits.size())];
        const auto winner = one_of(type, unit);
        const auto loser = one_of(type, unit);
        if (winner && loser && *winner != *loser && join(*winner, *loser)) return;
    }
}

bool Week::join(const base::RecordId& winner, const base::RecordId& loser) {
    const auto found = joining::preview(server_.desk(), winner.text(), loser.text());
    if (!found.ok()) return false;
    joining::Request request{winner.text(), loser.text(), {}, {}, "orang yang sama", "", true, {}};
    request.actor = server_store::kCommandLine;
    request.seen[winner.text()] = found.value().winner.revision;
    for (const joining::FieldPair& pair : found.value().fields) {
        const bool is_chosen = pair.field != "household_id" && random_.chance(0.7);
        if (is_chosen) request.take[pair.field] = joining::Side::Loser;
    }
    const auto merge = joining::join(server_.desk(), request);
    if (!merge.ok()) return false;
    merges_.push_back({merge.value(), winner, loser, false});
    hits.hit(17);
    note("joined");
    if (random_.chance(0.6)) edit_after_joining(found.value());
    return true;
}

// Somebody who has heard of it writes on, in a field that the joining wrote.
void Week::edit_after_joining(const joining::Preview& joined) {
    const std::size_t who = random_.below(laptops_.size());
    if (!is_present(who)) return;
    sync(who);
    const base::RecordId& id = joined.winner.id;
    if (!is_present(who) || !device(who).has(id)) return;
    const std::string field = joined.winner.type == "household" ? "head_name" : "full_name";
    base::Fields set;
    set.set(field, "Kemudian " + std::to_string(random_.below(9)));
    save(who, {joined.winner.type, id, joined.winner.unit, set, "1", "", ""});
    sync(who);
}

// The fields of the kept record that somebody has written after the merge, by the log alone.
std::set<std::string> Week::written_since(const Joined& joined) {
    std::set<std::string> fields;
    bool is_after = false;
    const auto history = server_store::history_of(server_.connection(), joined.winner.text());
    if (!history.ok()) return fields;
    for (const server_store::LoggedChange& logged : history.value()) {
        const auto change = records::parse_change(logged.line);
        if (change.ok() && change.value().merge == joined.merge) {
            is_after = true;
        } else if (is_after) {
            const auto before = taken(base::Fields::parse(logged.before));
            for (const auto& [name, token] : before.entries()) fields.insert(name);
        }
    }
    return fields;
}

void Week::undoes() {
    if (merges_.empty()) return;
    Joined& joined = merges_[random_.below(merges_.size())];
    const auto found = joining::preview_undo(server_.desk(), joined.merge);
    const auto before = on_server(server_, joined.winner);
    if (!found.ok() || !before) return;
    joining::UndoRequest request{
        joined.merge, {}, "ternyata dua orang", server_store::kCommandLine, {}};
    for (const auto& each : found.value().added) {
        if (random_.chance(0.3)) request.move.push_back(each.id.text());
    }
    const std::set<std::string> since = written_since(joined);
    if (!joining::undo(server_.desk(), request).ok()) return;
    joined.is_undone = true;
    const auto after = on_server(server_, joined.winner);
    CHECK(after.has_value());
    for (const std::string& field : since) {
        const std::string now = token_or_null(after->record.fields, field);
        expect(now == token_or_null(before->record.fields, field),
               "an undo took back " + field + ", which was written after the merge");
    }
    if (!since.empty()) note("undone past a later edit");
    note("undone");
}

// By law. The list of ids is outside of every backup.
void Week::erases() {
    const auto person = one_of("person");
    if (!person || erased_.size() > 12) return;
    const auto about = reports::records_about(server_.connection(), person->text(), false);
    if (!about.ok() || about.value().going.empty()) return;
    std::vector<std::string> ids;
    for (const auto& record : about.value().going) ids.push_back(record.id.text());
    if (!apply_erased(ids)) return;
    hits.hit(23);
    note("erased");
}

bool Week::apply_erased(const std::vector<std::string>& ids) {
    auto transaction = db::Transaction::begin(server_.connection());
    if (!transaction.ok()) return false;
    if (!server_store::apply_erased(server_.connection(), ids).ok()) return false;
    // Whether or not the answer to the commit came through: it is asked again below.
    const bool is_done = transaction.value().commit().ok();
    if (is_done) erased_.insert(ids.begin(), ids.end());
    return is_done;
}

// What was saved of an erased record, or named one, is gone as it should be; so is what named a
// record that went with it.
bool Week::is_erased(const Saved& saved) const {
    const std::string text = saved.set.to_json();
    const auto is_of = [&](const std::string& id) {
        return saved.record.text() == id || text.find(id) != std::string::npos;
    };
    return std::any_of(erased_.begin(), erased_.end(), is_of) ||
           std::any_of(gone_with_.begin(), gone_with_.end(), is_of);
}

// New records that only named an erased one are erased with it, and their later changes.
void Week::learn_what_went_with_them() {
    for (bool has_grown = true; has_grown;) {
        has_grown = false;
        for (const Saved& saved : saved_) {
            if (!is_erased(saved) || erased_.count(saved.record.text()) != 0) continue;
            has_grown = gone_with_.insert(saved.record.text()).second || has_grown;
        }
    }
}

void Week::verify_families() {
    db::Connection& connection = server_.connection();
    for (const Joined& joined : merges_) {
        const auto loser = on_server(server_, joined.loser);
        if (!loser || restores_server_) continue;  // erased; or a restore may have forgotten it
        const bool is_alias = loser->record.fields.text("merged_into") == joined.winner.text();
        const bool joined_anew =
            std::any_of(merges_.begin(), merges_.end(), [&](const Joined& other) {
                return other.loser == joined.loser && other.winner == joined.winner &&
                       !other.is_undone;
            });
        expect(is_alias == joined_anew, "a joining is not as the health centre left it");
    }
    for (const std::string& id : erased_) {
        expect(!taken(server_store::find_record(connection, id)),
               "an erased record is on the server");
        for (std::size_t who = 0; who < laptops_.size(); ++who) {
            if (!is_present(who)) continue;
            expect(!device(who).has(base::RecordId(id)),
                   "an erased record is on " + laptops_[who].name + "'s laptop");
        }
    }
}

}  // namespace simulation
