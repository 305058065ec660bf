# data/names/latin_arabic.tsv becomes a string of the program: name matching needs no data folder.
set(table ${CMAKE_SOURCE_DIR}/data/names/latin_arabic.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table})
file(READ ${table} NAME_SOUNDS)
configure_file(${CMAKE_SOURCE_DIR}/cmake/name_sounds.inc.in ${CMAKE_BINARY_DIR}/generated/know/name_sounds.inc @ONLY)
target_include_directories(attest_know PRIVATE ${CMAKE_BINARY_DIR}/generated/know)

# So does data/names/given_names.tsv.
set(table ${CMAKE_SOURCE_DIR}/data/names/given_names.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table})
file(READ ${table} GIVEN_NAMES)
configure_file(${CMAKE_SOURCE_DIR}/cmake/given_names.inc.in ${CMAKE_BINARY_DIR}/generated/know/given_names.inc @ONLY)
