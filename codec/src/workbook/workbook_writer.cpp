#include "padan/codec/workbook_writer.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

#include <xlsxwriter.h>

#include "cell_text.hpp"
#include "limits.hpp"
#include "temporary_file.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t kSheetRows = 1'048'576;
constexpr std::size_t kNameUnits = 31;
constexpr std::uint8_t kA4 = 9; // paper numbers of Excel
constexpr std::uint8_t kFolio = 14;
constexpr std::size_t kHintUnits = 255;
constexpr time_t kCreated = 1'577'836'800; // 2020-01-01: a moment that never changes, so that the bytes do not

std::string folded(std::string name) { // Excel tells names apart without regard to case
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

} // namespace

// What a cell looks like, as bits: each combination is one format of the book.
enum Look : unsigned { kText = 1, kDay = 2, kOpen = 4, kWrap = 8, kGrid = 16, kHeader = 32, kTitle = 64, kShade = 128 };

struct WorkbookWriter::State {
  workbook::TemporaryFile file;
  lxw_workbook* book = nullptr; // freed by workbook_close
  lxw_worksheet* sheet = nullptr;
  std::map<unsigned, lxw_format*> formats;
  std::string name;
  SheetStyle style;
  bool some_open = false; // of the columns: then the others are shaded
  std::vector<SheetColumn> columns;
  std::set<std::string> names;
  std::uint32_t row = 0;
  std::uint32_t first_row = 0; // below the header
  std::uint64_t cut = 0;
  bool too_wide = false;
  std::string scratch;

  State() {
    std::string folder = workbook::temporary_folder();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    book = workbook_new_opt(file.path().c_str(), &options);
    format(kText);
    format(kText | kHeader);
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

  lxw_format* format(unsigned look) {
    lxw_format*& made = formats[look];
    if (made == nullptr) {
      made = workbook_add_format(book);
      const char* number_format = (look & kText) != 0 ? "@" : (look & kDay) != 0 ? "dd/mm/yyyy" : nullptr;
      if (number_format != nullptr) {
        format_set_num_format(made, number_format);
      }
      if ((look & (kHeader | kTitle)) != 0) {
        format_set_bold(made);
      }
      if ((look & kOpen) != 0) {
        format_set_unlocked(made);
      }
      if ((look & kWrap) != 0) {
        format_set_text_wrap(made);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
      }
      if ((look & kGrid) != 0) {
        format_set_border(made, LXW_BORDER_THIN);
      }
      if ((look & kShade) != 0) {
        format_set_bg_color(made, 0xEEEEEE);
      }
    }
    return made;
  }

  // kText alone for a column without any wish, nothing for numbers: as a plain table always was.
  [[nodiscard]] unsigned look_of(const SheetColumn& column) const {
    unsigned look = column.number ? 0U : column.date ? kDay : kText;
    look |= column.open ? kOpen : 0U;
    look |= column.wrap ? kWrap : 0U;
    look |= style.grid ? kGrid : 0U;
    return look | (style.locked && some_open && !column.open ? kShade : 0U);
  }

  void open_sheet() {
    sheet = workbook_add_worksheet(book, unique_name().c_str());
    row = 0;
    some_open = std::any_of(columns.begin(), columns.end(), [](const SheetColumn& column) { return column.open; });
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const unsigned look = look_of(columns[i]) & ~(kGrid | kShade); // these end with the rows
      lxw_row_col_options hidden{LXW_TRUE, 0, 0};
      worksheet_set_column_opt(sheet, column, column, columns[i].width, look == 0 ? nullptr : format(look),
                               columns[i].hidden ? &hidden : nullptr);
    }
    put_titles();
    put_header();
    set_up_page();
    if (style.hidden) {
      worksheet_hide(sheet);
    }
  }

  void put_titles() {
    for (std::size_t i = 0; i < style.titles.size(); ++i, ++row) {
      put_text(0, style.titles[i], format(kText | (i == 0 ? kTitle : 0U)));
    }
  }

  void put_header() {
    const bool shaped = style.header_height > 0;
    const unsigned look = kText | kHeader | (shaped ? kWrap : 0U) | (style.grid ? kGrid | kShade : 0U);
    if (shaped) {
      worksheet_set_row(sheet, row, style.header_height, nullptr);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      put_text(static_cast<lxw_col_t>(i), columns[i].header, format(look));
    }
    first_row = ++row;
    worksheet_freeze_panes(sheet, first_row, static_cast<lxw_col_t>(style.frozen_columns));
  }

  void set_up_page() {
    if (style.paper != Paper::None) {
      worksheet_set_paper(sheet, style.paper == Paper::A4 ? kA4 : kFolio);
      worksheet_set_landscape(sheet);
      worksheet_fit_to_pages(sheet, 1, 0);
      worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
      worksheet_repeat_rows(sheet, first_row - 1, first_row - 1);
    }
    if (!style.page_header.empty()) {
      worksheet_set_header(sheet, style.page_header.c_str());
    }
    if (!style.page_footer.empty()) {
      worksheet_set_footer(sheet, style.page_footer.c_str());
    }
  }

  void close_sheet() {
    if (sheet == nullptr || columns.empty()) {
      return;
    }
    if (style.filter) {
      worksheet_autofilter(sheet, first_row - 1, 0, row - 1, static_cast<lxw_col_t>(columns.size() - 1));
    }
    for (std::size_t i = 0; i < columns.size() && row > first_row; ++i) {
      guide(static_cast<lxw_col_t>(i));
    }
    if (style.locked) {
      lxw_protection allowed{};
      allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
      allowed.sort = allowed.autofilter = LXW_TRUE;
      worksheet_protect(sheet, nullptr, &allowed);
    }
  }

  // The drop-down or the calendar of a column.
  void guide(lxw_col_t column) {
    const SheetColumn& guided = columns[column];
    if (guided.choices.empty() && !guided.date) {
      return;
    }
    lxw_data_validation rule{};
    std::vector<std::string> choices = guided.choices; // the library asks for texts that it may change
    std::vector<char*> items;
    if (guided.date) {
      rule.validate = LXW_VALIDATION_TYPE_DATE;
      rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
      rule.value_datetime.year = 1900;
      rule.value_datetime.month = 1;
      rule.value_datetime.day = 1;
    } else {
      for (std::string& choice : choices) {
        items.push_back(choice.data());
      }
      items.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = items.data();
    }
    std::string hint = guided.hint.substr(0, std::min(guided.hint.size(), kHintUnits));
    if (!hint.empty()) {
      rule.input_message = hint.data();
      rule.error_message = hint.data();
    }
    [[maybe_unused]] const lxw_error status =
        worksheet_data_validation_range(sheet, first_row, column, row - 1, column, &rule);
    assert(status == LXW_NO_ERROR); // choices of more than 255 characters
  }

  void start_row() {
    if (style.row_height > 0) {
      worksheet_set_row(sheet, row, style.row_height, nullptr);
    }
  }

  void put_text(lxw_col_t column, std::string_view value, lxw_format* format) {
    cut += workbook::cell_text(value, scratch) ? 0 : 1;
    if (!scratch.empty()) {
      worksheet_write_string(sheet, row, column, scratch.c_str(), format);
    } else if (style.grid) {
      worksheet_write_blank(sheet, row, column, format);
    }
  }

  void put(lxw_col_t column, std::string_view value) {
    const unsigned look = look_of(columns[column]);
    const auto number = columns[column].number ? workbook::exact_number(value) : std::nullopt;
    if (number) {
      worksheet_write_number(sheet, row, column, *number, look == 0 ? nullptr : format(look));
    } else {
      put_text(column, value, format(look | (columns[column].date ? 0U : kText)));
    }
  }
};

WorkbookWriter::WorkbookWriter() : state_(std::make_unique<State>()) {}
WorkbookWriter::~WorkbookWriter() = default;
WorkbookWriter::WorkbookWriter(WorkbookWriter&&) noexcept = default;
WorkbookWriter& WorkbookWriter::operator=(WorkbookWriter&&) noexcept = default;

void WorkbookWriter::start_sheet(std::string_view name, std::vector<SheetColumn> columns, SheetStyle style) {
  state_->close_sheet();
  if (columns.size() > workbook::kMaxColumns) {
    state_->too_wide = true;
    columns.resize(workbook::kMaxColumns);
  }
  state_->name = name;
  state_->columns = std::move(columns);
  state_->style = std::move(style);
  state_->open_sheet();
}

void WorkbookWriter::add_row(std::span<const std::string_view> cells) {
  assert(state_->sheet != nullptr && (cells.size() <= state_->columns.size() || state_->too_wide));
  if (state_->row == kSheetRows) {
    state_->close_sheet();
    state_->open_sheet();
  }
  state_->start_row();
  const std::size_t given = std::min(cells.size(), state_->columns.size());
  const std::size_t drawn = state_->style.grid ? state_->columns.size() : given;
  for (std::size_t i = 0; i < drawn; ++i) {
    state_->put(static_cast<lxw_col_t>(i), i < given ? cells[i] : std::string_view());
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
