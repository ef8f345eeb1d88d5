// A laptop becomes a device: POST /v1/enrol with the secret of a printed code.
#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protocol {

// What the slip says: HOST:PORT/SYMBOLS. The symbols (Crockford base32) hold a secret of 10 bytes,
// the first 10 bytes of the SHA-256 of the server's public key (zero for a plain server), and two
// check bytes, so that a typing slip is noticed before anything is sent.
struct EnrolmentCode {
    std::string address;    // "192.168.1.10:8443"
    std::string secret;     // 10 bytes
    std::string pin_start;  // 10 bytes
};
std::string to_text(const EnrolmentCode& code);
base::Result<EnrolmentCode> parse_enrolment_code(std::string_view text);
// Does the server's whole pin ("sha256//BASE64") start as the code says?
bool pin_matches(const EnrolmentCode& code, std::string_view pin);
bool has_pin(const EnrolmentCode& code);
std::string pin_start_of(std::string_view pin);  // the first 10 bytes of its hash

// A store that was a device before and whose token is not known any more, most often because the
// server was restored from a backup older than its enrolment. It goes on under its id.
struct EnrolAgain {
    std::string device;
    std::string user;
    std::int64_t epoch = 0;  // the last that it knew
};

struct EnrolRequest {
    std::string secret;      // base32 of the code's secret
    std::string device_key;  // Ed25519 public key, base64url: asking again with it is harmless
    std::string device_name;
    std::string app;
    std::optional<EnrolAgain> again = std::nullopt;
};

struct Unit {
    std::string code;
    std::string name;
    std::string village;       // its name
    std::string village_code;  // Kemendagri
};

struct EnrolAnswer {
    base::DeviceId device;
    std::string token;
    base::UserId user;
    std::string user_name;
    std::string role;
    std::string centre;  // its name
    std::string zone;    // IANA
    std::int64_t epoch = 0;
    std::string box_key;      // X25519 public key of the centre, base64url
    std::string receipt_key;  // Ed25519 public key that signs receipts, base64url
    std::string config;       // the same object as a config line
};

std::string to_json(const EnrolRequest& request);
base::Result<EnrolRequest> parse_enrol_request(std::string_view json);
std::string to_json(const EnrolAnswer& answer);
base::Result<EnrolAnswer> parse_enrol_answer(std::string_view json);

// Who works for the health centre, so that a record's author has a name (record_line.h), and where,
// so that a training is written down where she reads it. An older server says no units.
struct User {
    std::string id;
    std::string name;
    std::string role;
    std::vector<std::string> units = {};  // codes
    bool has_left = false;
};

// What a device knows besides records: its user's units, who works for its health centre, and the
// forms in force.
struct Config {
    std::string user_name;
    std::string role;
    std::string centre;
    std::vector<Unit> units;
    std::string forms_digest;
    std::vector<std::string> forms;  // definition texts; empty when the device's are the same
    std::vector<User> users;         // also those who have left: what they wrote is still there
};
std::string to_json(const Config& config);
base::Result<Config> parse_config(std::string_view json);
std::string digest_of(const Config& config);  // leaves the forms' texts out, not their digest

}  // namespace protocol
