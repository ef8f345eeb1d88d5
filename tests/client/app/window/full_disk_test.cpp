// A nearly full disk, as the window's forms meet it.
#include "client/app/window/record_book.h"
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
