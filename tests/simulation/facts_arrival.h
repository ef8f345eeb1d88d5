// Golden records on their way to a server, and the facts that are counted of them there.
#pragma once

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/reports/facts.h"
#include "tests/shared/indicators/programme_district.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace facts_arrival {

using base::Fields;
using simulation::Device;
using simulation::ScratchFolder;
using simulation::Server;

inline const std::string kUnit = "MELATI-1";
inline constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
inline constexpr base::Month kBefore{std::chrono::year{2026}, std::chrono::month{8}};

// A record as it was typed.
struct Line {
    std::string type;
    base::RecordId id;
    Fields fields;
};

inline std::vector<Line> golden_lines() {
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
                             simulation::fields_of(*object.value().find("fields"))});
        }
    }
    return lines;
}

// Ani's ids begin with "a" so that both files fit one server; her references follow.
inline void join_references(std::vector<Line>& lines) {
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

inline void fill_provider(Fields& fields, const std::string& type) {
    if (type == "visit") fields.set("provider_id", "01890000-0000-7000-8000-0000000000ff");
    if (type == "massage_teaching") {
        fields.set("trainer_id", "01890000-0000-7000-8000-0000000000ff");
    }
}

inline std::vector<std::string> facts(Server& server, base::Month month) {
    auto rows = server_store::facts_of_month(server.connection(), base::to_text(month));
    REQUIRE(rows.ok());
    std::vector<std::string> texts;
    for (const auto& row : rows.value()) {
        texts.push_back(base::joined(
            {row.person, row.unit, row.indicator, row.part, row.reason, row.detail, row.evidence,
             row.sex, row.age_months ? std::to_string(*row.age_months) : ""},
            "|"));
    }
    std::sort(texts.begin(), texts.end());
    return texts;
}

inline void settle(Server& server, base::Month month) {
    const base::Status done = reports::settle(server.connection(), month);
    REQUIRE_MESSAGE(done.ok(), (done.ok() ? "" : done.error().message));
}

inline std::vector<std::string> facts_from_scratch(Server& server, base::Month month) {
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
          server(folder.path("centre.db"), clock, random, {kUnit, "MAWAR-1"}),
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

inline std::vector<Line> all_lines() {
    std::vector<Line> lines = golden_lines();
    join_references(lines);
    for (const records::Record& each : programme_district::records()) {
        lines.push_back({each.type, each.id, each.fields});
    }
    for (Line& line : lines) fill_provider(line.fields, line.type);
    return lines;
}

}  // namespace facts_arrival
