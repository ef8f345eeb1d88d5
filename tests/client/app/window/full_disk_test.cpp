// A nearly full disk, as the window's forms meet it.
#include "client/app/window/books/record_book.h"
#include "client/store/drafts.h"
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
    std::int64_t free_bytes = 60'000'000;

    Desk() {
        work.store = laptop.open();
        work.identity = work.store->identity().value();
        work.recorder = std::make_unique<client_app::Recorder>(
            *work.store, forms::FormSet::builtin(), clock, random, work.identity);
        work.recorder->watch_room([this] { return free_bytes; });
        records.open(work);
    }
    base::Status put(const std::string& id, const char* answers) {
        screens::Draft draft;
        draft.id = id;
        draft.type = "household";
        draft.answers = base::Fields::parse(answers).value();
        return records.put_draft(draft);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "on a full disk no new draft is begun; one that was begun goes on") {
    REQUIRE(put("d1", R"({"rt":"00"})").ok());
    free_bytes = 40'000'000;
    const auto refused = put("d2", R"({"rt":"00"})");
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == base::ErrorCode::DiskFull);
    REQUIRE(put("d1", R"({"rt":"007"})").ok());
    CHECK(store::find_draft(*work.store, "d1").value()->answers.text("rt") == "007");
}

TEST_CASE_FIXTURE(Desk, "what one draft began is saved together on a full disk, or not begun") {
    const auto house = [](const char* draft) {
        screens::Save save;
        save.type = "household";
        save.unit = "P03";
        save.answers =
            base::Fields::parse(R"({"head_name":"Wahyu","rt":"007","rw":"002","status":"ACTIVE"})")
                .value();
        save.draft = draft;
        return save;
    };
    REQUIRE(put("d1", R"({"rt":"007"})").ok());
    free_bytes = 40'000'000;
    const auto refused = records.save_all({house(""), house("")});
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == base::ErrorCode::DiskFull);
    CHECK(work.store->list("household").value().empty());
    // The draft goes with the last of them, and stands for all.
    const auto saved = records.save_all({house(""), house("d1")});
    INFO((saved.ok() ? std::string() : saved.error().message));
    REQUIRE(saved.ok());
    CHECK(work.store->list("household").value().size() == 2);
    CHECK_FALSE(store::find_draft(*work.store, "d1").value().has_value());
}
