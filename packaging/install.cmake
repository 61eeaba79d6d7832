# What an installed tree holds.
install(TARGETS walkabout walkabout-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY mibs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/walkabout/mibs)
