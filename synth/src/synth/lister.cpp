#include "lister.hpp"

#include <algorithm>
#include <vector>

namespace padan::synth {
namespace {

struct Entry {
  std::uint64_t order;
  std::uint32_t person;
  std::uint32_t copy; // 0 first row of this person, then 1, 2, ...
  bool left;          // lives in another regency by now
};

std::uint64_t label_of(std::string_view name) {
  std::uint64_t label = 0;
  for (const char c : name)
    label = label * 131 + static_cast<unsigned char>(c);
  return label;
}

class Lister {
public:
  Lister(const World& world, const Source& source, const Rates& rates, const ListScope& scope)
      : world_(world), source_(source), rates_(rates), scope_(scope), root_(world.root.fork(label_of(scope.name))) {}

  std::string write(std::string& truth);

private:
  [[nodiscard]] std::vector<Entry> choose() const;
  [[nodiscard]] bool is_here(const Home& home) const { return world_.district_of(home).regency == scope_.regency; }
  [[nodiscard]] bool still_holds(const Family& family) const;
  [[nodiscard]] base::Rng rng_of(const Entry& entry) const;
  [[nodiscard]] std::uint64_t order_of(std::uint32_t person, base::Rng& rng) const;
  void state(Record& record, bool left, base::Rng& rng) const;
  void state_stale(Record& record, bool left, base::Rng& rng) const;
  void state_place(Record& record) const;
  [[nodiscard]] std::string address_of(const Record& record) const;
  void spoil(Record& record, base::Rng& rng) const;
  void note(const Record& record, std::uint32_t row, std::string& truth) const;

  const World& world_;
  const Source& source_;
  const Rates& rates_;
  const ListScope& scope_;
  base::Rng root_;
};

// Whether the list of the regency that a family left has not noticed.
bool Lister::still_holds(const Family& family) const {
  const auto index = static_cast<std::uint64_t>(&family - world_.families.data());
  return family.moved && is_here(family.old_home) && root_.fork(8).fork(index).chance(rates_.stale * source_.staleness);
}

// What happens to a row follows from its person, so that a year later the same row is written as it was, but for the few
// which somebody typed anew.
base::Rng Lister::rng_of(const Entry& entry) const {
  const std::uint32_t id = world_.people[entry.person].id;
  const bool anew = world_.today != kToday && root_.fork(9).fork(id).chance(rates_.spoiled / 2);
  return root_.fork((anew ? 50U : 5U) + entry.copy).fork(id);
}

std::vector<Entry> Lister::choose() const {
  std::vector<Entry> entries;
  for (std::uint32_t p = 0; p < world_.people.size(); ++p) {
    const Person& person = world_.people[p];
    const Family& family = world_.families[person.family];
    const bool left = !is_here(family.home);
    if (left && !still_holds(family))
      continue;
    base::Rng family_rng = root_.fork(1).fork(person.family);
    base::Rng rng = root_.fork(2).fork(person.id);
    std::uint32_t rows = source_.rows(world_, person, family, family_rng, rng);
    if (rows == 0)
      continue;
    const bool belongs = source_.civil_registry ? !person.gone : !person.dead && !person.gone;
    if (!belongs && !rng.chance(rates_.dead * (source_.civil_registry ? 0.1 : 1)))
      continue;
    const std::uint64_t order = order_of(p, rng);
    for (std::uint32_t copy = 0; copy < rows; ++copy)
      entries.push_back({order + copy, p, copy, left});
    // Whoever enters somebody twice does so elsewhere in the list.
    if (source_.visits || !rng.chance(rates_.duplicate * source_.carelessness))
      continue;
    const std::uint64_t elsewhere = order_of(p, rng);
    entries.push_back({elsewhere ^ rng.below(1U << 28), p, 1, left});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.order != b.order ? a.order < b.order : a.person != b.person ? a.person < b.person : a.copy < b.copy;
  });
  return entries;
}

// Families stay together inside their village, in no meaningful order; a shuffled list follows the day of entry.
std::uint64_t Lister::order_of(std::uint32_t p, base::Rng& rng) const {
  if (source_.order == Order::Shuffled)
    return rng.next() >> 8U;
  const Person& person = world_.people[p];
  const std::uint64_t family = root_.fork(3).fork(person.family).next() >> 40U;
  const std::uint64_t member = p - world_.families[person.family].first;
  return static_cast<std::uint64_t>(world_.families[person.family].home.village) << 40U | family << 12U | member << 4U;
}

// A list that missed a marriage, a merged card, a new card or a move still tells the old state.
void Lister::state_stale(Record& record, bool left, base::Rng& rng) const {
  const double share = rates_.stale * source_.staleness;
  const Person& person = *record.who;
  const bool old_card_here = person.old_family != kNone && is_here(world_.families[person.old_family].home);
  if (!left && old_card_here && rng.chance(share)) {
    record.card = &world_.families[person.old_family];
    record.home = record.card->home;
    record.kk = digits(record.card->kk, 16);
    record.relation = person.old_relation;
    record.mark(Damage::OldFamily);
    if ((source_.columns & kHasKk) != 0)
      record.mark(Damage::KkOld);
  } else if (left || (record.card->old_kk != 0 && (record.card->moved || (source_.columns & kHasKk) != 0) &&
                      (!record.card->moved || is_here(record.card->old_home)) && rng.chance(share))) {
    record.kk = digits(record.card->old_kk, 16);
    if ((source_.columns & kHasKk) != 0)
      record.mark(Damage::KkOld);
    if (record.card->moved) {
      record.home = record.card->old_home;
      record.mark(Damage::Moved);
    }
  }
  record.death_reported = source_.civil_registry && person.dead && (record.faultless || rng.chance(0.75));
  if (person.dead && !record.death_reported)
    record.mark(Damage::Deceased);
  if (person.gone)
    record.mark(Damage::MovedAway);
}

void Lister::state_place(Record& record) const {
  const Village& village = world_.village_of(record.home);
  record.village = village.name;
  record.district = world_.district_of(record.home).name;
  record.hamlet = village.hamlets[record.home.hamlet];
  record.rt = digits(record.home.rt, 3);
  record.rw = digits(record.home.rw, 3);
  record.address = address_of(record);
}

// Every operator has a way of writing addresses: the same for a village within a list, another in the next list.
std::string Lister::address_of(const Record& record) const {
  const std::uint32_t way = root_.fork(6).fork(record.home.village).below(8);
  if (world_.village_of(record.home).code < 2000) {
    const std::string& street = world_.streets[record.home.number % world_.streets.size()];
    return (way < 5   ? "JL. "
            : way < 7 ? "JLN "
                      : "") +
           street + (way % 2 == 0 ? " NO. " + std::to_string(record.home.number) : std::string());
  }
  constexpr std::string_view kHeads[] = {"KP. ", "DUSUN ", "BLOK ", "KP ", "DSN. ", "", "KAMPUNG ", "DSN "};
  std::string address = std::string(kHeads[way]) + record.hamlet;
  if (way % 3 == 0)
    address += " RT " + record.rt + " RW " + record.rw;
  return address;
}

void Lister::state(Record& record, bool left, base::Rng& rng) const {
  const Person& person = *record.who;
  record.faultless = rates_.spoiled <= 0;
  record.card = &world_.families[person.family];
  record.home = record.card->home;
  record.relation = person.relation;
  record.kk = digits(record.card->kk, 16);
  record.nik = person.nik == 0 ? std::string() : digits(person.nik, 16);
  record.name = world_.names.text(person.name);
  if ((source_.columns & kHasMother) != 0)
    record.mother = mother_name(world_, person);
  record.birth = to_date(person.birth);
  record.date_style = source_.dates;
  record.sex = person.sex;
  state_stale(record, left, rng);
  state_place(record);
}

void Lister::spoil(Record& record, base::Rng& rng) const {
  Spoiling spoiling{world_, rng, record};
  const bool has_nik = (source_.columns & kHasNik) != 0;
  if (has_nik && rng.chance(source_.without_nik * rates_.spoiled * 3) && !record.nik.empty()) {
    const bool mothers = record.who->mother != kNone && world_.people[record.who->mother].nik != 0 && rng.chance(0.25);
    record.nik = mothers ? digits(world_.people[record.who->mother].nik, 16) : std::string();
    record.mark(mothers ? Damage::NikMother : Damage::NikMissing);
  }
  if (!record.faultless && record.who->dead && rng.chance(0.2) && spoil_name(spoiling, Damage::NameDead))
    record.mark(Damage::NameDead);
  base::Rng village = root_.fork(4).fork(record.home.village);
  if (has_nik && source_.carelessness >= 1 && village.chance(rates_.excel) && rng.chance(0.8)) {
    if (!record.has(Damage::NikMissing) && !record.has(Damage::NikMother) && spoil_nik(spoiling, Damage::NikExcel))
      record.mark(Damage::NikExcel);
    if ((source_.columns & kHasKk) != 0 && spoil_kk(spoiling, Damage::KkExcel))
      record.mark(Damage::KkExcel);
  }
  if (!rng.chance(rates_.spoiled * source_.carelessness))
    return;
  const std::uint32_t draw = rng.below(100);
  const int times = draw < 72 ? 1 : draw < 93 ? 2 : 3;
  for (int i = 0; i < times; ++i)
    spoil_once(spoiling, source_.columns);
}

void Lister::note(const Record& record, std::uint32_t row, std::string& truth) const {
  truth += scope_.name;
  truth += ',';
  truth += std::to_string(row);
  truth += ",P";
  truth += digits(record.who->id + 1ULL, 7);
  truth += ",K";
  truth += digits(record.who->family + 1ULL, 7);
  truth += ',';
  bool first = true;
  for (unsigned kind = 0; kind < static_cast<unsigned>(Damage::kCount); ++kind) {
    if (!record.has(static_cast<Damage>(kind)))
      continue;
    if (!first)
      truth += ';';
    truth += damage_code(static_cast<Damage>(kind));
    first = false;
  }
  truth += '\n';
}

std::string Lister::write(std::string& truth) {
  const std::vector<Entry> entries = choose();
  CsvWriter out(source_.separator, source_.line_end);
  out.reserve(entries.size() * source_.row_bytes);
  source_.begin(out, scope_.title);
  std::uint32_t number = 0;
  for (const Entry& entry : entries) {
    base::Rng rng = rng_of(entry);
    Record record;
    record.person = entry.person;
    record.who = &world_.people[entry.person];
    state(record, entry.left, rng);
    if (entry.copy > 0 && !source_.visits)
      record.mark(Damage::Duplicate);
    spoil(record, rng);
    source_.row(out, world_, record, rng, ++number);
    note(record, number, truth);
  }
  if (source_.end != nullptr)
    source_.end(out, number);
  return out.take();
}

} // namespace

Rates rates_of(Errors errors) {
  switch (errors) {
  case Errors::Light:
    return {0.026, 0.05, 0.08, 0.002, 0};
  case Errors::Medium:
    return {0.118, 0.2, 0.3, 0.01, 0.015};
  case Errors::Heavy:
    return {0.33, 0.4, 0.5, 0.025, 0.04};
  case Errors::None:
    break;
  }
  return {};
}

std::string write_list(const World& world, const Source& source, const Rates& rates, const ListScope& scope,
                       std::string& truth) {
  return Lister(world, source, rates, scope).write(truth);
}

} // namespace padan::synth
