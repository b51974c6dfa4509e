#include "padan/engine/list_profile.hpp"

#include <array>

#include "cell_remarks.hpp"
#include "column_profiler.hpp"
#include "region_evidence.hpp"
#include "row_remarks.hpp"

namespace padan::engine {
namespace {

struct CodeText {
  std::string_view text;
  Grade grade;
};

constexpr CodeText kCodes[] = {
#define PADAN_CODE_TEXT(name, text, grade) {text, Grade::grade},
    PADAN_REMARKS(PADAN_CODE_TEXT)
#undef PADAN_CODE_TEXT
};
static_assert(std::size(kCodes) <= 64, "Remarks are bits of a word");

void add(Remarks remarks, std::uint32_t column, std::uint32_t position, RemarkBook& book) {
  for (unsigned code = 0; remarks != 0; ++code, remarks >>= 1U) {
    if ((remarks & 1U) != 0) {
      book.at(static_cast<RemarkCode>(code), column).rows.add(position);
    }
  }
}

// Remarks of the cells of one column.
class CellRemarker {
public:
  CellRemarker(const Source& source, std::uint32_t column, std::uint16_t year, RemarkBook& book)
      : source_(source), column_(column), book_(book), what_(source.recognition.columns[column]),
        judge_(cell_judge(source, what_, year)), remember_(is_worth_remembering(table::fact_of(what_.field))) {}

  void add_rows(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t position = from; position < to; ++position) {
      const std::uint32_t row = source_.recognition.data_rows[position];
      const std::string_view cell = source_.grid.cell(row, what_.index);
      const bool numeric = source_.grid.is_numeric(row, what_.index);
      add(is_blank(cell) ? bit(RemarkCode::CellMissing) : judged(cell, numeric), column_, position, book_);
    }
  }

private:
  Remarks judged(std::string_view cell, bool numeric) {
    if (!remember_) {
      return judge_(cell, numeric);
    }
    const std::uint32_t code = seen_.intern(cell);
    if (code == known_.size()) {
      known_.push_back(judge_(cell, numeric));
    }
    return known_[code];
  }

  const Source& source_;
  std::uint32_t column_;
  RemarkBook& book_;
  const ingest::Column& what_;
  CellJudge judge_;
  bool remember_;
  table::Dictionary seen_;
  std::vector<Remarks> known_{0};
};

} // namespace

std::string_view to_text(RemarkCode code) { return kCodes[static_cast<std::size_t>(code)].text; }
Grade grade_of(RemarkCode code) { return kCodes[static_cast<std::size_t>(code)].grade; }

std::string_view to_text(Grade grade) {
  return std::array<std::string_view, 3>{"good", "note", "fault"}[static_cast<std::size_t>(grade)];
}

std::string_view to_text(Home::From from) {
  return std::array<std::string_view, 4>{"unknown", "names", "codes", "nik"}[static_cast<std::size_t>(from)];
}

std::string_view to_text(CodeSystem system) {
  return std::array<std::string_view, 3>{"unclear", "kemendagri", "bps"}[static_cast<std::size_t>(system)];
}

std::vector<std::uint32_t> RowSet::slice(std::uint32_t from, std::uint32_t to) const {
  std::vector<std::uint32_t> positions;
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < words_.size() * 64 && number < to && number < count_; ++i) {
    if (words_[i / 64] == 0) {
      i += 63 - i % 64;
    } else if (has(i) && number++ >= from) {
      positions.push_back(i);
    }
  }
  return positions;
}

std::uint32_t ListProfile::matchable() const {
  std::uint32_t rows = 0;
  for (const Remark& remark : remarks) {
    const bool way = remark.code >= RemarkCode::ByNik && remark.code <= RemarkCode::ByCard;
    rows += way ? remark.rows.count() : 0;
  }
  return rows;
}

struct Profiler::State {
  State(const Source& of, std::uint16_t year_of_run)
      : source(of), year(year_of_run), rows(static_cast<std::uint32_t>(of.recognition.data_rows.size())),
        columns(static_cast<std::uint32_t>(of.recognition.columns.size())), book(rows) {}

  // Each does a part of its work and says whether that was the last.
  bool cells(std::uint32_t most);
  bool facts_of_rows(std::uint32_t most);
  bool places();
  bool sorted();
  bool each_row(std::uint32_t most);

  // Rows from `next` on, at most so many; true when there are none after them.
  template <class Take> bool some_rows(std::uint32_t most, Take take) {
    const std::uint32_t end = next + std::min(rows - next, std::max(most, 1U));
    take(next, end);
    next = end == rows ? 0 : end;
    return next == 0;
  }

  const Source& source;
  std::uint16_t year;
  std::uint32_t rows;
  std::uint32_t columns;
  ListProfile profile;
  RemarkBook book;
  std::uint32_t stage = 0;
  std::uint32_t next = 0;   // row
  std::uint32_t column = 0; // of the cells
  std::unique_ptr<ColumnProfiler> profiler;
  std::unique_ptr<CellRemarker> remarker;
  std::unique_ptr<FactsReader> reader;
  ListFacts facts;
  std::unique_ptr<RegionJudge> judge;
  RowSet shared{0};
  std::uint64_t done = 0;
};

bool Profiler::State::cells(std::uint32_t most) {
  if (column == columns) {
    return true;
  }
  if (!profiler) {
    profiler = std::make_unique<ColumnProfiler>(source, column, year);
    remarker = std::make_unique<CellRemarker>(source, column, year, book);
  }
  const bool last = some_rows(most, [&](std::uint32_t from, std::uint32_t to) {
    profiler->add(from, to);
    remarker->add_rows(from, to);
    done += to - from;
  });
  if (last) {
    profile.columns.columns.push_back(profiler->take());
    profiler.reset();
    remarker.reset();
    ++column;
  }
  return column == columns;
}

bool Profiler::State::facts_of_rows(std::uint32_t most) {
  if (!reader) {
    reader = std::make_unique<FactsReader>(source, year);
  }
  const bool last =
      some_rows(most / 8, [&](std::uint32_t from, std::uint32_t to) { // a row is as much work as some cells
        reader->add(from, to);
        done += 3 * std::uint64_t{to - from};
      });
  if (last) {
    facts = reader->take();
    reader.reset();
  }
  return last;
}

bool Profiler::State::places() {
  if (!judge) {
    judge = std::make_unique<RegionJudge>(source, facts, profile, book);
  }
  return judge->step();
}

bool Profiler::State::sorted() {
  if (next++ == 0) {
    shared = remark_shared_numbers(facts, book);
    return false;
  }
  remark_same_persons(facts, book);
  next = 0;
  return true;
}

bool Profiler::State::each_row(std::uint32_t most) {
  return some_rows(most / 4, [&](std::uint32_t from, std::uint32_t to) {
    remark_rows(facts, from, to, shared, profile.home.code, book);
    done += 2 * std::uint64_t{to - from};
  });
}

Profiler::Profiler(const Source& source, std::uint16_t year) : state_(std::make_unique<State>(source, year)) {}
Profiler::~Profiler() = default;
Profiler::Profiler(Profiler&&) noexcept = default;

bool Profiler::step(std::uint32_t cells) {
  State& s = *state_;
  const bool over = s.stage == 0   ? s.cells(cells)
                    : s.stage == 1 ? s.facts_of_rows(cells)
                    : s.stage == 2 ? s.places()
                    : s.stage == 3 ? s.sorted()
                    : s.stage == 4 ? s.each_row(cells)
                                   : true;
  s.stage += over && s.stage < 5 ? 1U : 0U;
  return s.stage == 5;
}

std::uint64_t Profiler::done() const { return state_->stage == 5 ? total() : state_->done; }
std::uint64_t Profiler::total() const { return std::uint64_t{state_->rows} * (state_->columns + 5); }

ListProfile Profiler::take() {
  state_->profile.remarks = state_->book.finish();
  return std::move(state_->profile);
}

ListProfile profile_list(const Source& source, std::uint16_t year) {
  Profiler profiler(source, year);
  while (!profiler.step(UINT32_MAX)) {
  }
  return profiler.take();
}

} // namespace padan::engine
