// What the rules refuse is said in the reader's language, whatever it is; and who reads what.
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/keeping/audit.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

TEST_CASE("a refusal that no page knows is said in a general sentence, never in English") {
    const console::Speaking speaking(words::Language::Indonesian);
    using base::ErrorCode;
    CHECK(console::in_words({ErrorCode::Usage, "this needs a reason"}) == "Beri alasannya dahulu");
    CHECK(console::in_words({ErrorCode::Refused, "a sentence of next year"}) ==
          "Ini tidak dapat dilakukan. Periksa isian Anda, lalu coba lagi.");
    CHECK(console::is_refusal({ErrorCode::Refused, ""}));
    CHECK_FALSE(console::is_refusal({ErrorCode::DiskFull, ""}));
    CHECK_FALSE(console::is_refusal({ErrorCode::Storage, ""}));
}

TEST_CASE_FIXTURE(Desk, "a target that its form refuses is told with the question's own words") {
    sign_in("koord");
    const auto refused = post("/targets", {{"unit_code", "P1"},
                                           {"period", "2026"},
                                           {"indicator", "ID_BERSALIN"},
                                           {"kind", "OFFICIAL"},
                                           {"figure", "-5"}});
    CHECK(refused.status == 422);
    CHECK_FALSE(has(refused, "figure:"));
    CHECK_FALSE(has(refused, "indicator:"));
}

TEST_CASE_FIXTURE(Desk, "free words in the audit are for who may see persons") {
    const server_store::Audited done{clock.now(), user("koord").id.text(), "quarantine_refused",
                                     "01890000-0000-7000-8000-0000000000b2", "bukan anak Siti"};
    REQUIRE(server_store::audit(writer(), done).ok());
    sign_in("koord");
    CHECK(has(get("/audit"), "bukan anak Siti"));
    CHECK(has(get("/audit"), "menolak perubahan tertahan"));
    sign_in("admin");
    CHECK_FALSE(has(get("/audit"), "bukan anak Siti"));
    CHECK(has(get("/audit"), "menolak perubahan tertahan"));
}
