include(CMakePackageConfigHelpers)

set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/ontrack)

install(TARGETS ontrack EXPORT ontrackTargets COMPONENT cpp FILE_SET HEADERS COMPONENT cpp)
install(EXPORT ontrackTargets NAMESPACE ontrack:: DESTINATION ${config_dir} COMPONENT cpp)

configure_package_config_file(cmake/ontrackConfig.cmake.in cmake/ontrackConfig.cmake
  INSTALL_DESTINATION ${config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/cmake/ontrackConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/cmake/ontrackConfig.cmake ${PROJECT_BINARY_DIR}/cmake/ontrackConfigVersion.cmake
  DESTINATION ${config_dir} COMPONENT cpp)

# Relative, so that an installed tree can be moved.
file(RELATIVE_PATH pc_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_prefix ${pc_prefix})
set(pc_cflags "")
if(NOT BUILD_SHARED_LIBS)
  set(pc_cflags " -DONTRACK_STATIC_DEFINE")
endif()
configure_file(cmake/ontrack.pc.in cmake/ontrack.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/cmake/ontrack.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT cpp)
