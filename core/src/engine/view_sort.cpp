#include "view_sort.hpp"

#include <algorithm>
#include <functional>

namespace padan::engine {
namespace {

using resolve::FieldKind;
using resolve::MasterList;
using Key = std::function<std::uint64_t(std::uint32_t)>;

// Places of distinct texts in the alphabet.
std::vector<std::uint32_t> ranks(std::uint32_t size, const std::function<std::string(std::uint32_t)>& text,
                                 const std::vector<bool>& used) {
  std::vector<std::pair<std::string, std::uint32_t>> texts;
  for (std::uint32_t code = 0; code < size; ++code) {
    if (used[code]) {
      texts.emplace_back(text(code), code);
    }
  }
  std::sort(texts.begin(), texts.end());
  std::vector<std::uint32_t> rank(size, 0);
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    rank[texts[i].second] = i;
  }
  return rank;
}

class Sorter {
public:
  Sorter(const Results& results, const View& view)
      : results_(results), master_(results.master()), corpus_(master_.corpus()), view_(view) {}

  Key key(std::string_view name) {
    switch (view_.kind) {
    case ViewKind::Persons:
      return person_key(name);
    case ViewKind::Families:
      return family_key(name);
    case ViewKind::Rows:
      return row_key(name);
    case ViewKind::Pairs:
      return [this](std::uint32_t item) { return weight_key(item); };
    case ViewKind::Findings:
      return [this](std::uint32_t item) { return static_cast<std::uint64_t>(view_.findings[item].code); };
    }
    return {};
  }

private:
  static std::uint64_t id_key(std::string_view id) {
    std::uint64_t key = 0;
    (void)resolve::parse_id(id, id.front(), key);
    return key;
  }

  std::uint64_t weight_key(std::uint32_t item) const { // as micro-bits, lifted above 0
    const double weight = static_cast<double>(results_.outcome().pairs[results_.open_pairs().pairs[item].pair].weight);
    return static_cast<std::uint64_t>((weight + 1e6) * 1e6);
  }

  RowId row_of(std::uint32_t person, FieldKind field) const { return master_.winner(person, field).row; }

  Key by_name(const std::function<std::uint32_t(std::uint32_t)>& name) {
    std::vector<bool> used(corpus_.names.phrases(), false);
    std::vector<std::uint32_t> names; // by item: whose name wins is asked once
    for (const std::uint32_t item : view_.items) {
      names.resize(std::max<std::size_t>(names.size(), item + std::size_t{1}), 0);
      names[item] = name(item);
      used[names[item]] = true;
    }
    const auto rank = ranks(
        corpus_.names.phrases(), [&](std::uint32_t code) { return std::string(corpus_.names.phrase(code)); }, used);
    return [rank, names = std::move(names)](std::uint32_t item) { return std::uint64_t{rank[names[item]]}; };
  }

  Key by_place(std::function<std::uint32_t(std::uint32_t)> place) {
    const std::vector<bool> used(corpus_.places.size(), true);
    const auto rank = ranks(
        static_cast<std::uint32_t>(corpus_.places.size()),
        [&](std::uint32_t code) {
          return std::string(results_.village_text(code)).append("\n").append(results_.district_text(code));
        },
        used);
    return [rank, place = std::move(place)](std::uint32_t item) { return std::uint64_t{rank[place(item)]}; };
  }

  Key person_key(std::string_view name) {
    if (name == "name") {
      return by_name([this](std::uint32_t person) {
        const RowId row = row_of(person, FieldKind::Name);
        return row == resolve::Winner::kNone ? 0 : corpus_.records[row].name;
      });
    }
    if (name == "village") {
      return by_place([this](std::uint32_t person) { return master_.place_of_person(person); });
    }
    if (name == "nik" || name == "birth_date") {
      return [this, nik = name == "nik"](std::uint32_t person) {
        const RowId row = row_of(person, nik ? FieldKind::Nik : FieldKind::BirthDate);
        return row == resolve::Winner::kNone ? std::uint64_t{0}
               : nik                         ? corpus_.records[row].nik
                                             : std::uint64_t{corpus_.records[row].birth.packed()};
      };
    }
    if (name == "lists") {
      return [this](std::uint32_t person) {
        return std::uint64_t{master_.source_sets()[master_.sources_of_person(person)].size()};
      };
    }
    if (name == "rows") {
      return [this](std::uint32_t person) { return std::uint64_t{master_.rows_of(person).size()}; };
    }
    return [this](std::uint32_t person) { return id_key(master_.person_id(person)); };
  }

  Key family_key(std::string_view name) {
    if (name == "village") {
      return by_place([this](std::uint32_t family) { return master_.place_of_family(family); });
    }
    if (name == "kk") {
      return [this](std::uint32_t family) { return master_.families().kk[family]; };
    }
    if (name == "members") {
      return [this](std::uint32_t family) { return std::uint64_t{master_.members_of(family).size()}; };
    }
    if (name == "lists") {
      return [this](std::uint32_t family) {
        return std::uint64_t{master_.source_sets()[master_.sources_of_family(family)].size()};
      };
    }
    return [this](std::uint32_t family) { return id_key(master_.family_id(family)); };
  }

  Key row_key(std::string_view name) {
    if (name == "name") {
      return by_name([this](std::uint32_t row) { return corpus_.records[row].name; });
    }
    if (name == "village") {
      return by_place([this](std::uint32_t row) { return corpus_.records[row].village; });
    }
    if (name == "nik") {
      return [this](std::uint32_t row) { return corpus_.records[row].nik; };
    }
    if (name == "birth_date") {
      return [this](std::uint32_t row) { return std::uint64_t{corpus_.records[row].birth.packed()}; };
    }
    if (name == "person") {
      return [this](std::uint32_t row) { return std::uint64_t{master_.persons().of_row[row]}; };
    }
    return [this](std::uint32_t row) { return std::uint64_t{corpus_.records[row].source}; };
  }

  const Results& results_;
  const MasterList& master_;
  const prepare::Corpus& corpus_;
  const View& view_;
};

} // namespace

void sort_view(const Results& results, View& view, std::string_view key, bool descending) {
  Sorter sorter(results, view);
  const Key value = sorter.key(key);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
  keyed.reserve(view.items.size());
  for (const std::uint32_t item : view.items) {
    keyed.emplace_back(value(item), item);
  }
  std::stable_sort(keyed.begin(), keyed.end(), [descending](const auto& a, const auto& b) {
    return descending ? a.first > b.first : a.first < b.first;
  });
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    view.items[i] = keyed[i].second;
  }
}

const std::vector<std::string_view>& sort_keys(ViewKind kind) {
  static const std::vector<std::string_view> kKeys[]{{"id", "name", "nik", "birth_date", "village", "lists", "rows"},
                                                     {"id", "kk", "village", "members", "lists"},
                                                     {"source", "name", "nik", "birth_date", "village", "person"},
                                                     {"weight"},
                                                     {"code"}};
  return kKeys[static_cast<std::size_t>(kind)];
}

} // namespace padan::engine
