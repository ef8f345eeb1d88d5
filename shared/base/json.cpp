#include "shared/base/json.h"

#include "shared/base/text.h"

#include <simdjson.h>
#include <algorithm>
#include <array>
#include <charconv>

namespace base::json {

namespace {

constexpr std::size_t kDepthMax = 32;

Error malformed(const char* what) {
    return {ErrorCode::Malformed, std::string("not valid JSON: ") + what};
}

// simdjson wants room behind the text; copying a line is cheaper than asking callers to pad.
struct Parsers {
    simdjson::dom::parser validator;
    simdjson::ondemand::parser reader;
};

Parsers& parsers() {
    thread_local Parsers one;
    return one;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// The on-demand reader skips values without looking inside them; this pass looks at everything.
Result<Done> validate(const simdjson::padded_string& padded) {
    simdjson::dom::element root;
    simdjson::dom::parser& validator = parsers().validator;
    if (validator.max_depth() != kDepthMax) {
        if (validator.allocate(1 << 16, kDepthMax) != simdjson::SUCCESS) {
            return Error{ErrorCode::Storage, "no memory to read JSON"};
        }
    }
    const auto error = validator.parse(padded).get(root);
    if (error != simdjson::SUCCESS) return malformed(simdjson::error_message(error));
    return Done{};
}

template <typename Container>
Result<std::string> raw_of(simdjson::simdjson_result<Container>&& found) {
    Container container;
    std::string_view raw;
    if (std::move(found).get(container) != simdjson::SUCCESS ||
        container.raw_json().get(raw) != simdjson::SUCCESS) {
        return malformed("bad value");
    }
    return std::string(trimmed(raw));
}

// The value's own bytes, whatever it is.
Result<std::string> token_of(simdjson::ondemand::value& value) {
    using simdjson::ondemand::json_type;
    json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) return malformed("bad value");
    if (type != json_type::object && type != json_type::array) {
        return std::string(trimmed(value.raw_json_token()));
    }
    return type == json_type::object ? raw_of(value.get_object()) : raw_of(value.get_array());
}

Result<Done> refuse_duplicates(const std::vector<Member>& members) {
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const Member& member : members) names.push_back(member.name);
    std::sort(names.begin(), names.end());
    if (std::adjacent_find(names.begin(), names.end()) != names.end()) {
        return malformed("a name occurs twice");
    }
    return Done{};
}

}  // namespace

Result<std::vector<Member>> parse_object(std::string_view text) {
    const simdjson::padded_string padded(text);
    TRY(validate(padded));
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parsers().reader.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get_object().get(object) != simdjson::SUCCESS) {
        return malformed("expected an object");
    }
    std::vector<Member> members;
    for (auto field : object) {
        std::string_view name;
        simdjson::ondemand::value value;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS) return malformed("bad name");
        std::string name_copy(name);
        if (field.value().get(value) != simdjson::SUCCESS) return malformed("bad value");
        TRY_LET(token, token_of(value));
        members.push_back({std::move(name_copy), std::move(token)});
    }
    TRY(refuse_duplicates(members));
    return members;
}

Result<std::vector<std::string>> parse_array(std::string_view text) {
    const simdjson::padded_string padded(text);
    TRY(validate(padded));
    simdjson::ondemand::document document;
    simdjson::ondemand::array array;
    if (parsers().reader.iterate(padded).get(document) != simdjson::SUCCESS ||
        document.get_array().get(array) != simdjson::SUCCESS) {
        return malformed("expected an array");
    }
    std::vector<std::string> tokens;
    for (auto element : array) {
        simdjson::ondemand::value value;
        if (element.get(value) != simdjson::SUCCESS) return malformed("bad element");
        TRY_LET(token, token_of(value));
        tokens.push_back(std::move(token));
    }
    return tokens;
}

Result<std::string> minified(std::string_view text) {
    const simdjson::padded_string padded(text);
    TRY(validate(padded));
    simdjson::dom::element root;
    if (parsers().validator.parse(padded).get(root) != simdjson::SUCCESS) {
        return malformed("bad value");
    }
    return std::string(simdjson::minify(root));
}

std::optional<std::string> string_of(std::string_view token) {
    if (token.size() < 2 || token.front() != '"') return std::nullopt;
    if (token.find('\\') == std::string_view::npos) {
        return std::string(token.substr(1, token.size() - 2));
    }
    const simdjson::padded_string padded(token);
    simdjson::dom::element root;
    std::string_view text;
    if (parsers().validator.parse(padded).get(root) != simdjson::SUCCESS ||
        root.get_string().get(text) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return std::string(text);
}

std::optional<std::int64_t> integer_of(std::string_view token) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc() || end != token.data() + token.size()) return std::nullopt;
    return number;
}

std::optional<double> number_of(std::string_view token) {
    // from_chars would take "-inf" and "-nan(x)" too.
    const std::size_t digit = token.starts_with('-') ? 1 : 0;
    if (digit >= token.size() || token[digit] < '0' || token[digit] > '9') return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), number);
    if (error != std::errc() || end != token.data() + token.size()) return std::nullopt;
    return number;
}

std::optional<bool> bool_of(std::string_view token) {
    if (token == "true") return true;
    if (token == "false") return false;
    return std::nullopt;
}

std::string quoted(std::string_view text) {
    // One bad byte would make the whole line unreadable for whoever receives it.
    if (!simdjson::validate_utf8(text.data(), text.size())) {
        return json::quoted(made_valid_utf8(text));
    }
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    const auto is_escaped = [](char c) {
        return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    };
    if (std::none_of(text.begin(), text.end(), is_escaped)) {  // nearly always
        out += text;
        out += '"';
        return out;
    }
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    std::array<char, 8> escape{};
                    std::snprintf(escape.data(), escape.size(), "\\u%04x",
                                  static_cast<unsigned>(static_cast<unsigned char>(c)));
                    out += escape.data();
                } else {
                    out += c;
                }
        }
    }
    return out + "\"";
}

std::string decimal(double number) {
    std::array<char, 40> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    CHECK(error == std::errc());
    return std::string(text.data(), end);
}

Result<Object> Object::parse(std::string_view text) {
    TRY_LET(members, parse_object(text));
    Object object;
    object.members_ = std::move(members);
    return object;
}

const std::string* Object::find(std::string_view name) const {
    for (const Member& member : members_) {
        if (member.name == name) return &member.token;
    }
    return nullptr;
}

std::optional<std::string> Object::string(std::string_view name) const {
    const std::string* token = find(name);
    return token == nullptr ? std::nullopt : string_of(*token);
}

std::optional<std::int64_t> Object::integer(std::string_view name) const {
    const std::string* token = find(name);
    return token == nullptr ? std::nullopt : integer_of(*token);
}

std::optional<bool> Object::boolean(std::string_view name) const {
    const std::string* token = find(name);
    return token == nullptr ? std::nullopt : bool_of(*token);
}

std::optional<Object> Object::object(std::string_view name) const {
    const std::string* token = find(name);
    if (token == nullptr) return std::nullopt;
    auto parsed = parse(*token);
    if (!parsed.ok()) return std::nullopt;
    return std::move(parsed).value();
}

std::optional<std::vector<std::string>> Object::array(std::string_view name) const {
    const std::string* token = find(name);
    if (token == nullptr || token->empty() || token->front() != '[') return std::nullopt;
    auto parsed = parse_array(*token);
    if (!parsed.ok()) return std::nullopt;
    return std::move(parsed).value();
}

Writer& Writer::add(std::string_view name, std::string_view string_value) {
    return add_token(name, quoted(string_value));
}

Writer& Writer::add(std::string_view name, std::int64_t number) {
    return add_token(name, std::to_string(number));
}

Writer& Writer::add(std::string_view name, bool value) {
    return add_token(name, value ? "true" : "false");
}

Writer& Writer::add_token(std::string_view name, std::string_view token) {
    if (text_.size() > 1) text_ += ',';
    text_ += quoted(name);
    text_ += ':';
    text_ += token;
    return *this;
}

std::string array_of(const std::vector<std::string>& tokens) {
    std::string text = "[";
    for (const std::string& token : tokens) {
        if (text.size() > 1) text += ',';
        text += token;
    }
    return text + "]";
}

}  // namespace base::json
