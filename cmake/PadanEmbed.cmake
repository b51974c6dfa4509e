# padan_embed(<target> <namespace> <constant> <file>)
#   Compiles a text file into <target> as `extern const std::string_view <constant>` of <namespace>; the caller declares it.
function(padan_embed target namespace constant file)
  get_filename_component(path ${file} ABSOLUTE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} text)
  # Pieces of raw literals stand side by side: compilers need not take a literal of more than 64 kB.
  string(LENGTH "${text}" length)
  set(literals "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND literals "R\"padan(${piece})padan\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embed/${constant}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Made from data by cmake/PadanEmbed.cmake.
#include <string_view>
namespace @namespace@ {
extern const std::string_view @constant@;
const std::string_view @constant@ = @literals@;
} // namespace @namespace@
")
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings")
endfunction()
