#pragma once
// What can be said of the rows of a list: numbers against the row they stand in, rows that stand twice, rows with too little
// to be matched.

#include <memory>
#include <unordered_map>
#include <vector>

#include "padan/engine/list_profile.hpp"
#include "padan/prepare/token_table.hpp"

namespace padan::engine {

/// What a row says of its person; 0 where nothing is known.
struct RowFacts {
  std::uint64_t nik = 0;
  std::uint64_t kk = 0;
  prepare::Date birth;
  std::uint32_t name = 0; // Dictionary code of the name without its titles
  prepare::IdState nik_state = prepare::IdState::Missing;
  prepare::IdState kk_state = prepare::IdState::Missing;
  prepare::Sex sex = prepare::Sex::Unknown;
  bool place = false; // a village, an address, a KK or the mother's name stands beside
};

struct ListFacts {
  std::vector<RowFacts> rows; // by position in Recognition::data_rows
  table::Dictionary names;
  std::uint32_t nik_column = kWholeRow; // of Recognition::columns
  std::uint32_t kk_column = kWholeRow;
  std::uint32_t birth_column = kWholeRow;
};

/// Reads the facts of a list, a range of rows at a time.
class FactsReader {
public:
  FactsReader(const Source& source, std::uint16_t year);
  ~FactsReader();
  /// The next rows, by position in Recognition::data_rows.
  void add(std::uint32_t from, std::uint32_t to);
  [[nodiscard]] ListFacts take();

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Finds or begins the remark of a code, column and value.
class RemarkBook {
public:
  explicit RemarkBook(std::uint32_t rows) : rows_(rows) {}
  Remark& at(RemarkCode code, std::uint32_t column = kWholeRow, std::uint32_t value = 0);
  [[nodiscard]] std::vector<Remark> finish();

private:
  std::uint32_t rows_;
  std::vector<Remark> remarks_;
  std::unordered_map<std::uint64_t, std::size_t> places_; // of column, value and code; never walked through
};

/// Rows that share a number, which give back those of a NIK of several people; rows of one name and birth. Cost: sorting of rows.
[[nodiscard]] RowSet remark_shared_numbers(const ListFacts& facts, RemarkBook& book);
void remark_same_persons(const ListFacts& facts, RemarkBook& book);
/// Each row by itself. home: see Home::code.
void remark_rows(const ListFacts& facts, std::uint32_t from, std::uint32_t to, const RowSet& shared, std::uint32_t home,
                 RemarkBook& book);

} // namespace padan::engine
