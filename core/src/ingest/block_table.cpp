#include "block_table.hpp"

#include <algorithm>
#include <set>

#include "block_form.hpp"
#include "column_probe.hpp"
#include "family_head.hpp"
#include "filled_cells.hpp"
#include "header_words.hpp"
#include "probe_words.hpp"

namespace padan::ingest {
namespace {

using table::FieldKind;

constexpr std::uint32_t kProbedRows = 300;
constexpr double kEnough = 0.5; // of the filled rows between first and last member understood

bool is_header(const FilledCells& filled) {
  bool nik = false;
  bool name = false;
  for (const auto& [column, cell] : filled) {
    if (looks_like_data(cell)) {
      return false;
    }
    const auto meaning = header_meaning(cell);
    nik = nik || (meaning && meaning->field.kind == FieldKind::Nik);
    name = name || (meaning && meaning->field.kind == FieldKind::Name);
  }
  return nik && name;
}

class Scan {
public:
  Scan(const table::Grid& grid, BlockShape shape, std::uint32_t width);
  void run();
  [[nodiscard]] std::optional<BlockTable> finish();

private:
  void find_header();
  void find_member_columns();
  [[nodiscard]] BlockRow judge(std::uint32_t row);
  [[nodiscard]] std::optional<BlockRow> judge_block(std::uint32_t row);
  [[nodiscard]] std::uint32_t family() const { return static_cast<std::uint32_t>(table_.families.size() - 1); }
  [[nodiscard]] std::string_view cell(std::uint32_t row, std::optional<std::uint32_t> column) const {
    return column ? grid_.cell(row, *column) : std::string_view();
  }
  [[nodiscard]] bool is_member(std::uint32_t row) const;
  [[nodiscard]] bool is_unfilled(std::uint32_t row) const;
  [[nodiscard]] bool continues_member() const;
  [[nodiscard]] bool is_page_title() const;
  [[nodiscard]] std::string texts() const;
  [[nodiscard]] bool begins_family() const;
  void begin_family();
  void understand();
  void close_head();
  void settle();

  const table::Grid& grid_;
  const BlockShape shape_;
  const std::uint32_t width_;
  BlockTable table_;
  std::optional<std::uint32_t> number_, nik_, name_, birth_; // columns

  FilledCells filled_; // of the row at hand
  FamilyHead head_;    // being read, when it has rows
  FamilyFacts page_;   // what titles say of the region
  std::set<std::string> titles_;
  std::optional<std::uint32_t> member_; // whose cells may go on
  bool closed_ = false;                 // a note or total has ended the members
  std::uint32_t understood_ = 0;        // families and members
  std::uint32_t strange_ = 0;           // rows among them that no block has
  std::uint32_t strange_since_ = 0;     // the last of them: they may be the end of the list
  std::uint32_t numbers_ = 0;           // members with digits of a NIK
};

Scan::Scan(const table::Grid& grid, BlockShape shape, std::uint32_t width)
    : grid_(grid), shape_(shape), width_(width), head_(shape.form) {
  table_.families.emplace_back();
  table_.rows.resize(grid.rows());
  find_header();
  find_member_columns();
}

void Scan::find_header() {
  table_.place = {0, 0};
  table_.headers = usual_headers(shape_.form, shape_.marker, width_);
  for (std::uint32_t row = 0; row < std::min(grid_.rows(), kProbedRows); ++row) {
    find_filled(grid_, row, width_, filled_);
    if (is_header(filled_)) {
      table_.place = {row, 1};
      const std::vector<HeaderText> texts = header_texts(grid_, table_.place);
      for (std::uint32_t column = 0; column < width_; ++column) {
        table_.headers[column] = texts[column].lower;
      }
      return;
    }
  }
}

void Scan::find_member_columns() {
  for (std::uint32_t column = 0; column < width_; ++column) {
    const auto meaning = header_meaning(table_.headers[column]);
    const FieldKind kind = meaning ? meaning->field.kind : FieldKind::Text;
    const auto first = [&](std::optional<std::uint32_t>& known, bool here) {
      known = known || !here ? known : std::optional(column);
    };
    first(nik_, kind == FieldKind::Nik);
    first(name_, kind == FieldKind::Name);
    first(birth_, kind == FieldKind::BirthDate);
  }
  const std::uint32_t person = std::min(nik_.value_or(width_), name_.value_or(width_));
  number_ = person > 0 && person < width_ ? std::optional(person - 1) : std::nullopt;
}

bool Scan::is_member(std::uint32_t row) const {
  if (looks_like_identifier(cell(row, number_))) {
    return false; // a flat list that begins with a number of identity
  }
  const bool known = is_row_number(cell(row, number_)) || looks_like_date(cell(row, birth_));
  return digits_in(cell(row, nik_)) >= 8 || (known && has_letters(cell(row, name_)));
}

// A line of a form that was numbered but never filled in.
bool Scan::is_unfilled(std::uint32_t row) const {
  return is_row_number(cell(row, number_)) && std::all_of(filled_.begin(), filled_.end(), [this](const auto& filled) {
           return filled.first == *number_ || is_word_of(WordClass::Missing, compact(filled.second));
         });
}

bool Scan::continues_member() const {
  return member_ && std::all_of(filled_.begin(), filled_.end(), [this](const auto& filled) {
           return filled.first != number_ && !grid_.cell(*member_, filled.first).empty() &&
                  filled.second.find(':') == std::string_view::npos;
         });
}

std::string Scan::texts() const {
  std::string all;
  for (const auto& [column, text] : filled_) {
    all.append(all.empty() ? "" : "\n").append(text);
  }
  return all;
}

bool Scan::is_page_title() const {
  const std::vector<std::string> first = words(filled_.front().second);
  const bool book = first.size() >= 2 && first[0] == "BUKU" && first[1] == "INDUK";
  return book || titles_.count(compact(texts())) > 0;
}

bool Scan::begins_family() const {
  // A long address of the e-KTP form goes on below its number.
  const bool goes_on = shape_.form == BlockForm::Ektp && head_.rows() > 0 && digits_in(filled_.front().second) < 15;
  const std::optional<std::uint32_t> at = family_begins(shape_.form, width_, filled_);
  const bool member = shape_.form == BlockForm::Ektp && at == nik_; // of whom nothing but the NIK is left
  return at && !goes_on && !member;
}

void Scan::understand() {
  ++understood_;
  strange_ += strange_since_;
  strange_since_ = 0;
}

void Scan::begin_family() {
  close_head();
  table_.families.emplace_back();
  member_.reset();
  closed_ = false;
}

void Scan::close_head() {
  if (head_.rows() > 0) {
    table_.families.back() = head_.finish();
    table_.families.back().add_region(page_);
  }
}

// Heads, members and headers: what makes the sheet one of blocks.
std::optional<BlockRow> Scan::judge_block(std::uint32_t row) {
  if (begins_family()) {
    begin_family();
    head_.add(grid_, row, filled_);
    understand();
    return BlockRow{BlockPart::Family, family()};
  }
  if (is_member(row)) {
    close_head();
    member_ = row;
    closed_ = false;
    understand();
    numbers_ += digits_in(cell(row, nik_)) >= 8 ? 1U : 0U;
    return BlockRow{BlockPart::Member, family()};
  }
  if (is_header(filled_) || is_numbering(filled_)) {
    close_head();
    closed_ = false;
    return BlockRow{BlockPart::Header};
  }
  if (shape_.form == BlockForm::Bip2012 && head_.rows() == 1) { // whatever stands below the title
    head_.add(grid_, row, filled_);
    return BlockRow{BlockPart::Family, family()};
  }
  return std::nullopt;
}

BlockRow Scan::judge(std::uint32_t row) {
  find_filled(grid_, row, width_, filled_);
  if (filled_.empty()) {
    close_head();
    member_.reset();
    return {BlockPart::Blank};
  }
  if (const std::optional<BlockRow> known = judge_block(row)) {
    return *known;
  }
  if (is_unfilled(row)) {
    return {BlockPart::Blank};
  }
  const std::string_view first = filled_.front().second;
  if (filled_.size() <= 4 &&
      (begins_with_word_of(WordClass::Note, first) || begins_with_word_of(WordClass::Total, first))) {
    close_head();
    member_.reset();
    closed_ = true;
    return {BlockPart::Total};
  }
  if (is_page_title()) {
    close_head();
    page_.read(texts());
    return {BlockPart::Title};
  }
  if (head_.rows() > 0) {
    head_.add(grid_, row, filled_);
    return {BlockPart::Family, family()};
  }
  if (continues_member()) {
    return {BlockPart::Continued, *member_};
  }
  if (table_.families.size() == 1) {
    titles_.insert(compact(texts()));
    page_.read(texts());
    return {BlockPart::Title};
  }
  ++strange_since_;
  // Somebody without number and dates is somebody still.
  if (!closed_ && filled_.size() >= 2 && has_letters(cell(row, name_))) {
    return {BlockPart::Member, family()};
  }
  return {closed_ ? BlockPart::Total : BlockPart::Title};
}

void Scan::run() {
  for (std::uint32_t row = 0; row < grid_.rows(); ++row) {
    table_.rows[row] = judge(row);
  }
  close_head();
  settle();
}

// Places, dates and signatures: only the rows below tell them from titles.
void Scan::settle() {
  for (std::size_t row = table_.rows.size(); row-- > 0;) {
    BlockPart& part = table_.rows[row].part;
    if (part == BlockPart::Member || part == BlockPart::Family) {
      return;
    }
    part = part == BlockPart::Title ? BlockPart::Total : part;
  }
}

std::optional<BlockTable> Scan::finish() {
  const bool flat = nik_ == shape_.marker; // a list whose first column is the NIK, with gaps beside it
  const double share = static_cast<double>(understood_) / std::max(1U, understood_ + strange_);
  if (flat || numbers_ == 0 || table_.families.size() == 1 || share < kEnough) {
    return std::nullopt;
  }
  table_.layout = {std::string(layout_of(shape_.form)), "civil_registry", "Disdukcapil", share};
  return std::move(table_);
}

} // namespace

std::optional<BlockTable> find_blocks(const table::Grid& grid) {
  const std::uint32_t width = grid.own_width();
  const std::optional<BlockShape> shape = find_shape(grid, width, kProbedRows);
  if (!shape) {
    return std::nullopt;
  }
  Scan scan(grid, *shape, width);
  scan.run();
  return scan.finish();
}

} // namespace padan::ingest
