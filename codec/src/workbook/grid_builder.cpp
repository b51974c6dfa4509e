#include "grid_builder.hpp"

#include <algorithm>

#include "limits.hpp"
#include "number_text.hpp"
#include "padan/text/utf8.hpp"

namespace padan::codec::workbook {
namespace {
constexpr std::size_t kHugeCell = 32767; // Excel's own limit
}

void GridBuilder::start_row(std::uint32_t line) {
  line_ = std::max(line, line_ + 1);
  row_open_ = false;
}

void GridBuilder::number(std::uint32_t column, std::string_view stored) {
  const NumberText number = number_text(stored, scratch_);
  if (number.rounded) {
    grid_.issues.add(table::IssueCode::NumberRounded, line_);
  }
  put(column, clean(number.text), true);
}

// Markup may hold bytes that are no UTF-8, and escapes may hold NUL; what goes into a Grid is clean text.
std::string_view GridBuilder::clean(std::string_view value) {
  if (text::is_plain(value)) {
    return value;
  }
  repaired_.clear();
  text::Repair repair;
  text::append_repaired(repaired_, value, repair);
  if (repair.repaired != 0) {
    grid_.issues.add(table::IssueCode::EncodingRepaired, line_, repair.repaired);
  }
  return repaired_;
}

void GridBuilder::put(std::uint32_t column, std::string_view value, bool numeric) {
  if (value.empty() || error_) {
    return;
  }
  if (column >= kMaxColumns) {
    error_ = ErrorCode::FileTooWide;
    return;
  }
  if (!row_open_) {
    row_open_ = true;
    line_ = std::max(line_, 1U); // a cell outside any row
    grid_.lines.push_back(line_);
  }
  const std::uint32_t row = grid_.rows() - 1;
  if (column >= grid_.columns.size()) {
    grid_.columns.resize(column + std::size_t{1});
  }
  check_limits(value.size());
  if (error_ || grid_.columns[column].size() > row) {
    return;
  }
  if (value.size() > kHugeCell) {
    grid_.issues.add(table::IssueCode::CellHuge, line_);
  }
  grid_.columns[column].resize(row);
  grid_.columns[column].push_back(value);
  if (numeric) {
    grid_.numeric.resize(std::max<std::size_t>(grid_.numeric.size(), column + std::size_t{1}));
    grid_.numeric[column].resize(row + std::size_t{1});
    grid_.numeric[column][row] = true;
  }
}

void GridBuilder::check_limits(std::size_t added) {
  text_bytes_ += added;
  if (grid_.rows() > kMaxRows || text_bytes_ > kMaxTextBytes) {
    error_ = ErrorCode::FileTooLarge;
  } else if (std::uint64_t{grid_.rows()} * grid_.width() > kMaxCells) {
    error_ = ErrorCode::FileTooWide;
  }
}

void GridBuilder::repeat_row(std::uint32_t times) {
  if (!row_open_) {
    line_ += std::min(times, UINT32_MAX - line_ - 1);
    return;
  }
  const std::uint32_t source = grid_.rows() - 1;
  std::string value; // the view of a cell does not outlive the push to its column
  for (; times > 0 && ok(); --times) {
    start_row(line_ + 1);
    for (std::uint32_t column = 0; column < grid_.width(); ++column) {
      if (source < grid_.columns[column].size()) {
        value = grid_.cell(source, column);
        put(column, value, grid_.is_numeric(source, column)); // clean since it came
      }
    }
  }
}

void GridBuilder::expect(double share) {
  constexpr double kStep = 1.0 / 8;    // a smaller sample says too little, and could ask for too much
  constexpr double kMargin = 1.0 / 32; // of room too much rather than too little; finish() gives it back
  if (share < expected_at_ + kStep) {
    return;
  }
  expected_at_ = share;
  const double factor = (1 + kMargin) / share;
  for (table::StringColumn& column : grid_.columns) {
    column.reserve(
        static_cast<std::uint32_t>(std::min<double>(grid_.rows() * factor, kMaxRows)),
        static_cast<std::size_t>(std::min<double>(static_cast<double>(column.text_bytes()) * factor, kMaxTextBytes)));
  }
}

Result<table::Grid> GridBuilder::finish() {
  if (error_) {
    return fail(*error_, {{"sheet", grid_.sheet}});
  }
  for (table::StringColumn& column : grid_.columns) {
    column.resize(grid_.rows());
    column.shrink_to_fit();
  }
  return std::move(grid_);
}

} // namespace padan::codec::workbook
