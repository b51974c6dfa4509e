#pragma once
// The profile of a list as a workbook for its owner: what was found, what it means, what to do, and every row concerned.

#include <string>

#include "padan/codec/profile_words.hpp"

namespace padan::codec {

struct ProfileWorkbookOptions {
  ProfileLanguage language = ProfileLanguage::Indonesian;
  bool masked = false;
  std::string as_of; // ISO day
};

/// Sheets: summary, columns, problems, rows (with the line in the file; further sheets when one is full). Empty cells are
/// counted by column and have no rows, nor have warnings that concern more than half of a long list. Errors: those of WorkbookWriter. Cost: some 10 µs a row that is listed.
[[nodiscard]] Result<std::string> write_profile_workbook(const engine::Source& source,
                                                         const engine::ListProfile& profile,
                                                         const ProfileWorkbookOptions& options);

/// "profil-dtks.xlsx", "profile-dtks.xlsx": letters, digits, dot, dash and underscore of the list's name only.
[[nodiscard]] std::string profile_workbook_name(const engine::Source& source, ProfileLanguage language);

} // namespace padan::codec
