// SYNC 10: fields that a constraint ties are one group, also for what an author has seen of it.
#include "client/app/recording/recorder.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

namespace {

// A mother whose date of birth goes with how exact it is.
struct Tied : Village {
    RecordId id = known_mother(R"("vital_status":"ALIVE")");

    Fields born(const std::string& date, const std::string& precision) {
        Fields fields = set("birth_date", date);
        fields.set("birth_date_precision", precision);
        return fields;
    }
    // As a command or a table brought in does it: nothing was opened before.
    void siti_records(const Fields& answers) {
        client_app::Recorder recorder(siti.store(), forms::FormSet::builtin(), clock, random,
                                      siti.store().identity().value());
        client_app::Entry entry;
        entry.type = "person";
        entry.id = id;
        entry.answers = answers;
        const auto recorded = recorder.record(entry);
        REQUIRE(recorded.ok());
        REQUIRE(recorded.value().is_saved);
    }
    // Siti writes while what Ani wrote is under way to her: it arrives below her own.
    void siti_meanwhile(const Fields& answers) {
        bool is_first = true;
        siti.link().fault = [this, answers, is_first]() mutable {
            if (std::exchange(is_first, false)) siti_records(answers);
            return Fault::None;
        };
        siti.round();
    }
    std::string on_server(const char* field) {
        const auto found = server_store::find_record(server.connection(), id.text());
        REQUIRE((found.ok() && found.value()));
        return found.value()->record.fields.text(field);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Tied,
                  "SYNC 10: half of a group is written on what its author saw of the other half") {
    ani.edit(id, born("1999-05-01", "M"));
    ani.sync();
    siti_meanwhile(set("birth_date_precision", "Y"));
    // She sees Ani's date with her own "only the year", and mends the date.
    CHECK(siti.shown(id).text("birth_date") == "1999-05-01");
    CHECK(siti.shown(id).text("birth_date_precision") == "Y");
    siti_records(set("birth_date", "1999-07-01"));
    agree();
    // Nobody wrote 1999-07-01 with "M": Ani's pair stands whole, Siti's waits beside it.
    CHECK(on_server("birth_date") == "1999-05-01");
    CHECK(on_server("birth_date_precision") == "M");
    CHECK(siti.status().conflicted >= 1);
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].group == "birth_date");
    decide(open_contenders()[0], accept::Choice::Incoming);
    agree();
    CHECK(on_server("birth_date") == "1999-07-01");
    CHECK(on_server("birth_date_precision") == "Y");
}

TEST_CASE_FIXTURE(Tied, "SYNC 10: a field outside of the group contends with nothing for it") {
    Fields of_ani = born("1999-05-01", "M");
    of_ani.set("phone", "081200000001");
    ani.edit(id, of_ani);
    ani.sync();
    siti_meanwhile(set("birth_date_precision", "Y"));
    siti_records(set("phone", "081200000002"));  // she sees Ani's number and mends it
    agree();
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].group == "birth_date");
    CHECK(on_server("phone") == "081200000002");
}
