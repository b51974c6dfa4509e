#include "padan/resolve/programmes.hpp"

#include <algorithm>
#include <array>

#include "padan/prepare/codes.hpp"
#include "padan/text/fold.hpp"

namespace padan::resolve {
namespace {

using prepare::Truth;

// "Penerima PKH tahap 2 (Mei)" -> words in small letters.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : text::fold(name)) {
    if (c >= 'A' && c <= 'Z') {
      words.back().push_back(static_cast<char>(c + ('a' - 'A')));
    } else if ((c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
      words.back().push_back(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The first known programme among the words, else the words themselves; empty when there are none.
std::string programme_in(const std::vector<std::string>& words) {
  static constexpr std::array<std::string_view, 12> kKnown{"pkh",  "bpnt", "sembako", "bst",   "bltdd", "blt",
                                                           "bpum", "pbi",  "pip",     "zakat", "rtlh",  "bsps"};
  const auto found =
      std::find_if(kKnown.begin(), kKnown.end(), [&](std::string_view known) { return contains(words, known); });
  if (found == kKnown.end()) {
    std::string slug;
    for (const std::string& word : words) {
      slug.append(slug.empty() ? "" : "_").append(word);
    }
    return slug;
  }
  const bool village_fund = *found == "blt" && (contains(words, "dd") || contains(words, "desa"));
  if (village_fund || *found == "bltdd") {
    return "blt_dd";
  }
  if (*found == "pbi") {
    return contains(words, "apbd") ? "pbi_apbd" : contains(words, "apbn") ? "pbi_apbn" : "pbi";
  }
  return std::string(*found);
}

// What a list of recipients pays: its layout tells, else its name.
std::string programme_of_list(const SourceInfo& source) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kLayouts{
      {{"pbi", "pbi"}, {"pip", "pip"}, {"mustahik", "zakat"}}};
  for (const auto& [layout, programme] : kLayouts) {
    if (source.layout == layout) {
      return std::string(programme);
    }
  }
  const std::string programme = programme_in(words_of(source.name));
  return programme.empty() ? source.name : programme;
}

bool is_programme(const ingest::Column& column) { return column.field.kind == FieldKind::Programme; }
bool is_named_by_cell(const ingest::Column& column) {
  return is_programme(column) && column.field.name == table::kNamedByCell;
}

// What a programme column says of a row: received, denied, or nothing. Each distinct cell is understood once.
class ProgrammeColumn {
public:
  struct Saying {
    std::string programme;
    Truth truth = Truth::Unknown;
    std::uint16_t number = 0; // of the programme, see give_numbers
  };

  ProgrammeColumn(const FileInfo& source, const ingest::Column& column)
      : name_(is_named_by_cell(column) ? "" : column.field.name), cells_(source.grid->columns[column.index]) {
    // Statistics Indonesia codes yes as 1 and no as 2; where other numbers stand they count or date something.
    bool coded = true;
    for (const std::uint32_t row : source.recognition->data_rows) {
      const std::string_view cell = trimmed(cells_[row]);
      coded = coded && (cell.empty() || cell == "-" || cell == "1" || cell == "2");
    }
    no_is_2_ = coded;
    for (const std::uint32_t row : source.recognition->data_rows) {
      const std::string_view cell = trimmed(cells_[row]);
      if (seen_.intern(cell) == sayings_.size()) {
        sayings_.push_back(name_.empty() ? named_by(cell) : Saying{name_, truth_of(cell)});
      }
    }
  }

  /// Every programme that it speaks of; the column's own also when all its cells are blank.
  template <class Each> void for_each_programme(const Each& each) {
    if (!name_.empty()) {
      each(name_);
      return;
    }
    for (const Saying& saying : sayings_) {
      if (saying.truth != Truth::Unknown) {
        each(saying.programme);
      }
    }
  }
  template <class Number> void give_numbers(const Number& number) {
    for (Saying& saying : sayings_) {
      saying.number = number(saying.programme);
    }
  }

  [[nodiscard]] const Saying& read(std::uint32_t grid_row) { return sayings_[seen_.intern(trimmed(cells_[grid_row]))]; }

private:
  [[nodiscard]] Truth truth_of(std::string_view cell) const {
    return no_is_2_ && cell == "2" ? Truth::No : prepare::read_truth(prepare::without_code(cell), true);
  }
  // "PKH Tahap 2" is received; "-" and "Tidak" name nothing.
  [[nodiscard]] static Saying named_by(std::string_view cell) {
    const bool names = prepare::read_truth(cell, true) == Truth::Yes;
    return names ? Saying{programme_in(words_of(cell)), Truth::Yes} : Saying{};
  }

  std::string name_; // empty: the cell names it
  const table::StringColumn& cells_;
  bool no_is_2_ = false;
  table::Dictionary seen_;
  std::vector<Saying> sayings_{Saying{}};
};

// Per file its programme columns.
std::vector<std::vector<ProgrammeColumn>> columns_of(const RowCells& cells) {
  std::vector<std::vector<ProgrammeColumn>> columns(cells.files().size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const ingest::Column& column : cells.files()[i].recognition->columns) {
      if (is_programme(column)) {
        columns[i].emplace_back(cells.files()[i], column);
      }
    }
  }
  return columns;
}

} // namespace

Programmes::Programmes(const Corpus& corpus, const Persons& persons, const RowCells& cells)
    : of_list_(cells.sources().size(), kNone), of_row_(corpus.rows(), 0), denied_(corpus.rows(), 0),
      of_person_(persons.all(), 0) {
  std::vector<std::vector<ProgrammeColumn>> columns = columns_of(cells);
  std::vector<std::string> lists(cells.sources().size());
  std::vector<bool> says_it(lists.size(), false);
  for (std::size_t file = 0; file < columns.size(); ++file) {
    says_it[corpus.files[file].source] = says_it[corpus.files[file].source] || !columns[file].empty();
    for (ProgrammeColumn& column : columns[file]) {
      column.for_each_programme([&](const std::string& name) { names_.push_back(name); });
    }
  }
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const SourceInfo& source = cells.sources()[i];
    if (source.kind == "recipients" && !says_it[i]) { // a list that says it per row is asked per row
      lists[i] = programme_of_list(source);
      names_.push_back(lists[i]);
    }
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
  const auto number = [&](const std::string& name) {
    return static_cast<std::uint16_t>(std::lower_bound(names_.begin(), names_.end(), name) - names_.begin());
  };

  NumberSets::Set set;
  NumberSets::Set denied;
  for (std::uint32_t source = 0; source < lists.size(); ++source) {
    of_list_[source] = lists[source].empty() ? kNone : number(lists[source]);
  }
  for (std::uint32_t file = 0; file < columns.size(); ++file) {
    const std::uint16_t source = corpus.files[file].source;
    for (ProgrammeColumn& column : columns[file]) {
      column.give_numbers(number);
    }
    for (RowId row = corpus.files[file].begin;
         row < corpus.files[file].end && (of_list_[source] != kNone || !columns[file].empty()); ++row) {
      set.clear();
      denied.clear();
      if (of_list_[source] != kNone) {
        set.push_back(of_list_[source]);
      }
      const std::uint32_t grid_row = cells.grid_row(row);
      for (ProgrammeColumn& column : columns[file]) {
        const ProgrammeColumn::Saying& saying = column.read(grid_row);
        if (saying.truth != Truth::Unknown) {
          (saying.truth == Truth::Yes ? set : denied).push_back(saying.number);
        }
      }
      of_row_[row] = sets_.intern(set);
      denied_[row] = sets_.intern(denied);
    }
  }
  for (std::uint32_t person = 0; person < persons.all(); ++person) {
    set.clear();
    for (std::uint32_t i = persons.starts[person]; i < persons.starts[person + 1]; ++i) {
      const auto received = of_row(persons.rows[i]);
      set.insert(set.end(), received.begin(), received.end());
    }
    of_person_[person] = set.empty() ? 0 : sets_.intern(set);
  }
}

bool Programmes::is_pbi(std::uint16_t programme) const { return names_[programme].rfind("pbi", 0) == 0; }

} // namespace padan::resolve
