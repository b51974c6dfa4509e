#include "family_head.hpp"

#include <algorithm>

#include "column_probe.hpp"

namespace padan::ingest {

// Cells below each other belong together: a number below its title, or the rest of a long address. Where each row has labels
// of its own they do not.
void FamilyHead::add(const table::Grid& grid, std::uint32_t row, const FilledCells& filled) {
  ++rows_;
  for (const auto& [column, text] : filled) {
    const bool unlabelled = form_ == BlockForm::Ektp && cells_.empty() && digits_in(text) > 0;
    const auto above =
        std::find_if(cells_.begin(), cells_.end(), [c = column](const auto& cell) { return cell.first == c; });
    if (form_ == BlockForm::LuwuTimur || above == cells_.end()) {
      cells_.emplace_back(column, (unlabelled ? "No. KK : " : "") + std::string(text));
    } else {
      above->second.append(form_ == BlockForm::Bip2012 ? "\n" : " ").append(text);
    }
    card_is_number_ = card_is_number_ || (grid.is_numeric(row, column) && looks_like_identifier(text));
  }
}

FamilyFacts FamilyHead::finish() {
  std::string text;
  for (const auto& [column, cell] : cells_) {
    text.append(text.empty() ? "" : "\n").append(cell);
  }
  FamilyFacts facts;
  facts.read(text);
  facts.card_is_number = card_is_number_;
  *this = FamilyHead(form_);
  return facts;
}

} // namespace padan::ingest
