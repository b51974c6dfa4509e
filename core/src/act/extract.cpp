#include "padan/act/extract.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "padan/engine/mask.hpp"

namespace padan::act {
namespace {

using analyse::Need;
using analyse::need_bit;
using analyse::Selection;
using analyse::Situation;
using analyse::Unit;
using engine::Planning;
using table::FieldKind;
using Column = ExtractColumn;

constexpr std::uint8_t kAllNeeds = (1U << analyse::kNeeds) - 1;
constexpr std::uint8_t kHealth = need_bit(Need::Sick) | need_bit(Need::Disabled) | need_bit(Need::Stunted);

// Those of the ranking that fit, in its order.
void take_ranked(Planning& planning, Extract& extract, const std::vector<bool>& places, const Selection& selection) {
  extract.ranking = planning.ranking(extract.unit, extract.weights, places);
  const analyse::Selector fits(planning.needs(), planning.aid(), planning.results().master(), extract.unit, selection);
  for (std::uint32_t at = 0; at < extract.ranking->items.size(); ++at) {
    if (fits(extract.ranking->items[at])) {
      extract.items.push_back(extract.ranking->items[at]);
      extract.at.push_back(at);
    }
  }
}

} // namespace

std::string_view to_text(Column column) {
  static constexpr std::array kTexts{
#define PADAN_TEXT(name, text) std::string_view(text),
      PADAN_EXTRACT_COLUMNS(PADAN_TEXT)
#undef PADAN_TEXT
  };
  return kTexts[static_cast<std::size_t>(column)];
}

Extract priority_extract(Planning& planning, Unit unit, const analyse::Weights& weights,
                         const std::vector<bool>& places) {
  Extract extract;
  extract.unit = unit;
  extract.columns = {Column::Rank, Column::Points,  Column::Possible, Column::Id,     Column::Name,    Column::Nik,
                     Column::Kk,   Column::Village, Column::District, Column::Decile, Column::Reasons, Column::Unknown};
  extract.needs = kAllNeeds;
  extract.weights = weights;
  take_ranked(planning, extract, places, {});
  return extract;
}

Extract receivers_extract(Planning& planning, const std::vector<std::uint16_t>& programmes,
                          const std::vector<bool>& places) {
  Extract extract;
  extract.unit = Unit::Persons;
  extract.columns = {Column::Id, Column::Name, Column::Nik,     Column::BirthDate, Column::Address,
                     Column::Rt, Column::Rw,   Column::Village, Column::District,  Column::Programmes};
  extract.programmes = programmes;
  Selection selection;
  selection.places = places;
  selection.receives_any = programmes;
  if (!programmes.empty()) {
    extract.items = planning.items(extract.unit, selection);
  }
  return extract;
}

Extract donor_extract(Planning& planning, const std::vector<std::uint16_t>& of_state_and_region,
                      const analyse::Weights& weights, std::uint8_t most_decile, const std::vector<bool>& places) {
  Extract extract;
  extract.columns = {Column::Id, Column::Name,    Column::Members,  Column::Address, Column::Rt,
                     Column::Rw, Column::Village, Column::District, Column::Decile,  Column::Reasons};
  extract.needs = static_cast<std::uint8_t>(kAllNeeds & ~kHealth);
  extract.weights = weights;
  Selection selection;
  selection.least_decile = 1;
  selection.most_decile = most_decile;
  selection.lacks = of_state_and_region;
  take_ranked(planning, extract, places, selection);
  return extract;
}

Extract village_extract(Planning& planning, const std::vector<std::uint16_t>& excluding,
                        const analyse::Weights& weights, std::uint8_t most_decile, const std::vector<bool>& places) {
  Extract extract;
  extract.columns = {Column::Village, Column::District, Column::Rank,    Column::Id,      Column::Name,
                     Column::Nik,     Column::Kk,       Column::Members, Column::Address, Column::Rt,
                     Column::Rw,      Column::Decile,   Column::Reasons, Column::Unknown};
  extract.needs = kAllNeeds;
  extract.weights = weights;
  Selection selection;
  selection.least_decile = most_decile == 0 ? 0 : 1;
  selection.most_decile = most_decile;
  selection.lacks = excluding;
  take_ranked(planning, extract, places, selection);
  const engine::Results& results = planning.results();
  std::vector<std::uint32_t> order(extract.items.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  const auto place = [&](std::uint32_t i) { return planning.place_of(extract.unit, extract.items[i]); };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto name = [&](std::uint32_t i) {
      return std::tuple(results.district_text(place(i)), results.village_text(place(i)), place(i));
    };
    return name(a) < name(b);
  });
  Extract sorted = extract;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    sorted.items[i] = extract.items[order[i]];
    sorted.at[i] = extract.at[order[i]];
  }
  return sorted;
}

void read_extract(const Planning& planning, const Extract& extract, std::uint32_t row, bool masked,
                  engine::Cells& cells) {
  const resolve::MasterList& master = planning.results().master();
  const bool family = extract.unit == Unit::Families;
  const std::uint32_t item = extract.items[row];
  const std::uint32_t person = family ? master.head_of(item) : item;
  const Situation& of = planning.needs().of(extract.unit)[item];
  const std::uint32_t place = planning.place_of(extract.unit, item);
  const auto field = [&](FieldKind kind) {
    const std::string text = master.resolve(person, kind).text;
    cells.add(masked ? engine::mask(kind, text) : text);
  };
  cells.clear();
  for (const Column column : extract.columns) {
    switch (column) {
    case Column::Id:
      cells.add(family ? master.family_id(item) : master.person_id(item));
      break;
    case Column::Rank:
      cells.add(std::uint64_t{extract.ranking->rank(extract.at[row])});
      break;
    case Column::Points:
      cells.add(std::uint64_t{extract.ranking->points[extract.at[row]]});
      break;
    case Column::Possible:
      cells.add(std::uint64_t{analyse::Scale(extract.weights, planning.needs()).points(of).high});
      break;
    case Column::Name:
      field(FieldKind::Name);
      break;
    case Column::Nik:
      field(FieldKind::Nik);
      break;
    case Column::Kk:
      field(FieldKind::Kk);
      break;
    case Column::BirthDate:
      field(FieldKind::BirthDate);
      break;
    case Column::Sex:
      field(FieldKind::Sex);
      break;
    case Column::Members:
      cells.add(std::uint64_t{family ? master.members_of(item).size() : 1});
      break;
    case Column::Address:
      field(FieldKind::Address);
      break;
    case Column::Rt:
      field(FieldKind::Rt);
      break;
    case Column::Rw:
      field(FieldKind::Rw);
      break;
    case Column::Village:
      cells.add(planning.results().village_text(place));
      break;
    case Column::District:
      cells.add(planning.results().district_text(place));
      break;
    case Column::Decile:
      cells.add(of.decile == 0 ? std::string() : std::to_string(of.decile));
      break;
    case Column::Programmes:
      cells.write([&](std::string& out) {
        const std::size_t begin = out.size();
        for (const std::uint16_t programme :
             planning.aid().sets(extract.unit)[planning.aid().set_of(extract.unit, item)]) {
          if (std::find(extract.programmes.begin(), extract.programmes.end(), programme) != extract.programmes.end()) {
            engine::append_listed(out, begin, planning.aid().names()[programme]);
          }
        }
      });
      break;
    case Column::Reasons:
      cells.write([&](std::string& out) {
        engine::append_needs(out, out.size(), static_cast<std::uint8_t>(of.yes & extract.needs), planning.needs());
      });
      break;
    case Column::Unknown:
      cells.write([&](std::string& out) {
        const std::size_t begin = out.size();
        if (of.decile == 0) {
          engine::append_listed(out, begin, "decile");
        }
        engine::append_needs(out, begin, static_cast<std::uint8_t>(of.unknown & extract.needs), planning.needs());
      });
      break;
    }
  }
}

} // namespace padan::act
