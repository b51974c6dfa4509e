# padan::region_data: the places of Indonesia, packed from the npm package idn-area-data when the csv files or the packer change.
set(padan_area_data ${PROJECT_SOURCE_DIR}/node_modules/idn-area-data/data)
set(padan_region_packer ${PROJECT_SOURCE_DIR}/tools/pack_regions.mjs)
find_program(PADAN_NODE NAMES node nodejs)
if(NOT PADAN_NODE OR NOT EXISTS ${padan_area_data}/villages.csv)
  message(FATAL_ERROR "The table of regions is missing. Install Node.js 20, run \"npm ci\" in ${PROJECT_SOURCE_DIR}, then configure again.")
endif()

file(GLOB padan_area_tables ${padan_area_data}/*.csv)
set(padan_region_source ${CMAKE_BINARY_DIR}/generated/region_data.cpp)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated)
add_custom_command(OUTPUT ${padan_region_source}
  COMMAND ${PADAN_NODE} ${padan_region_packer} ${padan_area_data} ${padan_region_source}
  DEPENDS ${padan_region_packer} ${padan_area_tables} VERBATIM)
add_library(padan_region_data STATIC ${padan_region_source})
add_library(padan::region_data ALIAS padan_region_data)
target_include_directories(padan_region_data PRIVATE ${PROJECT_SOURCE_DIR}/core/src/region)
