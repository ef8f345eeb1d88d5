// SYNC 8-12: what was decided at the health centre can be taken back; nothing is rewritten.
#include "sync-server/accept/desk/taking_back.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

using namespace simulation;
using base::RecordId;

namespace {

// Siti wrote "005", which stands; Ani's "006" contends.
struct Decided : Village {
    RecordId id = known_household("Budi");
    std::string conflict;

    Decided() {
        siti.edit(id, set("rt", "005"));
        ani.edit(id, set("rt", "006"));
        agree();
        conflict = open_contenders().at(0).id;
    }
    void decide(accept::Choice choice, const base::Fields& third = {}) {
        clock.advance_ms(1000);
        REQUIRE(
            accept::resolve_conflict(server.desk(), conflict, choice, third, "sudah ditanya").ok());
        siti.sync();
        ani.sync();
    }
    base::Status take_back(const accept::By& by = {}) {
        clock.advance_ms(1000);
        return accept::reopen_conflict(server.desk(), conflict, "salah rumah", by);
    }
    std::string stands() {
        return server_store::find_record(server.connection(), id.text())
            .value()
            ->record.fields.text("rt");
    }
    std::size_t logged() {
        return server_store::history_of(server.connection(), id.text()).value().size();
    }
    std::optional<accept::DecidedConflict> decided() {
        const auto forms = forms::FormSet::builtin();
        const auto contender = server_store::find_contender(server.connection(), conflict);
        return accept::decided_conflict(server.connection(), forms, *contender.value()).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Decided, "a decision that is taken back leaves both values to decide again") {
    decide(accept::Choice::Incoming);
    CHECK(stands() == "006");
    const std::size_t before = logged();
    REQUIRE(take_back().ok());
    CHECK(stands() == "005");
    CHECK(logged() == before + 1);  // written anew, nothing rewritten
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine.find("006") != std::string::npos);
    agree();
    CHECK(siti.shown(id).text("rt") == "005");
    CHECK(ani.shown(id).text("rt") == "005");
    CHECK(ani.status().conflicted == 1);
    decide(accept::Choice::Third, set("rt", "007"));
    agree();
    CHECK(ani.shown(id).text("rt") == "007");
    CHECK(ani.status().conflicted == 0);
    CHECK(server_store::audited(server.connection(), "conflict_reopened").value().size() == 1);
}

TEST_CASE_FIXTURE(Decided, "to have kept what stood is taken back: her answer waits again") {
    decide(accept::Choice::Standing);
    CHECK(ani.status().rejected == 1);
    REQUIRE(take_back().ok());
    CHECK(stands() == "005");
    agree();
    CHECK(ani.status().rejected == 0);
    CHECK(ani.status().conflicted == 1);
}

TEST_CASE_FIXTURE(Decided, "what somebody wrote after the decision stays when it is taken back") {
    decide(accept::Choice::Third, set("rt", "007"));
    siti.edit(id, set("rt", "008"));
    siti.sync();
    REQUIRE(decided().has_value());
    const accept::DecidedAnswer answer = decided()->answers.at(0);
    CHECK(answer.is_written_since);
    CHECK(answer.stood == "\"005\"");
    CHECK(answer.came == "\"006\"");
    CHECK(answer.decided == "\"007\"");
    CHECK(answer.now == "\"008\"");
    REQUIRE(take_back().ok());
    CHECK(stands() == "008");
    CHECK(open_contenders().size() == 1);
}

TEST_CASE_FIXTURE(Decided, "a decision is taken back once, and only as it was seen") {
    decide(accept::Choice::Incoming);
    CHECK(!accept::reopen_conflict(server.desk(), conflict, "").ok());
    accept::By old;
    old.seen_decided = base::Instant{decided()->contender.closed_at.unix_ms - 1};
    CHECK(accept::is_changed_since(take_back(old).error()));
    old.seen_decided.reset();
    old.seen = records::Revision{1, 1};
    CHECK(accept::is_changed_since(take_back(old).error()));
    REQUIRE(take_back().ok());
    CHECK(!take_back().ok());
    CHECK(!decided().has_value());
}

TEST_CASE_FIXTURE(Decided, "there is nothing to decide again where both say the same by now") {
    decide(accept::Choice::Standing);
    siti.edit(id, set("rt", "006"));
    siti.sync();
    const std::size_t before = logged();
    CHECK(take_back().error().code == base::ErrorCode::Refused);
    CHECK(logged() == before);
    CHECK(open_contenders().empty());
}

TEST_CASE_FIXTURE(Decided, "where its author has answered anew since, her later word is the one") {
    decide(accept::Choice::Standing);
    siti.edit(id, set("rt", "008"));
    ani.edit(id, set("rt", "009"));
    siti.sync();
    ani.sync();
    REQUIRE(open_contenders().size() == 1);
    CHECK(!take_back().ok());
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].mine.find("009") != std::string::npos);
}

namespace {

struct Refused : Village {
    server_store::Quarantined refuse(const RecordId& id) {
        siti.sync();
        REQUIRE(held().size() >= 1);
        const auto item = held().at(0);
        REQUIRE(item.record == id.text());
        REQUIRE(accept::reject_quarantined(server.desk(), item.device, item.n, "salah").ok());
        siti.sync();
        return item;
    }
    base::Status take_back(const server_store::Quarantined& item) {
        clock.advance_ms(1000);
        return accept::reopen_quarantined(server.desk(), item.device, item.n, "ternyata benar");
    }
};

}  // namespace

TEST_CASE_FIXTURE(Refused, "a refused change waits again, and its author sees it again") {
    base::Fields bad = household("Rusak");
    bad.set("rt", "dua belas");
    const RecordId id = siti.add("household", bad, kUnit);
    const auto item = refuse(id);
    CHECK(!siti.has(id));
    REQUIRE(take_back(item).ok());
    CHECK(!take_back(item).ok());
    REQUIRE(held().size() == 1);
    CHECK(held()[0].reason == item.reason);
    siti.sync();
    CHECK(siti.has(id));
    CHECK(siti.status().rejected == 0);
    CHECK(siti.status().quarantined == 1);
    REQUIRE(
        accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "012"), "").ok());
    agree();
    CHECK(ani.shown(id).text("rt") == "012");
    CHECK(siti.status().is_green());
    CHECK(!take_back(item).ok());  // it was mended
}

TEST_CASE_FIXTURE(Refused, "what was taken after a refusal stands when the refusal is taken back") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("landmark", std::string(500, 'x')));
    const auto item = refuse(id);
    siti.edit(id, set("landmark", "Sungai"));
    agree();
    REQUIRE(take_back(item).ok());
    siti.sync();
    CHECK(siti.shown(id).text("landmark") == "Sungai");
    REQUIRE(
        accept::mend_quarantined(server.desk(), item.device, item.n, set("landmark", "Pasar"), "")
            .ok());
    agree();
    CHECK(siti.shown(id).text("landmark") == ani.shown(id).text("landmark"));
}
