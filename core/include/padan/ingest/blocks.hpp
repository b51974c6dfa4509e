#pragma once
// The Buku Induk Penduduk (BIP), which registry offices export and villages really receive, is no table: each family is a head
// with the number of its card and its address, and a few rows of members. Unfolded it is one.

#include <vector>

#include "padan/table/grid.hpp"

namespace padan::ingest {

/// Gives the sheets of one file that are made of family blocks what their members' rows lack: columns at the end (Grid::added)
/// with the card, address and region of the family. A cell that went on in the rows below is whole in its first row. Every
/// physical row stays where it is; recognise() tells members from the rest. A block may go on at the top of the next sheet.
/// Other sheets, and those that are unfolded already, stay as they are. Cost: three passes over a BIP, 300 rows of others.
///   std::vector<table::Grid> sheets = …;  unfold_blocks(sheets);  recognise(sheets[0], hints);
void unfold_blocks(std::vector<table::Grid>& sheets);

} // namespace padan::ingest
