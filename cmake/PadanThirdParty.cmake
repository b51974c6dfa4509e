# Third-party code, all of it as targets: padan::expected padan::json padan::zlib padan::xlsxwriter
# padan::mbedtls, and GoogleTest.
# Order: the system's package; the distribution's source that tools/setup.sh unpacked (the WASM build has no system packages);
# a download from Debian's archive, pinned by the hash in the signed .dsc. Licences: THIRD_PARTY.md.

# padan_source(<variable> <path in Debian's pool> <sha256>): sets the variable to build/third_party/src/<package>, unpacked.
function(padan_source variable pool_path sha256)
  get_filename_component(package ${pool_path} DIRECTORY)
  get_filename_component(package ${package} NAME)
  set(source ${PROJECT_SOURCE_DIR}/build/third_party/src/${package})
  if(NOT EXISTS ${source})
    padan_download(${source} ${pool_path} ${sha256})
  endif()
  set(${variable} ${source} PARENT_SCOPE)
endfunction()

# padan_download(<folder> <path in Debian's pool> <sha256>): fetches an archive, checks it, unpacks its one folder as <folder>.
function(padan_download folder pool_path sha256)
  set(archive ${folder}.archive)
  string(REPLACE "~" "%7E" pool_path ${pool_path})
  foreach(pool https://deb.debian.org/debian https://snapshot.debian.org/archive/debian/20230801T000000Z)
    message(STATUS "Downloading ${pool}/pool/main/${pool_path}")
    file(DOWNLOAD ${pool}/pool/main/${pool_path} ${archive} STATUS status)
    file(SHA256 ${archive} found)
    if(found STREQUAL sha256)
      file(ARCHIVE_EXTRACT INPUT ${archive} DESTINATION ${folder}.unpacked)
      file(GLOB content ${folder}.unpacked/*)
      file(RENAME ${content} ${folder})
      file(REMOVE_RECURSE ${archive} ${folder}.unpacked)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "${pool_path} could not be downloaded (${status}): please install the package, see THIRD_PARTY.md")
endfunction()

# padan_header_only(<name> <header> <folder> <pool path> <sha256> <include dir in the source>)
# A cross build must not see the whole of /usr/include: it gets one link to the wanted folder.
function(padan_header_only name header folder pool_path sha256 include)
  add_library(padan_${name} INTERFACE)
  add_library(padan::${name} ALIAS padan_${name})
  find_path(padan_${name}_dir ${header} PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
  set(includes ${CMAKE_BINARY_DIR}/third_party/include)
  if(padan_${name}_dir)
    file(MAKE_DIRECTORY ${includes})
    file(CREATE_LINK ${padan_${name}_dir}/${folder} ${includes}/${folder} SYMBOLIC)
  else()
    padan_source(source ${pool_path} ${sha256})
    set(includes ${source}/${include})
  endif()
  target_include_directories(padan_${name} SYSTEM INTERFACE ${includes})
endfunction()

# padan_c_library(<name> <header> <library> <pool path> <sha256> <include dir>...)
# The system's library, or a target padan_<name> from source whose .c files are listed in padan_<name>_sources (relative).
function(padan_c_library name header library pool_path sha256)
  if(NOT EMSCRIPTEN)
    find_path(padan_${name}_dir ${header})
    find_library(padan_${name}_library ${library})
  endif()
  if(padan_${name}_dir AND padan_${name}_library)
    add_library(padan_${name} INTERFACE)
    target_include_directories(padan_${name} SYSTEM INTERFACE ${padan_${name}_dir})
    target_link_libraries(padan_${name} INTERFACE ${padan_${name}_library})
  else()
    padan_source(source ${pool_path} ${sha256})
    list(TRANSFORM padan_${name}_sources PREPEND ${source}/ OUTPUT_VARIABLE files)
    list(TRANSFORM ARGN PREPEND ${source}/ OUTPUT_VARIABLE includes)
    add_library(padan_${name} STATIC EXCLUDE_FROM_ALL ${files})
    target_compile_options(padan_${name} PRIVATE -w)
    target_include_directories(padan_${name} SYSTEM PUBLIC ${includes})
  endif()
  add_library(padan::${name} ALIAS padan_${name})
endfunction()

padan_header_only(expected tl/expected.hpp tl t/tl-expected/tl-expected_1.0.0~dfsg.orig.tar.xz
  643b32aea2e13650abd7b187f9623302efaa089d6058ebf8ebcb1996024bcc65 include)
padan_header_only(json nlohmann/json.hpp nlohmann n/nlohmann-json3/nlohmann-json3_3.11.2.orig.tar.gz
  d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273 include)

set(padan_zlib_sources adler32.c compress.c crc32.c deflate.c inffast.c inflate.c inftrees.c trees.c uncompr.c zutil.c)
padan_c_library(zlib zlib.h z z/zlib/zlib_1.2.13.dfsg.orig.tar.bz2
  71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1 .)

set(padan_xlsxwriter_sources third_party/minizip/ioapi.c third_party/minizip/zip.c third_party/md5/md5.c)
foreach(part app chart chartsheet comment content_types core custom drawing format hash_table metadata packager
        relationships shared_strings styles table theme utility vml workbook worksheet xmlwriter)
  list(APPEND padan_xlsxwriter_sources src/${part}.c)
endforeach()
padan_c_library(xlsxwriter xlsxwriter.h xlsxwriter libx/libxlsxwriter/libxlsxwriter_1.1.4.orig.tar.gz
  b379eb35fdd9c653ebe72485b9c992f612c7ea66f732784457997d6e782f619b include)
get_target_property(kind padan_xlsxwriter TYPE)
if(kind STREQUAL STATIC_LIBRARY)
  target_compile_definitions(padan_xlsxwriter PRIVATE USE_STANDARD_TMPFILE NOCRYPT NOUNCRYPT USE_FILE32API=1)
  target_link_libraries(padan_xlsxwriter PUBLIC padan::zlib)
endif()

# Only AES (CBC, GCM), SHA, PBKDF2 and base64 of it; mbedtls_config.h says so, for the files as for who includes their headers.
set(padan_mbedtls_sources)
foreach(part aes base64 cipher cipher_wrap constant_time gcm md pkcs5 platform_util sha1 sha256 sha512)
  list(APPEND padan_mbedtls_sources library/${part}.c)
endforeach()
padan_c_library(mbedtls mbedtls/md.h mbedcrypto m/mbedtls/mbedtls_2.28.3.orig.tar.gz
  3b4953aa55a681e084d31892d9904cc5328d6b4958ea57b90ae4b4f94ae69a8d include)
get_target_property(kind padan_mbedtls TYPE)
if(kind STREQUAL STATIC_LIBRARY)
  target_compile_definitions(padan_mbedtls PUBLIC MBEDTLS_CONFIG_FILE="${CMAKE_CURRENT_LIST_DIR}/mbedtls_config.h")
endif()

# padan_googletest(): the targets gtest and gtest_main, built with our flags (natively and to WASM).
function(padan_googletest)
  set(INSTALL_GTEST OFF)
  set(BUILD_GMOCK OFF)
  set(source /usr/src/googletest)
  if(NOT EXISTS ${source}/CMakeLists.txt)
    padan_source(source g/googletest/googletest_1.12.1.orig.tar.gz
      81964fe578e9bd7c94dfdb09c8e4d6e6759e19967e397dbea48d1c10e45d0df2)
  endif()
  add_subdirectory(${source} ${CMAKE_BINARY_DIR}/googletest EXCLUDE_FROM_ALL)
endfunction()
