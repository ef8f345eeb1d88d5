// GNU .mo: a header of seven 32-bit words, then two tables of (length, offset) pairs.
#include "shared/words/catalogue.h"

#include "shared/base/text.h"

#include <cstdint>
#include <optional>

namespace words {

namespace {

constexpr std::uint32_t kMagic = 0x950412DE;

struct Bytes {
    std::string_view all;

    std::optional<std::uint32_t> word_at(std::size_t offset) const {
        if (offset + 4 > all.size()) return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 4; i-- > 0;) {
            value = value << 8 | static_cast<unsigned char>(all[offset + i]);
        }
        return value;
    }
    std::optional<std::string_view> text_at(std::size_t table, std::size_t index) const {
        const auto length = word_at(table + 8 * index);
        const auto offset = word_at(table + 8 * index + 4);
        if (!length || !offset) return std::nullopt;
        if (std::size_t{*offset} + *length > all.size()) return std::nullopt;
        return all.substr(*offset, *length);
    }
};

base::Error broken(const std::string& what) {
    return {base::ErrorCode::Malformed, "the catalogue of texts is broken: " + what};
}

}  // namespace

base::Result<Catalogue> Catalogue::parse(std::string mo_bytes) {
    const Bytes bytes{mo_bytes};
    const auto magic = bytes.word_at(0);
    const auto count = bytes.word_at(8);
    const auto ids = bytes.word_at(12);
    const auto texts = bytes.word_at(16);
    if (!magic || *magic != kMagic || !count || !ids || !texts) return broken("its header");
    Catalogue catalogue;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const auto id = bytes.text_at(*ids, i);
        const auto text = bytes.text_at(*texts, i);
        if (!id || !text) return broken("entry " + std::to_string(i));
        if (!id->empty()) catalogue.texts_.emplace(*id, *text);
    }
    return catalogue;
}

const std::string* Catalogue::find(std::string_view msgid) const {
    const auto at = texts_.find(msgid);
    return at == texts_.end() ? nullptr : &at->second;
}

std::string_view code(Language language) {
    switch (language) {
        case Language::Indonesian:
            return "id";
        case Language::English:
            return "en";
    }
    return "id";
}

Language language_of(std::string_view code) {
    return code == "en" ? Language::English : Language::Indonesian;
}

// Built with the program: value() stops only if the build is broken.
Texts::Texts(Embedded embedded)
    : indonesian_(Catalogue::parse(std::string(embedded("id"))).value()),
      english_(Catalogue::parse(std::string(embedded("en"))).value()) {}

const char* Texts::tr(Language language, const char* msgid) const {
    const Catalogue& catalogue = language == Language::English ? english_ : indonesian_;
    const std::string* text = catalogue.find(msgid);
    return text != nullptr && !text->empty() ? text->c_str() : msgid;
}

std::string Tongue::tr(const char* msgid, const std::vector<std::string>& values) const {
    return base::filled(tr(msgid), values);
}

}  // namespace words
