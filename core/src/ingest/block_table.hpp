#pragma once
// A sheet that is no table but family blocks one below the other, told by its content.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "family_facts.hpp"
#include "header_finder.hpp"
#include "layout.hpp"

namespace padan::ingest {

enum class BlockPart : std::uint8_t {
  Blank,
  Title,
  Header,
  Total,
  Family, // the head of a block
  Member,
  Continued, // what did not fit into the cells of the member above
};

struct BlockRow {
  BlockPart part = BlockPart::Blank;
  std::uint32_t of = 0; // Family and Member: position in families; Continued: the member's grid row
};

struct BlockTable {
  Layout layout;
  HeaderPlace place;                 // the first header; no rows when the sheet has none
  std::vector<std::string> headers;  // by column of the sheet: of its header, else as the form has them
  std::vector<BlockRow> rows;        // one a grid row
  std::vector<FamilyFacts> families; // [0]: of members before the first head, whose block began on an earlier sheet
};

/// Nothing for every other sheet. Added columns are not looked at: unfolding a sheet changes nothing here.
/// Cost: 300 rows for other sheets, two passes for a BIP.
[[nodiscard]] std::optional<BlockTable> find_blocks(const table::Grid& grid);

} // namespace padan::ingest
