// SYNC 17: two records of one person are joined, worked on, and taken apart again.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/reports/facts.h"
#include "tests/simulation/moving_village.h"

#include <algorithm>

using namespace simulation;
using base::Fields;

namespace {

// Siti and Ani have each registered Rina, in one household, each with what she knows.
struct Doubles : Neighbours {
    RecordId of_siti, of_ani;

    Doubles() {
        home = siti.add("household", household("Budi"), kUnit);
        siti.sync();
        ani.sync();
        Fields one = person("Rina", false);
        one.set("phone", "0811");
        of_siti = siti.add("person", one, kUnit);
        Fields other = person("Rina Wati", false);
        other.set("occupation", "guru");
        of_ani = ani.add("person", other, kUnit);
        agree();
    }
    joining::Request request() {
        joining::Request asked;
        asked.winner = of_siti.text();
        asked.loser = of_ani.text();
        asked.reason = "orang yang sama";
        asked.actor = server_store::kCommandLine;
        return asked;
    }
    std::string join(const joining::Request& asked) {
        const auto merge = joining::join(server.desk(), asked);
        if (!merge.ok()) MESSAGE(merge.error().message);
        REQUIRE(merge.ok());
        return merge.value();
    }
    std::string refusal(const joining::Request& asked) {
        const auto merge = joining::join(server.desk(), asked);
        REQUIRE(!merge.ok());
        CHECK(merge.error().code == base::ErrorCode::Refused);
        return merge.error().message;
    }
    joining::Undone undo(const std::string& merge, const std::vector<std::string>& move = {}) {
        const auto undone = joining::undo(
            server.desk(), {merge, move, "ternyata dua orang", server_store::kCommandLine, {}});
        if (!undone.ok()) MESSAGE(undone.error().message);
        REQUIRE(undone.ok());
        return undone.value();
    }
    Fields task_of(const RecordId& who, const std::string& code) {
        Fields task;
        task.set("person_id", who.text());
        task.set("task_code", code);
        return task;
    }
    RecordId infant_of(Device& device, const RecordId& whose, const std::string& name) {
        Fields child = person(name, true);
        child.set("mother_person_id", whose.text());
        return device.add("person", child, kUnit);
    }
    // A birth of so many, with an outcome for each.
    RecordId birth_of(const RecordId& whose, int count) {
        Fields birth =
            fields_of(R"({"delivery_date":"2026-01-01","place":"PUSKESMAS","attendant":"BIDAN",)"
                      R"("mode":"NORMAL","complications":"NONE"})");
        birth.set("mother_id", whose.text());
        birth.set_integer("fetus_count", count);
        return siti.add("birth_event", birth, kUnit);
    }
    void born(const RecordId& birth, const RecordId& infant_id, int order) {
        Fields outcome = fields_of(R"({"outcome":"LIVE","sex":"P","imd":"1","prelacteal_2d":"0"})");
        outcome.set("birth_event_id", birth.text());
        outcome.set("infant_id", infant_id.text());
        outcome.set_integer("birth_order", order);
        outcome.set("bf_start_unit", "IMM");
        siti.add("birth_outcome", outcome, kUnit);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Doubles, "SYNC 17: joined at the health centre, both laptops see her as one") {
    siti.add("followup_task", task_of(of_siti, "KF1"), kUnit);
    ani.add("followup_task", task_of(of_ani, "KF2"), kUnit);
    agree();
    const auto seen = joining::preview(server.desk(), of_siti.text(), of_ani.text());
    REQUIRE(seen.ok());
    CHECK(seen.value().moving.at("followup_task") == 1);
    CHECK(seen.value().objections.empty());
    joining::Request asked = request();
    asked.take["full_name"] = joining::Side::Loser;
    asked.take["occupation"] = joining::Side::Loser;
    const std::string merge = join(asked);
    agree();
    for (Device* each : {&siti, &ani}) {
        CHECK(each->shown(of_siti).text("full_name") == "Rina Wati");
        CHECK(each->shown(of_siti).text("occupation") == "guru");
        CHECK(each->shown(of_siti).text("phone") == "0811");
        CHECK(each->shown(of_ani).text("merged_into") == of_siti.text());
        CHECK(each->shown(RecordId(merge)).text("survivor_id") == of_siti.text());
        CHECK(each->status().is_green());
    }
}

TEST_CASE_FIXTURE(Doubles,
                  "SYNC 17: what is written of either, offline, is hers; nothing is rewritten") {
    const RecordId early = ani.add("followup_task", task_of(of_ani, "KF2"), kUnit);
    join(request());
    const RecordId child = infant_of(ani, of_ani, "Dewi");
    agree();
    CHECK(siti.shown(early).text("person_id") == of_ani.text());
    CHECK(siti.shown(child).text("mother_person_id") == of_ani.text());
}

TEST_CASE_FIXTURE(Doubles, "SYNC 17: undone weeks later, what was written since stays") {
    joining::Request asked = request();
    asked.take["full_name"] = joining::Side::Loser;
    asked.take["occupation"] = joining::Side::Loser;
    const std::string merge = join(asked);
    agree();
    ani.edit(of_siti, set("occupation", "dosen"));
    const RecordId later = siti.add("followup_task", task_of(of_siti, "KF3"), kUnit);
    const RecordId stays = siti.add("followup_task", task_of(of_siti, "KF4"), kUnit);
    agree();
    const auto seen = joining::preview_undo(server.desk(), merge);
    REQUIRE(seen.ok());
    CHECK(seen.value().added.size() == 2);
    const auto undone = undo(merge, {later.text()});
    CHECK(undone.reverted == 1);
    CHECK(undone.kept == 1);
    CHECK(undone.moved == 1);
    agree();
    CHECK(siti.shown(of_siti).text("full_name") == "Rina");
    CHECK(siti.shown(of_siti).text("occupation") == "dosen");
    CHECK(!siti.shown(of_ani).has("merged_into"));
    CHECK(siti.shown(later).text("person_id") == of_ani.text());
    CHECK(siti.shown(stays).text("person_id") == of_siti.text());
    CHECK(!siti.shown(RecordId(merge)).text("undone_at").empty());
    const auto twice =
        joining::undo(server.desk(), {merge, {}, "lagi", server_store::kCommandLine, {}});
    CHECK(!twice.ok());
}

TEST_CASE_FIXTURE(Doubles,
                  "SYNC 17: a household is joined, says so, and is one again after the undo") {
    const RecordId second = ani.add("household", household("Pak Budi"), kUnit);
    agree();
    joining::Request asked = request();
    asked.winner = home.text();
    asked.loser = second.text();
    const std::string merge = join(asked);
    agree();
    CHECK(siti.shown(second).text("merged_into") == home.text());
    CHECK(siti.shown(second).text("status") == "MERGED");
    undo(merge);
    agree();
    CHECK(siti.shown(second).text("status") == "ACTIVE");
    CHECK(!siti.shown(second).has("merged_into"));
}

TEST_CASE_FIXTURE(Doubles, "SYNC 17: chains resolve to the last; rings are refused") {
    const RecordId third = siti.add("person", person("Ibu Rina", false), kUnit);
    agree();
    join(request());
    joining::Request next = request();
    next.winner = third.text();
    next.loser = of_siti.text();
    join(next);
    joining::Request ring = request();
    ring.winner = of_ani.text();
    ring.loser = third.text();
    CHECK(refusal(ring) == "one of them was joined with another already");
    CHECK(refusal(next) == "one of them was joined with another already");
    agree();
}

TEST_CASE_FIXTURE(Doubles, "SYNC 17: an edit to the record that was joined away is a contender") {
    ani.edit(of_ani, set("full_name", "Rina Wati Ningsih"));
    join(request());
    agree();
    CHECK(siti.shown(of_ani).text("full_name") == "Rina Wati Ningsih");
    CHECK(siti.shown(of_siti).text("full_name") == "Rina");
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].record == of_siti.text());
    CHECK(ani.status().conflicted == 1);
    decide(open_contenders()[0], accept::Choice::Incoming);
    agree();
    CHECK(ani.shown(of_siti).text("full_name") == "Rina Wati Ningsih");
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(Doubles, "SYNC 17: what she said of each of the two stays to be decided on") {
    for (const char* phone : {"0812", "0813", "0814"}) {  // its counter is far ahead
        ani.edit(of_ani, set("phone", phone));
        agree();
    }
    join(request());
    agree();
    siti.edit(of_siti, set("phone", "0821"));
    siti.edit(of_ani, set("phone", "0822"));
    ani.edit(of_siti, set("phone", "0831"));
    ani.sync();
    agree();
    CHECK(siti.shown(of_siti).text("phone") == "0831");
    CHECK(siti.shown(of_ani).text("phone") == "0822");
    REQUIRE(open_contenders().size() == 2);
    CHECK(siti.status().conflicted == 2);
    for (const auto& each : open_contenders()) decide(each, accept::Choice::Standing);
    agree();
    CHECK(siti.shown(of_siti).text("phone") == "0831");
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Doubles,
                  "SYNC 17: after an undo nothing is contended by what was said of the other") {
    ani.edit(of_ani, set("full_name", "Rina Wati Ningsih"));
    const std::string merge = join(request());
    agree();
    undo(merge);
    agree();
    CHECK(open_contenders().empty());
    CHECK(ani.shown(of_ani).text("full_name") == "Rina Wati Ningsih");
    CHECK(ani.shown(of_siti).text("full_name") == "Rina");
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(Doubles, "SYNC 17: a death said of either stays said, together with its day") {
    Fields dead = set("vital_status", "DEAD");
    dead.set("death_date", "2026-02-01");
    ani.edit(of_ani, dead);
    agree();
    join(request());
    agree();
    CHECK(siti.shown(of_siti).text("vital_status") == "DEAD");
    CHECK(siti.shown(of_siti).text("death_date") == "2026-02-01");
}

TEST_CASE_FIXTURE(Doubles, "DOMAIN 8.7: twins are not joined by accident") {
    const RecordId first = infant_of(siti, of_siti, "By Ny Rina 1");
    const RecordId second = infant_of(siti, of_siti, "By Ny Rina 2");
    const RecordId birth = birth_of(of_siti, 2);
    born(birth, first, 1);
    born(birth, second, 2);
    agree();
    CHECK(held().empty());
    joining::Request asked = request();
    asked.winner = first.text();
    asked.loser = second.text();
    CHECK(refusal(asked) == "they were born together: twins look alike");
    asked.is_forced = true;
    join(asked);
}

TEST_CASE_FIXTURE(Doubles, "DOMAIN 8.7: nor twins of whom one's day was written wrongly") {
    Fields baby = person("By Ny Rina", true);
    baby.set("mother_person_id", of_siti.text());
    baby.set("birth_date", "2026-02-01");
    baby.set_token("birth_order", "1");
    joining::Request asked = request();
    asked.winner = siti.add("person", baby, kUnit).text();
    baby.set("birth_date", "2026-02-02");
    baby.set_token("birth_order", "2");
    asked.loser = siti.add("person", baby, kUnit).text();
    agree();
    CHECK(refusal(asked) == "they were born together: twins look alike");
}

TEST_CASE_FIXTURE(Doubles, "DOMAIN 8.7: nor two babies whom one cadre wrote down under two names") {
    joining::Request asked = request();
    asked.winner = infant_of(siti, of_siti, "Nabila").text();
    asked.loser = infant_of(siti, of_siti, "Nabilah").text();
    const RecordId of_another = infant_of(ani, of_siti, "Nabilla");
    agree();
    CHECK(refusal(asked) ==
          "one cadre wrote both down, of one mother and one day: they may be twins");
    asked.loser = of_another.text();
    join(asked);  // by another cadre: written twice
}

TEST_CASE_FIXTURE(Doubles, "SYNC 17: what names two who were joined before is no difference") {
    const RecordId one = infant_of(siti, of_siti, "Dewi");
    const RecordId other = infant_of(ani, of_ani, "Dewi");
    agree();
    const auto mothers_differ = [&] {
        const auto shown = joining::preview(server.desk(), one.text(), other.text()).value();
        return std::any_of(shown.fields.begin(), shown.fields.end(),
                           [](const auto& each) { return each.field == "mother_person_id"; });
    };
    CHECK(mothers_differ());
    join(request());
    CHECK_FALSE(mothers_differ());
    joining::Request asked = request();
    asked.winner = one.text();
    asked.loser = other.text();
    join(asked);
}

TEST_CASE_FIXTURE(Doubles,
                  "DOMAIN 8.7: one birth recorded twice: the births first, then the infants") {
    const RecordId one = infant_of(siti, of_siti, "Dewi");
    const RecordId other = infant_of(siti, of_ani, "Dewi");
    const RecordId birth = birth_of(of_siti, 1);
    const RecordId again = birth_of(of_ani, 1);
    born(birth, one, 1);
    born(again, other, 1);
    agree();
    CHECK(held().empty());
    joining::Request births = request();
    births.winner = birth.text();
    births.loser = again.text();
    CHECK(refusal(births) == "they are of different mothers: join these first");
    join(request());
    joining::Request infants = request();
    infants.winner = one.text();
    infants.loser = other.text();
    CHECK(refusal(infants) == "two births of that day stand behind them: join the births first");
    join(births);
    join(infants);
    agree();
    // One infant is counted, once.
    const base::Month month{std::chrono::year{2026}, std::chrono::month{1}};
    REQUIRE(reports::settle(server.connection(), month).ok());
    const auto facts =
        server_store::facts_of_cell(server.connection(), base::to_text(month), "SIGIZI_14");
    REQUIRE(facts.ok());
    int counted = 0;
    for (const auto& each : facts.value()) counted += each.part == "NUMERATOR" ? 1 : 0;
    CHECK(counted == 1);
}

TEST_CASE_FIXTURE(Doubles, "a mother is not joined with her daughter, nor across posyandu") {
    const RecordId child = infant_of(siti, of_siti, "Dewi");
    const RecordId there = tini.add("household", household("Sana"), kOther);
    Fields far = person("Rina", false);
    far.set("household_id", there.text());
    const RecordId elsewhere = tini.add("person", far, kOther);
    everybody();
    joining::Request asked = request();
    asked.loser = child.text();
    asked.is_forced = true;
    CHECK(refusal(asked) == "one is the other's mother");
    asked.loser = elsewhere.text();
    CHECK(refusal(asked) == "they are of different posyandu: move one first");
    joining::MoveRequest closer = to(elsewhere, kUnit);
    closer.into = home.text();
    move(closer);
    asked.is_forced = false;
    join(asked);
    everybody();
    CHECK(siti.shown(elsewhere).text("merged_into") == of_siti.text());
}

TEST_CASE_FIXTURE(Doubles, "who was joined moves as one") {
    ani.add("followup_task", task_of(of_ani, "KF2"), kUnit);
    join(request());
    agree();
    move(to(home, kOther));
    everybody();
    CHECK(tini.has(of_siti));
    CHECK(tini.has(of_ani));
    CHECK(confirmed_rows(siti).empty());
    CHECK(tini.status().is_green());
}

TEST_CASE_FIXTURE(Doubles,
                  "SYNC 9: a page that was drawn before somebody changed it joins nothing") {
    const auto seen = joining::preview(server.desk(), of_siti.text(), of_ani.text());
    REQUIRE(seen.ok());
    joining::Request asked = request();
    asked.seen[of_siti.text()] = seen.value().winner.revision;
    asked.seen[of_ani.text()] = seen.value().loser.revision;
    ani.edit(of_ani, set("phone", "0812"));
    agree();
    CHECK(refusal(asked).find("look at it again") != std::string::npos);
}

TEST_CASE_FIXTURE(Doubles,
                  "SYNC 17: no laptop joins records; what tries waits for the health centre") {
    siti.edit(of_ani, set("merged_into", of_siti.text()));
    siti.sync();
    REQUIRE(held().size() == 1);
    CHECK(held()[0].code == "merge");
    CHECK(siti.status().quarantined == 1);
}
