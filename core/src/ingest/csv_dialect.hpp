#pragma once
// Judges the first bytes of a file: is it text, in which encoding, with which separator.

#include <cstdint>
#include <string_view>

namespace padan::ingest {

enum class Encoding : std::uint8_t {
  Bytes,
  Utf16Le,
  Utf16Be
}; // Bytes: UTF-8, Windows-1252 or a mixture, told apart cell by cell

/// What a file that is no separated text is: "zip", "ole", "png", "jpeg", "gif", "pdf", "rtf", "html", "xml", "gzip", "rar",
/// "7z", "binary"; empty for text.
[[nodiscard]] std::string_view binary_kind(std::string_view head);

[[nodiscard]] Encoding judge_encoding(std::string_view head);

struct Dialect {
  char separator = ',';
  bool cr_ends_lines = false; // old Macintosh files: \r alone ends a line
  std::uint32_t width = 1;    // the usual number of cells
  std::uint32_t skip = 0;     // bytes of a "sep=;" line, its line end included
};

/// Judges decoded text without its byte order mark. `whole` tells that the sample is the whole file. One pass per separator.
///   judge_dialect("nama;nik\nSITI;3201…\n", true).separator == ';'
[[nodiscard]] Dialect judge_dialect(std::string_view sample, bool whole);

} // namespace padan::ingest
