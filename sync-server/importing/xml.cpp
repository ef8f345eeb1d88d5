#include "sync-server/importing/xml.h"

#include <expat.h>
#include <memory>

namespace importing {

namespace {

std::string_view local_name(const XML_Char* name) {
    const std::string_view text = name;
    const auto colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

void XMLCALL begin(void* events, const XML_Char* name, const XML_Char** attributes) {
    Attributes found;
    for (; *attributes != nullptr; attributes += 2) {
        found.emplace(std::string(local_name(attributes[0])), attributes[1]);
    }
    static_cast<const XmlEvents*>(events)->begin(local_name(name), found);
}

void XMLCALL end(void* events, const XML_Char* name) {
    static_cast<const XmlEvents*>(events)->end(local_name(name));
}

void XMLCALL text(void* events, const XML_Char* bytes, int length) {
    static_cast<const XmlEvents*>(events)->text({bytes, static_cast<std::size_t>(length)});
}

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

bool read_xml(std::string_view document, const XmlEvents& events) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser(
        XML_ParserCreate(nullptr));
    XML_SetUserData(parser.get(), const_cast<XmlEvents*>(&events));
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), text);
    // Within kUnpackedMax, so that the length fits.
    return XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), 1) ==
           XML_STATUS_OK;
}

}  // namespace importing
