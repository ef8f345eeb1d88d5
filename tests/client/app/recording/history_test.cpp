// Who changed what, as the laptops of one village tell it.
#include "client/app/recording/history.h"

#include "client/store/history.h"
#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/password.h"
#include "shared/protocol/limits.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;
using client_app::ChangeState;
using client_app::HistoryEntry;

namespace {

constexpr std::int64_t kHourMs = 3600'000;

struct Chronicle : Village {
    void later() { clock.set(base::Instant{clock.now().unix_ms + kHourMs}); }
    std::vector<HistoryEntry> history(Device& device, const RecordId& id) {
        auto told = client_app::history_of(device.store(), id.text());
        REQUIRE(told.ok());
        return std::move(told).value();
    }
    Device device(const std::string& name, const std::string& role) {
        return Device(folder.path(name + ".db"), server, server.add_user(name, role, {kUnit}),
                      clock, random);
    }
    // A second slip for somebody who has a laptop already.
    std::string code_for(const std::string& name) {
        const auto user =
            server_store::find_user_by_name(server.connection(), name).value().value();
        const std::string secret = crypto::to_base32("0123456789");
        REQUIRE(server_store::add_code(server.connection(),
                                       {crypto::token_hash(secret), user.id,
                                        base::Instant{clock.now().unix_ms + kHourMs}, "", ""})
                    .ok());
        return secret;
    }
};

std::string told(const HistoryEntry& entry) {
    std::string text = entry.who + ":";
    for (const client_app::FieldChange& change : entry.changes) {
        text += " " + change.field + " " + change.old_token.value_or("?") + ">" + change.new_token;
    }
    return text;
}

}  // namespace

TEST_CASE_FIXTURE(Chronicle, "what another changed has her name, the old and the new value") {
    const RecordId id = known_household("Budi");
    later();
    ani.edit(id, fields_of(R"({"rt":"005","landmark":"mushola"})"));
    ani.sync();
    const base::Instant received = clock.now();
    later();
    siti.sync();
    const auto history = this->history(siti, id);
    REQUIRE(history.size() == 2);
    CHECK(told(history[0]) == R"(Ani: landmark null>"mushola" rt "001">"005")");
    CHECK(history[0].role == "KADER");
    CHECK_FALSE(history[0].is_mine);
    CHECK(history[0].at == received);
    CHECK(history[0].state == ChangeState::Done);
    CHECK_FALSE(history[0].is_last_of_several);
    CHECK(history[1].is_mine);
    CHECK(history[1].is_creation);
    CHECK(history[1].who == "Siti");
}

TEST_CASE_FIXTURE(Chronicle, "one's own changes say how far they are, the waiting one on top") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "002"));
    siti.sync();
    siti.edit(id, fields_of(R"({"rt":null})"));
    const auto history = this->history(siti, id);
    REQUIRE(history.size() == 3);
    CHECK(history[0].state == ChangeState::Waiting);
    CHECK(told(history[0]) == R"(Siti: rt "002">null)");
    CHECK(history[1].state == ChangeState::Done);
    CHECK(told(history[1]) == R"(Siti: rt "001">"002")");
    CHECK(history[2].is_creation);
    CHECK(history[0].n == 3);
}

TEST_CASE_FIXTURE(Chronicle, "a record that came here says who made it, and only that") {
    const RecordId id = known_household("Budi");
    auto history = this->history(ani, id);
    REQUIRE(history.size() == 1);
    CHECK(history[0].who == "Siti");
    CHECK(history[0].is_creation);
    CHECK(history[0].changes.empty());
    siti.edit(id, set("rt", "002"));
    siti.sync();
    Device rina = device("Bidan Rina", "BIDAN");
    rina.sync();
    history = this->history(rina, id);
    REQUIRE(history.size() == 1);
    CHECK_FALSE(history[0].is_creation);
    CHECK(history[0].is_last_of_several);
}

TEST_CASE_FIXTURE(Chronicle, "two who changed other fields are both told, each once, on both") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rt", "005"));
    siti.edit(id, set("landmark", "mushola"));
    ani.sync();
    later();
    siti.sync();
    ani.sync();
    const auto sitis = history(siti, id);
    REQUIRE(sitis.size() == 3);
    CHECK(told(sitis[0]) == R"(Siti: landmark null>"mushola")");
    CHECK(told(sitis[1]) == R"(Ani: rt "001">"005")");
    CHECK_FALSE(sitis[1].is_last_of_several);
    const auto anis = history(ani, id);
    REQUIRE(anis.size() == 3);
    CHECK(told(anis[0]) == R"(Siti: landmark null>"mushola")");
    CHECK(told(anis[1]) == R"(Ani: rt "001">"005")");
    CHECK(anis[1].is_mine);
}

TEST_CASE_FIXTURE(Chronicle, "of several between two syncs the last is named, and said to be one") {
    const RecordId id = known_household("Budi");
    Device rina = device("Bidan Rina", "BIDAN");
    ani.edit(id, set("rt", "005"));
    ani.sync();
    rina.sync();
    rina.edit(id, set("rw", "009"));
    rina.sync();
    siti.sync();
    const auto history = this->history(siti, id);
    REQUIRE(history.size() == 2);
    CHECK(told(history[0]) == R"(Bidan Rina: rt "001">"005" rw "002">"009")");
    CHECK(history[0].role == "BIDAN");
    CHECK(history[0].is_last_of_several);
}

TEST_CASE_FIXTURE(Chronicle, "a conflict is told with its state, and its decision by the centre") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rt", "005"));
    siti.edit(id, set("rt", "006"));
    ani.sync();
    siti.sync();
    auto history = this->history(siti, id);
    REQUIRE(history.size() == 3);
    CHECK(told(history[0]) == R"(Siti: rt "001">"006")");
    CHECK(history[0].state == ChangeState::Conflict);
    CHECK(told(history[1]) == R"(Ani: rt "001">"005")");
    decide(open_contenders().at(0), accept::Choice::Incoming);
    later();
    siti.sync();
    history = this->history(siti, id);
    REQUIRE(history.size() == 4);
    CHECK(history[0].changes.at(0).new_token == "\"006\"");
    CHECK_FALSE(history[0].is_mine);
    CHECK(history[0].who ==
          protocol::parse_config(siti.store().identity().value().config).value().centre);
    CHECK(history[1].state == ChangeState::Done);
    CHECK(told(history[1]) == R"(Siti: rt "001">"006")");
    CHECK(history[2].who == "Ani");
}

TEST_CASE_FIXTURE(Chronicle, "an answer read again tells nothing twice") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rt", "005"));
    ani.sync();
    siti.sync();
    const auto before = history(siti, id).size();
    const std::vector<std::string> answers = siti.link().answers;
    for (const std::string& answer : answers) siti.take_in(answer);
    CHECK(history(siti, id).size() == before);
}

TEST_CASE_FIXTURE(Chronicle, "a lost answer changes nothing of what is told") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    siti.link().fault = [] { return Fault::AnswerLost; };
    static_cast<void>(siti.round());
    siti.link().fault = [] { return Fault::None; };
    agree();
    REQUIRE(history(siti, id).size() == 1);
    CHECK(history(siti, id)[0].is_mine);
    CHECK(history(siti, id)[0].state == ChangeState::Done);
}

TEST_CASE_FIXTURE(Chronicle, "what she wrote on another laptop is hers") {
    const RecordId id = known_household("Budi");
    Device second(folder.path("siti2.db"), server, code_for("Siti"), clock, random);
    second.sync();
    second.edit(id, set("rt", "005"));
    second.sync();
    siti.sync();
    const auto history = this->history(siti, id);
    REQUIRE(history.size() == 2);
    CHECK(told(history[0]) == R"(Siti: rt "001">"005")");
    CHECK(history[0].is_mine);
    CHECK_FALSE(history[0].n.has_value());
}

TEST_CASE_FIXTURE(Chronicle, "who has left is still named") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("rt", "005"));
    ani.sync();
    const auto user = server_store::find_user_by_name(server.connection(), "Ani").value().value();
    REQUIRE(server_store::disable_user(server.connection(), user.id, clock.now()).ok());
    siti.sync();
    CHECK(history(siti, id)[0].who == "Ani");
}

TEST_CASE_FIXTURE(Chronicle, "the newest changes of a record are kept, not all") {
    const RecordId id = known_household("Budi");
    for (int i = 0; i < store::kHistoryMax + 5; ++i) {
        ani.edit(id, set("rt", std::to_string(100 + i)));
        ani.sync();
        siti.sync();
    }
    const auto kept = store::arrived_changes(siti.store(), id.text()).value();
    REQUIRE(kept.size() == static_cast<std::size_t>(store::kHistoryMax));
    CHECK(kept.front().after.text("rt") == "124");
    CHECK(kept.back().after.text("rt") == "105");
}

TEST_CASE_FIXTURE(Chronicle, "nothing of an erased record is told") {
    const RecordId id = known_household("Budi");
    ani.edit(id, set("head_name", "Rahasia"));
    ani.sync();
    siti.sync();
    siti.edit(id, set("rt", "005"));
    siti.sync();
    protocol::Answer answer = protocol::parse_answer(siti.link().answers.back()).value();
    for (const store::Sent& sent : siti.outbox_of(id)) {
        answer.outcomes.push_back(
            {sent.n, protocol::OutcomeKind::Erased, {}, false, "", "", "", {}});
    }
    answer.ending.receipt.reset();
    REQUIRE(store::apply(
                siti.store(), answer,
                [](const records::Record&) { return std::vector<std::string>(); }, clock.now())
                .ok());
    CHECK(history(siti, id).empty());
    CHECK(!siti.has(id));
}

TEST_CASE_FIXTURE(Chronicle, "a record that goes takes its history along") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    agree();
    REQUIRE(history(ani, id).size() == 2);
    REQUIRE(ani.store().connection().execute("DELETE FROM record").ok());
    CHECK(history(ani, id).empty());
    CHECK(ani.store().connection().number("SELECT COUNT(*) FROM history").value() == 0);
}

TEST_CASE_FIXTURE(Chronicle, "a change made by a clock that was set back is doubted") {
    const RecordId id = known_household("Budi");
    const base::Instant right = clock.now();
    clock.set(base::Instant{right.unix_ms - 48 * kHourMs});
    siti.edit(id, set("rt", "005"));
    clock.set(right);
    siti.edit(id, set("rt", "006"));
    const auto history = this->history(siti, id);
    REQUIRE(history.size() == 3);
    CHECK_FALSE(history[0].is_clock_doubtful);
    CHECK(history[1].is_clock_doubtful);
    CHECK_FALSE(history[2].is_clock_doubtful);
}

TEST_CASE_FIXTURE(Chronicle, "a change dated after its receipt is doubted") {
    const base::Instant right = clock.now();
    clock.set(base::Instant{right.unix_ms + kHourMs});
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    clock.set(right);
    siti.sync();
    CHECK(history(siti, id).at(0).is_clock_doubtful);
}

TEST_CASE_FIXTURE(Chronicle, "a change sent anew by a restored copy keeps what it replaced") {
    const RecordId id = known_household("Budi");
    siti.copy_to(folder.path("copy.db"));
    siti.edit(id, set("rt", "002"));
    siti.sync();
    siti.restore_from(folder.path("copy.db"));
    siti.edit(id, set("rw", "009"));
    siti.sync();
    siti.sync();
    const auto history = this->history(siti, id);
    REQUIRE(history.size() == 3);
    CHECK(told(history[0]) == R"(Siti: rw "002">"009")");
    CHECK(told(history[1]) == R"(Siti: rt "001">"002")");
    CHECK(history[0].n.has_value());
    CHECK_FALSE(history[1].n.has_value());
}

namespace {

// Three who write one record at random, each value with its author's name in it.
struct Busy : Chronicle {
    Device rina = device("Rina", "BIDAN");
    int written = 0;

    void edit_one(Device& device, const std::string& who, const RecordId& id) {
        const std::vector<std::string> fields = {"no_kk", "phone", "landmark", "head_name"};
        const std::string field = fields[random.below(fields.size())];
        device.edit(id, set(field, who + " " + std::to_string(++written)));
    }
    void step(const RecordId& id) {
        later();
        const std::vector<std::pair<Device*, std::string>> all = {
            {&siti, "Siti"}, {&ani, "Ani"}, {&rina, "Rina"}};
        const auto& [device, who] = all[random.below(all.size())];
        if (random.below(2) == 0) {
            edit_one(*device, who, id);
        } else {
            device->sync();
        }
    }
    void check_told(Device& device, const RecordId& id) {
        std::map<std::string, int> times;
        std::map<std::string, std::pair<std::string, bool>> newest;  // value; does it stand?
        for (const HistoryEntry& entry : history(device, id)) {
            const bool stands = entry.state == ChangeState::Done;
            for (const client_app::FieldChange& change : entry.changes) {
                const std::string value = base::json::string_of(change.new_token).value_or("");
                CHECK(++times[value] == 1);
                newest.emplace(change.field, std::pair(value, stands));
                const bool is_signed = value.starts_with(entry.who + " ");
                if (!entry.is_creation) CHECK((is_signed || entry.is_last_of_several));
            }
        }
        const base::Fields shown = device.shown(id);
        for (const char* field : {"no_kk", "phone", "landmark"}) {
            if (shown.has(field)) CHECK(times[shown.text(field)] == 1);
        }
        for (const auto& [field, top] : newest) {
            if (top.second) CHECK(shown.text(field) == top.first);
        }
    }
};

}  // namespace

TEST_CASE("whatever three write and send, each value is told once, by its author, newest on top") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        Busy village;
        village.random = base::SeededRandom(seed);
        const RecordId id = village.known_household("Budi");
        village.rina.sync();
        for (int i = 0; i < 40; ++i) village.step(id);
        for (Device* device : {&village.siti, &village.ani, &village.rina, &village.siti}) {
            device->sync();
        }
        village.ani.sync();
        for (Device* device : {&village.siti, &village.ani, &village.rina}) {
            village.check_told(*device, id);
        }
    }
}
