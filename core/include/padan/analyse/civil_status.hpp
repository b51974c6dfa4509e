#pragma once
// How each row of the lists stands against the civil registry, in the words and codes that its offices use.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/resolve/master.hpp"

namespace padan::analyse {

/// Enumerator, code, answer code of the population database (0: it has none).
#define PADAN_CIVIL_STATUSES(X)                                                                                        \
  X(Unasked, "", 0)                  /* a row of the registry itself, or the registry does not cover its district */   \
  X(Matched, "PADAN", 0)             /* NIK, name, birth date and sex are those of the registry */                     \
  X(Near, "PADAN_PERLU_CEK", 0)      /* the same person, but a name, date, sex or one digit differs */                 \
  X(OtherPerson, "TIDAK_PADAN", 0)   /* the NIK is that of another person in the registry */                           \
  X(NotFound, "TIDAK_DITEMUKAN", 13) /* no such NIK in the registry */                                                 \
  X(Deceased, "MENINGGAL", 11)                                                                                         \
  X(Twofold, "GANDA", 12)     /* one person, two records in the registry */                                            \
  X(Inactive, "NONAKTIF", 14) /* the list itself brings this answer of the registry */                                 \
  X(WrongForm, "FORMAT_SALAH", 15)                                                                                     \
  X(NoNumber, "NIK_KOSONG", 0)                                                                                         \
  X(LostDigits, "RUSAK_EXCEL", 0)

enum class CivilStatus : std::uint8_t {
#define PADAN_ENUMERATOR(name, text, answer) name,
  PADAN_CIVIL_STATUSES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kCivilStatuses = 11;
[[nodiscard]] std::string_view to_text(CivilStatus status);
/// "13" for NotFound; 0 where the registry has no code for it.
[[nodiscard]] std::uint8_t answer_code(CivilStatus status);
[[nodiscard]] std::optional<CivilStatus> parse_civil_status(std::string_view text);

/// Without a civil registry among the lists every row is Unasked. One byte a row. Cost: 30 ns a row.
class CivilStatuses {
public:
  explicit CivilStatuses(const resolve::MasterList& master);

  [[nodiscard]] CivilStatus of(prepare::RowId row) const { return statuses_[row]; }
  /// Rows of one list.
  [[nodiscard]] std::uint32_t count(std::uint32_t source, CivilStatus status) const {
    return counts_[source][static_cast<std::size_t>(status)];
  }
  /// The row of the registry that is this person's; Winner::kNone when it has none.
  [[nodiscard]] static prepare::RowId registry_row(const resolve::MasterList& master, std::uint32_t person);

private:
  std::vector<CivilStatus> statuses_;
  std::vector<std::array<std::uint32_t, kCivilStatuses>> counts_;
};

} // namespace padan::analyse
