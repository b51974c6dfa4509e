# Flags that every target shares. Floating point must give the same bits natively and in WASM, hence no contraction.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
add_compile_options(-ffp-contract=off)
if(NOT EMSCRIPTEN)
  find_program(PADAN_CCACHE ccache)
  if(PADAN_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PADAN_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${PADAN_CCACHE})
  endif()
else()
  # Exceptions are a fuse only: bad_alloc and bugs become an error envelope at the boundary.
  add_compile_options(-fwasm-exceptions -msimd128)
  add_link_options(-fwasm-exceptions)
endif()

add_library(padan_warnings INTERFACE)
target_compile_options(padan_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-sign-conversion)
