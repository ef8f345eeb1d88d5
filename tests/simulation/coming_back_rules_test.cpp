// SYNC 15: what left a laptop's posyandu and comes back is found again by all that it names.
#include "client/app/recording/recorder.h"
#include "tests/simulation/moving_village.h"

#include <algorithm>

using namespace simulation;
using base::Fields;

namespace {

struct Returning : Neighbours {
    RecordId second_mother;

    std::vector<std::string> named_in(Device& device, const RecordId& id) {
        const auto found = device.store().find(id.text());
        REQUIRE((found.ok() && found.value()));
        return client_app::named_by(forms::FormSet::builtin(), found.value()->record);
    }
    bool is_found_from(Device& device, const std::string& target, const RecordId& id) {
        const auto naming = device.store().naming(target).value();
        return std::any_of(naming.begin(), naming.end(),
                           [&](const records::Record& each) { return each.id == id; });
    }
    // All that this laptop shows is found from whom it names.
    void check_links(Device& device) {
        for (const char* type : {"household", "person", "followup_task", "visit"}) {
            const auto all = device.store().list(type).value();
            for (const auto& record : all) {
                for (const std::string& target : named_in(device, record.id)) {
                    CHECK(is_found_from(device, target, record.id));
                }
            }
        }
    }
    std::int64_t links_of(Device& device, const RecordId& id) {
        auto rows = device.store().connection().prepare(
            "SELECT count(*) FROM link WHERE "
            "source = $1");
        REQUIRE(rows.ok());
        REQUIRE(rows.value().bind(1, id.text()).step().ok());
        return rows.value().number(0);
    }
    Fields other_mother() {
        Fields fields;
        fields.set("mother_person_id", second_mother.text());
        return fields;
    }
    void two_mothers() {
        family();
        second_mother = siti.add("person", person("Wati", false), kUnit);
        everybody();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Returning, "SYNC 15: a family that left and came back is linked as before") {
    two_mothers();
    check_links(siti);
    move(to(home, kOther));
    everybody();
    CHECK(!siti.has(infant));
    CHECK(links_of(siti, infant) == 0);  // nothing of it stays
    move(to(home, kUnit));
    everybody();
    REQUIRE(siti.has(infant));
    check_links(siti);
    check_links(ani);
    CHECK(is_found_from(siti, mother.text(), infant));
    CHECK(is_found_from(siti, mother.text(), visit));
}

TEST_CASE_FIXTURE(
    Returning, "SYNC 15: what she writes on it after it came back is linked, predicted or sent") {
    two_mothers();
    move(to(home, kOther));
    everybody();
    move(to(home, kUnit));
    everybody();
    // Through the recorder, as a screen does it; the health centre says that it is as predicted.
    client_app::Recorder recorder(siti.store(), forms::FormSet::builtin(), clock, random,
                                  siti.store().identity().value());
    client_app::Entry entry;
    entry.type = "person";
    entry.id = infant;
    entry.answers = other_mother();
    REQUIRE(recorder.record(entry).value().is_saved);
    CHECK(is_found_from(siti, second_mother.text(), infant));
    siti.sync();
    CHECK(siti.status().is_green());
    CHECK(is_found_from(siti, second_mother.text(), infant));
    ani.sync();
    CHECK(is_found_from(ani, second_mother.text(), infant));
    check_links(siti);
    check_links(ani);
}

TEST_CASE_FIXTURE(Returning,
                  "SYNC 15: her own change was under way while the family left and came back") {
    two_mothers();
    client_app::Recorder recorder(siti.store(), forms::FormSet::builtin(), clock, random,
                                  siti.store().identity().value());
    client_app::Entry entry;
    entry.type = "person";
    entry.id = infant;
    entry.answers = other_mother();
    REQUIRE(recorder.record(entry).value().is_saved);
    move(to(home, kOther));
    siti.link().fault = [] { return Fault::AnswerLost; };
    static_cast<void>(siti.round());  // taken there; she hears nothing
    siti.link().fault = [] { return Fault::None; };
    move(to(home, kUnit));
    everybody();
    REQUIRE(siti.has(infant));
    CHECK(siti.shown(infant).text("mother_person_id") == second_mother.text());
    CHECK(is_found_from(siti, second_mother.text(), infant));
    check_links(siti);
    check_links(ani);
}
