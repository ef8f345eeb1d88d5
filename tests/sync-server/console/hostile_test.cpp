// Names as an enemy, or a phone's keyboard, would write them: text on every page that shows them.
#include "sync-server/accept/desk/desk.h"
#include "sync-server/console/routes.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/records/records.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

namespace {

const std::string kMarkup = "<script>alert(1)</script>\\\"' onload=x";
const std::string kTurned =
    "\xE2\x80\xAE"
    "hanimA itiS";  // right to left from here on
const std::string kFormula = "=HYPERLINK(1)+cmd|' /C calc'!A0";
const std::string kHouse = "01890000-0000-7000-8000-0000000000b0";

std::string id_of(int number) {
    return "01890000-0000-7000-8000-0000000000c" + std::to_string(number);
}

struct Hostile : Desk {
    Hostile() {
        put(kHouse, "household", "P1",
            R"({"head_name":")" + kMarkup + R"(","status":"ACTIVE","rt":"001"})");
        int number = 0;
        // Each twice, so that the pair stands on the list of duplicates too.
        for (const std::string& name : {kMarkup, kTurned, kFormula}) {
            for (int twice = 0; twice < 2; ++twice) put_mother(number++, name);
        }
        REQUIRE(merge::work_in_background(writer(), clock, [] { return false; }).ok());
        sign_in("koord");
    }
    void put_mother(int number, const std::string& name, const std::string& unit = "P1") {
        put(id_of(number), "person", unit,
            R"({"full_name":")" + name + R"(","household_id":")" + kHouse +
                R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0",)"
                R"("birth_date":"199)" +
                std::to_string(number / 2) +
                R"(-02-03","birth_date_precision":"D","nik_status":"UNKNOWN",)"
                R"("vital_status":"ALIVE","residence":"TEMPORARY","residence_from_text":")" +
                kMarkup + R"("})");
    }
    void put(const std::string& id, const std::string& type, const std::string& unit,
             const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id);
        record.type = type;
        record.unit = unit;
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    // Pages without an id, and those of the hostile ones.
    std::vector<std::string> pages() {
        std::vector<std::string> found;
        for (const console::Route& route : console::all_routes()) {
            const std::string path(route.path);
            if (std::string_view(route.method) == "GET" && path.find('{') == std::string::npos)
                found.push_back(path);
        }
        for (int number = 0; number < 6; ++number) {
            for (const char* of : {"/residents/", "/figures/record/", "/erasure?person="}) {
                found.push_back(of + id_of(number));
            }
        }
        for (const int number : {0, 2, 4}) {
            found.push_back("/duplicates/" + id_of(number) + "/" + id_of(number + 1));
        }
        found.emplace_back("/residents?unit=P1");
        return found;
    }
    forms::FormSet forms = forms::FormSet::builtin();
};

// Every mark that turns the writing is inside its own island, or was taken out.
bool is_turned_outside(const std::string& body) {
    for (auto at = body.find(kTurned); at != std::string::npos; at = body.find(kTurned, at + 1)) {
        const auto open = body.rfind("<bdi", at);
        const auto close = body.rfind("</bdi>", at);
        const bool is_inside =
            open != std::string::npos && (close == std::string::npos || close < open);
        if (!is_inside) return true;
    }
    return false;
}

}  // namespace

TEST_CASE_FIXTURE(Hostile, "no page lets a name become markup or turn the writing around it") {
    int shown = 0;
    for (const std::string& path : pages()) {
        CAPTURE(path);
        const auto page = get(path);
        CHECK(page.status < 500);
        CHECK_FALSE(has(page, "<script"));
        CHECK_FALSE(is_turned_outside(page.body));
        if (has(page, "&lt;script&gt;")) ++shown;
    }
    CHECK(shown >= 8);  // the pages do show them
}

TEST_CASE_FIXTURE(Hostile, "ten thousand characters are refused where they are written") {
    const std::string page = "/residents/" + id_of(0);
    const std::string shown = input_value(get(page).body, "shown");
    std::string babies;
    for (int i = 0; i < 10'000; ++i) babies += "\xF0\x9F\x91\xB6";
    const auto answer = post(
        page,
        {{"shown", shown}, {"residence", "TEMPORARY"}, {"from_text", babies}, {"reason", babies}});
    CHECK(answer.status >= 400);
    CHECK(answer.status < 500);
    CHECK(answer.body.size() < 200'000);
}

TEST_CASE_FIXTURE(Hostile, "ids of another unit open nothing to a midwife") {
    put_mother(8, "Ibu Lain", "P2");
    sign_out();
    sign_in("bidan");
    for (const std::string& path :
         {"/residents/" + id_of(8), "/figures/record/" + id_of(8),
          std::string("/residents?unit=P2"), "/duplicates/" + id_of(0) + "/" + id_of(1),
          "/erasure?person=" + id_of(8)}) {
        CAPTURE(path);
        const auto page = get(path);
        CHECK(page.status >= 400);
        CHECK_FALSE(has(page, "Ibu Lain"));
    }
    CHECK(get("/figures/record/" + id_of(0)).status == 200);  // her own
}
