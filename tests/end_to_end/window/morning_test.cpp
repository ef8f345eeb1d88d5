// A cadre's morning in the real window: eight families, one sign of danger, one pair of twins, an
// empty house, the power gone in the middle of a word; and in the end everything is at the health
// centre once.
#include "client/app/workplace.h"
#include "shared/base/clock.h"
#include "shared/db/connection.h"
#include "tests/end_to_end/actors.h"
#include "tests/end_to_end/window/hamlet.h"
#include "tests/end_to_end/window/screen.h"

#include <doctest/doctest.h>

#include <memory>

namespace {

using end_to_end::Finished;
using smoke::KnownFamily;
using smoke::Presses;
using smoke::Screen;

const base::Zone kJakarta;

// A morning has one date.
void wait_past_midnight() {
    const auto minutes_left = [] {
        const std::string now = base::to_date_time_text(base::SystemClock().now(), kJakarta);
        return 24 * 60 - 60 * std::stoi(now.substr(11, 2)) - std::stoi(now.substr(14, 2));
    };
    while (minutes_left() <= 6) smoke::pause_ms(10000);
}

struct Morning {
    end_to_end::Scratch scratch;
    end_to_end::Centre centre{scratch};
    end_to_end::Laptop laptop{scratch, "siti"};
    std::vector<KnownFamily> families = smoke::hamlet();
    smoke::Display display;
    std::unique_ptr<Screen> screen;

    // Enrolled, and the seven families known to both sides; then the network is gone.
    Morning() {
        wait_past_midnight();
        centre.start();
        auto codes = centre.add_users();
        done(laptop.command({"enrol", codes["Siti"]}));
        const base::Date today = base::date_in(base::SystemClock().now(), kJakarta);
        end_to_end::write_text(scratch.path("hamlet"), smoke::as_lines(families, today));
        done(laptop.command({"import", scratch.path("hamlet")}));
        done(laptop.command({"sync"}));
        REQUIRE(laptop.status().integer("waiting") == 0);
        centre.stop();
    }
    static void done(const Finished& finished) {
        REQUIRE_MESSAGE(finished.exit_code == 0, finished.err);
    }

    void start() {
        screen = std::make_unique<Screen>(laptop.data(), display);
        screen->sign_in(end_to_end::kPin);
    }
    const KnownFamily& family(const std::string& head) const {
        for (const KnownFamily& each : families) {
            if (each.head == head) return each;
        }
        throw std::runtime_error("no such family");
    }

    void open_family(const std::string& head);
    void begin_visit(const std::string& kind);
    void short_visit(const std::string& head);
    void recall();
    void end_visit();
};

// ---- the way to a family and through the forms

// Letters typed on the list go to its search, and Enter opens the first found.
void Morning::open_family(const std::string& head) {
    screen->click("Families");
    screen->wait_for("Search");
    screen->type(family(head).mother);
    screen->wait_for_value("Search", family(head).mother);
    screen->wait_for("family " + family(head).household());
    screen->key("Return");
    screen->wait_for("Record a visit");
}

void Morning::begin_visit(const std::string& kind) {
    screen->click(kind);
    screen->choose("visit_type/KADER_HOME");
    screen->choose("outcome/DONE");
    screen->to_the_end();
    screen->click("Save");
}

// Milk from the breast and nothing else, as told by the mother.
void Morning::recall() {
    screen->choose_from("respondent", "SENDIRI");
    screen->click("recall_date/yesterday");
    screen->next_part();
    screen->answer("bf_", 'y');
    screen->answer("bottle_yesterday", 't');
    screen->next_part();
    screen->answer("l_", 't');
    screen->next_part();
    screen->answer("f_any", 't');
    if (screen->shows("Next")) {
        screen->next_part();
        screen->answer("other_ever", 't');
    }
    screen->click("Save");
}

void Morning::end_visit() {
    screen->wait_for("ended_at");
    screen->to_the_end();
    screen->click("Save");
    screen->click("Done");
    screen->wait_for("Go on with the visit");
}

void Morning::short_visit(const std::string& head) {
    const Presses before = screen->presses();
    open_family(head);
    begin_visit("Only for the register");
    for (std::size_t i = 0; i < family(head).babies.size(); ++i) {
        screen->wait_for("respondent");
        recall();
    }
    end_visit();
    const Presses took = screen->presses().since(before);
    MESSAGE("only for the register, " << head << ": " << took.clicks << " clicks, " << took.keys
                                      << " keys");
}

}  // namespace

TEST_CASE_FIXTURE(Morning, "a morning") {
    start();
    short_visit("Slamet");
    short_visit("Karno");
}
