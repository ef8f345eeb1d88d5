// Families that go to another health centre in a week, and come back (SYNC 16): each step by
// somebody else on some other day, twice or not at all, and with the power going in between.
#include "sync-server/accept/crossing/arriving.h"
#include "sync-server/accept/crossing/leaving.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/weeks/week.h"

#include <algorithm>

namespace simulation {

namespace {

using server_store::CrossingState;

const std::string kFarUnit = "JAUH-1";

db::OpenOptions on(const FaultDisk& disk) {
    db::OpenOptions options;
    options.vfs = disk.vfs();
    options.exclusive = true;
    return options;
}

std::optional<server_store::StoredRecord> standing(Server& server, const std::string& id) {
    return taken(server_store::find_record(server.connection(), id));
}

}  // namespace

// The other health centre: its disk never fails, and only Wati works there.
struct Elsewhere {
    FaultDisk disk;
    Server server;
    Device wati;

    Elsewhere(base::Clock& clock, base::SeededRandom& random)
        : disk("fault-far", random),
          server("far.db", clock, random, {kFarUnit}, on(disk)),
          wati("wati.db", server, server.add_user("Wati", "KADER", {kFarUnit}), clock, random,
               on(disk)) {}
};

void Week::ElsewhereGone::operator()(Elsewhere* elsewhere) const {
    delete elsewhere;
}

void Week::crosses() {
    if (!elsewhere_) elsewhere_.reset(new Elsewhere(clock_, random_));
    const bool power_goes = random_.chance(0.2);
    if (power_goes) server_disk_.cut_at(1 + static_cast<std::int64_t>(random_.below(60)));
    const std::uint64_t steps = 1 + random_.below(8);  // else few would ever get there
    for (std::uint64_t i = 0; i < steps; ++i) step_across();
    if (!power_goes) return;
    server_.stop();
    server_disk_.power_on();
    server_.restart();
}

void Week::step_across() {
    const std::uint64_t what = random_.below(20);
    if (ways_.empty() || what < 5) return sets_out();
    Way& way = ways_[random_.below(ways_.size())];
    if (what < 11) return arrives(way);
    if (what < 16) return is_confirmed(way);
    if (what < 17) {
        goes_after(way);
        return;
    }
    if (what < 18) return stays();
    is_edited_there();
}

// Mostly from here; now and then somebody who went comes back.
void Week::sets_out() {
    const bool comes_back = random_.chance(0.3);
    Server& from = comes_back ? elsewhere_->server : server_;
    auto ids =
        server_store::ids_of_type(from.connection(), random_.chance(0.5) ? "household" : "person");
    if (!ids.ok() || ids.value().empty()) return;
    std::sort(ids.value().begin(), ids.value().end());
    crossing::OutRequest request;
    request.record = ids.value()[random_.below(ids.value().size())];
    request.to = comes_back ? "Puskesmas Uji" : "Puskesmas Jauh";
    request.is_alone = random_.chance(0.3);
    request.reason = "pindah";
    request.actor = server_store::kCommandLine;
    const auto sealed = crossing::write_out(from.desk(), request, {});
    if (!sealed.ok()) return;
    ways_.push_back(
        {comes_back, false, sealed.value().id, sealed.value().bytes, sealed.value().code, "", ""});
    note(comes_back ? "sets out to come back" : "sets out");
}

void Week::arrives(Way& way) {
    Server& at = way.comes_back ? server_ : elsewhere_->server;
    crossing::InRequest request;
    request.bytes = way.bytes;
    request.code = way.code;
    if (!way.is_further) request.unit = way.comes_back ? unit_of(0) : kFarUnit;
    request.is_for_us = true;
    request.actor = server_store::kCommandLine;
    const auto arrived = crossing::take_in(at.desk(), request);
    if (!arrived.ok()) return;
    expect(way.receipt.empty() || restores_server_ || way.receipt == arrived.value().receipt,
           "a family's file was given two receipts");
    way.receipt = arrived.value().receipt;
    if (way.comes_back) hits.hit(16);
    note(way.comes_back ? "came back" : "arrived elsewhere");
}

void Week::is_confirmed(Way& way) {
    if (way.receipt.empty()) return;
    Server& from = way.comes_back ? elsewhere_->server : server_;
    if (!crossing::confirm(from.desk(), way.receipt, server_store::kCommandLine).ok()) return;
    hits.hit(16);
    note(way.is_further ? "the rest went after them" : "went");
}

// What was written since, in a further file.
bool Week::goes_after(const Way& way) {
    const std::string family = way.is_further ? way.family : way.id;
    Server& from = way.comes_back ? elsewhere_->server : server_;
    const auto sealed =
        crossing::write_further(from.desk(), family, server_store::kCommandLine, {});
    if (!sealed.ok()) return false;
    ways_.push_back({way.comes_back, true, sealed.value().id, sealed.value().bytes,
                     sealed.value().code, "", family});
    note("a further file");
    return true;
}

// One that is under way is called off, or one that was closed is taken back.
void Week::stays() {
    auto all = server_store::crossings(server_.connection());
    if (!all.ok() || all.value().empty()) return;
    const auto& crossing = all.value()[random_.below(all.value().size())];
    const auto done =
        crossing::cancel(server_.desk(), crossing.id, "tidak jadi", server_store::kCommandLine);
    if (done.ok()) note("stays");
}

void Week::is_edited_there() {
    Device& wati = elsewhere_->wati;
    wati.sync();
    auto ids = server_store::ids_of_type(elsewhere_->server.connection(), "person");
    if (!ids.ok() || ids.value().empty()) return;
    std::sort(ids.value().begin(), ids.value().end());
    const base::RecordId id(ids.value()[random_.below(ids.value().size())]);
    if (!wati.has(id)) return;
    base::Fields set;
    set.set("full_name", "Jauh " + std::to_string(random_.below(9)));
    wati.edit(id, set);
    wati.sync();
    note("written elsewhere");
}

// All that went is there, with what was written of it here since, and nothing of it is here.
void Week::verify_crossings() {
    if (!elsewhere_ || restores_server_) return;
    Device& wati = elsewhere_->wati;
    for (int i = 0; i < 3; ++i) {
        wati.sync();
        follow_all();
    }
    expect(wati.status().agreed, "the other health centre's laptop does not agree with it");
    expect(confirmed_rows(wati) == server_rows(elsewhere_->server, {kFarUnit}),
           "the other health centre's laptop holds other records than its server");
    for (const auto& stored :
         taken(server_store::all_of_unit(server_.connection(), server_store::kOutside))) {
        verify_went(standing(server_, stored.record.id.text())->record);
    }
}

// Whoever keeps a further file in the bag brings it; one that the power took is written again.
void Week::follow_all() {
    for (const auto& each : taken(server_store::crossings(server_.connection()))) {
        const bool is_under_way = each.is_further() && each.state == CrossingState::Open;
        if (is_under_way && !is_in_the_bag(each.id)) {
            expect(crossing::cancel(server_.desk(), each.id, "hilang", "siapa").ok(),
                   "a further file that was lost cannot be called off");
        }
    }
    const std::size_t before = ways_.size();
    for (std::size_t i = 0; i < before; ++i) {
        if (ways_[i].comes_back) continue;
        if (!ways_[i].is_further && !goes_after(ways_[i])) continue;
        Way& further = ways_[i].is_further ? ways_[i] : ways_.back();
        arrives(further);
        is_confirmed(further);
    }
}

bool Week::is_in_the_bag(const std::string& id) const {
    return std::any_of(ways_.begin(), ways_.end(), [&](const Way& way) { return way.id == id; });
}

void Week::verify_went(const records::Record& record) {
    const std::string& id = record.id.text();
    const auto there = standing(elsewhere_->server, id);
    if (!there) return broken("the record " + id + " went, and is in no health centre");
    std::set<std::string> theirs = waits_there(id);
    theirs.merge(refused_here(id));
    // The name is written there; who went alone lives in a household of theirs.
    theirs.insert({"full_name", "household_id"});
    for (const auto& [field, token] : record.fields.entries()) {
        const std::string* held = there->record.fields.token(field);
        expect(theirs.count(field) != 0 || (held != nullptr && *held == token),
               "of the record " + id + " that went, the other health centre has not the " + field);
    }
}

// What a person there is still to decide on.
std::set<std::string> Week::waits_there(const std::string& id) {
    std::set<std::string> fields;
    for (const auto& each : taken(server_store::open_contenders(elsewhere_->server.connection()))) {
        if (each.record != id) continue;
        const auto mine = taken(base::Fields::parse(each.mine));
        for (const auto& [name, token] : mine.entries()) fields.insert(name);
    }
    for (const auto& each : taken(server_store::open_quarantine(elsewhere_->server.connection()))) {
        if (each.record != id) continue;
        const records::Change held = taken(records::parse_change(each.line));
        for (const auto& [name, token] : held.set.entries()) fields.insert(name);
    }
    return fields;
}

// What a person here refused may be in a file that went before.
std::set<std::string> Week::refused_here(const std::string& id) {
    std::set<std::string> fields;
    for (const auto& logged : taken(server_store::history_of(server_.connection(), id))) {
        const auto outcome = protocol::parse_outcome(logged.outcome);
        const auto change = records::parse_change(logged.line);
        const bool is_refused =
            outcome.ok() && outcome.value().kind == protocol::OutcomeKind::Rejected;
        if (!is_refused || !change.ok()) continue;
        for (const auto& [name, token] : change.value().set.entries()) fields.insert(name);
    }
    return fields;
}

}  // namespace simulation
