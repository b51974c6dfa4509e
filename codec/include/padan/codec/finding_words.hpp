#pragma once
// The catalogue of findings as people read it: what each code says, by which law or rule, and what is to be done by whom.

#include <string>
#include <string_view>
#include <vector>

#include "padan/analyse/findings.hpp"
#include "padan/codec/profile_words.hpp"

namespace padan::codec {

struct FindingWords {
  const char* sentence; // "{n} orang yang meninggal masih tercatat menerima bantuan"
  const char* meaning;
  const char* remedy;
};

struct FindingEntry {
  analyse::Code code;
  const char* basis[2];     // law or rule, Indonesian and English
  const char* mended_by[2]; // office that can mend it
  FindingWords words[2];
};

/// Every code once, what harms people most first.
[[nodiscard]] const std::vector<FindingEntry>& finding_catalogue();
[[nodiscard]] const FindingEntry& entry_of(analyse::Code code);

/// The catalogue as CSV, both languages side by side: for the command line and as an annex.
[[nodiscard]] std::string write_findings_guide();

} // namespace padan::codec
