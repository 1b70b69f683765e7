# What `cmake --install` puts where, and the Debian package made of it (`cpack -G DEB`).
include(GNUInstallDirs)

install(TARGETS dateline RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Not in the PATH: `dateline index` becomes it.
install(TARGETS dateline-index RUNTIME DESTINATION lib/dateline)

# Man pages and completions are what the programs themselves say.
find_program(GZIP gzip)
set(DATELINE_MANUAL ${PROJECT_BINARY_DIR}/manual)
add_custom_command(
  OUTPUT ${DATELINE_MANUAL}/written
  COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:dateline> -D FOLDER=${DATELINE_MANUAL} -D GZIP=${GZIP}
    -P ${CMAKE_CURRENT_LIST_DIR}/write_manual.cmake
  DEPENDS dateline dateline-index ${CMAKE_CURRENT_LIST_DIR}/write_manual.cmake
  COMMENT "Writing man pages and completions" VERBATIM)
add_custom_target(manual ALL DEPENDS ${DATELINE_MANUAL}/written)
install(DIRECTORY ${DATELINE_MANUAL}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${DATELINE_MANUAL}/dateline.bash RENAME dateline
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${DATELINE_MANUAL}/dateline.zsh RENAME _dateline
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${DATELINE_MANUAL}/dateline.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# Debian has the text of the licence in common-licenses and wants it named, not repeated.
install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/dateline)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dateline)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search over news archives")
set(CPACK_PACKAGE_DESCRIPTION "dateline indexes archives of news in the formats that publishers, agencies
and research collections use, and searches them from the terminal: ranked
queries, phrases, nearness, fields and dates.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The dateline developers <dateline@localhost.localdomain>" CACHE STRING
  "Who answers for the Debian package")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
