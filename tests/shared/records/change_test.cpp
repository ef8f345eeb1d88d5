#include "shared/records/change.h"

#include <doctest/doctest.h>

using records::Change;
using records::Revision;

namespace {

constexpr const char* kId = "0190a000-0000-7000-8000-000000000001";

Change full_change() {
    Change change;
    change.record = base::RecordId(kId);
    change.type = "visit";
    change.unit = "P01";
    change.base = {1, 17};
    change.set = base::Fields::parse(R"({"note":"two\nlines","weight_g":3200,"old":null})").value();
    change.form_version = "2";
    change.made_at = base::Instant{1'700'000'000'000};
    change.reason = "typed \"wrong\"";
    change.mends = 9;
    change.decides = "c-1";
    return change;
}

bool is_refused(std::string_view line) {
    return !records::parse_change(line).ok();
}

}  // namespace

TEST_CASE("a change comes back from its line with everything it says") {
    const Change before = full_change();
    const std::string line = to_line(before);
    const Change after = records::parse_change(line).value();
    CHECK(after.record == before.record);
    CHECK(after.type == before.type);
    CHECK(after.unit == before.unit);
    CHECK(after.base == before.base);
    CHECK(after.set == before.set);
    CHECK(after.form_version == before.form_version);
    CHECK(after.made_at == before.made_at);
    CHECK(after.reason == before.reason);
    CHECK(after.mends == before.mends);
    CHECK(after.decides == before.decides);
    CHECK(to_line(after) == line);
}

TEST_CASE("what a change sets is read alike, however it is written") {
    const auto set_of = [](const std::string& set) {
        const std::string line = R"({"record":")" + std::string(kId) +
                                 R"(","type":"visit","unit":"P01","set":)" + set + "}";
        auto change = records::parse_change(line);
        return change.ok() ? change.value().set.to_json() : "";
    };
    CHECK(set_of(R"({"a":1,"b":"x","c":null})") == R"({"a":1,"b":"x","c":null})");
    CHECK(set_of(R"({ "b" : "x", "a":1 })") == R"({"a":1,"b":"x"})");
    CHECK(set_of(R"({"a":{"deep":[1]}})") == R"({"a":{"deep":[1]}})");
    CHECK(set_of(R"({"\u0061":"\u0062"})") == R"({"a":"\u0062"})");
    CHECK(set_of(R"({})") == "{}");
    for (const char* refused : {R"({"a":1,"a":2})", R"({"a":nul})", R"({"a":01})", R"([])",
                                R"("{}")", R"({"a":"unfinished})"}) {
        CHECK(set_of(refused).empty());
    }
}

TEST_CASE("a change's line is one line, and says nothing that it has not") {
    Change change = full_change();
    CHECK(to_line(change).find('\n') == std::string::npos);
    change.base = {};
    change.reason.clear();
    change.mends.reset();
    change.decides.clear();
    const std::string line = to_line(change);
    for (const char* name : {"\"base\"", "\"reason\"", "\"mends\"", "\"decides\""}) {
        CHECK(line.find(name) == std::string::npos);
    }
    CHECK(records::parse_change(line).value().base.is_zero());
}

TEST_CASE("a field that no version of ours knows survives byte by byte, null included") {
    const std::string set = R"({"future":{"deep" : [1.0, null]},"gone":null,"n":1.50})";
    const std::string line = R"({"record":")" + std::string(kId) +
                             R"(","type":"visit","unit":"P01","set":)" + set + R"(,"new":{"x":1}})";
    const Change change = records::parse_change(line).value();
    CHECK(change.set.to_json() == set);
    CHECK(to_line(change).find("\"set\":" + set) != std::string::npos);
}

TEST_CASE("a change that names no record, type, unit or fields is refused") {
    const std::string id = R"({"record":")" + std::string(kId) + R"(",)";
    CHECK_FALSE(is_refused(id + R"("type":"visit","unit":"P01","set":{}})"));
    CHECK(is_refused(id + R"("type":"visit","unit":"P01"})"));
    CHECK(is_refused(id + R"("type":"visit","set":{}})"));
    CHECK(is_refused(id + R"("unit":"P01","set":{}})"));
    CHECK(is_refused(id + R"("type":"visit","unit":"P01","set":[]})"));
    CHECK(is_refused(id + R"("type":"visit","unit":"P01","base":"x","set":{}})"));
    CHECK(is_refused(id + "\"type\":\"visit\",\"unit\":\"P01\",\"set\":{\"a\":[1,\n2]}}"));
    CHECK(is_refused(R"({"record":"17","type":"visit","unit":"P01","set":{}})"));
    CHECK(is_refused(R"({"type":"visit","unit":"P01","set":{}})"));
}

TEST_CASE("a line that was cut anywhere is refused") {
    const std::string line = to_line(full_change());
    for (std::size_t length = 0; length < line.size(); ++length) {
        CHECK(is_refused(std::string_view(line).substr(0, length)));
    }
}

TEST_CASE("every byte of every change before it is in the chain's head") {
    const std::string line = to_line(full_change());
    const std::string first = records::chain_hash("", 1, line);
    const std::string second = records::chain_hash(first, 2, line);
    CHECK(first.size() == 32);
    CHECK(first != second);
    CHECK(records::chain_hash("", 1, line + " ") != first);
    CHECK(records::chain_hash("", 2, line) != first);
    CHECK(records::chain_hash(records::chain_hash("", 1, "other"), 2, line) != second);
    CHECK(records::chain_hash(first, 2, line) == second);
}

TEST_CASE("the chain's hash is the same for ever") {
    // Pinned: laptops and servers of different versions must agree on it.
    CHECK(records::chain_hash("", 1, "{}") == "f7f98a61bd47c14addd101ecc55930b1");
}
