#pragma once
// Every word on a worksheet.

#include <array>
#include <string_view>

#include "padan/act/worksheet.hpp"
#include "padan/codec/profile_words.hpp"

namespace padan::codec {

struct WorksheetWords {
  std::array<std::string_view, act::kSheetFields> headers;
  std::array<std::string_view, act::kVisitResults> choices; // with their numbers
  std::array<std::string_view, act::kVisitResults> meanings;
  std::string_view list, proposals, print, guide;                   // names of sheets
  std::string_view title, village, district, batch, made, deadline; // of the head
  std::string_view worker, sources, masked, proposal_title, page;
  std::string_view unknown_village, choose, day, row_of_twin, yes;
  std::string_view by_pen, pen_result, pen_correction; // of the sheet to print
  std::array<std::string_view, 5> pen_ticks;
  std::string_view how, contacts, office, person, phone, trouble, what, means;
  std::array<std::string_view, 4> levels; // village, district, regency, province
  std::array<std::string_view, 10> steps; // how to fill it in
};
[[nodiscard]] const WorksheetWords& worksheet_words(ProfileLanguage language);

} // namespace padan::codec
