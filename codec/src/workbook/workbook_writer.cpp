#include "padan/codec/workbook_writer.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include <xlsxwriter.h>

#include "cell_text.hpp"
#include "limits.hpp"
#include "temporary_file.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t kSheetRows = 1'048'576;
constexpr std::size_t kNameUnits = 31;
constexpr time_t kCreated = 1'577'836'800; // 2020-01-01: a moment that never changes, so that the bytes do not

std::string folded(std::string name) { // Excel tells names apart without regard to case
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

} // namespace

struct WorkbookWriter::State {
  workbook::TemporaryFile file;
  lxw_workbook* book = nullptr; // freed by workbook_close
  lxw_worksheet* sheet = nullptr;
  lxw_format* text_format = nullptr;
  lxw_format* header_format = nullptr;
  std::string name;
  std::vector<SheetColumn> columns;
  std::set<std::string> names;
  std::uint32_t row = 0;
  std::uint64_t cut = 0;
  bool too_wide = false;
  std::string scratch;

  State() {
    std::string folder = workbook::temporary_folder();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book = workbook_new_opt(file.path().c_str(), &options);
    text_format = workbook_add_format(book);
    format_set_num_format(text_format, "@");
    header_format = workbook_add_format(book);
    format_set_num_format(header_format, "@");
    format_set_bold(header_format);
    lxw_doc_properties properties{};
    properties.created = kCreated;
    workbook_set_properties(book, &properties);
  }
  ~State() {
    if (book != nullptr) {
      workbook_close(book); // the library frees in no other way
    }
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  std::string unique_name() {
    std::string candidate = workbook::sheet_name(name, kNameUnits);
    for (int i = candidate.empty() ? 1 : 2; candidate.empty() || names.count(folded(candidate)) != 0; ++i) {
      const std::string ending = " (" + std::to_string(i) + ")";
      candidate = workbook::sheet_name(name, kNameUnits - ending.size());
      candidate = candidate.empty() ? std::to_string(i) : candidate + ending;
    }
    names.insert(folded(candidate));
    return candidate;
  }

  void open_sheet() {
    sheet = workbook_add_worksheet(book, unique_name().c_str());
    worksheet_freeze_panes(sheet, 1, 0);
    row = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, column, column, columns[i].width, columns[i].number ? nullptr : text_format);
      put_text(column, columns[i].header, header_format);
    }
    row = 1;
  }

  void close_sheet() {
    if (sheet != nullptr && !columns.empty()) {
      worksheet_autofilter(sheet, 0, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1));
    }
  }

  void put_text(lxw_col_t column, std::string_view value, lxw_format* format) {
    cut += workbook::cell_text(value, scratch) ? 0 : 1;
    if (!scratch.empty()) {
      worksheet_write_string(sheet, row, column, scratch.c_str(), format);
    }
  }

  void put(lxw_col_t column, std::string_view value) {
    const auto number = columns[column].number ? workbook::exact_number(value) : std::nullopt;
    if (number) {
      worksheet_write_number(sheet, row, column, *number, nullptr);
    } else {
      put_text(column, value, text_format);
    }
  }
};

WorkbookWriter::WorkbookWriter() : state_(std::make_unique<State>()) {}
WorkbookWriter::~WorkbookWriter() = default;
WorkbookWriter::WorkbookWriter(WorkbookWriter&&) noexcept = default;
WorkbookWriter& WorkbookWriter::operator=(WorkbookWriter&&) noexcept = default;

void WorkbookWriter::start_sheet(std::string_view name, std::vector<SheetColumn> columns) {
  state_->close_sheet();
  if (columns.size() > workbook::kMaxColumns) {
    state_->too_wide = true;
    columns.resize(workbook::kMaxColumns);
  }
  state_->name = name;
  state_->columns = std::move(columns);
  state_->open_sheet();
}

void WorkbookWriter::add_row(std::span<const std::string_view> cells) {
  assert(state_->sheet != nullptr && (cells.size() <= state_->columns.size() || state_->too_wide));
  if (state_->row == kSheetRows) {
    state_->close_sheet();
    state_->open_sheet();
  }
  for (std::size_t i = 0; i < std::min(cells.size(), state_->columns.size()); ++i) {
    state_->put(static_cast<lxw_col_t>(i), cells[i]);
  }
  ++state_->row;
}

std::uint64_t WorkbookWriter::cut_cells() const { return state_->cut; }

Result<std::string> WorkbookWriter::finish() {
  if (state_->too_wide) {
    return fail(ErrorCode::FileTooWide);
  }
  state_->close_sheet();
  const lxw_error status = workbook_close(state_->book);
  state_->book = nullptr;
  std::string bytes = state_->file.contents();
  if (status != LXW_NO_ERROR || bytes.empty()) {
    return fail(ErrorCode::OutOfMemory);
  }
  return bytes;
}

} // namespace padan::codec
