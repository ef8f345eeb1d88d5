// HTML that is right by construction: what is text is escaped because there is no way to write it
// otherwise. Names of tags and attributes are literals of the program, checked while compiling;
// everything else is text.
//
//   tag("p", {{"class", "muted"}}, "Kader: ", name(user.name))
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace html {

// A piece of markup. Empty pieces may stand anywhere.
class Html {
public:
    Html() = default;
    Html(std::string_view text);  // a text, escaped
    Html(const char* text) : Html(std::string_view(text)) {}
    Html(const std::string& text) : Html(std::string_view(text)) {}

    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }
    bool empty() const { return markup_.empty(); }
    const std::string& markup() const { return markup_; }

private:
    friend class Tag;
    std::string markup_;
};

// The name of a tag or attribute: a literal of letters, digits and dashes. What would run a script
// or style (on..., style, script, srcdoc) does not compile.
class Name {
public:
    consteval Name(const char* literal) : text_(literal) {
        if (text_.empty() || text_.starts_with("on") || text_ == "style" || text_ == "script" ||
            text_ == "srcdoc" || text_ == "iframe" || text_ == "object" || text_ == "embed") {
            throw "not a name that a page may use";
        }
        for (const char c : text_) {
            const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-';
            if (!fits) throw "not the name of a tag or attribute";
        }
    }
    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

// A value is escaped. That of href, src, action and formaction is an address of our own: what does
// not start with one "/" or with "#" becomes "#" (a data:image/png stays, in src).
struct Attribute {
    Attribute(Name attribute, std::string_view text) : name(attribute), value(text) {}
    Attribute(Name attribute, const char* text) : name(attribute), value(text) {}
    Attribute(Name attribute, const std::string& text) : name(attribute), value(text) {}
    // Without a value, there or not: {"required", is_required}.
    template <std::same_as<bool> Truth>
    Attribute(Name attribute, Truth is_there) : name(attribute), is_left_out(!is_there) {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool>) Attribute(Name attribute, Number number)
        : name(attribute), value(std::to_string(number)) {}

    Name name;
    std::string value = {};
    bool is_left_out = false;
};
using Attributes = std::vector<Attribute>;

Html element(Name name, const Attributes& attributes, std::initializer_list<Html> contents);

template <typename... Contents>
Html tag(Name name, const Attributes& attributes, const Contents&... contents) {
    return element(name, attributes, {Html(contents)...});
}
template <typename... Contents>
Html tag(Name name, const Contents&... contents) {
    return element(name, {}, {Html(contents)...});
}
// One after the other, without a tag around them.
template <typename... Contents>
Html all(const Contents&... contents) {
    Html together;
    ((together += Html(contents)), ...);
    return together;
}

inline constexpr std::size_t kNameCharactersMax = 120;
// A name that a person wrote: right-to-left marks in it turn nothing outside it around, and in a
// list it is cut after so many characters.
Html name(std::string_view text, std::size_t characters_max = kNameCharactersMax);

// A whole document of this language; `head` and `body` hold what stands in them.
std::string document(std::string_view language, const Html& head, const Html& body);

}  // namespace html
