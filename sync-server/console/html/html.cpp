#include "sync-server/console/html/html.h"

#include "shared/base/markup.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace html {

namespace {

constexpr std::array<std::string_view, 12> kVoid = {
    "br", "hr", "img", "input", "link", "meta", "path", "col", "wbr", "rect", "circle", "line"};
constexpr std::array<std::string_view, 4> kAddresses = {"href", "src", "action", "formaction"};

template <typename List>
bool has(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void escape_one(char c, std::string& to) {
    if (const std::string_view named = base::entity(c); !named.empty()) {
        to += named;
        return;
    }
    if (base::is_control(c) && c != '\r') {  // a name's direction is kept inside its element
        to += base::kReplacement;
    } else {
        to += c;
    }
}

std::string escaped(std::string_view text) {
    std::string to;
    to.reserve(text.size() + text.size() / 8);
    if (base::is_valid_utf8(text)) {
        for (const char c : text) escape_one(c, to);
    } else {
        for (const char c : base::made_valid_utf8(text)) escape_one(c, to);
    }
    return to;
}

// The browser reads "/\evil" as "//evil", and drops tabs and line breaks.
bool is_own_address(std::string_view value) {
    if (value.starts_with("#")) return true;
    if (!value.starts_with("/") || value.starts_with("//")) return false;
    return value.find_first_of("\\\t\r\n") == std::string_view::npos;
}

std::string_view safe_value(const Attribute& attribute) {
    if (!has(kAddresses, attribute.name.text())) return attribute.value;
    const bool is_picture = attribute.name.text() == "src" &&
                            std::string_view(attribute.value).starts_with("data:image/png;base64,");
    return is_picture || is_own_address(attribute.value) ? std::string_view(attribute.value) : "#";
}

}  // namespace

class Tag {
public:
    static Html element(Name name, const Attributes& attributes,
                        std::initializer_list<Html> contents) {
        Html made;
        std::string& to = made.markup_;
        to.append("<").append(name.text());
        for (const Attribute& each : attributes) {
            if (each.is_left_out) continue;
            to.append(" ").append(each.name.text());
            to.append("=\"").append(escaped(safe_value(each))).append("\"");
        }
        to += '>';
        if (has(kVoid, name.text()) && contents.size() == 0) return close_void(made, name);
        for (const Html& each : contents) to += each.markup_;
        to.append("</").append(name.text()).append(">");
        return made;
    }

    static Html text(std::string_view text) {
        Html made;
        made.markup_ = escaped(text);
        return made;
    }

private:
    // Of SVG: has to be closed, since it is not HTML's own.
    static Html close_void(Html& made, Name name) {
        constexpr std::array<std::string_view, 4> kDrawn = {"path", "rect", "circle", "line"};
        if (has(kDrawn, name.text())) made.markup_.insert(made.markup_.size() - 1, "/");
        return std::move(made);
    }
};

Html::Html(std::string_view text) : markup_(escaped(text)) {}

Html element(Name name, const Attributes& attributes, std::initializer_list<Html> contents) {
    return Tag::element(name, attributes, contents);
}

Html name(std::string_view text, std::size_t characters_max) {
    const std::string whole = base::made_valid_utf8(text);
    std::size_t bytes = 0;
    std::size_t characters = 0;
    while (bytes < whole.size() && characters < characters_max) {
        ++bytes;
        while (bytes < whole.size() &&
               (static_cast<unsigned char>(whole[bytes]) & 0xC0U) == 0x80U) {
            ++bytes;
        }
        ++characters;
    }
    if (bytes == whole.size()) return tag("bdi", whole);
    return tag("bdi", whole.substr(0, bytes), "…");
}

std::string document(std::string_view language, const Html& head, const Html& body) {
    const Html all = tag("html", {{"lang", language}}, tag("head", head), tag("body", body));
    return "<!DOCTYPE html>\n" + all.markup();
}

}  // namespace html
