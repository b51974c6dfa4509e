#include "priority_table.hpp"

#include "padan/engine/mask.hpp"

namespace padan::engine {
namespace {

using analyse::Need;
using analyse::Situation;
using analyse::Unit;
using resolve::FieldKind;

} // namespace

void append_needs(std::string& out, std::size_t begin, std::uint8_t bits, const analyse::Needs& needs) {
  for (std::uint32_t need = 0; need < analyse::kNeeds; ++need) {
    if ((bits >> need & 1U) != 0 && needs.asked(static_cast<Need>(need))) {
      append_listed(out, begin, to_text(static_cast<Need>(need)));
    }
  }
}

Planned plan_tables(const std::shared_ptr<Planning>& planning, const analyse::Weights& weights) {
  return {planning, weights, planning->ranking(Unit::Persons, weights), nullptr};
}

std::vector<std::string_view> priority_header() {
  return {"person_id", "family_id", "rank",         "tied",   "points", "possible_points", "name",   "nik", "kk",
          "village",   "district",  "village_code", "decile", "age",    "reasons",         "unknown"};
}

PriorityTable::PriorityTable(const Planned& planned, bool masked)
    : planned_(planned), scale_(planned.weights, planned.planning->needs()), masked_(masked) {}

void PriorityTable::read(std::uint32_t at, Cells& cells) const {
  const Results& results = planned_.planning->results();
  const resolve::MasterList& master = results.master();
  const analyse::Needs& needs = planned_.planning->needs();
  const analyse::Ranking& ranking = *planned_.ranking;
  const std::uint32_t person = ranking.items[at];
  const Situation& of = needs.persons()[person];
  const auto [first, last] = ranking.tied(at);
  const analyse::Points points = scale_.points(of);
  cells.add(master.person_id(person));
  cells.add(master.family_id(master.families().of_person[person]));
  for (const std::uint32_t number : {first + 1, last - first, std::uint32_t{points.low}, std::uint32_t{points.high}}) {
    cells.add(std::uint64_t{number});
  }
  resolve::Opinions opinions;
  for (const FieldKind field : {FieldKind::Name, FieldKind::Nik, FieldKind::Kk}) {
    master.ask(person, field, opinions);
    const std::string_view text = master.text(opinions, field);
    cells.add(masked_ ? mask(field, text) : std::string(text));
  }
  const std::uint32_t place = master.place_of_person(person);
  cells.add(results.village_text(place));
  cells.add(results.district_text(place));
  const std::uint64_t code = master.corpus().places[place].code;
  cells.add(code == 0 ? std::string() : std::to_string(code));
  cells.add(of.decile == 0 ? std::string() : std::to_string(of.decile));
  cells.add(of.age == Situation::kUnknownAge ? std::string() : std::to_string(of.age));
  cells.write([&](std::string& out) { append_needs(out, out.size(), of.yes, needs); });
  cells.write([&](std::string& out) {
    const std::size_t begin = out.size();
    if (of.decile == 0) {
      append_listed(out, begin, "decile");
    }
    append_needs(out, begin, of.unknown, needs);
  });
}

} // namespace padan::engine
