// A large table is written part by part, with laptops in between, and is all here or not at all.
#include "sync-server/importing/taking.h"

#include "shared/records/record.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/imports.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace importing;

namespace {

const base::Instant kNow = base::parse_date_time("2026-11-21T09:00:00+07:00").value();
constexpr int kRows = 260;  // of three records each: two parts
constexpr std::int64_t kTwoMinutes = 121'000;

struct HealthCentre {
    simulation::ScratchFolder folder;
    base::FixedClock clock{kNow};
    base::SeededRandom random{7};
    simulation::Server server{folder.path("server.db"), clock, random, {"P1"}};
    accept::Desk desk = server.desk();
    int works = 0;
    int last = 1'000;  // works that are done: after them the disk is full

    Alone alone() {
        return [this](const std::function<Status(const accept::Desk&)>& work) -> Status {
            if (++works <= last) return work(desk);
            return base::Error{base::ErrorCode::Storage, "the disk is full"};
        };
    }
    static std::string csv() {
        std::string text = "Nama,JK,Tgl Lahir,Nama Ortu,Tgl Lahir Ibu,Posyandu,RT\r\n";
        const auto two = [](int number) {
            return (number < 10 ? "0" : "") + std::to_string(number);
        };
        for (int i = 0; i < kRows; ++i) {
            const std::string letters{static_cast<char>('a' + i / 26),
                                      static_cast<char>('a' + i % 26)};
            text += "Putri " + letters + letters + ",P,2026-" + two(1 + i / 28) + "-" +
                    two(1 + i % 28) + ",Wati " + letters + letters + "," +
                    std::to_string(1980 + i % 25) + "-" + two(1 + i % 9) + "-" + two(1 + i % 28) +
                    ",P1,0" + std::to_string(1 + i % 9) + "\r\n";
        }
        return text;
    }
    Result<Taken> take() {
        const Table table = read_table(csv()).value();
        return importing::take(alone(), table, likely_columns(table), {},
                               {"bayi.csv", csv(), "koordinator"});
    }
    std::int64_t standing() {
        std::int64_t count = 0;
        for (const char* type : {"household", "person"}) {
            const auto ids = server_store::ids_of_type(server.connection(), type).value();
            for (const std::string& id : ids) {
                const auto stored = server_store::find_record(server.connection(), id).value();
                count += records::is_retracted(stored->record) ? 0 : 1;
            }
        }
        return count;
    }
    server_store::Import first() {
        return server_store::imports(server.connection()).value().front();
    }
};

}  // namespace

TEST_CASE_FIXTURE(HealthCentre, "between two parts of a large table others write") {
    REQUIRE(take().ok());
    CHECK(works >= 5);  // what is broken, its beginning, two parts, its end
    CHECK(standing() == 3 * kRows);
    CHECK_FALSE(first().is_being_written);
    CHECK(server_store::audited(server.connection(), "import").value().size() == 1);
    works = 0;
    const auto undone = undo(alone(), first().id, "koordinator", "berkas salah");
    REQUIRE(undone.ok());
    CHECK(works > 4);
    CHECK(undone.value().withdrawn == 3 * kRows);
    CHECK(undone.value().kept.empty());
    CHECK(standing() == 0);
}

TEST_CASE_FIXTURE(HealthCentre,
                  "what failed in between is withdrawn, and may be brought in again") {
    last = 3;
    const auto failed = take();
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().message == "the disk is full");
    CHECK(first().is_being_written);
    CHECK(standing() > 0);
    last = 1'000;
    CHECK(undo(alone(), first().id, "koordinator", "x").error().message ==
          "this is being brought in still");
    CHECK(take().error().message == "this very file was brought in before");
    clock.advance_ms(kTwoMinutes);
    REQUIRE(clear_broken(alone()).ok());
    CHECK(standing() == 0);
    CHECK(first().undone_at.has_value());
    CHECK(server_store::audited(server.connection(), "import").value().empty());
    const auto why = server_store::audited(server.connection(), "import_undone").value();
    REQUIRE(why.size() == 1);
    CHECK(why[0].reason == "Pemasukan daftar terputus");
    REQUIRE(take().ok());
    CHECK(standing() == 3 * kRows);
}

TEST_CASE_FIXTURE(HealthCentre,
                  "one part that cannot be written takes those before it back at once") {
    int parts = 0;
    const Alone broken = [&](const std::function<Status(const accept::Desk&)>& work) -> Status {
        if (++parts == 4) return base::Error{base::ErrorCode::Storage, "one bad sector"};
        return work(desk);
    };
    const Table table = read_table(csv()).value();
    const auto failed = importing::take(broken, table, likely_columns(table), {},
                                        {"bayi.csv", csv(), "koordinator"});
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().message == "one bad sector");
    CHECK(standing() == 0);
    CHECK(first().undone_at.has_value());
    CHECK(server_store::imports_being_written(server.connection()).value().empty());
}

TEST_CASE_FIXTURE(HealthCentre, "one that is written still is left to who writes it") {
    last = 3;
    REQUIRE_FALSE(take().ok());
    last = 1'000;
    const std::int64_t before = standing();
    clock.advance_ms(60'000);
    REQUIRE(clear_broken(alone()).ok());
    CHECK(standing() == before);
    CHECK(first().is_being_written);
}

TEST_CASE_FIXTURE(HealthCentre,
                  "a taking back that was broken off goes on when it is asked again") {
    REQUIRE(take().ok());
    works = 0;
    last = 3;
    CHECK_FALSE(undo(alone(), first().id, "koordinator", "berkas salah").ok());
    CHECK(standing() > 0);
    CHECK(standing() < 3 * kRows);
    const auto begun = server_store::audited(server.connection(), "import_undo_begun").value();
    REQUIRE(begun.size() == 1);
    CHECK(begun[0].actor == "koordinator");
    CHECK(begun[0].subject == first().id);
    CHECK(begun[0].reason == "berkas salah");
    CHECK(first().is_undo_open);
    last = 1'000;
    REQUIRE(undo(alone(), first().id, "koordinator", "berkas salah").ok());
    CHECK(standing() == 0);
    CHECK(first().undone_at.has_value());
}

namespace {

// The computer slept before one of its works, or its clock jumped, and the server's clean-up was
// faster: it did so many works of its own.
struct Sleeper : HealthCentre {
    Alone asleep_before(int work, int cleaned) {
        return [this, work, cleaned](const std::function<Status(const accept::Desk&)>& next) {
            if (++works == work) {
                clock.advance_ms(kTwoMinutes);
                int done = 0;
                (void)clear_broken([&](const std::function<Status(const accept::Desk&)>& other) {
                    if (++done > cleaned) {
                        return Status(base::Error{base::ErrorCode::Storage, "it was ended"});
                    }
                    return other(desk);
                });
            }
            return next(desk);
        };
    }
    Result<Taken> take_asleep(int work, int cleaned) {
        const Table table = read_table(csv()).value();
        return importing::take(asleep_before(work, cleaned), table, likely_columns(table), {},
                               {"bayi.csv", csv(), "koordinator"});
    }
};

constexpr int kSecondPart = 4;
constexpr int kEnd = 5;

}  // namespace

TEST_CASE_FIXTURE(Sleeper, "one that was taken for ended writes nothing more, and says so") {
    int work = kSecondPart;
    int cleaned = 1'000;
    SUBCASE("before its second part") {}
    SUBCASE("before its end") {
        work = kEnd;
    }
    SUBCASE("while it is being withdrawn still") {
        cleaned = 3;
    }
    SUBCASE("as soon as it is stopped") {
        cleaned = 2;
    }
    const auto refused = take_asleep(work, cleaned);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message ==
          "this was interrupted for so long that it was taken back; bring it in again");
    CHECK(standing() == 0);
    CHECK(first().undone_at.has_value());
    CHECK_FALSE(first().is_being_written);
    CHECK_FALSE(first().is_undo_open);
    CHECK(server_store::audited(server.connection(), "import").value().empty());
    CHECK(server_store::audited(server.connection(), "import_undone").value().size() == 1);
    CHECK(take().ok());
    CHECK(standing() == 3 * kRows);
}

TEST_CASE_FIXTURE(HealthCentre, "a file is not brought in while it is being withdrawn still") {
    last = 3;
    REQUIRE_FALSE(take().ok());
    clock.advance_ms(kTwoMinutes);
    works = 0;
    CHECK_FALSE(clear_broken(alone()).ok());  // ended in its middle
    CHECK(first().is_undo_open);
    CHECK(standing() > 0);
    last = 1'000;
    CHECK(take().error().message == "this very file was brought in before");
    clock.advance_ms(kTwoMinutes);
    REQUIRE(take().ok());  // it takes back first what is broken
    CHECK(standing() == 3 * kRows);
}
