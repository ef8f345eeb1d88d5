// Merging as a table: what stands, what comes, what becomes of it (SYNC 8-11).
#include "sync-server/accept/change/merge.h"

#include "shared/forms/form_set.h"
#include "sync-server/accept/round/chain.h"

#include <doctest/doctest.h>

using namespace accept;
using base::Fields;
using records::Revision;

namespace {

constexpr std::int64_t kSiti = 1;
constexpr std::int64_t kAni = 2;

Fields fields(const char* json) {
    auto parsed = Fields::parse(json);
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
}

const forms::Form& household() {
    const forms::Form* form = forms::FormSet::builtin().find("household");
    REQUIRE(form != nullptr);
    return *form;
}

struct Given {
    Fields standing = fields(R"({"rt":"001","rw":"002","status":"ACTIVE"})");
    Writers writers = Writers::created_by({Revision{1, 1}, kSiti, 1, 1});
    Revision revision{1, 1};

    Merged when(std::int64_t device, Revision base, const char* set, std::int64_t n = 9,
                std::int64_t incarnation = 1) {
        records::Change change;
        change.base = base;
        change.set = fields(set);
        const Writer author{Revision{1, revision.counter + 1}, device, incarnation, n};
        return merge(standing, writers, revision, change, author, household());
    }
    void took(const Merged& merged) {
        standing = merged.fields;
        writers = merged.writers;
        ++revision.counter;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Given, "a field untouched since the base is taken") {
    const Merged merged = when(kAni, {1, 1}, R"({"rt":"005"})");
    CHECK(merged.changed);
    CHECK(merged.losers.empty());
    CHECK(merged.fields.text("rt") == "005");
    CHECK(merged.fields.text("rw") == "002");
    CHECK(merged.before.to_json() == R"({"rt":"001"})");
}

TEST_CASE_FIXTURE(Given, "null takes a field out, and the log keeps what it was") {
    const Merged merged = when(kAni, {1, 1}, R"({"rt":null})");
    CHECK(!merged.fields.has("rt"));
    CHECK(merged.before.text("rt") == "001");
}

TEST_CASE_FIXTURE(Given, "of a new record the log keeps nothing twice: there was nothing before") {
    records::Change change;
    change.set = base::Fields::parse(R"({"rt":"001","rw":null})").value();
    const Merged merged = create(change, Writer{Revision{1, 1}, kAni, 1, 1});
    CHECK(merged.changed);
    CHECK(merged.fields.to_json() == R"({"rt":"001"})");
    CHECK(merged.before.empty());
}

TEST_CASE_FIXTURE(
    Given, "a field written by another since the base is a conflict; the standing value stays") {
    took(when(kAni, {1, 1}, R"({"rt":"005"})"));
    const Merged merged = when(kSiti, {1, 1}, R"({"rt":"006","landmark":"pasar"})");
    CHECK(merged.fields.text("rt") == "005");
    CHECK(merged.fields.text("landmark") == "pasar");
    REQUIRE(merged.losers.size() == 1);
    CHECK(merged.losers[0].group == "rt");
    CHECK(merged.losers[0].values.text("rt") == "006");
    CHECK(merged.others_wrote_since);
}

TEST_CASE_FIXTURE(Given, "the same value by another is no conflict") {
    took(when(kAni, {1, 1}, R"({"rt":"005"})"));
    const Merged merged = when(kSiti, {1, 1}, R"({"rt":"005"})");
    CHECK(merged.losers.empty());
    CHECK(!merged.changed);
}

TEST_CASE_FIXTURE(
    Given, "one's own later change follows one's earlier one, in the same incarnation only") {
    took(when(kAni, {1, 1}, R"({"rt":"005"})", 3));
    CHECK(when(kAni, {1, 1}, R"({"rt":"006"})", 4).losers.empty());
    CHECK(when(kAni, {1, 1}, R"({"rt":"006"})", 4, 2).losers.size() == 1);
    CHECK(when(kAni, {1, 1}, R"({"rt":"006"})", 2).losers.size() == 1);
}

TEST_CASE_FIXTURE(Given, "the console has no same-device exception") {
    took(when(kAni, {1, 1}, R"({"rt":"005"})", 3, 0));
    CHECK(when(kAni, {1, 1}, R"({"rt":"006"})", 4, 0).losers.size() == 1);
}

TEST_CASE_FIXTURE(Given, "fields of one merge group lose together") {
    took(when(kAni, {1, 1}, R"({"gps_lat":-7.0,"gps_lon":110.5})"));
    const Merged merged = when(kSiti, {1, 1}, R"({"gps_lat":-6.9,"gps_lon":110.5})");
    REQUIRE(merged.losers.size() == 1);
    CHECK(merged.losers[0].group == "gps");
    CHECK(*merged.fields.token("gps_lat") == "-7.0");
}

TEST_CASE_FIXTURE(Given,
                  "a field that nobody ever wrote is free, also for who never saw the record") {
    CHECK(when(kAni, {0, 0}, R"({"landmark":"pasar"})").losers.empty());
    CHECK(when(kAni, {0, 0}, R"({"rt":"009"})").losers.size() == 1);
}

TEST_CASE("writers are kept sparse and read back the same") {
    Writers writers = Writers::created_by({Revision{1, 1}, 7, 1, 17});
    writers.set("rt", {Revision{1, 4}, 9, 2, 3});
    const Writers read = Writers::parse(writers.to_text());
    CHECK(read.of("rt") == Writer{Revision{1, 4}, 9, 2, 3});
    CHECK(read.of("rw") == Writer{Revision{1, 1}, 7, 1, 17});
    CHECK(writers.to_text() == R"({"*":"1.1/7/1/17","rt":"1.4/9/2/3"})");
}

TEST_CASE("a request continues, forks, or leaves a gap") {
    server_store::Device device;
    device.acknowledged = 10;
    device.head = "h10";
    protocol::Hello hello;
    hello.last_n = 12;
    hello.first_n = 11;
    hello.count = 2;
    hello.before = "h10";
    hello.head = "h12";
    const auto standing = [&](const std::optional<std::string>& before,
                              const std::optional<std::string>& last = std::nullopt) {
        return standing_of(hello, device, 1, {before, last});
    };
    CHECK(standing("h10") == Standing::Continues);
    CHECK(standing("other") == Standing::Forked);
    hello.last_n = 10;
    CHECK(standing("h10", "h12") == Standing::Continues);
    CHECK(standing("h10", "h10") == Standing::Forked);
    hello.last_n = 9;
    hello.first_n = 9;
    CHECK(standing("h8") == Standing::Forked);
    hello.last_n = 15;
    hello.first_n = 13;
    CHECK(standing(std::nullopt) == Standing::Gap);
    hello.first_n = 11;
    hello.incarnation = 2;
    CHECK(standing("h10") == Standing::NewLife);
    device.incarnation = 3;
    CHECK(standing("h10") == Standing::Forked);
    hello.incarnation = 3;
    hello.epoch = 7;
    CHECK(standing("h10") == Standing::OtherEpoch);
    hello.protocol = 2;
    CHECK(standing("h10") == Standing::NewerProtocol);
}
