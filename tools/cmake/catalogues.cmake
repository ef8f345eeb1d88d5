# catalogues(ROOM FUNCTION): compiles po/id.po and po/en.po of this folder, and those of
# shared/words, into the room, found by words::FUNCTION(language). msgfmt checks them.
find_program(MSGFMT msgfmt REQUIRED)

function(catalogues room function)
  set(made "")
  foreach(each id en)
    set(po ${CMAKE_CURRENT_SOURCE_DIR}/po/${each}.po ${CMAKE_SOURCE_DIR}/shared/words/po/${each}.po)
    set(mo ${CMAKE_CURRENT_BINARY_DIR}/${each}.mo)
    add_custom_command(OUTPUT ${mo} DEPENDS ${po}
      COMMAND ${MSGFMT} --check-domain -o ${mo} ${po} VERBATIM)
    list(APPEND made ${mo})
  endforeach()
  set(embedded ${CMAKE_CURRENT_BINARY_DIR}/embedded_catalogues.cpp)
  set(script ${CMAKE_SOURCE_DIR}/shared/words/embed.cmake)
  add_custom_command(OUTPUT ${embedded} DEPENDS ${made} ${script}
    COMMAND ${CMAKE_COMMAND} "-DLANGUAGES=id;en" -DFOLDER=${CMAKE_CURRENT_BINARY_DIR}
            -DFUNCTION=${function} -DOUT=${embedded} -P ${script} VERBATIM)
  target_sources(${room} PRIVATE ${embedded})
endfunction()
