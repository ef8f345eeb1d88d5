# cmake -DLANGUAGES=id;en -DFOLDER=... -DOUT=file.cpp -DFUNCTION=client_catalogue -P embed.cmake:
# the catalogues of one program as C++ arrays, and the function that finds one.
set(text "// Made by shared/words/embed.cmake from po/*.po.\n#include <string_view>\n\n")
string(APPEND text "namespace words {\nnamespace {\n")
set(find "")
foreach(each ${LANGUAGES})
  file(READ ${FOLDER}/${each}.mo bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND text "constexpr unsigned char k_${each}[] = {${bytes}};\n")
  string(APPEND find "    if (language_code == \"${each}\") {\n"
    "        return {reinterpret_cast<const char*>(k_${each}), sizeof k_${each}};\n    }\n")
endforeach()
string(APPEND text "}  // namespace\n"
  "std::string_view ${FUNCTION}(std::string_view language_code);\n"
  "std::string_view ${FUNCTION}(std::string_view language_code) {\n"
  "${find}    return {};\n}\n}  // namespace words\n")
file(WRITE ${OUT} "${text}")
