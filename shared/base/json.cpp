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

simdjson::dom::parser& parser() {
    thread_local simdjson::dom::parser one;
    return one;
}

// simdjson wants room behind the text: it copies it to where it has that.
Result<simdjson::dom::element> validate(std::string_view text) {
    if (text.empty()) return malformed("there is none");
    simdjson::dom::element root;
    simdjson::dom::parser& validator = parser();
    if (validator.max_depth() != kDepthMax) {
        if (validator.allocate(1 << 16, kDepthMax) != simdjson::SUCCESS) {
            return Error{ErrorCode::Storage, "no memory to read JSON"};
        }
    }
    const auto error = validator.parse(text.data(), text.size()).get(root);
    if (error != simdjson::SUCCESS) return malformed(simdjson::error_message(error));
    return root;
}

// Cuts a text that was validated into the texts of its values. Where the text is not valid it may
// cut anywhere, but never looks beyond its end.
class Cutting {
public:
    explicit Cutting(std::string_view text) : text_(text) {}

    // The next byte that is no space; 0 at the end.
    char peek() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    void step() { at_ = std::min(at_ + 1, text_.size()); }

    // The value that begins here, whatever it is.
    std::string_view value() {
        const char first = peek();
        const std::size_t begin = at_;
        if (first == '"') {
            skip_string();
        } else if (first == '{' || first == '[') {
            skip_container();
        } else {
            while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }

private:
    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    static bool ends_word(char c) { return c == ',' || c == '}' || c == ']' || is_space(c); }

    // Behind the quote that ends it: one with an even number of backslashes before it.
    void skip_string() {
        for (step();; step()) {
            const std::size_t quote = std::min(text_.find('"', at_), text_.size());
            std::size_t before = quote;
            while (before > at_ && text_[before - 1] == '\\') --before;
            at_ = quote;
            if ((quote - before) % 2 == 0 || quote == text_.size()) break;
        }
        step();
    }

    void skip_container() {
        int depth = 0;
        do {
            at_ = std::min(text_.find_first_of("\"{}[]", at_), text_.size());
            const char c = peek();
            if (c == '"') {
                skip_string();
                continue;
            }
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            step();
        } while (depth > 0 && at_ < text_.size());
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// Goes on behind a value: false at the end of its container.
bool has_next(Cutting& cutting) {
    const bool has_one = cutting.peek() == ',';
    cutting.step();
    return has_one;
}

bool is_plain(char c) {
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

Result<Done> refuse_duplicates(const std::vector<Member>& members) {
    const auto does_not_ascend = [](const Member& a, const Member& b) { return a.name >= b.name; };
    const auto break_in_order = std::adjacent_find(members.begin(), members.end(), does_not_ascend);
    if (break_in_order == members.end()) return Done{};  // as in all that we write
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
    TRY_LET(root, validate(text));
    simdjson::dom::object object;
    if (root.get_object().get(object) != simdjson::SUCCESS) return malformed("expected an object");
    std::vector<Member> members;
    members.reserve(object.size());
    Cutting cutting(text.substr(text.find('{') + 1));
    for (const auto field : object) {
        cutting.value();  // its name, which `field` has without escapes
        cutting.peek();   // the colon
        cutting.step();
        members.push_back({std::string(field.key), std::string(cutting.value())});
        has_next(cutting);
    }
    TRY(refuse_duplicates(members));
    return members;
}

Result<std::vector<std::string>> parse_array(std::string_view text) {
    TRY_LET(root, validate(text));
    if (!root.is_array()) return malformed("expected an array");
    std::vector<std::string> tokens;
    Cutting cutting(text.substr(text.find('[') + 1));
    if (cutting.peek() == ']') return tokens;
    do {
        tokens.emplace_back(cutting.value());
    } while (has_next(cutting));
    return tokens;
}

Result<std::string> minified(std::string_view text) {
    TRY_LET(root, validate(text));
    return std::string(simdjson::minify(root));
}

std::optional<std::string> string_of(std::string_view token) {
    if (token.size() < 2 || token.front() != '"') return std::nullopt;
    if (token.find('\\') == std::string_view::npos) {
        return std::string(token.substr(1, token.size() - 2));
    }
    simdjson::dom::element root;
    std::string_view text;
    if (parser().parse(token.data(), token.size()).get(root) != simdjson::SUCCESS ||
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
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    if (std::all_of(text.begin(), text.end(), is_plain)) {  // nearly always
        out += text;
        out += '"';
        return out;
    }
    // One bad byte would make the whole line unreadable for whoever receives it.
    if (!simdjson::validate_utf8(text.data(), text.size())) {
        return json::quoted(made_valid_utf8(text));
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
