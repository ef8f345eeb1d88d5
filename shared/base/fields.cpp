#include "shared/base/fields.h"

#include "shared/base/json.h"

#include <algorithm>

namespace base {

namespace {

// A value travels inside lines that nest a few levels themselves, and must be readable there.
constexpr int kValueDepthMax = 16;

// How deep a valid token nests.
int depth_of(std::string_view token) {
    if (!token.starts_with('[') && !token.starts_with('{')) return 0;
    int depth = 0;
    int deepest = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < token.size(); ++at) {
        const char c = token[at];
        if (in_string && c == '\\') {
            ++at;
        } else if (c == '"') {
            in_string = !in_string;
        } else if (!in_string && (c == '[' || c == '{')) {
            deepest = std::max(deepest, ++depth);
        } else if (!in_string && (c == ']' || c == '}')) {
            --depth;
        }
    }
    return deepest;
}

// Walks over canonical text once; stops where it meets anything that to_json() does not write, or
// what only a full reader can judge.
class Kept {
public:
    explicit Kept(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    bool read(std::vector<Fields::Entry>& entries) {
        if (!take('{')) return false;
        if (take('}')) return at_ == end_;
        do {
            const auto name = string();
            if (name.size() < 2 || name.find('\\') != name.npos || !take(':')) return false;
            const auto token = value();
            if (token.empty()) return false;
            const auto bare = name.substr(1, name.size() - 2);
            if (!entries.empty() && entries.back().first >= bare) return false;
            entries.emplace_back(bare, token);
        } while (take(','));
        return take('}') && at_ == end_;
    }

private:
    bool take(char wanted) {
        if (at_ == end_ || *at_ != wanted) return false;
        ++at_;
        return true;
    }

    // With its quotes; empty if none stands here.
    std::string_view string() {
        const char* const start = at_;
        if (!take('"')) return {};
        while (at_ != end_ && *at_ != '"') {
            if (*at_ == '\\' && ++at_ == end_) return {};
            ++at_;
        }
        if (!take('"')) return {};
        return {start, static_cast<std::size_t>(at_ - start)};
    }

    std::string_view value() {
        if (at_ != end_ && *at_ == '"') return string();
        const char* const start = at_;
        while (at_ != end_ && is_bare(*at_)) ++at_;
        return {start, static_cast<std::size_t>(at_ - start)};
    }

    // Of a number, true, false or null.
    static bool is_bare(char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || c == 'E';
        return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
    }

    const char* at_;
    const char* end_;
};

}  // namespace

Result<Fields> Fields::parse_kept(std::string_view canonical_text) {
    Fields fields;
    // A colon for each, and few besides.
    fields.entries_.reserve(
        static_cast<std::size_t>(std::count(canonical_text.begin(), canonical_text.end(), ':')));
    if (Kept(canonical_text).read(fields.entries_)) return fields;
    return parse(canonical_text);
}

Result<Fields> Fields::parse(std::string_view object_text) {
    TRY_LET(members, json::parse_object(object_text));
    Fields fields;
    fields.entries_.reserve(members.size());
    for (json::Member& member : members) {
        if (depth_of(member.token) > kValueDepthMax) {
            return Error{ErrorCode::Malformed, "a field's value is nested too deep"};
        }
        fields.entries_.emplace_back(std::move(member.name), std::move(member.token));
    }
    std::sort(fields.entries_.begin(), fields.entries_.end());
    return fields;
}

std::vector<Fields::Entry>::iterator Fields::position(std::string_view name) {
    return std::lower_bound(
        entries_.begin(), entries_.end(), name,
        [](const Entry& entry, std::string_view wanted) { return entry.first < wanted; });
}

const std::string* Fields::token(std::string_view name) const {
    const auto at = const_cast<Fields*>(this)->position(name);
    return at != entries_.end() && at->first == name ? &at->second : nullptr;
}

std::string Fields::text(std::string_view name) const {
    const std::string* found = token(name);
    if (found == nullptr || *found == "null") return {};
    if (auto string = json::string_of(*found)) return *std::move(string);
    return *found;
}

std::optional<double> Fields::number(std::string_view name) const {
    const std::string* found = token(name);
    return found == nullptr ? std::nullopt : json::number_of(*found);
}

std::optional<std::int64_t> Fields::integer(std::string_view name) const {
    const std::string* found = token(name);
    return found == nullptr ? std::nullopt : json::integer_of(*found);
}

std::vector<std::string> Fields::codes(std::string_view name) const {
    std::vector<std::string> found;
    std::string code;
    for (const char c : text(name) + " ") {
        if (c != ' ') {
            code += c;
        } else if (!code.empty()) {
            found.push_back(std::move(code));
            code.clear();
        }
    }
    return found;
}

bool Fields::has_code(std::string_view name, std::string_view code) const {
    const auto all = codes(name);
    return std::find(all.begin(), all.end(), code) != all.end();
}

void Fields::set_token(std::string_view name, std::string token) {
    const auto at = position(name);
    if (at != entries_.end() && at->first == name) {
        at->second = std::move(token);
    } else {
        entries_.emplace(at, std::string(name), std::move(token));
    }
}

void Fields::set(std::string_view name, std::string_view string_value) {
    set_token(name, json::quoted(string_value));
}

void Fields::set_integer(std::string_view name, std::int64_t value) {
    set_token(name, std::to_string(value));
}

void Fields::set_number(std::string_view name, double value) {
    set_token(name, json::decimal(value));
}

void Fields::erase(std::string_view name) {
    const auto at = position(name);
    if (at != entries_.end() && at->first == name) entries_.erase(at);
}

void Fields::apply(const Fields& changes) {
    if (entries_.empty()) {  // of a new record
        entries_ = changes.entries_;
        std::erase_if(entries_, [](const Entry& entry) { return entry.second == "null"; });
        return;
    }
    for (const auto& [name, value] : changes.entries_) {
        if (value == "null") {
            erase(name);
        } else {
            set_token(name, value);
        }
    }
}

Fields Fields::changes_since(const Fields& before) const {
    Fields changes;
    for (const auto& [name, value] : entries_) {
        const std::string* old = before.token(name);
        if (old == nullptr || *old != value) changes.set_token(name, value);
    }
    for (const auto& [name, value] : before.entries_) {
        if (!has(name)) changes.set_token(name, "null");
    }
    return changes;
}

namespace {

// Names of ours: those need no copy.
void append_name(std::string& text, std::string_view name) {
    const auto is_simple = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    if (!std::all_of(name.begin(), name.end(), is_simple)) {
        text += json::quoted(name);
        return;
    }
    text += '"';
    text += name;
    text += '"';
}

}  // namespace

std::string Fields::to_json() const {
    std::size_t bytes = 2;
    for (const auto& [name, value] : entries_) bytes += name.size() + value.size() + 4;
    std::string text;
    text.reserve(bytes);
    for (const auto& [name, value] : entries_) {
        text += text.empty() ? '{' : ',';
        append_name(text, name);
        text += ':';
        text += value;
    }
    text += text.empty() ? "{}" : "}";
    return text;
}

}  // namespace base
