#include "shared/protocol/enrolment.h"

#include <doctest/doctest.h>

#include <set>

using protocol::EnrolmentCode;

namespace {

constexpr const char* kPin = "sha256//Db9Rl3sZ976uoLQfGvUGfkdVtgDfR0p2/EP6b3AvU/A=";
// As it was printed by the first version; slips stay valid for a week over an update.
constexpr const char* kSlip = "192.168.1.10:8443/60RK-4CSM-6MV3-EE1S-1PZN-35VV-37VV-XBN0-767G";

EnrolmentCode some_code() {
    return {"192.168.1.10:8443", "0123456789", protocol::pin_start_of(kPin)};
}

bool is_whole(std::string_view typed) {
    return protocol::parse_enrolment_code(typed).ok();
}

}  // namespace

TEST_CASE("the slip says what it always said, and is read again") {
    CHECK(to_text(some_code()) == kSlip);
    const EnrolmentCode code = protocol::parse_enrolment_code(kSlip).value();
    CHECK(code.address == "192.168.1.10:8443");
    CHECK(code.secret == "0123456789");
    CHECK(protocol::pin_matches(code, kPin));
}

TEST_CASE("a slip may be typed in small letters, without dashes, with o for 0 and l for 1") {
    CHECK(is_whole("192.168.1.10:8443/60rk4csm6mv3ee1s1pzn35vv37vvxbn0767g"));
    CHECK(is_whole("192.168.1.10:8443/6ork 4csm 6mv3 eels lpzn 35vv 37vv xbno 767g"));
}

TEST_CASE("every single wrong letter on a slip is noticed before anything is sent") {
    const std::string slip = kSlip;
    const std::string symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    int missed = 0;
    int tried = 0;
    for (std::size_t at = slip.find('/') + 1; at + 1 < slip.size(); ++at) {
        if (slip[at] == '-') continue;
        for (const char symbol : symbols) {
            if (symbol == slip[at]) continue;
            std::string typed = slip;
            typed[at] = symbol;
            ++tried;
            missed += is_whole(typed) ? 1 : 0;
        }
    }
    CHECK(tried > 1000);
    CHECK(missed == 0);
}

TEST_CASE("swapped neighbours, a missing group and another address are noticed") {
    std::string swapped = kSlip;
    const auto at = swapped.find("RK");
    std::swap(swapped[at], swapped[at + 1]);
    CHECK_FALSE(is_whole(swapped));
    CHECK_FALSE(is_whole(std::string(kSlip).substr(0, std::string(kSlip).size() - 5)));
    CHECK_FALSE(is_whole("192.168.1.11" + std::string(kSlip).substr(12)));
    for (const char* typed :
         {"", "/", "abc", "/60RK", "192.168.1.10:8443", "host:1/", "host:1/!!"}) {
        CAPTURE(typed);
        CHECK_FALSE(is_whole(typed));
    }
}

TEST_CASE("a wrong slip is answered with a sentence that says what to do") {
    const auto code = protocol::parse_enrolment_code("192.168.1.10:8443/6ORK");
    REQUIRE_FALSE(code.ok());
    CHECK(code.error().code == base::ErrorCode::Usage);
    CHECK(code.error().message.find("letter by letter") != std::string::npos);
}

TEST_CASE("only the server whose pin stands on the slip fits it, and a plain one has no pin") {
    const EnrolmentCode code = some_code();
    CHECK(protocol::has_pin(code));
    CHECK_FALSE(
        protocol::pin_matches(code, "sha256//AAAAl3sZ976uoLQfGvUGfkdVtgDfR0p2/EP6b3AvU/A="));
    CHECK_FALSE(protocol::pin_matches(code, ""));
    const EnrolmentCode plain{"127.0.0.1:8080", "0123456789", std::string(10, '\0')};
    CHECK_FALSE(protocol::has_pin(plain));
    CHECK_FALSE(protocol::pin_matches(plain, ""));
    CHECK_FALSE(protocol::has_pin(protocol::parse_enrolment_code(to_text(plain)).value()));
}

TEST_CASE("an enrolment request needs its secret and its key") {
    const protocol::EnrolRequest request{"SECRET", "KEY", "Laptop \"A\"", "0.1.0"};
    CHECK(protocol::parse_enrol_request(to_json(request)).value().device_name == "Laptop \"A\"");
    CHECK_FALSE(protocol::parse_enrol_request(to_json(request)).value().again.has_value());
    CHECK_FALSE(protocol::parse_enrol_request(R"({"secret":"x"})").ok());
    CHECK_FALSE(protocol::parse_enrol_request(R"({"device_key":"x"})").ok());
    CHECK_FALSE(protocol::parse_enrol_request("<html>").ok());
}

TEST_CASE("an enrolment answered by anything but our server is no connection") {
    const auto answer = protocol::parse_enrol_answer("{\"login\":\"wifi\"}");
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().code == base::ErrorCode::Network);
}

TEST_CASE("an enrolled device's id is a UUID: it becomes the name of files") {
    const auto answered = [](const std::string& device) {
        return protocol::parse_enrol_answer(R"({"device":")" + device +
                                            R"(","token":"t","config":{}})")
            .ok();
    };
    CHECK(answered("019aa3e0-0000-7000-8000-00000000de01"));
    CHECK_FALSE(answered("../../.bashrc"));
    CHECK_FALSE(answered(""));
}

TEST_CASE("a config's digest follows its units and forms' digest, not whether texts came along") {
    protocol::Config config;
    config.user_name = "Kader";
    config.units = {{"P01", "Melati 1", "Desa", "3301"}};
    config.forms_digest = "f0";
    const std::string digest = digest_of(config);
    config.forms = {R"({"settings":{}})"};
    CHECK(digest_of(config) == digest);
    const auto after = protocol::parse_config(to_json(config)).value();
    CHECK(digest_of(after) == digest);
    CHECK(after.forms == config.forms);
    config.units[0].name = "Melati 2";
    CHECK(digest_of(config) != digest);
    config.forms_digest = "f1";
    CHECK(digest_of(config) != digest);
}
