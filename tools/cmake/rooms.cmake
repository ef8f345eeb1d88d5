# A folder is a room: one library, linked only to the rooms it may use (DESIGN 2).

add_library(kawan_flags INTERFACE)
target_compile_options(kawan_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
target_include_directories(kawan_flags INTERFACE ${CMAKE_SOURCE_DIR})
# GCC 12, optimising, takes the assignment of a short literal to a std::string for an overlap.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(kawan_flags INTERFACE $<$<CONFIG:RelWithDebInfo>:-Wno-restrict>)
endif()
if(KAWAN_SANITIZE)
  # Not optimised: GCC compiles a file in 3 s rather than 11, and that is most of the time.
  target_compile_options(kawan_flags INTERFACE
    -O0 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
    # GCC 12 loses track of std::optional and std::variant under the sanitizers' own code.
    -Wno-maybe-uninitialized)
  target_link_options(kawan_flags INTERFACE -fsanitize=address,undefined)
endif()

if(KAWAN_TSAN)
  # Asio's fences are no reason for doubt: its queues have locks besides.
  target_compile_options(kawan_flags INTERFACE
    -O0 -fsanitize=thread -fno-omit-frame-pointer -Wno-tsan -Wno-maybe-uninitialized)
  target_link_options(kawan_flags INTERFACE -fsanitize=thread)
endif()

# libFuzzer (clang only): every reader tells which of its branches were taken.
if(KAWAN_FUZZ)
  target_compile_options(kawan_flags INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_link_options(kawan_flags INTERFACE -fsanitize=address,undefined)
endif()

# A folder inside with a CMakeLists.txt of its own is a room of its own.
function(leave_inner_rooms_out list folder)
  file(GLOB_RECURSE inner CONFIGURE_DEPENDS ${folder}/*/CMakeLists.txt)
  foreach(each ${inner})
    get_filename_component(inner_folder ${each} DIRECTORY)
    list(FILTER ${list} EXCLUDE REGEX "^${inner_folder}/")
  endforeach()
  set(${list} ${${list}} PARENT_SCOPE)
endfunction()

# room(NAME USES other rooms and libraries seen in its headers INSIDE libraries of its .cpp files)
# The target is named after the folder: shared/base -> shared_base. Sources are every .cpp in it.
function(room name)
  cmake_parse_arguments(ARG "" "" "USES;INSIDE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_main\\.cpp$")
  leave_inner_rooms_out(sources ${CMAKE_CURRENT_SOURCE_DIR})
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC kawan_flags ${ARG_USES} PRIVATE ${ARG_INSIDE})
endfunction()

# room_test(FOLDER USES ...): every *_test.cpp of tests/FOLDER in one program, one ctest entry.
function(room_test folder)
  cmake_parse_arguments(ARG "" "" "USES;LABELS" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  string(REPLACE "-" "_" name ${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*.cpp)
  leave_inner_rooms_out(sources ${CMAKE_SOURCE_DIR}/tests/${folder})
  add_executable(test_${name} ${sources} ${CMAKE_SOURCE_DIR}/tests/main.cpp)
  target_link_libraries(test_${name} PRIVATE kawan_flags doctest::doctest ${ARG_USES})
  target_compile_definitions(test_${name} PRIVATE
    KAWAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" KAWAN_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${folder} COMMAND test_${name})
  if(folder MATCHES "^(shared|sync-server|client/store|client/sync|fuzz)(/|$)")
    list(APPEND ARG_LABELS core)
    add_dependencies(core_tests test_${name})
  endif()
  set_tests_properties(${folder} PROPERTIES LABELS "${ARG_LABELS}")
endfunction()

# What keeps data or reads bytes from outside: tools/test --sanitize runs these under the
# sanitizers, --slow everything.
add_custom_target(core_tests)
