#include "overlap_table.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace padan::engine {
namespace {

using Sources = std::vector<std::uint16_t>;

struct Both {
  std::uint32_t persons = 0;
  std::uint32_t families = 0;
};

// Of one place: by exact set, and by each list and pair of lists that it holds.
class Tally {
public:
  void add(const Sources& set, std::uint32_t persons, std::uint32_t families) {
    const auto count = [&](const Sources& sources, bool exact) {
      Both& both = lines_[{exact, sources}];
      both.persons += persons;
      both.families += families;
    };
    count(set, true);
    for (std::size_t a = 0; a < set.size(); ++a) {
      count({set[a]}, false);
      for (std::size_t b = a + 1; b < set.size(); ++b) {
        count({set[a], set[b]}, false);
      }
    }
  }
  void write(std::uint32_t place, bool everywhere, std::vector<OverlapLine>& out) const {
    for (const auto& [key, both] : lines_) {
      out.push_back({place, everywhere, key.first, key.second, both.persons, both.families});
    }
  }

private:
  std::map<std::pair<bool, Sources>, Both> lines_;
};

} // namespace

std::vector<OverlapLine> overlap_lines(const Results& results) {
  const resolve::MasterList& master = results.master();
  const resolve::NumberSets& sets = master.source_sets();
  std::map<std::pair<std::uint32_t, std::uint32_t>, Both> counts; // by place and set of lists
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    ++counts[{master.place_of_person(person), master.sources_of_person(person)}].persons;
  }
  for (std::uint32_t family = 0; family < master.families().size(); ++family) {
    ++counts[{master.place_of_family(family), master.sources_of_family(family)}].families;
  }
  Tally all;
  std::map<std::uint32_t, Tally> places;
  for (const auto& [key, both] : counts) {
    const auto set = sets[key.second];
    const Sources sources(set.begin(), set.end());
    all.add(sources, both.persons, both.families);
    places[key.first].add(sources, both.persons, both.families);
  }
  std::vector<OverlapLine> lines;
  all.write(0, true, lines);
  std::vector<std::uint32_t> order;
  for (const auto& entry : places) {
    order.push_back(entry.first);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(a == 0, results.district_text(a), results.village_text(a), a) <
           std::tuple(b == 0, results.district_text(b), results.village_text(b), b);
  });
  for (const std::uint32_t place : order) {
    places[place].write(place, false, lines);
  }
  return lines;
}

std::vector<std::string_view> overlap_header() {
  return {"regency_code", "district", "village", "village_code", "exact", "sources", "lists", "persons", "families"};
}

void write_overlap(const Results& results, const OverlapLine& line, Cells& cells) {
  const std::uint64_t code = line.everywhere ? 0 : results.scoring().corpus.places[line.place].code;
  cells.add(line.everywhere ? std::string() : results.regency_key(line.place));
  cells.add(line.everywhere ? std::string_view() : results.district_text(line.place));
  cells.add(line.everywhere   ? std::string_view("*")
            : line.place == 0 ? kUnknownPlace
                              : results.village_text(line.place));
  cells.add(code != 0 ? results.place_key(line.place) : std::string());
  cells.add(line.exact ? "yes" : "no");
  cells.add_list(line.sources, [&](std::uint16_t source) {
    return std::string_view(results.master().cells().sources()[source].name);
  });
  cells.add(std::uint64_t{line.sources.size()});
  cells.add(std::uint64_t{line.persons});
  cells.add(std::uint64_t{line.families});
}

} // namespace padan::engine
