#include "health.hpp"

#include <algorithm>

#include "padan/prepare/date.hpp"
#include "padan/text/fold.hpp"

namespace padan::analyse {
namespace {

using prepare::RowId;
using resolve::FieldKind;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number_of(std::string_view text) {
  int number = 0;
  for (std::size_t i = 0; i < text.size() && i < 4; ++i) {
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

bool is_blank(std::string_view cell) { return cell.empty() || cell == "-"; }

// How the numbers of a column are meant, when it holds nothing else.
enum class Coding { Words, YesNo, Kinds, KindsFrom2 };

// 1 yes and 2 no (Statistics Indonesia), or a number for each illness: in DTSEN 1 means none, elsewhere nobody knows.
Coding coding_of(const table::StringColumn& cells, const std::vector<std::uint32_t>& rows, bool dtsen) {
  int most = 0;
  for (const std::uint32_t row : rows) {
    const std::string_view cell = resolve::trimmed(cells[row]);
    if (is_blank(cell)) {
      continue;
    }
    if (!is_number(cell)) {
      return Coding::Words;
    }
    most = std::max(most, number_of(cell));
  }
  return dtsen ? Coding::KindsFrom2 : most <= 2 ? Coding::YesNo : Coding::Kinds;
}

Truth read_code(Coding coding, std::string_view cell) {
  const int number = number_of(cell);
  if (number == 0) {
    return Truth::No;
  }
  switch (coding) {
  case Coding::YesNo:
    return number == 1 ? Truth::Yes : Truth::No;
  case Coding::Kinds:
    return number == 1 ? Truth::Unknown : Truth::Yes;
  default:
    return number == 1 ? Truth::No : Truth::Yes;
  }
}

Truth read_height(std::string_view folded) {
  const auto has = [&](std::string_view part) { return folded.find(part) != std::string_view::npos; };
  const bool denied = folded.rfind("TIDAK", 0) == 0 || folded.rfind("BUKAN", 0) == 0 || has("RESIKO") || has("RISIKO");
  if (!denied && (has("PENDEK") || has("STUNT"))) {
    return Truth::Yes;
  }
  if (folded.rfind("NORMAL", 0) == 0 || folded.rfind("TINGGI", 0) == 0 || has("TIDAK STUNT") || has("TIDAK PENDEK")) {
    return Truth::No;
  }
  return has("RESIKO") || has("RISIKO") ? Truth::Unknown : prepare::read_truth(folded); // a risk is no measurement
}

} // namespace

Truth read_health(FieldKind kind, std::string_view cell) {
  const std::string folded = text::fold(prepare::without_code(cell));
  if (kind == FieldKind::Stunting) {
    return read_height(folded);
  }
  if (folded.rfind("SEHAT", 0) == 0 || folded.rfind("NORMAL", 0) == 0) {
    return Truth::No;
  }
  return folded.empty() || folded.find_first_not_of("-._? ") == std::string::npos ? Truth::Unknown
                                                                                  : prepare::read_truth(folded, true);
}

Health::Health(const resolve::MasterList& master, FieldKind kind) : master_(master), kind_(kind) {
  decided_ = std::any_of(master.decisions().begin(), master.decisions().end(),
                         [&](const resolve::DecidedValue& value) { return value.field == kind; });
  const resolve::RowCells& cells = master.cells();
  for (std::uint32_t file = 0; file < cells.files().size(); ++file) {
    const prepare::FileRows& rows = master.corpus().files[file];
    if (rows.begin == rows.end) {
      continue;
    }
    for (const std::uint32_t column : cells.columns(rows.begin, kind)) {
      if (truths_.empty()) {
        truths_.assign(master.corpus().rows(), Truth::Unknown);
      }
      read_column(file, column);
    }
  }
}

void Health::read_column(std::uint32_t file, std::uint32_t column) {
  const resolve::FileInfo& list = master_.cells().files()[file];
  const prepare::FileRows& rows = master_.corpus().files[file];
  const table::StringColumn& cells = list.grid->columns[column];
  const Coding coding = coding_of(cells, list.recognition->data_rows,
                                  list.recognition->layout == "dtsen" && kind_ == FieldKind::ChronicIllness);
  table::Dictionary seen;
  std::vector<Truth> meanings{Truth::Unknown};
  for (RowId row = rows.begin; row < rows.end; ++row) {
    const std::string_view cell = resolve::trimmed(cells[master_.cells().grid_row(row)]);
    const std::uint32_t at = seen.intern(cell);
    if (at == meanings.size()) {
      meanings.push_back(is_blank(cell)            ? Truth::Unknown
                         : coding == Coding::Words ? read_health(kind_, cell)
                                                   : read_code(coding, cell));
    }
    truths_[row] = std::max(truths_[row], meanings[at]); // of several columns one yes is enough
  }
}

std::uint32_t Health::measured(RowId row) const {
  const std::string day = master_.cells().text(row, FieldKind::MeasuredOn);
  const prepare::Date date = prepare::read_date(day, prepare::DateOrder::DayFirst, 9999);
  return date.full() ? date.packed() : 0;
}

Truth Health::of(std::uint32_t person) const {
  if (const std::string* decided = master_.decided(person, kind_)) {
    return read_health(kind_, *decided);
  }
  if (truths_.empty()) {
    return Truth::Unknown;
  }
  Truth truth = Truth::Unknown;
  Truth of_list = Truth::Unknown; // what the latest measurement of this list says
  std::uint32_t latest = 0;
  std::uint32_t source = UINT32_MAX;
  for (const RowId row : master_.rows_of(person)) {
    const std::uint32_t list = master_.corpus().records[row].source;
    if (list != source) {
      truth = std::max(truth, of_list);
      source = list;
      of_list = Truth::Unknown;
      latest = 0;
    }
    if (truths_[row] == Truth::Unknown) {
      continue;
    }
    const std::uint32_t day = kind_ == FieldKind::Stunting ? measured(row) : 0;
    of_list = day > latest ? truths_[row] : day == latest ? std::max(of_list, truths_[row]) : of_list;
    latest = std::max(latest, day);
  }
  return std::max(truth, of_list);
}

} // namespace padan::analyse
