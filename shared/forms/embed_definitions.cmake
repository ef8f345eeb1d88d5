# Writes OUTPUT, a C++ file that holds every definition in FOLDER as text.
file(GLOB definitions ${FOLDER}/*.json)
list(SORT definitions)
set(texts "")
foreach(each ${definitions})
  file(READ ${each} text)
  get_filename_component(name ${each} NAME)
  string(APPEND texts "    // ${name}\n    R\"kawan(${text})kawan\",\n")
endforeach()
file(WRITE ${OUTPUT}
"// Made from shared/forms/definitions by embed_definitions.cmake.
#include \"shared/forms/builtin.h\"

std::vector<std::string> forms::builtin_definitions() {
  return {
${texts}  };
}
")
