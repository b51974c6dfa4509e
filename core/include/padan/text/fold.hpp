#pragma once
// Brings text into the one form in which everything is compared: upper case, no diacritics, plain punctuation.

#include <string>
#include <string_view>

namespace padan::text {

/// Appends the folded form of `utf8` to `out`. Folding
/// - upper-cases Latin letters and takes their diacritics away (É→E, đ→D, Ø→O, ß→SS, Æ→AE, ﬁ→FI, full-width Ａ→A);
/// - writes typographic quotes, primes and the back-tick as ' or ", every dash as -;
/// - turns control characters and Unicode spaces into spaces, collapses runs of spaces and trims;
/// - removes zero-width characters, soft hyphens, combining marks and byte order marks;
/// - keeps any other character outside ASCII (a Javanese or Arabic name still compares with itself).
/// The result is valid UTF-8 even when the input is not: each wrong byte becomes U+FFFD.
/// Folding twice changes nothing. Cost: about 30 ns for a name.
///   fold("  Siti\u00A0Nurjan\u00E9 ") == "SITI NURJANE"
void append_folded(std::string& out, std::string_view utf8);

/// The same as a new string.
[[nodiscard]] std::string fold(std::string_view utf8);

} // namespace padan::text
