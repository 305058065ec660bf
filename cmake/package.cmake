# What `cmake --install` and the .deb hold: the program, its data, manual page, completion and licences.
include(GNUInstallDirs)

set(MAN_PAGE ${CMAKE_BINARY_DIR}/attest.1)
set(COMPLETION ${CMAKE_BINARY_DIR}/attest.bash)
add_custom_command(
  OUTPUT ${MAN_PAGE} ${COMPLETION}
  COMMAND attest manual > ${MAN_PAGE}
  COMMAND attest completion > ${COMPLETION}
  DEPENDS attest VERBATIM)
add_custom_target(manual ALL DEPENDS ${MAN_PAGE} ${COMPLETION})

install(TARGETS attest RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
foreach(data lang lists models)
  if(EXISTS ${CMAKE_SOURCE_DIR}/${data})
    install(DIRECTORY ${CMAKE_SOURCE_DIR}/${data} DESTINATION ${CMAKE_INSTALL_DATADIR}/attest PATTERN "*.toml" PATTERN "*.csv" PATTERN "*.md" PATTERN "*.bin")
  endif()
endforeach()
install(FILES ${ATTEST_SHARE}/gazetteer.bin DESTINATION ${CMAKE_INSTALL_DATADIR}/attest OPTIONAL)
install(FILES ${MAN_PAGE} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${COMPLETION} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME attest)
install(FILES LICENSE NOTICE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
install(DIRECTORY samples DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_NAME attest)
set(CPACK_PACKAGE_VENDOR "Attest")
set(CPACK_PACKAGE_CONTACT "The Attest maintainers <maintainers@attest.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "sourced, reconciled accounts of what reports say about casualties")
set(CPACK_PACKAGE_DESCRIPTION "Attest reads many reports of the same events of a conflict and writes how many were harmed,\n where, when and according to whom, each figure with its sentence. It never decides who is right.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
