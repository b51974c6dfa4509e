#pragma once
// The worksheet of a village as a workbook: to be filled in on any laptop, or printed and filled in by pen.

#include <string>
#include <utility>
#include <vector>

#include "padan/act/fieldwork.hpp"
#include "padan/codec/profile_words.hpp"

namespace padan::codec {

/// Whom to ask, from the village upwards. Empty texts are lines to write on.
struct Contact {
  std::string level; // "village", "district", "regency", "province"
  std::string office;
  std::string name;
  std::string phone;
};

struct WorksheetFacts {
  std::string project; // Fieldwork::project
  const act::Batch* batch = nullptr;
  std::uint32_t village = 0;                              // in the batch
  std::vector<std::pair<std::string, std::string>> lists; // names, with the days of their data
  std::vector<Contact> contacts;
  ProfileLanguage language = ProfileLanguage::Indonesian;
};

/// Sheets: the list (printed cells locked, answers by drop-down), new proposals, a form for the pen, how to fill it in with contacts, and a hidden one that
/// says what it is. rows: sheet_rows() of the village. Errors: those of WorkbookWriter. Cost: some 0.2 ms a row.
[[nodiscard]] Result<std::string> write_worksheet(const WorksheetFacts& facts,
                                                  const std::vector<act::RosterPerson>& rows);

/// "Mandiraja - Kebanaran 3304010005 g1.xlsx": letters, digits, blanks and dashes only.
[[nodiscard]] std::string worksheet_name(const WorksheetFacts& facts);

/// The result as on the drop-down: "3 Meninggal".
[[nodiscard]] std::string_view choice_text(act::VisitResult result, ProfileLanguage language);

/// Why somebody is to be seen, in plain words: "NIK rusak", "nama lain di dukcapil: SITI NURDJANAH".
[[nodiscard]] std::string reason_text(const act::Reason& reason, ProfileLanguage language);

} // namespace padan::codec
