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

struct Reading {
    const XmlEvents& events;
    XML_Parser parser;
};

const XmlEvents& events_of(void* reading) {
    return static_cast<const Reading*>(reading)->events;
}

void XMLCALL begin(void* reading, const XML_Char* name, const XML_Char** attributes) {
    Attributes found;
    for (; *attributes != nullptr; attributes += 2) {
        found.emplace(std::string(local_name(attributes[0])), attributes[1]);
    }
    events_of(reading).begin(local_name(name), found);
}

void XMLCALL end(void* reading, const XML_Char* name) {
    events_of(reading).end(local_name(name));
}

void XMLCALL text(void* reading, const XML_Char* bytes, int length) {
    events_of(reading).text({bytes, static_cast<std::size_t>(length)});
}

// Its entities would unpack a hundredfold beyond what the ZIP was measured for; no spreadsheet has
// one.
void XMLCALL refuse_document_type(void* reading, const XML_Char*, const XML_Char*, const XML_Char*,
                                  int) {
    XML_StopParser(static_cast<const Reading*>(reading)->parser, XML_FALSE);
}

struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

bool read_xml(std::string_view document, const XmlEvents& events) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser(
        XML_ParserCreate(nullptr));
    Reading reading{events, parser.get()};
    XML_SetUserData(parser.get(), &reading);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_document_type);
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), text);
    // Within kUnpackedMax, so that the length fits.
    return XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), 1) ==
           XML_STATUS_OK;
}

}  // namespace importing
