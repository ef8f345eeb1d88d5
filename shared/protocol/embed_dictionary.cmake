# Writes OUTPUT, a C++ file that holds the bytes of DICTIONARY.
file(READ ${DICTIONARY} hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUTPUT}
"// Made from shared/protocol/dictionary-1.zdict by embed_dictionary.cmake.
#include \"shared/protocol/dictionary.h\"

namespace {

constexpr unsigned char kBytes[] = {
${bytes}};

}  // namespace

std::string_view protocol::dictionary() {
  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};
}
")
