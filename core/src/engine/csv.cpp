#include "padan/engine/csv.hpp"

#include <algorithm>

namespace padan::engine {
namespace {

// "-0.500000": a minus that starts no formula.
bool is_negative_number(std::string_view cell) {
  const std::string_view digits = cell.substr(1);
  const std::size_t point = digits.find('.');
  return !digits.empty() && digits.find_first_not_of("0123456789.") == std::string_view::npos && point != 0 &&
         point != digits.size() - 1 &&
         digits.find('.', point == std::string_view::npos ? point : point + 1) == std::string_view::npos;
}

bool runs_as_formula(std::string_view cell) {
  switch (cell.front()) {
  case '=':
  case '+':
  case '@':
  case '\t':
  case '\r':
    return true;
  case '-':
    return !is_negative_number(cell);
  default:
    return false;
  }
}

bool needs_quotes(std::string_view cell) {
  return cell.front() == ' ' || cell.back() == ' ' ||
         std::any_of(cell.begin(), cell.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

} // namespace

void append_csv_cell(std::string& out, std::string_view cell) {
  if (cell.empty()) {
    return;
  }
  const bool formula = runs_as_formula(cell);
  if (!needs_quotes(cell)) {
    out.append(formula ? "'" : "").append(cell);
    return;
  }
  out.append(formula ? "\"'" : "\"");
  for (const char c : cell) {
    out.append(c == '"' ? 2 : 1, c);
  }
  out.push_back('"');
}

void append_csv_row(std::string& out, const std::vector<std::string_view>& cells) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) {
      out.push_back(',');
    }
    append_csv_cell(out, cell);
    first = false;
  }
  out.append("\r\n");
}

} // namespace padan::engine
