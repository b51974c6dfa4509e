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

// What a list of recipients pays: its layout tells, else a known word in its name, else it is a programme by itself.
std::string programme_of_list(const SourceInfo& source) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kLayouts{
      {{"pbi", "pbi"}, {"pip", "pip"}, {"mustahik", "zakat"}}};
  static constexpr std::array<std::string_view, 12> kKnown{"pkh",  "bpnt", "sembako", "bst",   "bltdd", "blt",
                                                           "bpum", "pbi",  "pip",     "zakat", "rtlh",  "bsps"};
  for (const auto& [layout, programme] : kLayouts) {
    if (source.recognition->layout == layout) {
      return std::string(programme);
    }
  }
  const std::vector<std::string> words = words_of(source.name);
  for (const std::string_view known : kKnown) {
    if (std::find(words.begin(), words.end(), known) != words.end()) {
      const bool village_fund = known == "blt" && (std::find(words.begin(), words.end(), "dd") != words.end() ||
                                                   std::find(words.begin(), words.end(), "desa") != words.end());
      return village_fund || known == "bltdd" ? "blt_dd" : std::string(known);
    }
  }
  std::string slug;
  for (const std::string& word : words) {
    slug.append(slug.empty() ? "" : "_").append(word);
  }
  return slug.empty() ? source.name : slug;
}

// "2. Tidak", "1 - Ya": the word behind the code.
std::string_view without_code(std::string_view cell) {
  const std::size_t word = cell.find_first_not_of("0123456789 .-):");
  const bool coded = word != std::string_view::npos && word > 1 && cell.front() >= '0' && cell.front() <= '9' &&
                     cell.substr(word).find_first_of("0123456789") == std::string_view::npos;
  return coded ? cell.substr(word) : cell;
}

class ProgrammeColumn {
public:
  ProgrammeColumn(const SourceInfo& source, std::uint32_t grid_column, std::uint16_t programme)
      : programme_(programme), cells_(source.grid->columns[grid_column]) {
    // Statistics Indonesia codes yes as 1 and no as 2; where other numbers stand they count or date something.
    bool coded = true;
    for (const std::uint32_t row : source.recognition->data_rows) {
      const std::string_view cell = trimmed(cells_[row]);
      coded = coded && (cell.empty() || cell == "-" || cell == "1" || cell == "2");
    }
    no_is_2_ = coded;
  }

  [[nodiscard]] std::uint16_t programme() const { return programme_; }

  Truth read(std::uint32_t grid_row) {
    const std::string_view cell = trimmed(cells_[grid_row]);
    const std::uint32_t code = seen_.intern(cell);
    if (code == truths_.size()) {
      truths_.push_back(no_is_2_ && cell == "2" ? Truth::No : prepare::read_truth(without_code(cell), true));
    }
    return truths_[code];
  }

private:
  std::uint16_t programme_;
  const table::StringColumn& cells_;
  bool no_is_2_ = false;
  table::Dictionary seen_;
  std::vector<Truth> truths_{Truth::Unknown};
};

std::vector<std::string> programme_columns(const SourceInfo& source) {
  std::vector<std::string> names;
  for (const ingest::Column& column : source.recognition->columns) {
    if (column.field.kind == FieldKind::Programme) {
      names.push_back(column.field.name);
    }
  }
  return names;
}

} // namespace

Programmes::Programmes(const Corpus& corpus, const Persons& persons, const RowCells& cells)
    : of_list_(cells.sources().size(), kNone), of_row_(corpus.rows(), 0), denied_(corpus.rows(), 0),
      of_person_(persons.all(), 0) {
  std::vector<std::string> lists(cells.sources().size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const SourceInfo& source = cells.sources()[i];
    const std::vector<std::string> columns = programme_columns(source);
    names_.insert(names_.end(), columns.begin(), columns.end());
    if (source.kind == "recipients" && columns.empty()) { // a list that says it per row is asked per row
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
    const SourceInfo& info = cells.sources()[source];
    std::vector<ProgrammeColumn> columns;
    for (const ingest::Column& column : info.recognition->columns) {
      if (column.field.kind == FieldKind::Programme) {
        columns.emplace_back(info, column.index, number(column.field.name));
      }
    }
    of_list_[source] = lists[source].empty() ? kNone : number(lists[source]);
    for (RowId row = corpus.sources[source].begin;
         row < corpus.sources[source].end && (of_list_[source] != kNone || !columns.empty()); ++row) {
      set.clear();
      denied.clear();
      if (of_list_[source] != kNone) {
        set.push_back(of_list_[source]);
      }
      const std::uint32_t grid_row = cells.grid_row(row);
      for (ProgrammeColumn& column : columns) {
        const Truth truth = column.read(grid_row);
        if (truth != Truth::Unknown) {
          (truth == Truth::Yes ? set : denied).push_back(column.programme());
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
