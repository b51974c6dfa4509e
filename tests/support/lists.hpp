#pragma once
// Small lists written out in a test, read as real ones are. Headers are the texts of fields ("nik", "programme:pkh"), so no
// test depends on what recognition guesses. Persons and families are given by hand, so none depends on the matcher.

#include <deque>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "padan/ingest/csv_reader.hpp"
#include "padan/ingest/recognise.hpp"
#include "padan/resolve/master.hpp"

namespace padan::support {

struct CsvList {
  std::string name;
  std::string csv;
  std::string kind = "register";
  std::string layout = "general";
  std::string owner = {};
  std::string data_date = {};
  std::string valid_until = {};
};

inline table::Grid read_grid(const std::string& csv) {
  ingest::CsvReader reader;
  reader.feed(csv);
  Result<table::Grid> grid = reader.finish();
  if (!grid) {
    throw std::runtime_error("test list: " + std::string(to_text(grid.error().code)));
  }
  return std::move(*grid);
}

/// The header row is the first; each header names its field.
inline ingest::Hints plain_hints(const table::Grid& grid) {
  ingest::Hints hints;
  hints.header_row = 1;
  hints.mapping.emplace();
  for (std::uint32_t column = 0; column < grid.width(); ++column) {
    const std::string header(grid.cell(0, column));
    (*hints.mapping)[header] = header;
  }
  return hints;
}

/// Lists (in the order of their names) and the corpus made of them.
///   Lists lists{{{"a", "nik,name\n...\n"}, {"b", "..."}}};
///   lists.master({{0, 2}, {1}}, {{0, 1}}, "2026-11-22");   // rows of each person, persons of each family
class Lists {
public:
  explicit Lists(const std::vector<CsvList>& lists) {
    prepare::CorpusBuilder builder(2026);
    for (const CsvList& list : lists) {
      grids_.push_back(read_grid(list.csv));
      Result<ingest::Recognition> recognition = ingest::recognise(grids_.back(), plain_hints(grids_.back()));
      if (!recognition) {
        throw std::runtime_error("test list: " + std::string(to_text(recognition.error().code)));
      }
      recognition->kind = list.kind;
      recognition->layout = list.layout;
      recognitions_.push_back(std::move(*recognition));
      sources_.push_back(
          {list.name, &grids_.back(), &recognitions_.back(), list.owner, list.kind, list.data_date, list.valid_until});
      builder.add({&grids_.back(), &recognitions_.back(), list.name, true});
    }
    while (!builder.step(1000)) {
    }
    corpus = builder.finish();
    cards = clustering::find_cards(corpus);
  }

  /// Rows left out are persons of their own, persons left out are families of their own, after those given.
  resolve::MasterList master(const std::vector<std::vector<std::uint32_t>>& persons_rows = {},
                             const std::vector<std::vector<std::uint32_t>>& families_persons = {},
                             std::string_view as_of = "2026-11-22",
                             const resolve::AuthorityMatrix& authority = resolve::default_authority()) {
    group(persons_rows, corpus.rows(), persons.of_row, persons.starts, persons.rows);
    group(families_persons, persons.size(), families.of_person, families.starts, families.persons);
    families.kk.assign(families.size(), 0);
    return resolve::MasterList(corpus, persons, families, sources_, resolve::parse_day(as_of), {}, {}, authority);
  }

  prepare::Corpus corpus;
  clustering::Cards cards;
  clustering::Persons persons;
  resolve::Families families;

private:
  static void group(const std::vector<std::vector<std::uint32_t>>& given, std::uint32_t size,
                    std::vector<std::uint32_t>& of, std::vector<std::uint32_t>& starts,
                    std::vector<std::uint32_t>& members) {
    of.assign(size, UINT32_MAX);
    starts.assign(1, 0);
    members.clear();
    const auto close = [&](std::vector<std::uint32_t> group_members) {
      for (const std::uint32_t member : group_members) {
        of[member] = static_cast<std::uint32_t>(starts.size() - 1);
        members.push_back(member);
      }
      starts.push_back(static_cast<std::uint32_t>(members.size()));
    };
    for (const auto& group_members : given) {
      close(group_members);
    }
    for (std::uint32_t member = 0; member < size; ++member) {
      if (of[member] == UINT32_MAX) {
        close({member});
      }
    }
  }

  std::deque<table::Grid> grids_; // addresses stay
  std::deque<ingest::Recognition> recognitions_;
  std::vector<resolve::FileInfo> sources_;
};

} // namespace padan::support
