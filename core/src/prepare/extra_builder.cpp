#include "extra_builder.hpp"

#include <algorithm>

#include "padan/prepare/address.hpp"
#include "padan/text/fold.hpp"

namespace padan::prepare {
namespace {

// The most comparisons beside the fixed ones; the best filled are kept.
constexpr std::size_t kMostExtras = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters and digits alone; empty when the cell holds a word where a number belongs ("NON DTKS").
std::string normal_value(std::string_view cell, table::FieldKind kind) {
  if (kind == table::FieldKind::BirthPlace) {
    std::string place;
    read_place(cell, place);
    place.erase(0, place.size() > 4 && place.rfind("KOTA", 0) == 0 ? 4 : 0); // KOTA SERANG is SERANG
    return place;
  }
  std::string folded = text::fold(cell);
  const bool has_digit = std::any_of(folded.begin(), folded.end(), is_digit);
  if (kind == table::FieldKind::Email) {
    return folded.find('@') != std::string::npos ? folded : std::string();
  }
  std::string value;
  for (const char c : folded) {
    if (is_digit(c) || (c >= 'A' && c <= 'Z')) {
      value.push_back(c);
    }
  }
  if (!has_digit || value.find_first_not_of('0') == std::string::npos) {
    return {};
  }
  if (kind == table::FieldKind::Phone) {
    value.erase(0, value.rfind("62", 0) == 0 ? 2 : 0);
    value.erase(0, std::min(value.find_first_not_of('0'), value.size()));
    return value.size() >= 7 ? value : std::string();
  }
  return value;
}

// A family's number repeats inside a list among rows of different people; a person's number repeats only where the person
// stands twice.
bool names_families(const Extra& extra, const Corpus& corpus) {
  std::vector<RowId> last(extra.values.size(), UINT32_MAX);
  std::uint64_t filled = 0;
  std::uint64_t different = 0;
  for (RowId row = 0; row < corpus.rows(); ++row) {
    const std::uint32_t code = extra.codes[row];
    if (code == 0) {
      continue;
    }
    const Record& here = corpus.records[row];
    if (last[code] != UINT32_MAX && corpus.records[last[code]].source == here.source) {
      const Record& before = corpus.records[last[code]];
      const bool same_birth = here.birth.full() && here.birth.packed() == before.birth.packed();
      different += here.name != before.name && !same_birth ? 1U : 0U;
    }
    last[code] = row;
    ++filled;
  }
  return different * 5 > filled;
}

} // namespace

std::size_t ExtraBuilder::slot(const std::string& name) {
  for (std::size_t i = 0; i < extras_.size(); ++i) {
    if (extras_[i].name == name) {
      return i;
    }
  }
  extras_.push_back({});
  extras_.back().name = name;
  raw_.emplace_back();
  raw_codes_.push_back({0});
  return extras_.size() - 1;
}

void ExtraBuilder::add_row(const table::Grid& grid, std::uint32_t row, const SourcePlan& plan) {
  for (const ExtraColumn& column : plan.extras) {
    const std::size_t at = slot(column.name);
    Extra& extra = extras_[at];
    const std::uint32_t raw = raw_[at].intern(grid.cell(row, column.grid_column));
    if (raw == raw_codes_[at].size()) {
      raw_codes_[at].push_back(extra.values.intern(normal_value(grid.cell(row, column.grid_column), column.kind)));
    }
    extra.codes.resize(rows_ + 1, 0);
    if (extra.codes[rows_] == 0) {
      extra.codes[rows_] = raw_codes_[at][raw];
    }
  }
  ++rows_;
}

void ExtraBuilder::merge(const ExtraBuilder& part) {
  for (const Extra& from : part.extras_) {
    Extra& to = extras_[slot(from.name)];
    std::vector<std::uint32_t> codes(from.values.size());
    for (std::uint32_t code = 0; code < codes.size(); ++code) {
      codes[code] = to.values.intern(from.values[code]);
    }
    to.codes.resize(rows_, 0);
    for (const std::uint32_t code : from.codes) {
      to.codes.push_back(codes[code]);
    }
  }
  rows_ += part.rows_;
}

void ExtraBuilder::finish(Corpus& corpus) {
  for (Extra& extra : extras_) {
    extra.codes.resize(rows_, 0);
    extra.counts.assign(extra.values.size(), 0);
    for (const std::uint32_t code : extra.codes) {
      ++extra.counts[code];
    }
    extra.counts[0] = 0;
    extra.of_family = extra.name.rfind("id:", 0) == 0 && names_families(extra, corpus);
  }
  // Kept: values that at least some rows share, best filled first, then in order of name so that file order is no matter.
  std::vector<std::pair<std::uint64_t, Extra>> kept;
  for (Extra& extra : extras_) {
    std::uint64_t shared = 0;
    for (const std::uint32_t count : extra.counts) {
      shared += count > 1 ? count : 0;
    }
    if (shared > 0) {
      kept.emplace_back(shared, std::move(extra));
    }
  }
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.name < b.second.name;
  });
  kept.resize(std::min(kept.size(), kMostExtras));
  for (auto& [shared, extra] : kept) {
    corpus.extras.push_back(std::move(extra));
  }
}

} // namespace padan::prepare
