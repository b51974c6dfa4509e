#include "parts.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "padan/base/hash.hpp"
#include "padan/text/fold.hpp"

namespace padan::engine {
namespace {

using table::FieldKind;

constexpr std::size_t kMostPeople = 4096; // of a sketch
constexpr std::size_t kFewPeople = 5;     // of a sketch, under which a share says nothing
constexpr double kFew = 0.1;              // of the people of the smaller part: some stand twice in any list
constexpr std::size_t kMostPlaces = 4;    // different districts, or villages, of a file that is named after its place
constexpr std::size_t kProbes = 2000;     // rows looked at for places

struct Word {
  std::string folded;
  std::string_view before; // what parts it from the word before
  std::string_view text;
};

// "DTKS2 kec.Cibogo" is DTKS, 2, KEC and CIBOGO.
std::vector<Word> words_of(std::string_view text) {
  const auto kind = [](char c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    return digit ? 1 : letter ? 2 : 0;
  };
  std::vector<Word> words;
  std::size_t end_of_last = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && kind(text[end]) == kind(text[at])) {
      ++end;
    }
    if (kind(text[at]) != 0) {
      const std::string_view word = text.substr(at, end - at);
      words.push_back({text::fold(word), text.substr(end_of_last, at - end_of_last), word});
      end_of_last = end;
    }
    at = end;
  }
  return words;
}

// A number that counts parts; a year or a date names a version.
bool counts_parts(const std::string& word) {
  static const std::set<std::string> kWords{
      "PART",      "BAGIAN", "BAG", "LEMBAR", "SHEET", "FILE", "BERKAS", "JILID", "KEC",  "KECAMATAN", "DESA", "KEL",
      "KELURAHAN", "I",      "II",  "III",    "IV",    "V",    "VI",     "VII",   "VIII", "IX",        "X"};
  const bool number =
      word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool letter = word.size() == 1;
  return number || letter || kWords.count(word) != 0;
}

// Words of the districts and villages that a file is about, where they are few.
std::set<std::string> places_of(const Source& source) {
  std::set<std::string> words;
  for (const FieldKind kind : {FieldKind::District, FieldKind::Village}) {
    const auto& columns = source.recognition.columns;
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [kind](const ingest::Column& candidate) { return candidate.field.kind == kind; });
    if (column == columns.end()) {
      continue;
    }
    const auto& rows = source.recognition.data_rows;
    std::set<std::string> places;
    for (std::size_t i = 0; i < rows.size() && places.size() <= kMostPlaces; i += rows.size() / kProbes + 1) {
      places.insert(text::fold(source.grid.cell(rows[i], column->index)));
    }
    if (places.size() <= kMostPlaces) {
      for (const std::string& place : places) {
        for (const Word& word : words_of(place)) {
          words.insert(word.folded);
        }
      }
    }
  }
  return words;
}

// A file's name without what tells parts apart: equal for parts of one list, whose name it is.
struct CommonName {
  std::string key;
  std::string text;
};

CommonName common_name(const Source& source) {
  const std::size_t dot = source.file.rfind('.');
  const std::string_view stem = std::string_view(source.file).substr(0, dot == 0 ? std::string::npos : dot);
  const std::set<std::string> places = places_of(source);
  CommonName common;
  bool names_place = false;
  for (const Word& word : words_of(stem)) {
    const bool place = places.count(word.folded) != 0;
    names_place = names_place || place;
    if (!place && !counts_parts(word.folded)) {
      common.text.append(common.text.empty() ? std::string_view() : word.before).append(word.text);
      common.key.append(" ").append(word.folded);
    }
  }
  if (common.key.empty() && !names_place) { // "1.csv", "a.csv": numbers of what?
    common.key = stem;
  }
  return common;
}

std::uint32_t column_of(const Source& source, FieldKind kind) {
  for (const ingest::Column& column : source.recognition.columns) {
    if (column.field.kind == kind) {
      return column.index;
    }
  }
  return UINT32_MAX;
}

// Sixteen digits tell who somebody is; names are written in too many ways to show that nobody is in both.
std::uint64_t person_hash(std::string_view nik) {
  std::string digits;
  std::copy_if(nik.begin(), nik.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits.size() == 16 ? base::hash_bytes(digits) : 0;
}

void make_distinct(std::vector<std::uint64_t>& people) {
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
}

void thin(PeopleSketch& sketch, std::uint32_t zeros) {
  sketch.zeros = zeros;
  std::erase_if(sketch.people, [zeros](std::uint64_t hash) { return zeros != 0 && hash >> (64 - zeros) != 0; });
}

PeopleSketch sketch_of(const Source& source) {
  PeopleSketch sketch;
  const std::uint32_t nik = column_of(source, FieldKind::Nik);
  for (const std::uint32_t row : source.recognition.data_rows) {
    const std::uint64_t hash = nik == UINT32_MAX ? 0 : person_hash(source.grid.cell(row, nik));
    if (hash != 0 && (sketch.zeros == 0 || hash >> (64 - sketch.zeros) == 0)) {
      sketch.people.push_back(hash);
      if (sketch.people.size() > 2 * kMostPeople) {
        make_distinct(sketch.people);
        thin(sketch, sketch.zeros + (sketch.people.size() > kMostPeople ? 1 : 0));
      }
    }
  }
  make_distinct(sketch.people);
  return sketch;
}

// The share of the smaller list's people who are in the other one too.
double in_both(PeopleSketch a, PeopleSketch b) {
  const std::uint32_t zeros = std::max(a.zeros, b.zeros);
  thin(a, zeros);
  thin(b, zeros);
  const std::size_t smaller = std::min(a.people.size(), b.people.size());
  std::vector<std::uint64_t> common;
  std::set_intersection(a.people.begin(), a.people.end(), b.people.begin(), b.people.end(), std::back_inserter(common));
  return smaller == 0 ? 0.0 : static_cast<double>(common.size()) / static_cast<double>(smaller);
}

using Group = std::vector<Source*>;

void stand_alone(Source& source, Joining why, const Source* like, double share) {
  source.list.clear();
  source.joining = why;
  source.like = like != nullptr ? like->name : std::string();
  source.in_both = share;
}

// Why two files cannot be parts of one list; Joined where they may be.
std::pair<Joining, double> judge(const Source& a, const Source& b, PeopleSketches& sketches) {
  if (!a.facts.data_date.empty() && !b.facts.data_date.empty() && a.facts.data_date != b.facts.data_date) {
    return {Joining::OtherDate, 0.0};
  }
  for (const Source* source : {&a, &b}) {
    if (sketches.find(source->id) == sketches.end()) {
      sketches.emplace(source->id, sketch_of(*source));
    }
  }
  const PeopleSketch& left = sketches.at(a.id);
  const PeopleSketch& right = sketches.at(b.id);
  if (std::min(left.people.size(), right.people.size()) < kFewPeople) {
    return {Joining::Alone, 0.0};
  }
  const double share = in_both(left, right);
  return {share > kFew ? Joining::SamePeople : Joining::Joined, share};
}

// A list of parts bears what their names have in common, if no other list does.
std::string list_name(const Group& parts, const std::vector<std::unique_ptr<Source>>& sources) {
  const auto taken = [&](const std::string& text) {
    return std::any_of(sources.begin(), sources.end(), [&](const auto& source) {
      return (source->name == text || source->facts.list == text) &&
             std::find(parts.begin(), parts.end(), source.get()) == parts.end();
    });
  };
  std::string name = common_name(*parts.front()).text;
  name = name.empty() ? parts.front()->recognition.layout : name;
  while (taken(name)) {
    name.push_back('+');
  }
  return name;
}

void join(const Group& parts, const std::string& list) {
  for (Source* part : parts) {
    stand_alone(*part, Joining::Joined, nullptr, 0.0);
    part->list = list;
  }
}

// Files that look like parts of one list: all of them are, or none.
void settle(const Group& parts, const std::vector<std::unique_ptr<Source>>& sources, PeopleSketches& sketches) {
  bool joined = parts.size() > 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      const auto [why, share] = judge(*parts[i], *parts[j], sketches);
      if (why != Joining::Joined) {
        joined = false;
        if (why == Joining::Alone) {
          continue;
        }
        for (const auto& [one, other] : {std::pair(parts[i], parts[j]), std::pair(parts[j], parts[i])}) {
          if (one->joining == Joining::Alone || share > one->in_both) {
            stand_alone(*one, why, other, share);
          }
        }
      }
    }
  }
  if (joined) {
    join(parts, list_name(parts, sources));
  }
}

} // namespace

std::string_view to_text(Joining joining) {
  constexpr std::string_view kTexts[] = {"alone", "joined", "same_people", "other_date"};
  return kTexts[static_cast<std::size_t>(joining)];
}

bool find_parts(const std::vector<std::unique_ptr<Source>>& sources, PeopleSketches& sketches) {
  std::vector<std::string> before;
  std::map<std::string, Group> told; // by an officer
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, Group> alike;
  std::vector<Source*> ordered;
  for (const auto& source : sources) {
    before.push_back(source->list);
    stand_alone(*source, Joining::Alone, nullptr, 0.0);
    ordered.push_back(source.get());
  }
  std::sort(ordered.begin(), ordered.end(), [](const Source* a, const Source* b) { return a->name < b->name; });
  for (Source* source : ordered) {
    if (!source->facts.list.empty()) {
      told[source->facts.list].push_back(source);
    } else if (const std::string name = common_name(*source).key;
               !source->shape.empty() && source->grid.sheet.empty()) {
      alike[{source->shape, source->recognition.layout, source->facts.owner, source->facts.kind, name}].push_back(
          source);
    }
  }
  for (const auto& [list, parts] : told) {
    if (parts.size() > 1) {
      join(parts, list);
    }
  }
  for (const auto& [key, parts] : alike) {
    settle(parts, sources, sketches);
  }
  for (auto at = sketches.begin(); at != sketches.end();) {
    const bool gone =
        std::none_of(sources.begin(), sources.end(), [&](const auto& source) { return source->id == at->first; });
    at = gone ? sketches.erase(at) : std::next(at);
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i]->list != before[i]) {
      return true;
    }
  }
  return false;
}

} // namespace padan::engine
