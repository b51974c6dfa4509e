#include "padan/resolve/master.hpp"

#include <algorithm>

namespace padan::resolve {
namespace {

using prepare::Date;
using prepare::DateState;
using prepare::IdState;
using prepare::Record;
using prepare::Relation;
using prepare::Sex;
using prepare::Vital;

constexpr std::int32_t kElderly = 60;
constexpr std::int32_t kChild = 17; // a card of one's own from 17 on

std::vector<std::uint32_t> rank_dates(const std::vector<SourceInfo>& sources) {
  std::vector<std::string> dates;
  for (const SourceInfo& source : sources) {
    dates.push_back(source.data_date);
  }
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  std::vector<std::uint32_t> ranks;
  for (const SourceInfo& source : sources) {
    const auto at = std::lower_bound(dates.begin(), dates.end(), source.data_date);
    ranks.push_back(source.data_date.empty() ? 0 : static_cast<std::uint32_t>(at - dates.begin()) + 1);
  }
  return ranks;
}

} // namespace

std::string_view to_text(Rule rule) {
  switch (rule) {
#define PADAN_CASE(name, text)                                                                                         \
  case Rule::name:                                                                                                     \
    return text;
    PADAN_RULES(PADAN_CASE)
#undef PADAN_CASE
  }
  return {};
}

std::string_view to_text(Flag flag) {
  switch (flag) {
#define PADAN_CASE(name, text)                                                                                         \
  case Flag::name:                                                                                                     \
    return text;
    PADAN_FLAGS(PADAN_CASE)
#undef PADAN_CASE
  }
  return {};
}

std::vector<std::string_view> flag_texts(std::uint32_t flags) {
  std::vector<std::string_view> texts;
  texts.reserve(kFlags);
  for (std::uint32_t flag = 0; flag < kFlags; ++flag) {
    if ((flags >> flag & 1U) != 0) {
      texts.push_back(to_text(static_cast<Flag>(flag)));
    }
  }
  return texts;
}

MasterList::MasterList(const Corpus& corpus, const Persons& persons, const Families& families,
                       std::vector<FileInfo> files, Day as_of, const base::Executor& executor,
                       std::vector<DecidedValue> decided, AuthorityMatrix authority)
    : corpus_(corpus), persons_(persons), families_(families), cells_(corpus, std::move(files)), as_of_(as_of),
      newness_(rank_dates(cells_.sources())), authority_(std::move(authority)) {
  for (const SourceInfo& source : cells_.sources()) {
    civil_.push_back(source.kind == "civil_registry");
  }
  find_authority();
  take_decisions(std::move(decided));
  executor.run(3, [&](std::uint32_t task) {
    if (task == 0) {
      programmes_ = Programmes(corpus_, persons_, cells_);
    } else if (task == 1) {
      person_keys_ = person_keys(corpus_, persons_);
      family_keys_ = family_keys(families_, person_keys_);
    } else {
      find_sources();
    }
  });
  find_expired();
  find_places_and_flags(executor);
}

const AuthorityRule* MasterList::authority_of(FieldKind field) const {
  return authority_.in_force(table::to_text({field, {}}), as_of_);
}

void MasterList::find_authority() {
  say_.assign(cells_.sources().size() * kMasterFields.size(), 0);
  for (std::size_t field = 0; field < kMasterFields.size(); ++field) {
    const AuthorityRule* rule = authority_of(kMasterFields[field]);
    for (std::size_t source = 0; rule != nullptr && source < cells_.sources().size(); ++source) {
      const SourceInfo& list = cells_.sources()[source];
      const std::uint32_t place = rank(*rule, {list.owner, list.kind, list.layout});
      say_[source * kMasterFields.size() + field] =
          place == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(UINT8_MAX - std::min(place, 254U));
    }
  }
}

// Asked for every value that is looked at.
std::uint8_t MasterList::say(std::uint32_t source, FieldKind field) const {
  constexpr auto kPlaces = [] {
    std::array<std::uint8_t, 64> places{};
    places.fill(UINT8_MAX);
    for (std::size_t i = 0; i < kMasterFields.size(); ++i) {
      places[static_cast<std::size_t>(kMasterFields[i])] = static_cast<std::uint8_t>(i);
    }
    return places;
  }();
  const std::uint8_t place = kPlaces[static_cast<std::size_t>(field)];
  return place == UINT8_MAX ? std::uint8_t{0} : say_[source * kMasterFields.size() + place];
}

void MasterList::find_sources() {
  NumberSets::Set set;
  person_sources_.reserve(persons_.all());
  for (std::uint32_t person = 0; person < persons_.all(); ++person) {
    set.clear();
    std::uint16_t source = 0;
    for (const RowId row : rows_of(person)) { // ascending, as the rows of lists are
      while (row >= corpus_.sources[source].end) {
        ++source;
      }
      set.push_back(source);
    }
    person_sources_.push_back(source_sets_.intern(set));
  }
  family_sources_.reserve(families_.all());
  for (std::uint32_t family = 0; family < families_.all(); ++family) {
    set.clear();
    for (const std::uint32_t person : members_of(family)) {
      const auto lists = source_sets_[person_sources_[person]];
      set.insert(set.end(), lists.begin(), lists.end());
    }
    family_sources_.push_back(source_sets_.intern(set));
  }
}

void MasterList::find_expired() {
  const auto run_out = [this](const SourceInfo& source) {
    const Day until = parse_day(source.valid_until);
    return as_of_.known() && until.known() && until.number() < as_of_.number();
  };
  for (std::uint32_t code = 0; code < source_sets_.size(); ++code) {
    bool any = false;
    bool all = true;
    for (const std::uint16_t source : source_sets_[code]) {
      const SourceInfo& list = cells_.sources()[source];
      any = any || list.kind == "register";
      all = all && (list.kind != "register" || run_out(list));
    }
    expired_sets_.push_back(any && all);
  }
}

void MasterList::find_places_and_flags(const base::Executor& executor) {
  person_places_.resize(persons_.all());
  flags_.resize(persons_.all());
  base::run_slices(executor, persons_.all(), [&](std::uint32_t, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t person = begin; person < end; ++person) {
      person_places_[person] = place_vote(person);
      flags_[person] = static_cast<std::uint16_t>(compute_flags(person));
    }
  });
}

// Nearly everybody's rows name one village; only the rest is put to the vote.
std::uint32_t MasterList::place_vote(std::uint32_t person) const {
  std::uint32_t place = 0;
  for (const RowId row : rows_of(person)) {
    const std::uint32_t here = corpus_.records[row].village;
    if (here != 0 && place != 0 && here != place) {
      return corpus_.records[winner(person, FieldKind::Village).row].village;
    }
    place = here != 0 ? here : place;
  }
  return place;
}

std::uint32_t MasterList::compute_flags(std::uint32_t person) const {
  std::uint32_t flags = 0;
  const auto set = [&](Flag flag, bool on) { flags |= on ? 1U << static_cast<std::uint32_t>(flag) : 0U; };
  bool nik_column = false;
  bool kk_column = false;
  bool any_nik = false;
  bool good_nik = false;
  bool any_kk = false;
  bool vital = false;
  bool differs = false;
  bool twice = false;
  Record seen{}; // first known value of each
  std::uint32_t last_source = UINT32_MAX;
  for (const RowId row : rows_of(person)) {
    const Record& r = corpus_.records[row];
    nik_column = nik_column || cells_.has(r.source, FieldKind::Nik);
    kk_column = kk_column || cells_.has(r.source, FieldKind::Kk);
    any_nik = any_nik || r.nik_state != IdState::Missing;
    any_kk = any_kk || r.kk_usable() || r.kk_state == IdState::Shared;
    vital = vital || r.vital == Vital::Dead || r.vital == Vital::Moved;
    twice = twice || r.source == last_source;
    last_source = r.source;
    if (r.nik_state == IdState::Good || r.nik_state == IdState::Shared) {
      good_nik = true;
      differs = differs || (seen.nik != 0 && seen.nik != r.nik);
      seen.nik = r.nik;
    }
    if (r.birth.full() && !r.birth_from_nik) {
      differs = differs || (seen.birth.full() && seen.birth.packed() != r.birth.packed());
      seen.birth = r.birth;
    }
    if (r.name != 0) {
      differs = differs || (seen.name != 0 && seen.name != r.name);
      seen.name = r.name;
    }
    if (r.sex != Sex::Unknown) {
      differs = differs || (seen.sex != Sex::Unknown && seen.sex != r.sex);
      seen.sex = r.sex;
    }
  }
  if (const DecidedValue* nik = decision(person, FieldKind::Nik)) {
    any_nik = good_nik = !nik->text.empty();
  }
  if (const DecidedValue* kk = decision(person, FieldKind::Kk)) {
    any_kk = !kk->text.empty();
  }
  if (vital || decision(person, FieldKind::VitalStatus) != nullptr) {
    const Vital state = this->vital(person);
    set(Flag::Dead, state == Vital::Dead);
    set(Flag::Moved, state == Vital::Moved);
  }
  set(Flag::NikMissing, nik_column && !any_nik);
  set(Flag::NikDamaged, any_nik && !good_nik);
  set(Flag::NoKk, kk_column && !any_kk);
  set(Flag::SeveralLists, source_sets_[person_sources_[person]].size() > 1);
  set(Flag::Duplicate, twice);
  const std::int32_t years = age(person);
  set(Flag::Elderly, years >= kElderly);
  set(Flag::Child, years >= 0 && years < kChild);
  set(Flag::Aided, programmes_.receives(person));
  set(Flag::Poorest, decile(person) == 1);
  set(Flag::Differs, differs);
  set(Flag::ExpiredBasis, basis_expired(families_.of_person[person])); // who is not on the register stands with who is
  return flags;
}

std::uint32_t MasterList::find_person(std::string_view id) const {
  std::uint64_t key = 0;
  const auto at =
      parse_id(id, 'P', key) ? std::find(person_keys_.begin(), person_keys_.end(), key) : person_keys_.end();
  return at == person_keys_.end() ? kNone : static_cast<std::uint32_t>(at - person_keys_.begin());
}

std::uint32_t MasterList::find_family(std::string_view id) const {
  std::uint64_t key = 0;
  const auto at =
      parse_id(id, 'K', key) ? std::find(family_keys_.begin(), family_keys_.end(), key) : family_keys_.end();
  return at == family_keys_.end() ? kNone : static_cast<std::uint32_t>(at - family_keys_.begin());
}

std::uint32_t MasterList::place_of_family(std::uint32_t family) const {
  std::uint32_t best = 0;
  std::size_t best_votes = 0;
  const std::span<const std::uint32_t> members = members_of(family);
  for (const std::uint32_t person : members) {
    const std::uint32_t place = person_places_[person];
    const auto votes = static_cast<std::size_t>(std::count_if(
        members.begin(), members.end(), [&](std::uint32_t other) { return person_places_[other] == place; }));
    if (place != 0 && votes > best_votes) {
      best = place;
      best_votes = votes;
    }
  }
  return best;
}

std::uint32_t MasterList::head_of(std::uint32_t family) const {
  std::uint32_t best = members_of(family).front();
  std::int64_t best_points = INT64_MIN;
  for (const std::uint32_t person : members_of(family)) {
    std::int64_t points = 0;
    for (const RowId row : rows_of(person)) {
      const Relation relation = corpus_.records[row].relation;
      points += relation == Relation::Head ? 1000 : 0;
      points -= relation == Relation::Unknown || relation == Relation::Head ? 0 : 1000;
    }
    points += std::max(age(person), -1) - (has(person, Flag::Dead) ? 500 : 0);
    if (points > best_points) {
      best = person;
      best_points = points;
    }
  }
  return best;
}

std::int32_t MasterList::age(std::uint32_t person) const {
  if (!as_of_.known()) {
    return -1;
  }
  const Date* best = nullptr;
  std::uint32_t best_points = 0;
  Date set;
  if (const DecidedValue* birth = decision(person, FieldKind::BirthDate)) {
    set = prepare::read_date(birth->text, prepare::DateOrder::DayFirst, 9999);
    best = set.full() ? &set : nullptr;
    best_points = UINT32_MAX;
  }
  for (const RowId row : rows_of(person)) {
    const Record& r = corpus_.records[row];
    if (r.birth.state == DateState::Missing) {
      continue;
    }
    const std::uint32_t worth = 1U + (r.birth_from_nik ? 0U : 8U) +
                                (r.birth.state == DateState::Full      ? 4U
                                 : r.birth.state == DateState::Default ? 2U
                                                                       : 0U);
    const std::uint32_t points = worth << 8U | say(r.source, FieldKind::BirthDate);
    if (points > best_points) {
      best = &r.birth;
      best_points = points;
    }
  }
  if (best == nullptr || best->year > as_of_.year) {
    return -1;
  }
  const bool before_birthday =
      best->full() && (as_of_.month < best->month || (as_of_.month == best->month && as_of_.day < best->day));
  return std::max(0, as_of_.year - best->year - (before_birthday ? 1 : 0));
}

Vital MasterList::vital(std::uint32_t person) const {
  if (const DecidedValue* state = decision(person, FieldKind::VitalStatus)) {
    return state->text == "dead"    ? Vital::Dead
           : state->text == "moved" ? Vital::Moved
           : state->text == "alive" ? Vital::Alive
                                    : Vital::Unknown;
  }
  const Winner won = winner(person, FieldKind::VitalStatus);
  return won.known() ? corpus_.records[won.row].vital : Vital::Unknown;
}

std::uint8_t MasterList::decile(std::uint32_t person) const {
  if (const DecidedValue* set = decision(person, FieldKind::Decile)) {
    return set->text.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(std::stoi(set->text));
  }
  std::uint8_t value = 0;
  for (const RowId row : rows_of(person)) {
    const std::uint8_t here = corpus_.records[row].decile;
    if (here != 0 && value != 0 && here != value) {
      return corpus_.records[winner(person, FieldKind::Decile).row].decile;
    }
    value = here != 0 ? here : value;
  }
  return value;
}

} // namespace padan::resolve
