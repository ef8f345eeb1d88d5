// SYNC 6 and 8: what becomes of a change that contends for more than one thing, or more than once.
#include "client/app/recording/recorder.h"
#include "client/store/drafts.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

namespace {

// Somebody has a correction of a household open, or left it as a draft.
struct Correcting : Village {
    RecordId id = known_household("Budi");
    records::Revision base = opened();

    records::Revision opened() {
        const auto now = store::base_now(siti.store(), id);
        REQUIRE(now.ok());
        return now.value();
    }
    void ani_writes(const char* field, const char* value) {
        ani.edit(id, set(field, value));
        ani.sync();
        siti.sync();  // by itself, behind the open form
        REQUIRE(siti.shown(id).text(field) == value);
    }
    void siti_saves(const Fields& answers, const std::string& draft = "") {
        const auto identity = siti.store().identity();
        REQUIRE(identity.ok());
        client_app::Recorder recorder(siti.store(), forms::FormSet::builtin(), clock, random,
                                      identity.value());
        client_app::Entry entry;
        entry.type = "household";
        entry.id = id;
        entry.answers = answers;
        entry.draft = draft;
        entry.base = base;
        const auto recorded = recorder.record(entry);
        REQUIRE(recorded.ok());
        REQUIRE(recorded.value().is_saved);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Village,
                  "SYNC 8: a contender replaced by its author's later one is done; the later one "
                  "is what is open") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    ani.edit(id, set("rt", "007"));
    siti.sync();
    ani.sync();
    CHECK(ani.status().conflicted == 1);
    const auto open = open_contenders();
    REQUIRE(open.size() == 1);
    CHECK(open[0].mine == R"({"rt":"007"})");
    decide(open[0], accept::Choice::Incoming);
    agree();
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().is_green());
    CHECK(ani.shown(id).text("rt") == "007");
}

TEST_CASE_FIXTURE(
    Village,
    "SYNC 8: of two contested fields one decided leaves the other contested, and shown so") {
    const RecordId id = known_household("Budi");
    Fields of_siti = set("rt", "005");
    of_siti.set("landmark", "Sungai");
    Fields of_ani = set("rt", "006");
    of_ani.set("landmark", "Masjid");
    siti.edit(id, of_siti);
    ani.edit(id, of_ani);
    siti.sync();
    ani.sync();
    const auto open = open_contenders();
    REQUIRE(open.size() == 2);
    decide(open[0], accept::Choice::Incoming);
    agree();
    CHECK(ani.status().conflicted == 1);
    CHECK(conflict_id(outcome_of(ani, id)) == open[1].id);
    decide(open[1], accept::Choice::Standing);
    agree();
    CHECK(ani.status().conflicted == 0);
    CHECK(ani.status().rejected == 0);
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(Village, "SYNC 8: a change is rejected only if all that it wanted was refused") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    Fields of_ani = set("rt", "006");
    of_ani.set("landmark", "Masjid");
    ani.edit(id, of_ani);
    siti.sync();
    ani.sync();
    decide(open_contenders().at(0), accept::Choice::Standing);
    agree();
    CHECK(ani.status().rejected == 0);
    CHECK(ani.shown(id).text("landmark") == "Masjid");
    siti.edit(id, set("rw", "001"));
    ani.edit(id, set("rw", "009"));
    siti.sync();
    ani.sync();
    decide(open_contenders().at(0), accept::Choice::Standing);
    agree();
    CHECK(ani.status().rejected == 1);
    CHECK(outcome_of(ani, id).find("sudah didatangi") != std::string::npos);
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 6: a decision's outcome carries the revision that the record has now") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    ani.edit(id, set("rt", "006"));
    siti.sync();
    ani.sync();
    decide(open_contenders().at(0), accept::Choice::Incoming);
    agree();
    const auto outcome = protocol::parse_outcome(outcome_of(ani, id));
    REQUIRE(outcome.ok());
    const auto stored = server_store::find_record(server.connection(), id.text());
    REQUIRE(stored.ok());
    CHECK(outcome.value().revision == stored.value()->record.revision);
}

TEST_CASE_FIXTURE(Village, "SYNC 8: what arrived below her own unsent value she has not seen") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rw", "103"));
    ani.sync();
    bool is_first = true;
    siti.link().fault = [&] {  // she types while another's value is under way
        if (std::exchange(is_first, false)) siti.edit(id, set("rw", "101"));
        return Fault::None;
    };
    siti.round();
    siti.edit(id, set("rw", "102"));
    siti.sync();
    siti.sync();
    REQUIRE(open_contenders().size() == 1);
    ani.sync();
    CHECK(ani.shown(id).text("rw") == "103");
    CHECK(siti.shown(id).text("rw") == "103");
}

TEST_CASE_FIXTURE(Correcting,
                  "SYNC 8: what arrived while a correction was open she has not seen: a conflict, "
                  "and nothing is overwritten") {
    ani_writes("rt", "033");
    siti_saves(set("rt", "022"));
    agree();
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine == R"({"rt":"022"})");
    CHECK(siti.status().conflicted == 1);
    CHECK(siti.shown(id).text("rt") == "033");
    CHECK(ani.shown(id).text("rt") == "033");
}

TEST_CASE_FIXTURE(Correcting,
                  "SYNC 8: a correction's draft stands on what was seen when it was begun, however "
                  "often it is kept again") {
    store::Draft draft{"d1", "household", id.text(), "1", set("rt", "022"), clock.now(), base};
    REQUIRE(store::put_draft(siti.store(), draft).ok());
    ani_writes("rt", "033");
    siti.reopen();
    draft.base = opened();
    REQUIRE(base < *draft.base);
    REQUIRE(store::put_draft(siti.store(), draft).ok());
    const auto kept = store::find_draft(siti.store(), "d1");
    REQUIRE((kept.ok() && kept.value() && kept.value()->base));
    CHECK(*kept.value()->base == base);
    base = *kept.value()->base;
    siti_saves(kept.value()->answers, "d1");
    CHECK(store::drafts(siti.store()).value().empty());
    agree();
    CHECK(open_contenders().size() == 1);
    CHECK(siti.shown(id).text("rt") == "033");
    CHECK(ani.shown(id).text("rt") == "033");
}

TEST_CASE_FIXTURE(Correcting,
                  "SYNC 8: a correction that stays open contends with nothing but its own field") {
    ani_writes("landmark", "Masjid");
    siti.edit(id, set("rw", "101"));
    siti.sync();
    Fields answers = set("rt", "022");
    answers.set("rw", "102");  // she herself wrote the other one meanwhile
    siti_saves(answers);
    agree();
    CHECK(open_contenders().empty());
    CHECK(siti.status().is_green());
    CHECK(ani.shown(id).text("landmark") == "Masjid");
    CHECK(ani.shown(id).text("rt") == "022");
    CHECK(ani.shown(id).text("rw") == "102");
}

TEST_CASE_FIXTURE(Correcting, "SYNC 8: a correction begun after the other's arrived replaces it") {
    ani_writes("rt", "033");
    base = opened();
    siti_saves(set("rt", "022"));
    agree();
    CHECK(open_contenders().empty());
    CHECK(ani.shown(id).text("rt") == "022");
}

TEST_CASE_FIXTURE(Correcting,
                  "SYNC 8: a form that opens over her own unsent value has not seen what is below "
                  "it") {
    ani.edit(id, set("rt", "033"));
    ani.sync();
    bool is_first = true;
    siti.link().fault = [&] {
        if (std::exchange(is_first, false)) siti.edit(id, set("rt", "021"));
        return Fault::None;
    };
    siti.round();
    base = opened();  // the form shows 021
    siti.sync();      // and 021 is a conflict meanwhile
    siti_saves(set("rt", "022"));
    agree();
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine == R"({"rt":"022"})");
    CHECK(ani.shown(id).text("rt") == "033");
}
