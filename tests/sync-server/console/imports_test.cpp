// A coordinator brings in a list: she looks, chooses, takes, and takes back.
#include "tests/sync-server/console/desk.h"

#include "sync-server/importing/taking.h"
#include "sync-server/store/records/imports.h"
#include "sync-server/store/records/records.h"

using namespace console_test;

namespace {

const std::string kHead = "Nama;JK;Tgl Lahir;Nama Ortu;Tgl Lahir Ibu;Posyandu;RT\r\n";
const std::string kTwo =
    "Aisyah;P;02/05/2026;Siti Aminah;03/02/1999;P1;01\r\n"
    "Hasan;L;07-06-2026;Dewi;1 Jan 1995;P2;2\r\n";

struct Importing : Desk {
    Importing() { sign_in("koord"); }
    http::Response look(const std::string& bytes, const std::string& name = "bayi.csv") {
        return upload("/imports", {}, "table", name, bytes);
    }
    std::string expected() { return input_value(get("/imports/draft").body, "expected"); }
    std::size_t people() { return server_store::ids_of_type(writer(), "person").value().size(); }
    std::string import() { return server_store::imports(writer()).value().at(0).id; }
};

bool holds(const http::Response& response, const std::string& text) {
    return response.body.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(Importing, "a list is looked at, brought in, and taken back") {
    CHECK(look(kHead + kTwo).status == 303);
    CHECK(people() == 0);
    const auto page = get("/imports/draft");
    CHECK(page.status == 200);
    CHECK(holds(page, "Aisyah"));
    CHECK(holds(page, "Masukkan 2 bayi"));
    CHECK(post("/imports/draft/take", {{"expected", expected()}}).status == 303);
    CHECK(people() == 4);
    const auto list = get("/imports");
    CHECK(holds(list, "bayi.csv"));
    CHECK(holds(list, "2 bayi, 2 ibu, dan 2 keluarga"));
    CHECK(get("/imports/draft").status == 404);  // it is not kept
    CHECK(post("/imports/" + import() + "/undo", {{"reason", "salah berkas"}}).status == 303);
    CHECK(holds(get("/imports"), "6 catatan ditarik"));
    CHECK(holds(get("/imports"), "sudah dibatalkan"));
}

TEST_CASE_FIXTURE(Importing, "rows that cannot be taken are said, and can be left out") {
    look(kHead + kTwo + "Tanpa;x;kemarin;;;P9;\r\n");
    const auto page = get("/imports/draft");
    CHECK(holds(page, "tanggal lahir tidak terbaca: kemarin"));
    CHECK(holds(page, "posyandu tidak dikenal: P9"));
    CHECK_FALSE(holds(page, "Masukkan 2 bayi"));
    const auto refused = post("/imports/draft/take", {{"expected", expected()}});
    CHECK(refused.status >= 400);
    CHECK(people() == 0);
    CHECK(post("/imports/draft", {{"skip", "all"}, {"column.infant.full_name", "0"}}).status ==
          303);
    const Fields choices = {{"column.infant.full_name", "0"},
                            {"column.infant.sex", "1"},
                            {"column.infant.birth_date", "2"},
                            {"column.mother.full_name", "3"},
                            {"column.mother.birth_date", "4"},
                            {"column.unit", "5"},
                            {"left_out", "4"}};
    CHECK(post("/imports/draft", choices).status == 303);
    CHECK(holds(get("/imports/draft"), "Masukkan 2 bayi"));
    CHECK(post("/imports/draft/take", {{"expected", expected()}}).status == 303);
    CHECK(people() == 4);
}

TEST_CASE_FIXTURE(Importing, "columns of unknown headings are asked for") {
    look("a;b;c;d\r\nBilal;L;2026-11-01;P1\r\n");
    CHECK(holds(get("/imports/draft"), "Pilih kolom yang berisi nama"));
    post("/imports/draft", {{"column.infant.full_name", "0"},
                            {"column.infant.sex", "1"},
                            {"column.infant.birth_date", "2"},
                            {"column.unit", "99"},
                            {"unit", "P1"}});
    CHECK(holds(get("/imports/draft"), "Masukkan 1 bayi"));
}

TEST_CASE_FIXTURE(Importing, "what is no list is refused in words, and the page stays") {
    const auto empty = look("", "kosong.csv");
    CHECK(empty.status == 422);
    CHECK(holds(empty, "Tidak ada baris di dalam daftar ini."));
    CHECK(holds(look("Nama\r\n\"a\r\n"), "tidak terbaca sebagai daftar"));
    CHECK(holds(look(std::string("PK\x03\x04 broken", 11), "x.xlsx"), "rusak"));
    CHECK(post("/imports", {}).status == 422);
}

TEST_CASE_FIXTURE(Importing, "hostile names are text, and a file name is no path") {
    const std::string name = "<script>alert(1)</script>\xE2\x80\xAE=1+1";
    look(kHead + name + ";P;02/05/2026;;;P1;\r\n", "../../etc/<b>.csv");
    const auto page = get("/imports/draft");
    CHECK_FALSE(holds(page, "<script>alert"));
    CHECK(holds(page, "&lt;script&gt;"));
    CHECK_FALSE(holds(page, "../../etc"));
    CHECK_FALSE(holds(page, "<b>.csv"));
}

TEST_CASE_FIXTURE(Importing,
                  "each coordinator's file is her own, and others may bring in nothing") {
    look(kHead + kTwo);
    for (const char* other : {"bidan", "dinkes", "admin"}) {
        sign_out();
        sign_in(other);
        CHECK(get("/imports").status == 403);
        CHECK(get("/imports/draft").status == 403);
        CHECK(look(kHead + kTwo).status == 403);
    }
    CHECK(people() == 0);
}

TEST_CASE_FIXTURE(Importing, "taking twice takes once, and an old preview is told") {
    look(kHead + kTwo);
    const std::string seen = expected();
    // In another tab another list of as many infants: it is not the one that she looked at.
    std::string other = kHead + kTwo;
    other.replace(other.find("Aisyah"), 6, "Salma");
    look(other);
    CHECK(post("/imports/draft/take", {{"expected", seen}}).status >= 400);
    CHECK(post("/imports/draft/take", {}).status >= 400);
    CHECK(people() == 0);
    look(kHead + kTwo);
    CHECK(post("/imports/draft/take", {{"expected", seen}}).status == 303);
    CHECK(post("/imports/draft/take", {{"expected", seen}}).status == 404);
    CHECK(people() == 4);
}

TEST_CASE_FIXTURE(Importing, "all that cannot be taken is left out at once, shown or not") {
    std::string rows = kTwo;
    for (int i = 0; i < 120; ++i) rows += "Tanpa" + std::to_string(i) + ";x;kemarin;;;P9;\r\n";
    look(kHead + rows);
    const Fields columns = {{"column.infant.full_name", "0"},  {"column.infant.sex", "1"},
                            {"column.infant.birth_date", "2"}, {"column.mother.full_name", "3"},
                            {"column.mother.birth_date", "4"}, {"column.unit", "5"}};
    Fields skip = columns;
    skip.emplace_back("skip", "all");
    CHECK(post("/imports/draft", skip).status == 303);
    CHECK(holds(get("/imports/draft"), "Masukkan 2 bayi"));
    // Looked at again, those that are not on the page stay left out.
    Fields again = columns;
    again.emplace_back("rows", "2 3");
    CHECK(post("/imports/draft", again).status == 303);
    CHECK(holds(get("/imports/draft"), "Masukkan 2 bayi"));
}

TEST_CASE_FIXTURE(Importing, "a taking back that is not finished is said, and can be finished") {
    look(kHead + kTwo);
    REQUIRE(post("/imports/draft/take", {{"expected", expected()}}).status == 303);
    const forms::FormSet forms = forms::FormSet::builtin();
    const accept::Desk desk{writer(), forms, clock, random};
    int works = 0;
    const auto ended = [&](const std::function<base::Status(const accept::Desk&)>& work) {
        if (++works == 1) return work(desk);
        return base::Status(base::Error{base::ErrorCode::Storage, "it was ended"});
    };
    const std::string koord = user("koord").id.text();
    REQUIRE_FALSE(importing::undo(ended, import(), koord, "salah berkas").ok());
    CHECK(holds(get("/imports"), "pembatalan belum selesai"));
    CHECK(holds(get("/imports"), "/undo\""));
    CHECK(holds(get("/audit?what=import_undo_begun"), "mulai membatalkan daftar"));
    CHECK(holds(get("/audit?what=import_undo_begun"), "salah berkas"));
    CHECK(post("/imports/" + import() + "/undo", {{"reason", "salah berkas"}}).status == 303);
    CHECK_FALSE(holds(get("/imports"), "pembatalan belum selesai"));
    CHECK(holds(get("/imports"), "sudah dibatalkan"));
}

TEST_CASE_FIXTURE(Importing, "a file's name is as long as a name of a file can be") {
    CHECK(look(kHead + kTwo, std::string(50'000, 'x') + ".csv").status == 303);
    const auto draft = server_store::import_draft_of(writer(), user("koord").id.text()).value();
    REQUIRE(draft.has_value());
    CHECK(draft->file_name.size() <= 255);
}
