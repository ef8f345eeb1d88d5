// What persons do in a week: cadres, a midwife, the coordinator at the health centre.
#include "client/app/recording/recorder.h"
#include "shared/base/json.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/weeks/week.h"

#include <algorithm>

namespace simulation {

namespace {

constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{2}};

base::Fields one(const std::string& name, const std::string& value) {
    base::Fields fields;
    fields.set(name, value);
    return fields;
}

// The same few again and again, whoever looks, so that people meet.
std::optional<records::Record> one_of_few(Device& device, const char* type, std::size_t few,
                                          base::SeededRandom& random) {
    auto known = device.store().list(type);
    if (!known.ok() || known.value().empty()) return std::nullopt;
    auto& all = known.value();
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return all[random.below(std::min(all.size(), few))];
}

template <typename T>
const T& any_of(const std::vector<T>& all, base::SeededRandom& random) {
    return all[random.below(all.size())];
}

}  // namespace

void Week::write(std::size_t who) {
    const std::uint64_t what = random_.below(100);
    if (what < 12) return add_household(who);
    if (what < 22) return add_person(who);
    if (what < 32) return add_task(who);
    if (what < 38) return add_of_a_newer_form(who);
    if (what < 68) return edit_household(who);
    if (what < 92) return edit_person(who);
    decide_at_the_laptop(who);
}

// Nobody works on after the laptop was told to erase itself; what she had before that counts.
void Week::save(std::size_t who, store::Write write) {
    Laptop& laptop = laptops_[who];
    if (laptop.is_revoked) {
        const auto identity = taken(laptop.device->store().identity());
        const auto known = server_store::find_device(server_.connection(), identity.device);
        if (!known.ok() || !known.value() || known.value()->is_told_to_erase) return;
    }
    const auto standing = laptop.device->store().find(write.record.text());
    if (!standing.ok()) return;
    Saved saved{who, "s" + std::to_string(++tags_), write.record, write.set, {}, false};
    if (standing.value()) saved.seen = standing.value()->record.fields;
    write.reason = saved.tag;
    if (!laptop.device->try_save(write)) {
        note("not saved");
        return;
    }
    for (const store::Sent& each : laptop.device->outbox_of(write.record)) {
        const bool is_troubled =
            each.state == store::kQuarantined || each.state == store::kConflict;
        if (is_troubled) hits.hit(2);
    }
    saved_.push_back(std::move(saved));
    note("saved");
    check_screen(who);
}

// Now and then a posyandu that is not hers: it must be kept, and be hers once it is.
std::string Week::unit_of(std::size_t who) {
    static const std::vector<std::string> all = {"POSY-1", "POSY-2", "POSY-3"};
    return random_.chance(0.05) ? any_of(all, random_) : any_of(laptops_[who].units, random_);
}

void Week::add_household(std::size_t who) {
    const base::RecordId id(base::make_uuid7(clock_.now(), random_));
    households_.push_back(id);
    save(who, {"household", id, unit_of(who),
               household("Keluarga " + std::to_string(random_.below(1000))), "1", "", ""});
}

// She may name a family of a colleague that no server and no laptop has yet.
void Week::add_person(std::size_t who) {
    base::RecordId home(base::make_uuid7(clock_.now(), random_));
    if (!households_.empty() && random_.chance(0.8)) home = any_of(households_, random_);
    base::Fields person =
        fields_of(R"({"full_name":"Rina","sex":"P","birth_date":"2000-01-01","is_mother":"1",)"
                  R"("birth_date_precision":"D","nik_status":"NONE","is_infant":"0",)"
                  R"("is_supporter":"0","vital_status":"ALIVE"})");
    person.set("household_id", home.text());
    if (!device(who).has(home)) hits.hit(14);
    const base::RecordId id(base::make_uuid7(clock_.now(), random_));
    persons_.push_back(id);
    save(who, {"person", id, unit_of(who), person, "1", "", ""});
}

// Two laptops that say something of the same task meet in the same record.
void Week::add_task(std::size_t who) {
    const auto person = one_of_few(device(who), "person", 2, random_);
    if (!person) return;
    const base::RecordId id(base::make_uuid5(person->id.text() + "/KF1"));
    base::Fields task = one("person_id", person->id.text());
    task.set("task_code", "KF1");
    task.set("note", "catatan " + std::to_string(random_.below(3)));
    for (const Saved& saved : saved_) {
        if (saved.record == id && saved.who != who) hits.hit(13);
    }
    save(who, {"followup_task", id, person->unit, task, "1", "", ""});
}

void Week::add_of_a_newer_form(std::size_t who) {
    const base::RecordId id(base::make_uuid7(clock_.now(), random_));
    base::Fields newer = household("Keluarga baru");
    newer.set_token("of_a_newer_form", R"({"a":[1,2.50,"x"]})");
    if (random_.chance(0.3)) newer.set("has_jkn", "CODE_OF_NEXT_YEAR");
    const bool is_of_unknown_type = random_.chance(0.3);
    if (!is_of_unknown_type) households_.push_back(id);
    hits.hit(25);
    note(is_of_unknown_type ? "type of a newer form" : "field of a newer form");
    save(who, {is_of_unknown_type ? "visit_of_next_year" : "household", id, unit_of(who), newer,
               "2", "", ""});
}

void Week::edit_household(std::size_t who) {
    const auto home = one_of_few(device(who), "household", 2, random_);
    if (!home) return add_household(who);
    const std::string field = any_of(std::vector<std::string>{"rt", "rw", "rw"}, random_);
    // Now and then an answer that its form refuses: it must be kept, and block nothing.
    const bool is_bad = field == "rt" && random_.chance(0.2);
    if (is_bad) note("bad answer");
    const std::string value = is_bad ? "salah" : std::to_string(100 + random_.below(5));
    base::Fields set = one(field, value);
    if (random_.chance(0.2)) set.set("landmark", "dekat " + std::to_string(random_.below(9)));
    note("edit");
    save(who, {"household", home->id, home->unit, set, "1", "", ""});
}

std::optional<base::RecordId> Week::write_landmark(std::size_t who, const std::string& value,
                                                   std::optional<base::RecordId> home) {
    if (!home) {
        const auto any = one_of_few(device(who), "household", 2, random_);
        if (any) home = any->id;
    }
    if (!home) return home;
    const auto standing = taken(device(who).store().find(home->text()));
    if (standing) {
        save(who, {"household", *home, standing->record.unit, one("landmark", value), "1", "", ""});
    }
    return home;
}

void Week::edit_person(std::size_t who) {
    const auto person = one_of_few(device(who), "person", 2, random_);
    if (!person) return add_person(who);
    base::Fields set = one("full_name", "Rina " + std::to_string(random_.below(3)));
    if (random_.chance(0.6)) {
        const bool is_dead = random_.chance(0.4);
        set = one("vital_status", is_dead ? "DEAD" : "ALIVE");
        const std::string day = "2026-01-0" + std::to_string(1 + random_.below(4));
        set.set_token("death_date", is_dead ? base::json::quoted(day) : "null");
    }
    save(who, {"person", person->id, person->unit, set, "1", "", ""});
}

// A midwife may close a conflict of her own on her laptop; a cadre who tries closes none.
void Week::decide_at_the_laptop(std::size_t who) {
    const auto troubled = store::troubled(device(who).store());
    if (!troubled.ok()) return;
    for (const store::Sent& each : troubled.value()) {
        const auto outcome = protocol::parse_outcome(each.outcome);
        if (each.state != store::kConflict || !outcome.ok()) continue;
        if (outcome.value().contests.empty()) continue;
        const protocol::Contest& contest = any_of(outcome.value().contests, random_);
        const auto standing = taken(device(who).store().find(each.record.text()));
        if (!standing) continue;
        const base::Fields set = random_.chance(0.5) ? contest.mine : base::Fields();
        note("decided at the laptop");
        return save(who, {standing->record.type, each.record, standing->record.unit, set, "1", "",
                          contest.conflict});
    }
}

void Week::decide_at_the_centre() {
    const auto open = server_store::open_contenders(server_.connection());
    if (!open.ok() || open.value().empty()) return;
    const server_store::Contender& contender = any_of(open.value(), random_);
    const accept::Choice choices[] = {accept::Choice::Incoming, accept::Choice::Standing,
                                      accept::Choice::Third};
    const accept::Choice choice = choices[random_.below(3)];
    base::Fields third;
    if (choice == accept::Choice::Third) {
        third = taken(base::Fields::parse(contender.mine));
        if (third.has("landmark")) third.set("landmark", "diputuskan koordinator");
    }
    const auto decided =
        accept::resolve_conflict(server_.desk(), contender.id, choice, third, "sudah ditanyakan");
    if (!decided.ok()) return;
    hits.hit(9);
    note("decided at the centre");
}

void Week::look_at_quarantine() {
    const auto open = server_store::open_quarantine(server_.connection());
    if (!open.ok() || open.value().empty()) return;
    const server_store::Quarantined& item = any_of(open.value(), random_);
    if (random_.chance(0.3)) {
        const bool is_done =
            accept::reject_quarantined(server_.desk(), item.device, item.n, "salah orang").ok();
        if (is_done) note("rejected");
        return;
    }
    const base::Fields mend = item.field == "rt" ? one("rt", "005") : base::Fields();
    const bool is_done =
        accept::mend_quarantined(server_.desk(), item.device, item.n, mend, "ditanyakan").ok();
    if (is_done) note("mended");
}

void Week::settle() {
    if (!reports::settle(server_.connection(), kMonth).ok()) return;
    note("report read");
}

// Her laptop is revoked, or she herself disabled. Not where a restore would bring her back.
void Week::leaves(std::size_t who) {
    Laptop& laptop = laptops_[who];
    if (restores_server_ || laptop.is_revoked || who == 0) return;
    const auto identity = taken(laptop.device->store().identity());
    db::Connection& connection = server_.connection();
    if (random_.chance(0.5)) {
        const auto known = taken(server_store::find_device(connection, identity.device));
        if (!server_store::revoke(connection, known->no, clock_.now()).ok()) return;
    } else {
        const base::UserId user(identity.user);
        if (!server_store::disable_user(connection, user, clock_.now()).ok()) return;
    }
    laptop.is_revoked = true;
    laptop.has_copy = false;
    note("laptop revoked");
}

}  // namespace simulation
