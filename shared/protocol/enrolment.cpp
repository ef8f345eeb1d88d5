#include "shared/protocol/enrolment.h"

#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/texts.h"

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::size_t kSecretBytes = 10;
constexpr std::size_t kPinBytes = 10;
constexpr std::size_t kCheckBytes = 2;
constexpr std::string_view kPinPrefix = "sha256//";

std::string check_of(const EnrolmentCode& code) {
    const std::string all = code.address + "\n" + code.secret + code.pin_start;
    return crypto::hash128(all).substr(0, kCheckBytes);
}

// Standard base64 to base64url without padding, which the one decoder we have reads.
std::string as_base64url(std::string_view base64) {
    std::string text;
    for (const char c : base64) {
        if (c != '=') text += c == '+' ? '-' : c == '/' ? '_' : c;
    }
    return text;
}

Error wrong_code() {
    return {ErrorCode::Usage,
            "this is not a whole enrolment code; please compare it with the slip, letter by "
            "letter"};
}

std::string units_text(const std::vector<Unit>& units) {
    std::vector<std::string> tokens;
    for (const Unit& unit : units) {
        tokens.push_back(json::Writer()
                             .add("code", unit.code)
                             .add("name", unit.name)
                             .add("village", unit.village)
                             .add("village_code", unit.village_code)
                             .text());
    }
    return json::array_of(tokens);
}

Result<std::vector<Unit>> parse_units(const json::Object& object) {
    std::vector<Unit> units;
    for (const std::string& token : object.array("units").value_or(std::vector<std::string>{})) {
        TRY_LET(unit, json::Object::parse(token));
        units.push_back({unit.string("code").value_or(""), unit.string("name").value_or(""),
                         unit.string("village").value_or(""),
                         unit.string("village_code").value_or("")});
    }
    return units;
}

std::string users_text(const std::vector<User>& users) {
    std::vector<std::string> tokens;
    for (const User& user : users) {
        json::Writer writer;
        writer.add("id", user.id).add("name", user.name).add("role", user.role);
        if (!user.units.empty()) writer.add_token("units", texts(user.units));
        if (user.has_left) writer.add("left", true);
        tokens.push_back(writer.text());
    }
    return json::array_of(tokens);
}

User parse_user(const json::Object& object) {
    User user{object.string("id").value_or(""), object.string("name").value_or(""),
              object.string("role").value_or("")};
    for (const std::string& unit : object.array("units").value_or(std::vector<std::string>{})) {
        if (auto code = json::string_of(unit)) user.units.push_back(*std::move(code));
    }
    user.has_left = object.boolean("left").value_or(false);
    return user;
}

Result<std::vector<User>> parse_users(const json::Object& object) {
    std::vector<User> users;
    for (const std::string& token : object.array("users").value_or(std::vector<std::string>{})) {
        TRY_LET(user, json::Object::parse(token));
        users.push_back(parse_user(user));
    }
    return users;
}

}  // namespace

std::string to_text(const EnrolmentCode& code) {
    const std::string symbols = crypto::to_base32(code.secret + code.pin_start + check_of(code));
    return code.address + "/" + crypto::grouped_code(symbols);
}

Result<EnrolmentCode> parse_enrolment_code(std::string_view text) {
    const auto slash = text.rfind('/');
    if (slash == std::string_view::npos || slash == 0) return wrong_code();
    auto bytes = crypto::from_base32(text.substr(slash + 1));
    if (!bytes.ok() || bytes.value().size() != kSecretBytes + kPinBytes + kCheckBytes) {
        return wrong_code();
    }
    EnrolmentCode code;
    code.address = std::string(text.substr(0, slash));
    code.secret = bytes.value().substr(0, kSecretBytes);
    code.pin_start = bytes.value().substr(kSecretBytes, kPinBytes);
    if (bytes.value().substr(kSecretBytes + kPinBytes) != check_of(code)) return wrong_code();
    return code;
}

std::string pin_start_of(std::string_view pin) {
    if (!pin.starts_with(kPinPrefix)) return std::string(kPinBytes, '\0');
    auto bytes = crypto::from_base64url(as_base64url(pin.substr(kPinPrefix.size())));
    if (!bytes.ok() || bytes.value().size() < kPinBytes) return std::string(kPinBytes, '\0');
    return bytes.value().substr(0, kPinBytes);
}

bool pin_matches(const EnrolmentCode& code, std::string_view pin) {
    return has_pin(code) && pin_start_of(pin) == code.pin_start;
}

bool has_pin(const EnrolmentCode& code) {
    return code.pin_start != std::string(kPinBytes, '\0');
}

std::string to_json(const EnrolRequest& request) {
    json::Writer writer;
    writer.add("secret", request.secret)
        .add("device_key", request.device_key)
        .add("device_name", request.device_name)
        .add("app", request.app);
    if (request.again) {
        writer.add_token("again", json::Writer()
                                      .add("device", request.again->device)
                                      .add("user", request.again->user)
                                      .add("epoch", request.again->epoch)
                                      .text());
    }
    return writer.text();
}

Result<EnrolRequest> parse_enrol_request(std::string_view text) {
    TRY_LET(object, json::Object::parse(text));
    EnrolRequest request{
        object.string("secret").value_or(""), object.string("device_key").value_or(""),
        object.string("device_name").value_or(""), object.string("app").value_or("")};
    if (request.secret.empty() || request.device_key.empty()) {
        return Error{ErrorCode::Malformed, "an enrolment without secret or key"};
    }
    if (const auto again = object.object("again")) {
        request.again =
            EnrolAgain{again->string("device").value_or(""), again->string("user").value_or(""),
                       again->integer("epoch").value_or(0)};
        if (!base::DeviceId::parse(request.again->device)) {
            return Error{ErrorCode::Malformed, "an enrolment again of no device"};
        }
    }
    return request;
}

std::string to_json(const EnrolAnswer& answer) {
    return json::Writer()
        .add("device", answer.device.text())
        .add("token", answer.token)
        .add("user", answer.user.text())
        .add("user_name", answer.user_name)
        .add("role", answer.role)
        .add("centre", answer.centre)
        .add("zone", answer.zone)
        .add("epoch", answer.epoch)
        .add("box_key", answer.box_key)
        .add("receipt_key", answer.receipt_key)
        .add_token("config", answer.config)
        .text();
}

Result<EnrolAnswer> parse_enrol_answer(std::string_view text) {
    TRY_LET(object, json::Object::parse(text));
    EnrolAnswer answer;
    answer.device = base::DeviceId(object.string("device").value_or(""));
    answer.token = object.string("token").value_or("");
    answer.user = base::UserId(object.string("user").value_or(""));
    answer.user_name = object.string("user_name").value_or("");
    answer.role = object.string("role").value_or("");
    answer.centre = object.string("centre").value_or("");
    answer.zone = object.string("zone").value_or("");
    answer.epoch = object.integer("epoch").value_or(0);
    answer.box_key = object.string("box_key").value_or("");
    answer.receipt_key = object.string("receipt_key").value_or("");
    const std::string* config = object.find("config");
    // The device's id becomes the name of files: nothing else may pass for one.
    if (!base::is_uuid(answer.device.text()) || answer.token.empty() || config == nullptr) {
        return Error{ErrorCode::Network, "what answered is not the health centre's server"};
    }
    answer.config = *config;
    return answer;
}

std::string to_json(const Config& config) {
    std::vector<std::string> forms;
    for (const std::string& form : config.forms) forms.push_back(form);
    json::Writer writer;
    writer.add("user_name", config.user_name).add("role", config.role);
    writer.add("centre", config.centre).add_token("units", units_text(config.units));
    if (!config.users.empty()) writer.add_token("users", users_text(config.users));
    writer.add("forms_digest", config.forms_digest);
    if (!forms.empty()) writer.add_token("forms", json::array_of(forms));
    return writer.text();
}

Result<Config> parse_config(std::string_view text) {
    TRY_LET(object, json::Object::parse(text));
    Config config;
    config.user_name = object.string("user_name").value_or("");
    config.role = object.string("role").value_or("");
    config.centre = object.string("centre").value_or("");
    TRY_LET(units, parse_units(object));
    config.units = std::move(units);
    TRY_LET(users, parse_users(object));
    config.users = std::move(users);
    config.forms_digest = object.string("forms_digest").value_or("");
    config.forms = object.array("forms").value_or(std::vector<std::string>{});
    return config;
}

std::string digest_of(const Config& config) {
    Config without_texts = config;
    without_texts.forms.clear();
    return crypto::hash128_hex(to_json(without_texts)).substr(0, 12);
}

}  // namespace protocol
