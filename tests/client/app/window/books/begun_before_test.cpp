// What the author of a correction had seen goes with it from the form to the outbox (SYNC 8).
#include "client/app/window/books/record_book.h"
#include "client/store/outbox.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

namespace {

struct Desk {
    trial::Laptop laptop;
    base::SystemClock clock;
    base::SystemRandom random;
    client_app::BackRoom back_room{[] {}};
    client_app::FamilyBook families{clock, back_room};
    client_app::RecordBook records{families, clock, random};
    client_app::Work work;
    std::string house;

    Desk() {
        work.store = laptop.open();
        work.identity = work.store->identity().value();
        work.recorder = std::make_unique<client_app::Recorder>(
            *work.store, forms::FormSet::builtin(), clock, random, work.identity);
        records.open(work);
        house = laptop.record(*work.store, "household",
                              R"({"head_name":"Agus","rt":"003","status":"ACTIVE"})");
        arrives(4);
    }
    void arrives(int counter) {
        auto& connection = work.store->connection();
        REQUIRE(connection.execute("UPDATE outbox SET in_overlay = 0").ok());
        const std::string to = std::to_string(counter);
        REQUIRE(connection.execute(("UPDATE record SET epoch = 1, counter = " + to).c_str()).ok());
    }
    records::Revision sent_on() {
        const auto sent = store::changes_of(*work.store, house).value();
        return records::parse_change(sent.back().line).value().base;
    }
    screens::Save correction(std::optional<records::Revision> base) const {
        screens::Save save;
        save.type = "household";
        save.record = house;
        save.answers.set("rt", "022");
        save.base = base;
        return save;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "a correction stands on what was there when its form opened") {
    const auto opened = records.open_record(house);
    REQUIRE(opened.ok());
    CHECK(opened.value().answers.text("rt") == "003");
    arrives(9);
    REQUIRE(records.save(correction(opened.value().base)).ok());
    CHECK(sent_on() == records::Revision{1, 4});
}

TEST_CASE_FIXTURE(Desk, "a correction's draft comes back with what its author had seen") {
    screens::Draft draft;
    draft.id = records.new_draft_id();
    draft.type = "household";
    draft.record = house;
    draft.answers.set("rt", "022");
    draft.base = records.open_record(house).value().base;
    REQUIRE(records.put_draft(draft).ok());
    arrives(9);
    REQUIRE(records.drafts().size() == 1);
    CHECK(records.drafts().front().base == records::Revision{1, 4});
}

TEST_CASE_FIXTURE(Desk, "who says nothing of what she saw corrects the record as it is") {
    arrives(9);
    REQUIRE(records.save(correction(std::nullopt)).ok());
    CHECK(sent_on() == records::Revision{1, 9});
}
