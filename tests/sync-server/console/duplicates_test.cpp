// A coordinator finds two records of one mother, joins them, takes it back; and tells two others
// apart.
#include "tests/sync-server/console/desk.h"

#include "sync-server/accept/desk/desk.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/partings.h"
#include "sync-server/store/records/records.h"

#include <set>

using namespace console_test;

namespace {

const std::string kHouse = "01890000-0000-7000-8000-0000000000b1";
const std::string kSiti = "01890000-0000-7000-8000-0000000000b2";
const std::string kSitti = "01890000-0000-7000-8000-0000000000b3";
const std::string kPair = "/duplicates/" + kSiti + "/" + kSitti;

struct Twice : Desk {
    Twice() {
        put(kHouse, "household", R"({"head_name":"Agus","status":"ACTIVE","rt":"001"})");
        put(kSiti, "person", mother("Siti Aminah", "1999-02-03"));
        put(kSitti, "person", mother("Sitti Aminah", "1999-02-03"));
        sign_in("koord");
    }
    // As the server does at its next quiet moment.
    void compare() {
        REQUIRE(merge::work_in_background(writer(), clock, [] { return false; }).ok());
    }
    static std::string mother(const std::string& name, const std::string& born) {
        return R"({"full_name":")" + name + R"(","household_id":")" + kHouse +
               R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0","birth_date":")" +
               born +
               R"(","birth_date_precision":"D","nik_status":"UNKNOWN","vital_status":"ALIVE"})";
    }
    void put(const std::string& id, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id);
        record.type = type;
        record.unit = "P1";
        const auto stored = server_store::find_record(writer(), id).value();
        if (stored) record = stored->record;
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    base::Fields fields(const std::string& id) {
        return server_store::find_record(writer(), id).value()->record.fields;
    }
    Fields decision(std::string reason = "sudah ditanya") {
        const std::string page = get(kPair).body;
        return {{"winner", input_value(page, "winner")},
                {"shown-winner", input_value(page, "shown-winner")},
                {"shown-loser", input_value(page, "shown-loser")},
                {"reason", std::move(reason)}};
    }
    forms::FormSet forms = forms::FormSet::builtin();
};

}  // namespace

TEST_CASE_FIXTURE(Twice, "two records of one mother stand on the list with reasons in words") {
    CHECK(has(get("/duplicates"), "3 catatan baru masih dibandingkan"));
    compare();
    const auto list = get("/duplicates");
    CHECK(list.status == 200);
    CHECK(has(list, "Sitti Aminah"));
    CHECK(has(list, kPair));
    CHECK(has(list, "nama"));
    CHECK(server_store::audited(writer(), "see_duplicates").value().size() == 2);
}

TEST_CASE_FIXTURE(Twice, "they are joined with the chosen answers, and taken back weeks later") {
    Fields joined = decision();
    joined.emplace_back("take.full_name", "loser");
    CHECK(post(kPair + "/join", joined).status == 303);
    CHECK(fields(kSitti).text("merged_into") == kSiti);
    CHECK(fields(kSiti).text("full_name") == "Sitti Aminah");
    const auto merges = joining::merges(writer()).value();
    REQUIRE(merges.size() == 1);
    const std::string page = "/merges/" + merges[0].id;
    CHECK(has(get("/merges"), page));
    CHECK(has(get("/decided"), "Nama lengkap: <bdi>Sitti Aminah"));  // which of the two names
    clock.advance_ms(21LL * 86'400'000);
    sign_out();
    sign_in("koord2");
    put(kSiti, "person", R"({"phone":"081234567890"})");
    const std::string shown = get(page).body;
    CHECK(post(page + "/undo", {{"shown-winner", input_value(shown, "shown-winner")},
                                {"shown-loser", input_value(shown, "shown-loser")},
                                {"reason", "ternyata kakaknya"}})
              .status == 303);
    CHECK(fields(kSitti).text("merged_into").empty());
    CHECK(fields(kSiti).text("full_name") == "Siti Aminah");
    CHECK(fields(kSiti).text("phone") == "081234567890");  // a later word stays
    CHECK(has(get("/merges"), "sudah dibatalkan"));
    CHECK(has(get("/decided"), "<bdi>koord2</bdi>: <bdi>ternyata kakaknya</bdi>"));  // why undone
}

TEST_CASE_FIXTURE(Twice, "what came late to two that were joined is asked for, and settled once") {
    CHECK(post(kPair + "/join", decision()).status == 303);
    const std::string merge = joining::merges(writer()).value().front().id;
    const std::string shown = get("/merges/" + merge).body;
    CHECK(post("/merges/" + merge + "/undo", {{"shown-winner", input_value(shown, "shown-winner")},
                                              {"shown-loser", input_value(shown, "shown-loser")},
                                              {"reason", "ternyata kakaknya"}})
              .status == 303);
    const std::string task = "01890000-0000-7000-8000-0000000000b9";
    put(task, "followup_task", R"({"person_id":")" + kSiti + R"(","task_code":"KF1"})");
    CHECK(!has(get("/"), "Catatan terlambat"));
    REQUIRE(server_store::put_late_word(writer(), merge, task).ok());
    CHECK(has(get("/"), "Catatan terlambat"));
    const std::string page = "/merges/" + merge + "/late";
    CHECK(has(get("/merges"), page));
    const std::string late = get(page).body;
    CHECK(late.find("Ditulis oleh") != std::string::npos);  // whom to ask
    const Fields chosen = {
        {"shown", input_value(late, "shown")}, {"move", task}, {"reason", "ditanyakan"}};
    CHECK(post(page, {{"shown", task + "=9.9"}, {"reason", "lama"}}).status == 409);
    CHECK(post(page, {{"shown", input_value(late, "shown")}, {"reason", ""}}).status == 422);
    CHECK(post(page, chosen).status == 303);
    CHECK(fields(task).text("person_id") == kSitti);
    CHECK(post(page, chosen).status == 409);  // somebody has settled it: the second is told
    CHECK(!has(get("/merges"), page));
}

TEST_CASE_FIXTURE(Twice, "what belongs together is one choice, and taken as it was chosen") {
    put(kSiti, "person", R"({"birth_date":"1999-02-01","birth_date_precision":"M"})");
    const std::string page = get(kPair).body;
    CHECK(page.find("name=\"take.birth_date\"") != std::string::npos);
    CHECK(page.find("take.birth_date_precision") == std::string::npos);
    CHECK(post(kPair + "/join",
               [&] {
                   Fields joined = decision();
                   joined.emplace_back("take.birth_date", "loser");
                   return joined;
               }())
              .status == 303);
    CHECK(fields(kSiti).text("birth_date") == "1999-02-03");
    CHECK(fields(kSiti).text("birth_date_precision") == "D");
}

TEST_CASE_FIXTURE(Twice, "one half of what belongs together from each side is refused") {
    put(kSiti, "person", R"({"birth_date":"1999-02-01","birth_date_precision":"M"})");
    joining::Request asked;
    asked.winner = kSiti;
    asked.loser = kSitti;
    asked.reason = "sama";
    asked.actor = "x";
    asked.take = {{"birth_date", joining::Side::Loser},
                  {"birth_date_precision", joining::Side::Winner}};
    const accept::Desk desk{writer(), forms, clock, random};
    const auto refused = joining::join(desk, asked);
    REQUIRE(!refused.ok());
    CHECK(refused.error().code == base::ErrorCode::Usage);
    CHECK(fields(kSiti).text("birth_date_precision") == "M");
    CHECK(fields(kSitti).text("merged_into").empty());
}

TEST_CASE_FIXTURE(Twice, "the one who stays can be chosen") {
    const std::string page = get(kPair + "?keep=" + kSitti).body;
    CHECK(input_value(page, "winner") == kSitti);
    CHECK(post(kPair + "/join", {{"winner", kSitti},
                                 {"shown-winner", input_value(page, "shown-winner")},
                                 {"shown-loser", input_value(page, "shown-loser")},
                                 {"reason", "sama"}})
              .status == 303);
    CHECK(fields(kSiti).text("merged_into") == kSitti);
}

TEST_CASE_FIXTURE(Twice, "without a reason nothing is joined, and an old page is told") {
    CHECK(post(kPair + "/join", decision("")).status == 422);
    const Fields old = decision();
    put(kSitti, "person", R"({"phone":"081234567890"})");
    CHECK(post(kPair + "/join", old).status == 409);
    CHECK(fields(kSitti).text("merged_into").empty());
    CHECK(joining::merges(writer()).value().empty());
}

TEST_CASE_FIXTURE(Twice, "both answers ask for a reason at its field, and what she chose stays") {
    const auto field = [](const http::Response& page, const std::string& name) {
        const auto at = page.body.find("id=\"" + name + "\"");
        REQUIRE(at != std::string::npos);
        return page.body.substr(at, page.body.find('>', at) - at);
    };
    const auto shown = get(kPair);
    CHECK_FALSE(has(shown, "autofocus"));
    CHECK(field(shown, "full_name-loser").find(" checked") == std::string::npos);
    Fields joined = decision("");
    joined.emplace_back("take.full_name", "loser");
    const auto refused = post(kPair + "/join", joined);
    CHECK(refused.status == 422);
    CHECK(has(refused, "Pilih satu alasan"));
    CHECK_FALSE(has(refused, "Beri alasannya"));
    CHECK(field(refused, "reason-0").find(" autofocus") != std::string::npos);
    CHECK(field(refused, "full_name-loser").find(" checked") != std::string::npos);
    CHECK(fields(kSitti).text("merged_into").empty());
    const std::string other = get(kPair + "?keep=" + kSitti).body;
    const auto apart = post(kPair + "/apart", {{"winner", kSitti},
                                               {"shown-winner", input_value(other, "shown-winner")},
                                               {"shown-loser", input_value(other, "shown-loser")}});
    CHECK(apart.status == 422);
    CHECK(field(apart, "why-0").find(" autofocus") != std::string::npos);
    CHECK(input_value(apart.body, "winner") == kSitti);
    CHECK(server_store::audited(writer(), "told_apart").value().empty());
}

TEST_CASE_FIXTURE(Twice, "two who are told apart stay away from the list") {
    compare();
    CHECK(has(get("/duplicates"), kPair));
    const auto apart = [this](const std::string& page) {
        return post(kPair + "/apart", {{"winner", input_value(page, "winner")},
                                       {"shown-winner", input_value(page, "shown-winner")},
                                       {"shown-loser", input_value(page, "shown-loser")},
                                       {"why", "kakak beradik"}})
            .status;
    };
    const std::string page = get(kPair).body;
    put(kSitti, "person", R"({"phone":"081234567890"})");
    CHECK(apart(page) == 409);
    CHECK(has(get("/duplicates"), kPair));
    const std::string later = get(kPair).body;
    meanwhile = [this] { put(kSitti, "person", R"({"phone":"081234567891"})"); };
    CHECK(apart(later) == 409);
    CHECK(apart(get(kPair + "?keep=" + kSitti).body) == 303);
    CHECK_FALSE(has(get("/duplicates"), "Lihat dan putuskan"));  // it waits no more
    const auto became = get("/decided");
    CHECK(has(became, "bukan data ganda"));
    CHECK(has(became, kPair));  // the way back
    // Whoever asks after either of the two finds who looked and who decided.
    for (const char* what : {"see_pair", "told_apart"}) {
        const auto rows = server_store::audited(writer(), what).value();
        std::set<std::string> found;
        for (const auto& each : rows) found.insert(each.subject);
        CAPTURE(what);
        CHECK(found.contains(kSiti));
        CHECK(found.contains(kSitti));
    }
}

TEST_CASE_FIXTURE(Twice, "what is written about each stands beside the other") {
    const std::string said = "Catatan tentangnya";
    CHECK_FALSE(has(get(kPair), said));
    put("01890000-0000-7000-8000-0000000000d1", "person",
        R"({"full_name":"Adi","is_infant":"1","mother_person_id":")" + kSiti + R"("})");
    for (const std::string& keep : {kSiti, kSitti}) {
        CAPTURE(keep);
        const std::string page = get(kPair + "?keep=" + keep).body;
        const auto row = page.find(said);
        REQUIRE(row != std::string::npos);
        const auto siti = page.find("1 × ", row),
                   nothing = page.find("tidak ada catatan lain", row);
        REQUIRE(siti != std::string::npos);
        REQUIRE(nothing != std::string::npos);
        CHECK(siti < nothing);  // whoever stays: the two keep their sides
    }
}

TEST_CASE_FIXTURE(Twice, "what comparing knows of an answer stands at its row") {
    put(kSitti, "person", R"({"birth_date":"1999-03-02"})");
    compare();
    const std::string page = get(kPair).body;
    const auto row = page.find("take.birth_date");
    REQUIRE(row != std::string::npos);
    const auto begin = page.rfind("<tr", row);
    const std::string question = page.substr(begin, row - begin);
    CHECK(question.find("tanggal dan bulan lahir tertukar</div>") != std::string::npos);
    const auto name = page.rfind("<tr", page.find("take.full_name"));
    CHECK(page.find("nama mirip</div>", name) < begin);
}

TEST_CASE_FIXTURE(Twice, "each side says when it was visited last") {
    for (const auto& [id, day] : {std::pair<const char*, const char*>{"d2", "2026-11-05"},
                                  {"d3", "2026-10-01"},
                                  {"d4", "2026-11-19"}}) {
        const std::string taken_back = std::string(id) == "d4" ? R"(,"retracted":"1")" : "";
        put(std::string("01890000-0000-7000-8000-0000000000") + id, "visit",
            R"({"mother_id":")" + kSiti + R"(","outcome":"DONE","started_at":")" + day +
                R"(T09:00:00.000+07:00")" + taken_back + "}");
    }
    const auto page = get(kPair);
    CHECK(has(page, "terakhir 5 Nov 2026"));
    CHECK_FALSE(has(page, "terakhir 19 Nov 2026"));
    CHECK(has(page, "tidak ada catatan lain"));
}

TEST_CASE_FIXTURE(Twice, "of two who are joined nothing is asked; they are taken back elsewhere") {
    compare();
    const std::string page = get(kPair).body;
    CHECK(post(kPair + "/apart", {{"winner", input_value(page, "winner")},
                                  {"shown-winner", input_value(page, "shown-winner")},
                                  {"shown-loser", input_value(page, "shown-loser")},
                                  {"why", "kakak beradik"}})
              .status == 303);
    CHECK_FALSE(has(get("/decided"), "sudah diputuskan lagi"));
    CHECK(post(kPair + "/join", decision()).status == 303);
    CHECK(has(get("/decided"), "sudah diputuskan lagi"));
    CHECK(has(get("/decided"), "Yang berlaku: Nama lengkap: "));
    const auto joined = get(kPair);
    CHECK(has(joined, "sudah digabung"));
    const std::string way_back = "/merges/" + joining::merges(writer()).value().front().id;
    CHECK(has(joined, "href=\"" + way_back + "\""));
    CHECK_FALSE(has(joined, kPair + "/join"));
    CHECK_FALSE(has(joined, kPair + "/apart"));
    CHECK_FALSE(has(joined, "dengan yang lain"));
}

TEST_CASE_FIXTURE(Twice,
                  "a pair that comparing has let go says that it waits no more, and leads on") {
    const std::string dewi = "01890000-0000-7000-8000-0000000000c1";
    const std::string devi = "01890000-0000-7000-8000-0000000000c2";
    const std::string next = "/duplicates/" + dewi + "/" + devi;
    put(dewi, "person", mother("Dewi Kartika", "1995-05-06"));
    put(devi, "person", mother("Devi Kartika", "1995-05-06"));
    compare();
    CHECK(has(get(kPair), "Nomor"));
    CHECK_FALSE(has(get(kPair), "tidak lagi menunggu"));
    REQUIRE(server_store::remove_candidate(writer(), kSiti, kSitti).ok());
    const auto let_go = get(kPair);
    CHECK(has(let_go, "tidak lagi menunggu"));
    CHECK(has(let_go, "href=\"" + next + "\""));
    CHECK(has(let_go, "Lanjut ke pasangan berikutnya"));
    const Fields apart = {{"winner", kSiti},
                          {"shown-winner", input_value(let_go.body, "shown-winner")},
                          {"shown-loser", input_value(let_go.body, "shown-loser")},
                          {"why", "kakak beradik"}};
    CHECK(header(post(kPair + "/apart", apart), "Location") == next);  // it can still be said
    CHECK(has(get(kPair), "sudah diputuskan bukan data ganda"));
    REQUIRE(server_store::remove_candidate(writer(), dewi, devi).ok());
    const auto last = get(next);
    CHECK(has(last, "tidak lagi menunggu"));
    CHECK_FALSE(has(last, "Lanjut ke pasangan berikutnya"));
    CHECK(has(last, "Tidak ada lagi yang menunggu"));
}

TEST_CASE_FIXTURE(Twice, "joining is the coordinator's alone; a pair of nobody is not here") {
    CHECK(get("/duplicates/x/y").status == 404);
    CHECK(get("/duplicates/" + kSiti + "/" + kSiti).status >= 400);
    CHECK(get("/duplicates/" + kSiti + "/01890000-0000-7000-8000-0000000000ff").status == 404);
    for (const char* other : {"bidan", "dinkes", "admin"}) {
        sign_out();
        sign_in(other);
        CHECK(get("/duplicates").status == 403);
        CHECK(get(kPair).status == 403);
        CHECK(post(kPair + "/join", {{"winner", kSiti}, {"reason", "x"}}).status == 403);
        CHECK(get("/merges").status == 403);
    }
    CHECK(fields(kSitti).text("merged_into").empty());
}

TEST_CASE_FIXTURE(Twice, "a comparison of everybody is stopped where it was asked for") {
    CHECK_FALSE(has(get("/duplicates"), "Hentikan pembandingan"));
    CHECK(post("/duplicates/scan", {}).status == 303);
    CHECK(has(get("/duplicates"), "Hentikan pembandingan"));
    CHECK(post("/duplicates/scan/stop", {}).status == 303);
    const auto page = get("/duplicates");
    CHECK(has(page, "Pembandingan dihentikan"));
    CHECK(has(page, "Pembandingan terakhir dihentikan sebelum selesai"));
    CHECK_FALSE(has(page, "Hentikan pembandingan"));
    CHECK(merge::scan_progress(writer(), clock).value()->state == merge::Progress::State::Stopped);
    CHECK(post("/duplicates/scan/stop", {}).status == 303);
    CHECK(has(get("/duplicates"), "Tidak ada pembandingan yang sedang berjalan"));
    CHECK(post("/duplicates/scan", {}).status == 303);
    compare();
    CHECK(merge::scan_progress(writer(), clock).value()->state == merge::Progress::State::Done);
}
