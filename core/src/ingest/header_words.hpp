#pragma once
// What a header says by its words alone, after data/id/headers.tsv.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/table/field.hpp"

namespace padan::ingest {

/// Upper-case words of letters and digits; text in brackets goes unless nothing else is there.
///   words("No. KK (16 digit)") == {"NO", "KK"}
[[nodiscard]] std::vector<std::string> words(std::string_view text);

[[nodiscard]] std::string join(const std::vector<std::string>& parts);

/// The words run together: headers that differ in case, accents, blanks and punctuation only are equal.
[[nodiscard]] std::string compact(std::string_view text);

/// As compact(), with what stands in brackets: "Nama (Ayah)" is not "Nama (Ibu)".
[[nodiscard]] std::string header_key(std::string_view text);

struct Meaning {
  table::Field field;
  double trust = 0;     // 0..1, of the header alone
  bool of_head = false; // it speaks of the head of the family: "NIK Kepala Keluarga"
};

/// Nothing when the words are not known; Text when they are known to be of no use for matching.
///   header_meaning("Tgl. Lahir")->field.kind == FieldKind::BirthDate
[[nodiscard]] std::optional<Meaning> header_meaning(std::string_view header);

/// The same for a header of two rows, where the lower one says more: "Alamat", "RT".
[[nodiscard]] std::optional<Meaning> header_meaning(std::string_view upper, std::string_view lower);

} // namespace padan::ingest
