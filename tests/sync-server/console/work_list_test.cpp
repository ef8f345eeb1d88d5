// Working off what waits: each page says which of how many it is, and a decision leads to the next
// one, at last back to the list, which says what became of each.
#include "tests/sync-server/console/morning.h"

using namespace console_test;

TEST_CASE_FIXTURE(Morning, "one conflict leads to the next, and the last one to the list") {
    for (const int number : {11, 12, 13}) {
        put_mother(number, "Ibu " + std::to_string(number),
                   "199" + std::to_string(number % 10) + "-02-03");
        add_conflict(number);
    }
    CHECK(has(get("/conflicts"), "href=\"/conflicts/c11\""));
    const auto middle = get("/conflicts/c12");
    CHECK(has(middle, "Nomor 2 dari 3 yang menunggu"));
    CHECK(has(middle, "href=\"/conflicts/c11\""));
    CHECK(has(middle, "href=\"/conflicts/c13\""));
    CHECK(decide("/conflicts/c12") == "/conflicts/c13");
    CHECK(has(get("/conflicts/c13"), "Nomor 2 dari 2"));
    CHECK(decide("/conflicts/c13") == "/conflicts/c11");  // what she left for later
    CHECK(decide("/conflicts/c11") == "/conflicts");
    CHECK(has(get("/conflicts"), "Tidak ada lagi yang menunggu di sini."));
    const auto became = get("/decided");
    CHECK(has(became, "081234567892"));
    CHECK(has(became, "sudah ditelepon"));
    CHECK(has(became, "href=\"/conflicts/c12\""));  // where it is taken back
}

TEST_CASE_FIXTURE(Morning, "a midwife's next conflict is one of hers") {
    put_mother(11, "Ibu Sebelas", "1991-02-03");
    add_conflict(11);  // who somebody is, is the coordinator's
    sign_out();
    sign_in("bidan");
    CHECK(get("/conflicts/c11").status == 404);
    CHECK_FALSE(has(get("/conflicts"), "/conflicts/c11"));
}

TEST_CASE_FIXTURE(Morning, "what is sent back goes on waiting, and she goes on to the next one") {
    for (const int number : {11, 12}) {
        put_mother(number, "Ibu " + std::to_string(number),
                   "199" + std::to_string(number % 10) + "-02-03");
        add_waiting(number);
    }
    CHECK(has(get(waiting(11)), "Nomor 1 dari 2"));
    CHECK(send_back(waiting(11)) == waiting(12));
    const auto list = get("/quarantine");
    CHECK(has(list, "menunggu perbaikan kader"));
    CHECK(refuse(waiting(12)) == waiting(11));
    CHECK(send_back(waiting(11)) == "/quarantine");  // the only one left
    CHECK(has(get("/decided"), "ditolak"));
}

TEST_CASE_FIXTURE(Morning,
                  "home leads to the first that waits, and a list that is done to the next") {
    put_mother(11, "Ibu Sebelas", "1991-02-03");
    put_mother(12, "Ibu Dua Belas", "1992-02-03");
    add_conflict(11);
    add_waiting(12);
    CHECK(has(get("/"), "class=\"tile waiting\" href=\"/conflicts/c11\""));
    CHECK(has(get("/"), "class=\"tile waiting\" href=\"" + waiting(12) + "\""));
    CHECK_FALSE(has(get("/conflicts"), "Lanjut: "));
    CHECK(decide("/conflicts/c11") == "/conflicts");
    const auto done = get("/conflicts");
    CHECK(has(done, "Lanjut: Perubahan tertahan yang perlu diperbaiki (1)"));
    CHECK(has(done, "href=\"" + waiting(12) + "\""));
    CHECK(refuse(waiting(12)) == "/quarantine");
    CHECK(has(get("/quarantine"), "Tidak ada lagi yang menunggu keputusan Anda."));
    CHECK(has(get("/quarantine"), "href=\"/decided\""));
}

TEST_CASE_FIXTURE(Morning, "nothing is sent back to a laptop that was shut out") {
    put_mother(11, "Ibu Sebelas", "1991-02-03");
    add_waiting(11);
    CHECK(has(get(waiting(11)), "/back\""));
    REQUIRE(writer().execute("UPDATE device SET revoked_at = 1").ok());
    CHECK_FALSE(has(get(waiting(11)), "/back\""));
    CHECK(has(get(waiting(11)), "/refuse\""));
}
