// The store's file as every version kept it, opened by this program (SYNC 25).
#include "client/store/drafts.h"
#include "client/store/erased.h"
#include "client/store/history.h"
#include "client/store/leaving.h"
#include "client/store/migrations.h"
#include "client/store/moves.h"
#include "client/store/outbox.h"
#include "client/store/status.h"
#include "shared/base/file.h"

#include <doctest/doctest.h>

using base::RecordId;

namespace {

// Of the story in the files.
const std::string kHome = "019c936e-3800-705a-be4a-673c91e8cd57";
const std::string kMother = "019c936e-3800-79e1-9c70-1982e4c70696";
const std::string kInfant = "019c936e-3800-7406-9c3a-8de5013f59b3";
const std::string kShared = "019c936e-3800-7dc8-858d-19530750a929";
const std::string kErasedOne = "019c936e-3800-7227-9117-534cd6d59107";
const std::string kMovedOne = "019c936e-3800-7ab1-857c-80351cda7673";
const std::string kEdit = "019aa3e0-0000-7000-8000-0000000000d1";

constexpr int kWithHistory = 2, kWithErased = 4, kWithMoved = 5, kWithDraftBase = 6, kWithWas = 9;

store::Store kept(int version) {
    const auto sql =
        base::read_file(std::string(KAWAN_SOURCE_DIR) + "/tests/client/store/fixtures/store-" +
                        std::to_string(version) + ".sql");
    REQUIRE_MESSAGE(sql.ok(), "a version of the store without its file: " << version);
    auto connection = db::Connection::open(":memory:").value();
    REQUIRE(connection.execute(sql.value().c_str()).ok());
    REQUIRE(connection.number("PRAGMA user_version").value() == version);
    auto opened = store::Store::open(std::move(connection));
    REQUIRE(opened.ok());
    return std::move(opened).value();
}

std::string shown(store::Store& store, const std::string& record, const char* field) {
    const auto found = store.find(record);
    REQUIRE((found.ok() && found.value()));
    return found.value()->record.fields.text(field);
}

void check_records(store::Store& store) {
    CHECK(store.record_count().value() == 7);
    CHECK(shown(store, kHome, "rt") == "005");
    CHECK(shown(store, kInfant, "full_name") == "Dewi Lestari");  // hers, waiting
    CHECK(shown(store, kShared, "rt") == "006");                  // the server's; hers contends
    CHECK(store.naming(kHome).value().size() == 2);
    CHECK(store.identity().value().device == "019c936e-3800-7248-8e9b-13ef352da4eb");
    CHECK(store::moved_at(store, kHome).value().is_zero());
}

void check_outbox(store::Store& store) {
    const auto status = store::sync_status(store).value();
    CHECK(status.waiting == 2);
    CHECK(status.conflicted == 1);
    CHECK(status.quarantined == 1);
    CHECK(status.acknowledged == 11);
    CHECK(store::receipts(store, 9).value().size() == 3);
    const auto sending = store::to_send(store, 1 << 20).value();
    REQUIRE(sending.size() == 2);
    CHECK(sending[0].n == 12);
    // Number and chain go on where they were.
    const records::Revision base = store::base_now(store, RecordId(kHome)).value();
    CHECK(base == records::Revision{1, 3});
    base::Fields set;
    set.set("landmark", "mushola");
    const store::Write write{"household", RecordId(kHome), "POSY-1", set, "1", "", ""};
    const auto n = store::save(store, write, {}, base::Instant{1'772'000'001'000});
    REQUIRE(n.ok());
    CHECK(n.value() == 14);
    const auto after = store::to_send(store, 1 << 20).value();
    CHECK(after.back().hash == records::chain_hash(sending.back().hash, 14, after.back().line));
    CHECK(shown(store, kHome, "landmark") == "mushola");
}

void check_what_is_later(store::Store& store, int version) {
    const bool has_history = version >= kWithHistory;
    CHECK(store::arrived_changes(store, kShared).value().size() == (has_history ? 1 : 0));
    const auto sent = store::changes_of(store, kShared).value();
    CHECK(sent.at(1).before.has_value() == has_history);
    CHECK(store::is_erased(store, kErasedOne).value() == (version >= kWithErased));
    CHECK(store::moved_at(store, kMovedOne).value() ==
          (version >= kWithMoved ? records::Revision{1, 2} : records::Revision{}));
    const auto was = store::moves(store).value();
    CHECK(was.count(kMovedOne) == (version >= kWithWas ? 1 : 0));
    // What an older program passed over is asked for once.
    CHECK(store::knows_moves(store).value() == (version >= kWithWas));
}

}  // namespace

TEST_CASE("SYNC 25: the file of every version of the store opens, says what it held and goes on") {
    for (int version = 1; version <= static_cast<int>(store::migrations().size()); ++version) {
        CAPTURE(version);
        store::Store store = kept(version);
        check_records(store);
        check_outbox(store);
        check_what_is_later(store, version);
    }
}

TEST_CASE("SYNC 25: drafts of every version of the store are there, as they were typed") {
    for (int version = 1; version <= static_cast<int>(store::migrations().size()); ++version) {
        CAPTURE(version);
        store::Store store = kept(version);
        CHECK(store::drafts(store).value().size() == 2);
        const auto edit = store::find_draft(store, kEdit).value();
        REQUIRE(edit);
        CHECK(edit->answers.text("rt") == "012");
        CHECK(edit->base ==
              (version >= kWithDraftBase ? records::Revision{1, 3} : records::Revision{1, 1}));
    }
}
