// Becoming a device, and a forgotten PIN: typed, pasted and sent texts.
#include "client/store/vault_file.h"
#include "shared/base/result.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/pin.h"
#include "shared/protocol/rescue.h"
#include "tests/fuzz/targets/target.h"

#include <string>

namespace fuzz {

namespace {

const crypto::BoxKey& own_key() {
    static const crypto::BoxKey key = crypto::BoxKey::from_bytes(std::string(32, 'c')).value();
    return key;
}

void check_again(const protocol::EnrolAnswer& answer) {
    const auto again = protocol::parse_enrol_answer(to_json(answer));
    CHECK(again.ok());
    CHECK(to_json(again.value()) == to_json(answer));
    CHECK(base::is_uuid(answer.device.text()));
}

void check_again(const protocol::EnrolRequest& request) {
    const auto again = protocol::parse_enrol_request(to_json(request));
    CHECK(again.ok());
    CHECK(to_json(again.value()) == to_json(request));
}

void check_again(const protocol::Config& config) {
    const auto again = protocol::parse_config(to_json(config));
    CHECK(again.ok());
    CHECK(to_json(again.value()) == to_json(config));
    CHECK(digest_of(again.value()) == digest_of(config));
}

}  // namespace

void code(std::string_view bytes) {
    if (const auto code = protocol::parse_enrolment_code(bytes); code.ok()) {
        const auto again = protocol::parse_enrolment_code(to_text(code.value()));
        CHECK(again.ok());
        CHECK(again.value().address == code.value().address);
        CHECK(again.value().secret == code.value().secret);
        CHECK(again.value().pin_start == code.value().pin_start);
        if (protocol::pin_matches(code.value(), bytes)) CHECK(has_pin(code.value()));
    }
    CHECK(protocol::pin_start_of(bytes).size() == 10);
    if (const auto pin = protocol::pin_of(std::string(bytes)); pin.ok()) {
        CHECK(protocol::is_pin(pin.value()));
    }
    if (protocol::is_pin(bytes)) CHECK(bytes.starts_with("sha256//"));
}

void enrolment(std::string_view bytes) {
    if (const auto read = protocol::parse_enrol_answer(bytes); read.ok()) check_again(read.value());
    if (const auto read = protocol::parse_enrol_request(bytes); read.ok()) {
        check_again(read.value());
    }
    if (const auto read = protocol::parse_config(bytes); read.ok()) check_again(read.value());
}

void rescue(std::string_view bytes) {
    if (const auto read = protocol::parse_rescue_request(bytes); read.ok()) {
        const std::string text = to_text(read.value());
        const auto again = protocol::parse_rescue_request(text);
        CHECK(again.ok());
        CHECK(to_text(again.value()) == text);
        CHECK(comparison_code(again.value()) == comparison_code(read.value()));
        if (const auto answer = protocol::answer_rescue(own_key(), read.value()); answer.ok()) {
            CHECK(!answer.value().text.empty());
        }
        // A request is never taken for an answer.
        CHECK(!protocol::open_rescue_answer(own_key(), bytes).ok());
    }
    if (const auto key = protocol::open_rescue_answer(own_key(), bytes); key.ok()) {
        CHECK(key.value().size() == 32);
    }
}

void key_file(std::string_view bytes) {
    const auto read = store::vault::parse_vault(bytes);
    if (!read.ok()) {
        CHECK(!read.error().message.empty());
        return;
    }
    const std::string text = to_text(read.value());
    const auto again = store::vault::parse_vault(text);
    CHECK(again.ok());
    CHECK(to_text(again.value()) == text);
    CHECK(read.value().failures >= 0);
}

}  // namespace fuzz
