# cmake -DLANGUAGES=id;en -DFOLDER=... -DOUT=file.cpp -P embed.cmake: the catalogues as C++ arrays.
set(text "// Made by client/ui/words/embed.cmake from words/po.\n")
string(APPEND text "#include \"client/ui/words/embedded.h\"\n\nnamespace words {\nnamespace {\n")
set(find "")
foreach(each ${LANGUAGES})
  file(READ ${FOLDER}/${each}.mo bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND text "constexpr unsigned char k_${each}[] = {${bytes}};\n")
  string(APPEND find "    if (language_code == \"${each}\") {\n"
    "        return {reinterpret_cast<const char*>(k_${each}), sizeof k_${each}};\n    }\n")
endforeach()
string(APPEND text "}  // namespace\n"
  "std::string_view embedded_catalogue(std::string_view language_code) {\n"
  "${find}    return {};\n}\n}  // namespace words\n")
file(WRITE ${OUT} "${text}")
