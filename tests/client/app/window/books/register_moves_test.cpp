// A family that moved to another posyandu: a month of before is counted on a laptop where the
// health centre counts it.
#include "sync-server/accept/joining/moving.h"
#include "tests/client/app/window/books/same_forms.h"

#include <doctest/doctest.h>

namespace {

using golden::District;
using namespace same_forms;

struct Village : District {
    simulation::Device bidan{folder.path("bidan.db"), server,
                             server.add_user("Wati", "BIDAN", {"MELATI-1", "MAWAR-1"}), clock,
                             random};
    Village() { exchange(); }
    void exchange() {
        for (int i = 0; i < 2; ++i) {
            for (simulation::Device* each : {&siti, &ani, &bidan}) CHECK(!each->sync().error);
        }
    }
    void move(const std::string& record, const char* unit, const char* on) {
        joining::MoveRequest request;
        request.record = record;
        request.to = unit;
        request.on = base::parse_date(on);
        request.reason = "pindah rumah";
        request.actor = server_store::kCommandLine;
        const auto moved = joining::move(server.desk(), request);
        if (!moved.ok()) MESSAGE(moved.error().message);
        REQUIRE(moved.ok());
        exchange();
    }
    // Of a register's line: whose home.
    std::string a_home() {
        const auto month = golden::month_of(siti, "MELATI-1");
        REQUIRE_FALSE(month.lines.empty());
        return month.lines.front().family;
    }
    void check_both_units(simulation::Device& device) {
        for (const char* unit : {"MELATI-1", "MAWAR-1"}) {
            const auto month = golden::month_of(device, unit);
            CHECK(month.note.left == 0);
            CHECK(month.note.knows_moves);
            check_forms(*this, month);
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(Village, "a family that moved in since is not in the month of before") {
    const auto before = golden::month_of(ani, "MAWAR-1");
    move(a_home(), "MAWAR-1", "2026-10-01");
    const auto after = golden::month_of(ani, "MAWAR-1");
    CHECK(after.note.knows_moves);
    CHECK(after.note.left == 0);
    CHECK(after.lines.size() == before.lines.size());
    CHECK(after.families.size() == before.families.size() + 1);
    check_forms(*this, after);
    check_people(*this, after);
    check_both_units(bidan);
}

TEST_CASE_FIXTURE(Village,
                  "who left is said: the health centre still counts her, this laptop not") {
    const auto before = golden::month_of(siti, "MELATI-1");
    CHECK(before.note.left == 0);
    move(a_home(), "MAWAR-1", "2026-10-01");
    const auto after = golden::month_of(siti, "MELATI-1");
    CHECK(after.note.left > 1);  // a mother and her baby, and who else lives with them
    CHECK(after.lines.size() + 1 == before.lines.size());
    const auto october =
        golden::month_of(siti, "MELATI-1", sheets::period_of(*base::parse_month("2026-10")));
    CHECK(october.note.left == 0);
}

TEST_CASE_FIXTURE(Village, "a move within the month counts where they were on its last day") {
    move(a_home(), "MAWAR-1", "2026-09-15");
    const auto there = golden::month_of(ani, "MAWAR-1");
    check_forms(*this, there);
    const auto here = golden::month_of(siti, "MELATI-1");
    CHECK(here.note.left == 0);
    check_forms(*this, here);
    check_both_units(bidan);
    const auto half = *sheets::parse_period("2026-S2");
    check_forms(*this, golden::month_of(ani, "MAWAR-1", half));
}

TEST_CASE_FIXTURE(Village, "a mother who moved alone with her baby, and a family that came back") {
    const auto month = golden::month_of(siti, "MELATI-1");
    REQUIRE(month.lines.size() > 1);
    const auto infant = siti.store().find(month.lines.front().row.infant.text()).value();
    move(infant->record.fields.text("mother_person_id"), "MAWAR-1", "2026-10-01");
    check_both_units(bidan);
    check_forms(*this, golden::month_of(ani, "MAWAR-1"));
    const std::string home = month.lines.back().family;
    move(home, "MAWAR-1", "2026-09-10");
    check_both_units(bidan);
    move(home, "MELATI-1", "2026-10-01");
    check_both_units(bidan);
    CHECK(golden::month_of(siti, "MELATI-1").note.left > 1);  // the mother and her baby
    CHECK(golden::month_of(ani, "MAWAR-1").note.left > 1);    // in September they lived there
}
