// What must be true, on a laptop after every sync and of all sides at the end of a week.
#include "client/store/comparing.h"
#include "client/store/outbox.h"
#include "shared/base/text.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/holdings.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"
#include "tests/simulation/weeks/week.h"

#include <algorithm>

namespace simulation {

namespace {

constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{2}};

struct Row {
    std::string record, line, state;
    records::Revision revision;
};

std::vector<Row> outbox_of(store::Store& store) {
    auto rows = taken(store.connection().prepare(
        "SELECT record, line, state, epoch, counter FROM outbox ORDER BY n"));
    std::vector<Row> found;
    while (taken(rows.step())) {
        found.push_back(
            {rows.text(0), rows.text(1), rows.text(2), {rows.number(3), rows.number(4)}});
    }
    return found;
}

struct Screen {
    base::Fields expected;
    bool is_confirmed = false;
    int unsent = 0;
    records::Revision revision;
    std::string shown;
    bool may_be_either = false;
};

std::vector<std::string> facts(db::Connection& connection) {
    std::vector<std::string> texts;
    for (const auto& row : taken(server_store::facts_of_month(connection, base::to_text(kMonth)))) {
        texts.push_back(base::joined({row.person, row.unit, row.indicator, row.part, row.reason,
                                      row.detail, row.evidence, row.sex},
                                     "|"));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

std::vector<std::string> rows_in(Device& device, const std::vector<std::string>& units) {
    std::vector<std::string> found;
    for (const std::string& unit : units) {
        auto rows = taken(device.store().connection().prepare(
            "SELECT id, epoch, counter, confirmed FROM record WHERE unit = $1 AND confirmed IS NOT "
            "NULL"));
        rows.bind(1, unit);
        while (taken(rows.step())) {
            found.push_back(rows.text(0) + " " + std::to_string(rows.number(1)) + "." +
                            std::to_string(rows.number(2)) + " " + rows.text(3));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string token_or_null(const base::Fields& fields, std::string_view name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? "null" : *token;
}

}  // namespace

void Week::expect(bool is_true, const std::string& what) {
    if (!is_true && violations_.size() < 5) broken(what);
}

// What is shown is the server's record with her own changes on top until their outcome and the
// record that contains them are both here (SYNC 1).
void Week::check_screen(std::size_t who) {
    Laptop& laptop = laptops_[who];
    if (laptop.disk->is_cut() || restores_server_) return;
    if (!erased_.empty()) learn_what_went_with_them();
    store::Store& store = laptop.device->store();
    std::map<std::string, Screen> screens;
    auto rows = taken(store.connection().prepare(
        "SELECT id, epoch, counter, confirmed, iif(shown = '', confirmed, shown) FROM record"));
    while (taken(rows.step())) {
        const std::string text = rows.is_null(3) ? "{}" : rows.text(3);
        screens[rows.text(0)] = {taken(base::Fields::parse(text)), !rows.is_null(3), 0,
                                 {rows.number(1), rows.number(2)}, rows.text(4),     false};
    }
    for (const Row& row : outbox_of(store)) {
        const bool is_here = screens.count(row.record) != 0;
        const bool is_pending = row.state == store::kWaiting || row.state == store::kQuarantined ||
                                row.state == store::kConflict;
        if (row.state == store::kErased || erased_.count(row.record) != 0) continue;
        if (gone_with_.count(row.record) != 0) continue;
        expect(is_here || !is_pending,
               laptop.name + " has let go of " + row.record + " before its change was answered");
        if (!is_here) continue;  // of another posyandu now
        Screen& screen = screens[row.record];
        const bool is_unsent = row.state == store::kWaiting;
        const bool is_held = row.state == store::kQuarantined;
        // After a conflict she may have seen the server's value already: then it stands on her
        // screen until the record comes that a person's decision made, of all it sets or a part.
        if (row.state == store::kConflict) laptop.contended.emplace(row.line, row.revision);
        const auto contended = laptop.contended.find(row.line);
        const bool was_decided = contended != laptop.contended.end() &&
                                 (row.state == store::kDone || contended->second < row.revision);
        const bool is_ahead = row.state != store::kRejected &&
                              (!screen.is_confirmed || screen.revision < row.revision);
        if (!is_unsent && !is_held && !is_ahead) continue;
        if (was_decided) screen.may_be_either = true;
        screen.expected.apply(taken(records::parse_change(row.line)).set);
        if (is_unsent) ++screen.unsent;
    }
    for (const auto& [id, screen] : screens) {
        if (screen.is_confirmed && screen.unsent > 0) hits.hit(1);
        if (screen.may_be_either || erased_.count(id) != 0 || gone_with_.count(id) != 0) continue;
        const std::string expected = screen.expected.to_json();
        const bool is_nothing = expected == "{}" && screen.shown.empty();
        expect(is_nothing || screen.shown == expected,
               laptop.name + " shows " + screen.shown + " where it must show " + expected);
    }
}

// Whatever lies before a cursor of the laptop is on the laptop, as new as on the server (SYNC 3).
void Week::check_cursors(std::size_t who) {
    Laptop& laptop = laptops_[who];
    if (laptop.disk->is_cut() || server_disk_.is_cut() || restores_server_) return;
    store::Store& store = laptop.device->store();
    std::map<std::string, records::Revision> held;
    auto rows = taken(store.connection().prepare(
        "SELECT id, epoch, counter FROM record WHERE confirmed IS NOT NULL"));
    while (taken(rows.step())) held[rows.text(0)] = {rows.number(1), rows.number(2)};
    for (const auto& [unit, cursor] : taken(store::cursors(store))) {
        for (const auto& stored : taken(server_store::all_of_unit(server_.connection(), unit))) {
            const std::string& id = stored.record.id.text();
            expect(stored.seq > cursor || held[id] >= stored.record.revision,
                   laptop.name + " went on past " + id + " without it");
        }
    }
}

// A receipt speaks of what the server's log holds (SYNC 20).
void Week::check_receipts(std::size_t who) {
    Laptop& laptop = laptops_[who];
    check_cursors(who);
    if (laptop.disk->is_cut() || restores_server_) return;
    const auto log = server_.connection().prepare(
        "SELECT 1 FROM change c JOIN device d ON d.no = c.device WHERE d.name = 'none'");
    if (!log.ok()) return;  // the server's disk is dead for now
    const auto receipts = taken(store::receipts(laptop.device->store(), 3));
    for (const protocol::Receipt& receipt : receipts) {
        const auto known = server_store::find_device(server_.connection(), receipt.device.text());
        if (!known.ok() || !known.value()) continue;
        const auto held =
            server_store::find_change(server_.connection(), known.value()->no, receipt.last_n);
        if (!held.ok()) continue;
        expect(held.value() && held.value()->hash == receipt.head,
               laptop.name + " has a receipt for what the server does not hold");
        hits.hit(20);
    }
}

// On the day of the restore: what a laptop was told is safe is in the backup (SYNC 21).
void Week::check_safe(std::size_t who) {
    store::Store& store = device(who).store();
    const auto progress = taken(store.progress());
    if (progress.safe == 0) return;
    const auto held = held_by_backup_.find(taken(store.identity()).device);
    const bool is_held = held != held_by_backup_.end() && held->second.n >= progress.safe;
    expect(is_held, laptops_[who].name + " calls safe what the backup does not hold");
}

void Week::verify() {
    expect(server_.connection().integrity_check().ok(), "the server's file is damaged");
    for (std::size_t who = 0; who < laptops_.size() && violations_.empty(); ++who) {
        if (!is_present(who)) continue;
        verify_finished(who);
        verify_held_whole(who);
    }
    if (!violations_.empty()) return;
    learn_what_went_with_them();
    verify_saved();
    verify_families();
    verify_outcomes();
    verify_conflicts();
    verify_witnessed();
    verify_old_client();
    verify_facts();
    verify_crossings();  // the last: what waited for it goes on
}

// What is of none of her posyandu is here only for something of hers that is not resolved.
void Week::check_nothing_left_early(std::size_t who) {
    Laptop& laptop = laptops_[who];
    auto rows = taken(laptop.device->store().connection().prepare(
        "SELECT id, unit FROM record WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.record = "
        "record.id AND o.state IN ('quarantined', 'conflict'))"));
    while (taken(rows.step())) {
        const std::string unit = rows.text(1);
        const bool is_hers =
            std::find(laptop.units.begin(), laptop.units.end(), unit) != laptop.units.end();
        expect(is_hers, laptop.name + " still holds " + rows.text(0) + " of " + unit);
    }
    auto held = taken(laptop.device->store().connection().prepare(
        "SELECT DISTINCT record FROM outbox o WHERE state IN ('quarantined', 'conflict') AND NOT "
        "EXISTS (SELECT 1 FROM record WHERE id = o.record)"));
    while (taken(held.step())) {
        expect(restores_server_ || laptop.has_copy || held.text(0).empty(),
               laptop.name + " has let go of " + held.text(0) + ", which still waits");
    }
}

void Week::verify_finished(std::size_t who) {
    Laptop& laptop = laptops_[who];
    const auto status = laptop.device->status();
    expect(status.waiting == 0, laptop.name + " still has changes to send");
    expect(status.agreed, laptop.name + " does not agree with the server");
    expect(rows_in(*laptop.device, laptop.units) == server_rows(server_, laptop.units),
           laptop.name + " holds other records than the server");
    check_nothing_left_early(who);
    // Only after a restore of the server, or by rows of a late answer, which are newer than its
    // cursor says, may the two ever differ: else something was lost, and the repair has hidden it.
    expect(restores_server_ || laptop.has_read_late || !laptop.watch->has_differed,
           laptop.name + " came to hold other records than the server, and was repaired");
    if (status.is_green()) hits.hit(19);
    if (status.conflicted > 0) note("ends with a conflict");
}

// What the laptop has in its outbox the server has in its log, byte by byte.
void Week::verify_held_whole(std::size_t who) {
    store::Store& store = device(who).store();
    const auto identity = taken(store.identity());
    const auto known = taken(server_store::find_device(server_.connection(), identity.device));
    auto rows = taken(store.connection().prepare("SELECT n, line, hash FROM outbox ORDER BY n"));
    while (taken(rows.step())) {
        const auto held =
            taken(server_store::find_change(server_.connection(), known->no, rows.number(0)));
        expect(held && held->line == rows.text(1) && held->hash == rows.text(2),
               laptops_[who].name + ": change " + std::to_string(rows.number(0)) +
                   " is not in the server's log as it was sent");
    }
}

// Everything that was ever called saved is on the server exactly once.
void Week::verify_saved() {
    // What laptops brought back of others' after a restore is a change of the console.
    auto rows = taken(server_.connection().prepare(
        "SELECT line, before, outcome FROM change WHERE device <> (SELECT no FROM device WHERE "
        "name = 'console')"));
    struct Logged {
        int times = 0;
        base::Fields before;
        bool decides = false;
    };
    std::map<std::string, Logged> logged;
    while (taken(rows.step())) {
        const auto change = records::parse_change(rows.text(0));
        if (!change.ok()) continue;
        Logged& entry = logged[change.value().reason];
        ++entry.times;
        entry.before = taken(base::Fields::parse(rows.text(1)));
        entry.decides = !change.value().decides.empty();
    }
    for (const Saved& saved : saved_) {
        const Logged& entry = logged[saved.tag];
        const std::string what = laptops_[saved.who].name + "'s change " + saved.tag;
        expect(entry.times > 0 || saved.may_be_lost || is_erased(saved),
               what + " was saved and is lost");
        expect(entry.times <= 1, what + " is on the server twice");
        if (!entry.decides) verify_nothing_overwritten_unseen(saved, entry.before);
    }
}

// Then, or when she wrote what stood on top of it.
bool Week::has_seen(const Saved& saved, const std::string& field, const std::string& old) const {
    return std::any_of(saved_.begin(), saved_.end(), [&](const Saved& each) {
        const bool is_hers = each.who == saved.who && each.record == saved.record;
        return is_hers && token_or_null(each.seen, field) == old;
    });
}

// What a change replaced on the server is what its author had before her eyes, or it is a sticky
// value's due. A restored server forgot what she saw, so there it says nothing.
void Week::verify_nothing_overwritten_unseen(const Saved& saved, const base::Fields& before) {
    if (restores_server_ || saved.set.has("vital_status")) return;
    for (const auto& [field, old] : before.entries()) {
        expect(has_seen(saved, field, old), laptops_[saved.who].name + "'s change " + saved.tag +
                                                " replaced " + old + " in " + field +
                                                ", which she never saw");
    }
}

// Each conflict has its contender, each quarantined change stands in quarantine as it came.
void Week::verify_outcomes() {
    db::Connection& connection = server_.connection();
    auto rows = taken(connection.prepare("SELECT device, n, line, outcome FROM change"));
    while (taken(rows.step())) {
        const auto outcome = protocol::parse_outcome(rows.text(3));
        if (!outcome.ok()) {
            expect(rows.text(3) == "{}", "a change has no outcome beside it");
            continue;
        }
        for (const protocol::Contest& contest : outcome.value().contests) {
            const auto contender =
                taken(server_store::find_contender(connection, contest.conflict));
            expect(contender && contender->is_open, "a conflict is open, and its value is lost");
        }
        if (outcome.value().kind != protocol::OutcomeKind::Quarantined) continue;
        const auto held =
            taken(server_store::find_quarantined(connection, rows.number(0), rows.number(1)));
        expect(held && held->is_open && held->line == rows.text(2),
               "a quarantined change is not in quarantine as it came");
        note("quarantined");
    }
}

// Every conflict that is open is before its author's eyes.
void Week::verify_conflicts() {
    const auto open = taken(server_store::open_contenders(server_.connection()));
    happened["conflict"] += static_cast<int>(open.size());
    for (std::size_t who = 0; who < laptops_.size(); ++who) {
        if (!is_present(who) || laptops_[who].is_revoked) continue;
        const auto identity = taken(device(who).store().identity());
        const auto known = taken(server_store::find_device(server_.connection(), identity.device));
        std::string shown;
        for (const auto& each : taken(store::troubled(device(who).store()))) {
            expect(!each.outcome.empty(), "a change is in trouble without a word why");
            shown += each.outcome;
        }
        for (const server_store::Contender& contender : open) {
            if (contender.device == 0) hits.hit(11);
            if (contender.device != known->no) continue;
            // After a fork the other life's changes are not in this box any more.
            const auto sent = device(who).outbox_of(base::RecordId(contender.record));
            const bool is_hers = std::any_of(
                sent.begin(), sent.end(), [&](const auto& each) { return each.n == contender.n; });
            expect(!is_hers || shown.find(contender.id) != std::string::npos,
                   "a conflict is not shown to its author");
        }
    }
}

// What a laptop had from the server when the server was put back is there again (SYNC 22).
void Week::verify_witnessed() {
    db::Connection& connection = server_.connection();
    for (const auto& [id, holders] : witnessed_) {
        if (holders.empty() || taken(server_store::find_record(connection, id))) continue;
        if (erased_.count(id) != 0 || gone_with_.count(id) != 0) continue;
        auto held = taken(connection.prepare("SELECT 1 FROM quarantine WHERE record = $1"));
        held.bind(1, id);
        expect(taken(held.step()),
               "the record " + id + ", which a laptop held, is lost by the restore");
    }
}

void Week::verify_old_client() {
    for (const std::string& line : old_lines_) {
        auto held =
            taken(server_.connection().prepare("SELECT count(*) FROM change WHERE line = $1"));
        held.bind(1, line);
        expect(taken(held.step()) && held.number(0) == 1, "an old client's line is not there once");
    }
}

void Week::verify_facts() {
    db::Connection& connection = server_.connection();
    if (happened["report read"] == 0) return;
    if (!reports::settle(connection, kMonth).ok()) return broken("the month cannot be counted");
    const auto kept = facts(connection);
    CHECK(connection.execute("DELETE FROM fact; DELETE FROM settled").ok());
    if (!reports::settle(connection, kMonth).ok()) return broken("the month cannot be counted");
    expect(kept == facts(connection), "the facts kept are not those counted from scratch");
    hits.hit(26);
}

}  // namespace simulation
