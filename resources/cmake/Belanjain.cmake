# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the project is compiled and linked: one place for the
# language, the warnings, Qt's strict mode, the linker and the compiler cache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(BELANJAIN_CCACHE ccache)
if(BELANJAIN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # A precompiled header is cached only with these allowances; relative paths
  # let two checkouts of the same tree share the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${BELANJAIN_CCACHE})
endif()

add_library(belanjain_flags INTERFACE)
target_compile_definitions(belanjain_flags INTERFACE
  QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_STRICT_ITERATORS QT_MESSAGELOGCONTEXT
  # The code keeps to what Qt 6.4 and later versions share; what later ones would rather have is no mistake.
  QT_WARN_DEPRECATED_UP_TO=0x060400)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_compile_options(belanjain_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -Wnull-dereference -Wextra-semi -fno-omit-frame-pointer
    $<$<BOOL:${BELANJAIN_WERROR}>:-Werror>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Designated initialisers leave out what has a default on purpose.
    target_compile_options(belanjain_flags INTERFACE -Wno-missing-field-initializers)
    # gcc needs this to take a precompiled header through ccache, and its
    # -Wnull-dereference speaks of Qt's own inline code once it optimises.
    target_compile_options(belanjain_flags INTERFACE -fpch-preprocess -Wno-null-dereference)
  endif()
  find_program(BELANJAIN_MOLD mold)
  if(BELANJAIN_MOLD)
    target_link_options(belanjain_flags INTERFACE -fuse-ld=mold)
  endif()
elseif(MSVC)
  target_compile_options(belanjain_flags INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${BELANJAIN_WERROR}>:/WX>)
endif()
if(BELANJAIN_SANITIZE)
  target_compile_options(belanjain_flags INTERFACE -fsanitize=${BELANJAIN_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(belanjain_flags INTERFACE -fsanitize=${BELANJAIN_SANITIZE})
endif()

# belanjain_library(<name> ROOT <include dir> SOURCES ... [LIBS public libraries ...] [PRIVATE libraries ...] [PCH headers ...])
# A static library whose headers are named from ROOT ("domain/money.h" from models/).
function(belanjain_library name)
  cmake_parse_arguments(arg "" "ROOT" "SOURCES;LIBS;PRIVATE;PCH" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${arg_ROOT})
  target_link_libraries(${name} PUBLIC ${arg_LIBS} PRIVATE belanjain_flags ${arg_PRIVATE})
  if(arg_PCH)
    target_precompile_headers(${name} PRIVATE ${arg_PCH})
  endif()
endfunction()

# belanjain_test(<name> SOURCES ... LIBS ...): one Qt Test program, run by ctest without a display.
# LABELS are ctest's; RESOURCE names a lock for tests that may not run side by side.
function(belanjain_test name)
  cmake_parse_arguments(arg "" "TIMEOUT;RESOURCE" "SOURCES;LIBS;LABELS;DEFINES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE belanjain_flags ${arg_LIBS} Qt6::Test)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE ${arg_DEFINES})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC")
  if(arg_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
  endif()
  if(arg_RESOURCE)
    set_tests_properties(${name} PROPERTIES RESOURCE_LOCK ${arg_RESOURCE})
  endif()
endfunction()

# A Python that reads YAML: the first of the usual names that has the module.
function(belanjain_reads_yaml result candidate)
  execute_process(COMMAND ${candidate} -c "import yaml" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
  if(failed)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()
find_program(BELANJAIN_PYTHON NAMES python3 python PATHS /usr/bin VALIDATOR belanjain_reads_yaml
  DOC "Python 3 with PyYAML")
if(NOT BELANJAIN_PYTHON)
  message(FATAL_ERROR "A python3 with PyYAML is needed (Debian: python3-yaml)")
endif()

# belanjain_postgresql_test(<name> SOURCES ... LIBS ...): of what PostgreSQL alone has.
function(belanjain_postgresql_test name)
  belanjain_test(${name} ${ARGN})
  belanjain_also_on_postgresql(${name})
  set_tests_properties(${name} PROPERTIES DISABLED TRUE)
endfunction()

# Runs a test that stands on TestDatabase once more, as <name>.postgresql, on a cluster that the first of them
# starts and the last one takes away.
function(belanjain_also_on_postgresql)
  foreach(name ${ARGN})
    add_test(NAME ${name}.postgresql
      COMMAND ${PROJECT_SOURCE_DIR}/tests/support/postgresql with ${BELANJAIN_TEST_CLUSTER} $<TARGET_FILE:${name}>)
    get_test_property(${name} TIMEOUT timeout)
    get_test_property(${name} ENVIRONMENT environment)
    set_tests_properties(${name}.postgresql PROPERTIES TIMEOUT ${timeout} ENVIRONMENT "${environment}"
      LABELS postgresql FIXTURES_REQUIRED postgresql SKIP_RETURN_CODE 77)
  endforeach()
endfunction()
