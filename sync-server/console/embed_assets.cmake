# cmake -DFOLDER=... -DOUT=file.cpp -P embed_assets.cmake: style.css and icon.svg as C++ arrays.
set(text "// Made by sync-server/console/embed_assets.cmake.\n")
string(APPEND text "#include \"sync-server/console/assets.h\"\n\n")
string(APPEND text "namespace console {\n")
foreach(each style.css icon.svg)
  string(REPLACE "." "_" name ${each})
  file(READ ${FOLDER}/${each} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND text "namespace {\nconstexpr unsigned char k_${name}[] = {${bytes}};\n}\n"
    "std::string_view ${name}() {\n"
    "    return {reinterpret_cast<const char*>(k_${name}), sizeof k_${name}};\n}\n")
endforeach()
file(WRITE ${OUT} "${text}}  // namespace console\n")
