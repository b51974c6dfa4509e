// HTML that an application saved under the name .xls. All tables of the page are stacked into one sheet, as Excel shows them.

#include <algorithm>
#include <vector>

#include "formats.hpp"
#include "grid_builder.hpp"
#include "limits.hpp"
#include "number_text.hpp"
#include "text_file.hpp"
#include "xml.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// Value of an attribute of a tag, quoted or not; empty when it is not there. `tag` is in lower case.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != kNone; at = tag.find(name, at + 1)) {
    std::size_t value = at + name.size();
    if (at == 0 || tag[at - 1] > ' ' || value >= tag.size() || tag[value] != '=') {
      continue;
    }
    ++value;
    const char quote = value < tag.size() ? tag[value] : '\0';
    if (quote == '"' || quote == '\'') {
      return tag.substr(value + 1, tag.find(quote, value + 1) - value - 1);
    }
    return tag.substr(value, tag.find_first_of(" \t\r\n/", value) - value);
  }
  return {};
}

std::uint32_t span_of(std::string_view tag, std::string_view name) {
  return std::clamp(count_of(attribute(tag, name), 1), 1U, kMaxColumns);
}

bool is_block(std::string_view name) { return name == "br" || name == "p" || name == "div" || name == "li"; }
bool is_hidden(std::string_view name) {
  return name == "script" || name == "style" || name == "title" || name == "xml";
}

class HtmlReader {
public:
  explicit HtmlReader(std::string_view html) : left_(html), grid_("") {}

  Result<Grids> read() {
    while (!left_.empty() && grid_.ok()) {
      const std::size_t open = std::min(left_.find('<'), left_.size());
      text(left_.substr(0, open));
      left_.remove_prefix(open);
      if (!left_.empty()) {
        markup();
      }
    }
    end_cell();
    auto grid = grid_.finish();
    if (!grid) {
      return tl::unexpected<Error>(grid.error());
    }
    Grids grids;
    if (grid->rows() != 0) {
      grids.push_back(std::move(*grid));
    } else if (!any_table_) {
      return fail(ErrorCode::FileNotATable, {{"kind", "document"}});
    }
    return grids;
  }

private:
  void markup() {
    if (left_.substr(0, 4) == "<!--") { // conditional comments of Office hold no cells
      drop_through("-->");
      return;
    }
    const char next = left_.size() > 1 ? left_[1] : '\0';
    const bool tag_like =
        next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (!tag_like) { // "< 5": a careless page means the sign
      text("<");
      left_.remove_prefix(1);
      return;
    }
    const std::string_view raw = left_.substr(1, std::min(left_.find('>'), left_.size()) - 1);
    drop_through(">");
    tag(lower(raw));
  }

  void tag(std::string_view raw) {
    const bool closes = raw.substr(0, 1) == "/";
    const std::string_view body = raw.substr(closes ? 1 : 0);
    const std::string_view name = body.substr(0, body.find_first_of(" \t\r\n/"));
    if (name == "table") { // tables in cells are mostly there for the layout: they are unrolled into rows of their own
      any_table_ = true;
      end_cell();
      spans_.clear();
      row_open_ = false;
    } else if (name == "tr") {
      end_cell();
      row_open_ = false;
      if (!closes) {
        start_row();
      }
    } else if (name == "td" || name == "th") {
      end_cell();
      if (!closes) {
        start_cell(body);
      }
    } else if (is_block(name)) {
      block();
    } else if (is_hidden(name) && !closes) {
      drop_element(name);
    }
  }

  void start_row() {
    grid_.start_row(grid_.line() + 1);
    row_open_ = true;
    column_ = 0;
  }

  void start_cell(std::string_view tag) {
    if (!row_open_) {
      start_row();
    }
    while (column_ < spans_.size() && spans_[column_] > grid_.line()) {
      ++column_; // taken by a cell that reaches down from above
    }
    width_ = std::min(span_of(tag, "colspan"), kMaxColumns);
    const std::uint32_t rows = span_of(tag, "rowspan");
    if (rows > 1 && column_ < kMaxColumns) {
      spans_.resize(std::max<std::size_t>(spans_.size(), column_ + std::size_t{width_}));
      std::fill_n(spans_.begin() + column_, width_, grid_.line() + rows);
    }
    in_cell_ = true;
    cell_.clear();
  }

  void end_cell() {
    if (!in_cell_) {
      return;
    }
    in_cell_ = false;
    constexpr std::string_view kBlank = " \n\xC2\xA0"; // the bytes of a no-break space, which stands in empty cells
    const bool blank = cell_.find_first_not_of(kBlank) == kNone;
    cell_.resize(blank ? 0 : cell_.find_last_not_of(" \n") + 1);
    grid_.text(column_, cell_);
    column_ = std::min(column_ + width_, kMaxColumns);
  }

  // White space is one space, none at the start of a line.
  void text(std::string_view raw) {
    if (!in_cell_) {
      return;
    }
    decoded_.clear();
    append_decoded(decoded_, raw);
    for (const char c : decoded_) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) {
        cell_.push_back(c);
      } else if (!cell_.empty() && cell_.back() != ' ' && cell_.back() != '\n') {
        cell_.push_back(' ');
      }
    }
  }

  void block() {
    if (in_cell_ && !cell_.empty() && cell_.back() != '\n') {
      cell_.push_back('\n');
    }
  }

  void drop_through(std::string_view end) {
    const std::size_t at = left_.find(end);
    left_.remove_prefix(at == kNone ? left_.size() : at + end.size());
  }

  // Up to the closing tag of a script or a style, whose text is no text.
  void drop_element(std::string_view name) {
    const std::string end = "</" + std::string(name);
    std::size_t at = left_.find("</");
    while (at != kNone && lower(left_.substr(at, end.size())) != end) {
      at = left_.find("</", at + 2);
    }
    left_.remove_prefix(std::min(at, left_.size()));
  }

  std::string_view left_;
  GridBuilder grid_;
  std::vector<std::uint32_t> spans_; // per column: the line from which it is free again
  std::uint32_t column_ = 0;
  std::uint32_t width_ = 1;
  bool any_table_ = false;
  bool row_open_ = false;
  bool in_cell_ = false;
  std::string cell_;
  std::string decoded_;
};

} // namespace

Result<Grids> read_html(std::string_view bytes) {
  const std::string html = text_of(bytes);
  return HtmlReader(html).read();
}

} // namespace padan::codec::workbook
