#include "padan/engine/csv.hpp"

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
  switch (cell.empty() ? '\0' : cell.front()) {
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

} // namespace

void append_csv_cell(std::string& out, std::string_view cell) {
  const bool formula = runs_as_formula(cell);
  const bool outer_space = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!outer_space && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
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
