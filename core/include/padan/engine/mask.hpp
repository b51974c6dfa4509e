#pragma once
// Values made unreadable for projection and for files that leave the office, still good enough to tell rows apart.

#include <string>
#include <string_view>

#include "padan/table/field.hpp"

namespace padan::engine {

/// NIK, KK, phone and ids keep their first four characters, names the first letter of each word, birth dates the year;
/// addresses go. Fields that identify nobody (sex, village, decile) stay.
///   mask(FieldKind::Nik, "3209010511620001") == "3209************";  mask(FieldKind::Name, "SITI AMINAH") == "S*** A*****"
[[nodiscard]] std::string mask(table::FieldKind kind, std::string_view text);

} // namespace padan::engine
