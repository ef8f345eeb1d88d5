// SYNC 26: facts kept up to date are the facts that counting from scratch gives, after any
// sequence; and without conflicts the order of arrival changes nothing.
#include "sync-server/store/facts.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/reports/settling.h"
#include "tests/shared/indicators/programme_district.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <algorithm>

using namespace simulation;
using base::Fields;

namespace {

const std::string kUnit = "MELATI-1";
constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
constexpr base::Month kBefore{std::chrono::year{2026}, std::chrono::month{8}};

struct Line {
    std::string type;
    base::RecordId id;
    Fields fields;
};

std::vector<Line> golden_lines() {
    std::vector<Line> lines;
    for (const char* name : {"siti", "ani"}) {
        auto text = base::read_file(std::string(KAWAN_SOURCE_DIR) + "/tests/end_to_end/golden/" +
                                    name + ".ndjson");
        REQUIRE(text.ok());
        for (const std::string& line : base::split(base::trimmed(text.value()), '\n')) {
            auto object = base::json::Object::parse(line);
            REQUIRE(object.ok());
            lines.push_back({*object.value().string("type"),
                             base::RecordId(std::string(name == std::string("siti") ? "0" : "a") +
                                            object.value().string("id")->substr(1)),
                             fields_of(*object.value().find("fields"))});
        }
    }
    return lines;
}

// Ani's ids begin with "a" so that both files fit one server; her references follow.
void join_references(std::vector<Line>& lines) {
    for (Line& line : lines) {
        if (line.id.text()[0] != 'a') continue;
        Fields joined = line.fields;
        for (const auto& [name, token] : line.fields.entries()) {
            std::string text = token;
            for (auto at = text.find("01990000-"); at != std::string::npos;
                 at = text.find("01990000-", at + 1)) {
                text[at] = 'a';
            }
            joined.set_token(name, text);
        }
        line.fields = joined;
    }
}

void fill_provider(Fields& fields, const std::string& type) {
    if (type == "visit") fields.set("provider_id", "01890000-0000-7000-8000-0000000000ff");
    if (type == "massage_teaching") {
        fields.set("trainer_id", "01890000-0000-7000-8000-0000000000ff");
    }
}

std::vector<std::string> facts(Server& server, base::Month month) {
    auto rows = server_store::facts_of_month(server.connection(), base::to_text(month));
    REQUIRE(rows.ok());
    std::vector<std::string> texts;
    for (const auto& row : rows.value()) {
        texts.push_back(base::joined({row.person, row.unit, row.indicator, row.part, row.reason,
                                      row.detail, row.evidence, row.sex},
                                     "|"));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

void settle(Server& server, base::Month month) {
    const base::Status done = reports::settle(server.connection(), month);
    REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message));
}

std::vector<std::string> facts_from_scratch(Server& server, base::Month month) {
    REQUIRE(server.connection().execute("DELETE FROM fact; DELETE FROM settled").ok());
    settle(server, month);
    return facts(server, month);
}

struct Arrival {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random;
    ScratchFolder folder;
    Server server;
    Device device;

    explicit Arrival(std::uint64_t seed)
        : random(seed),
          server(folder.path("centre.db"), clock, random, {kUnit}),
          device(folder.path("siti.db"), server, server.add_user("Siti", "KADER", {kUnit}), clock,
                 random) {}

    void bring(std::vector<Line> lines, bool settles_on_the_way) {
        for (std::size_t i = lines.size(); i > 1; --i)
            std::swap(lines[i - 1], lines[random.below(i)]);
        for (const Line& line : lines) {
            REQUIRE(device.try_save(line.type, line.id, line.fields, kUnit));
            if (!settles_on_the_way) continue;
            if (random.chance(0.15)) device.sync();
            if (random.chance(0.1)) settle(server, random.chance(0.5) ? kMonth : kBefore);
        }
        device.sync();
        CHECK(device.status().is_green());
    }
};

std::vector<Line> all_lines() {
    std::vector<Line> lines = golden_lines();
    join_references(lines);
    for (const records::Record& each : programme_district::records()) {
        lines.push_back({each.type, each.id, each.fields});
    }
    for (Line& line : lines) fill_provider(line.fields, line.type);
    return lines;
}

}  // namespace

TEST_CASE(
    "facts kept incrementally equal facts from scratch, and the order of arrival is nothing") {
    std::vector<std::string> first;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Arrival arrival(seed);
        arrival.bring(all_lines(), seed > 1);
        settle(arrival.server, kMonth);
        const auto incremental = facts(arrival.server, kMonth);
        CHECK(incremental.size() > 150);
        const auto is_of_programme = [](const std::string& text) {
            return text.find("|PR_") != std::string::npos;
        };
        CHECK(std::count_if(incremental.begin(), incremental.end(), is_of_programme) > 50);
        CHECK(incremental == facts_from_scratch(arrival.server, kMonth));
        if (first.empty()) first = incremental;
        CHECK(incremental == first);
    }
}

TEST_CASE("a correction, a death and a retraction recount whom they touch") {
    Arrival arrival(3);
    const std::vector<Line> lines = all_lines();
    arrival.bring(lines, true);
    settle(arrival.server, kMonth);
    const auto before = facts(arrival.server, kMonth);
    for (const Line& line : lines) {
        Fields set;
        if (line.type == "feeding_recall" && line.fields.text("l_tea") == "8")
            set.set("l_tea", "0");
        if (line.type == "birth_outcome" && line.fields.text("imd") == "8") set.set("imd", "1");
        if (line.type == "person" && line.fields.text("full_name") == "Eko") {
            set.set("vital_status", "DEAD");
            set.set("death_date", "2026-08-01");
        }
        const bool is_low =
            line.type == "massage_teaching_step" && line.fields.text("score") == "2";
        if (is_low) set.set("score", "3");  // her helper has passed after all
        if (line.type == "massage_session" && line.fields.text("adverse") == "DIZZY") {
            set.set("adverse", "NONE");
        }
        if (line.type == "visit" && line.fields.text("started_at").starts_with("2026-09-25")) {
            set.set("retracted", "1");
            set.set("retract_reason", "salah keluarga");
        }
        if (set.empty()) continue;
        REQUIRE(arrival.device.try_save(line.type, line.id, set, kUnit));
    }
    arrival.device.sync();
    settle(arrival.server, kMonth);
    const auto after = facts(arrival.server, kMonth);
    CHECK(after != before);
    const auto says = [&](const std::string& part) {
        return std::any_of(after.begin(), after.end(), [&](const std::string& each) {
            return each.find(part) != std::string::npos;
        });
    };
    CHECK(says("|PR_COMP|NUMERATOR|"));
    CHECK_FALSE(says("|PR_COMP|DENOMINATOR|TO_BE_SHOWN_AGAIN|"));
    CHECK_FALSE(says("|PR_AE_REP|NUMERATOR|"));
    CHECK(after == facts_from_scratch(arrival.server, kMonth));
}

TEST_CASE(
    "a person touched while a month is counted, and counted by another report, is right in it") {
    Arrival arrival(4);
    const std::vector<Line> lines = all_lines();
    arrival.bring(lines, false);
    settle(arrival.server, kBefore);
    base::Month also_counted = kBefore;
    SUBCASE("another month's") {}
    SUBCASE("the same month's") {
        also_counted = kMonth;
    }
    int pauses = 0;
    const base::Status done = reports::settle(arrival.server.connection(), kMonth, [&] {
        if (++pauses > 1) return;
        for (const Line& line : lines) {
            if (line.type != "person" || line.fields.text("full_name") != "Eko") continue;
            Fields set;
            set.set("vital_status", "DEAD");
            set.set("death_date", "2026-08-01");
            REQUIRE(arrival.device.try_save(line.type, line.id, set, kUnit));
        }
        arrival.device.sync();
        settle(arrival.server, also_counted);  // it clears who was touched
    });
    REQUIRE(done.ok());
    CHECK(pauses >= 1);
    const auto counted = facts(arrival.server, kMonth);
    CHECK(counted == facts_from_scratch(arrival.server, kMonth));
}

TEST_CASE("a month left half counted by a killed process is whole in the next report") {
    Arrival arrival(5);
    arrival.bring(all_lines(), false);
    settle(arrival.server, kMonth);
    const auto whole = facts(arrival.server, kMonth);
    REQUIRE(
        arrival.server.connection()
            .execute(
                "UPDATE settled SET state = 'counting'; "
                "DELETE FROM fact WHERE person > (SELECT person FROM fact ORDER BY person LIMIT 1)")
            .ok());
    REQUIRE(facts(arrival.server, kMonth) != whole);
    settle(arrival.server, kMonth);
    CHECK(facts(arrival.server, kMonth) == whole);
}
