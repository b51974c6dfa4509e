#pragma once
// How well a partition of rows agrees with the true one: precision, recall and F1 over pairs of rows.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace padan::accuracy {

/// A row of rows.csv or truth.csv.
struct Label {
  std::string person;
  std::string family;
};
using Labels = std::map<std::pair<std::string, std::uint32_t>, Label>; // by source and data row

/// Reads "source,row,…" by the names of its columns; person_id and family_id must be among them. Cells must hold no comma.
inline Labels read_labels(std::string_view csv) {
  const auto split = [](std::string_view line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ',') {
        cells.emplace_back();
      } else if (c != '\r' && c != '"') {
        cells.back().push_back(c);
      }
    }
    return cells;
  };
  if (csv.substr(0, 3) == "\xEF\xBB\xBF") {
    csv.remove_prefix(3);
  }
  std::map<std::string, std::size_t> column;
  Labels labels;
  while (!csv.empty()) {
    const std::size_t end = csv.find('\n');
    const std::vector<std::string> cells = split(csv.substr(0, end));
    csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    if (column.empty()) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        column[cells[i]] = i;
      }
    } else {
      labels[{cells.at(column.at("source")), static_cast<std::uint32_t>(std::stoul(cells.at(column.at("row"))))}] = {
          cells.at(column.at("person_id")), cells.at(column.at("family_id"))};
    }
  }
  return labels;
}

struct Agreement {
  double precision = 0.0;
  double recall = 0.0;
  [[nodiscard]] double f1() const {
    return precision + recall == 0.0 ? 0.0 : 2 * precision * recall / (precision + recall);
  }
};

/// Pairs of rows that a partition joins; across: only those of two sources.
class PairCount {
public:
  void add(const std::string& group, const std::string& source) {
    ++sizes_[group];
    ++by_source_[{group, source}];
  }
  [[nodiscard]] double pairs(bool across) const {
    double total = 0.0;
    for (const auto& [group, size] : sizes_) {
      total += size * (size - 1) / 2;
    }
    for (const auto& [key, size] : by_source_) {
      total -= across ? size * (size - 1) / 2 : 0.0;
    }
    return total;
  }

private:
  std::map<std::string, double> sizes_;
  std::map<std::pair<std::string, std::string>, double> by_source_;
};

/// part: &Label::person or &Label::family. Rows that only one side knows are left out.
inline Agreement agreement(const Labels& found, const Labels& truth, std::string Label::*part, bool across) {
  PairCount in_found;
  PairCount in_truth;
  PairCount in_both;
  for (const auto& [row, label] : found) {
    const auto other = truth.find(row);
    if (other != truth.end()) {
      in_found.add(label.*part, row.first);
      in_truth.add(other->second.*part, row.first);
      in_both.add(label.*part + "|" + other->second.*part, row.first);
    }
  }
  const double both = in_both.pairs(across);
  return {both / in_found.pairs(across), both / in_truth.pairs(across)};
}

} // namespace padan::accuracy
