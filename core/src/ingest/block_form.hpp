#pragma once
// The forms of the Buku Induk Penduduk (BIP) that registry offices export: how a family begins, where its members' cells stand.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "filled_cells.hpp"

namespace padan::ingest {

/// Bip2012: a row with "NO.KK" above the number and the address; LuwuTimur: a page a family, "PROVINSI : … NO. KK : …";
/// Bip2016: "No. KK : …" and "Alamat : …"; Ektp: a row with nothing but the number, the head's name and the address.
enum class BlockForm : std::uint8_t { Bip2012, Bip2016, LuwuTimur, Ektp, Count };

/// The layout as data/id/layouts.tsv would call it: "bip_2012".
[[nodiscard]] std::string_view layout_of(BlockForm form);

/// The column that tells, when a family begins in a row. width: columns of the sheet itself.
[[nodiscard]] std::optional<std::uint32_t> family_begins(BlockForm form, std::uint32_t width,
                                                         const FilledCells& filled);

struct BlockShape {
  BlockForm form;
  std::uint32_t marker; // column at which families begin
};

/// The form in which most families begin within so many rows; nothing when none does.
[[nodiscard]] std::optional<BlockShape> find_shape(const table::Grid& grid, std::uint32_t width, std::uint32_t rows);

/// Headers by column for a sheet without a header, whose families begin at `marker`.
[[nodiscard]] std::vector<std::string> usual_headers(BlockForm form, std::uint32_t marker, std::uint32_t width);

} // namespace padan::ingest
