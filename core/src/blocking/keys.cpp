#include "keys.hpp"

#include <algorithm>
#include <array>

#include "padan/base/hash.hpp"

namespace padan::blocking {
namespace {

using prepare::IdState;
using prepare::Record;

enum Rule : std::uint32_t {
  kNik,
  kNik15,
  kNikPerson,
  kNikRegionDate,
  kBirthRarest,
  kKkFirst,
  kKkYear,
  kNameVillage,
  kBirthVillage,
  kFirstDoubtful,
  kBirthFirst = kFirstDoubtful,
  kNameYear,
  kRarestVillage,
  kRarestYear,
  kVillageYear,
  kMotherYear,
  kMotherFirst,
  kAddressFirst,
  kFixed
};

constexpr std::array<const char*, kFixed> kNames{
    "nik",         "nik-15",       "nik-person",    "nik-region-date", "birth-rarest", "kk-first",
    "kk-year",     "name-village", "birth-village", "birth-first",     "name-year",    "rarest-village",
    "rarest-year", "village-year", "mother-year",   "mother-first",    "address-first"};

// 0 as soon as one part is missing.
template <class... Part> std::uint32_t hash_of(Part... parts) {
  std::uint64_t hash = 1;
  const bool complete = ((parts != 0) && ...);
  ((hash = base::combine(hash, static_cast<std::uint64_t>(parts))), ...);
  const auto folded = static_cast<std::uint32_t>(hash >> 32);
  return !complete ? 0 : folded == 0 ? 1 : folded;
}

std::uint64_t nik_of(const Record& r) { return r.nik_usable() ? r.nik : 0; }
std::uint64_t nik15_of(const Record& r) {
  return r.nik_length == 15 ? nik_of(r) : r.nik_length == 16 ? nik_of(r) / 10 : 0;
}
std::uint64_t nik_person_of(std::uint64_t nik, bool whole) { return whole ? nik % 10000000000ULL : 0; }
std::uint64_t nik_region_date_of(std::uint64_t nik, bool whole) { return whole ? nik / 10000 : 0; }
std::uint64_t kk_of(const Record& r) { return r.kk_usable() ? r.kk / 10 : 0; }
std::uint32_t date_of(const Record& r) { return r.birth.full() ? r.birth.packed() : 0; }
std::uint32_t year_of(const Record& r) { return r.birth.state == prepare::DateState::Missing ? 0 : r.birth.year; }
std::uint32_t parent_of(const Record& r) { return r.mother != 0 ? r.mother : r.father; }

std::uint32_t key_of(std::uint32_t rule, const Record& r, const std::vector<NameKeys>& names) {
  switch (rule) {
  case kNik:
    return hash_of(nik_of(r));
  case kNik15:
    return hash_of(nik15_of(r), names[r.name].initial);
  case kNikPerson:
    return hash_of(nik_person_of(nik_of(r), r.nik_length == 16), names[r.name].initial);
  case kNikRegionDate:
    return hash_of(nik_region_date_of(nik_of(r), r.nik_length == 16), names[r.name].initial);
  case kBirthRarest:
    return hash_of(date_of(r), names[r.name].rarest);
  case kKkFirst:
    return hash_of(kk_of(r), names[r.name].initial);
  case kKkYear:
    return hash_of(kk_of(r), year_of(r));
  case kNameVillage:
    return hash_of(names[r.name].whole, r.village);
  case kBirthVillage:
    return hash_of(date_of(r), r.village);
  case kBirthFirst:
    return hash_of(date_of(r), names[r.name].initial);
  case kNameYear:
    return hash_of(names[r.name].whole, year_of(r));
  case kRarestVillage:
    return hash_of(names[r.name].rarest, r.village);
  case kRarestYear:
    return hash_of(names[r.name].rarest, year_of(r), r.district + 1);
  case kVillageYear:
    return hash_of(r.village, year_of(r), names[r.name].initial);
  case kMotherYear:
    return hash_of(names[parent_of(r)].whole, year_of(r));
  case kMotherFirst:
    return hash_of(names[parent_of(r)].whole, names[r.name].first, r.village + 1);
  default:
    return hash_of(r.address, names[r.name].first);
  }
}

template <class T> bool same(T a, T b) { return a == b && a != 0; }

NameKeys name_keys(const prepare::TokenTable& names, std::uint32_t phrase) {
  NameKeys keys;
  const auto tokens = names.tokens(phrase);
  if (tokens.empty()) {
    return keys;
  }
  keys.first = names.token(tokens.front()).sound;
  keys.initial = static_cast<unsigned char>(names.sound_text(keys.first).front());
  const prepare::Token* rarest = &names.token(tokens.front());
  std::uint64_t sum = 0;
  for (const std::uint32_t code : tokens) {
    const prepare::Token& token = names.token(code);
    sum += base::mix(token.sound);
    rarest = token.sound_bits > rarest->sound_bits ? &token : rarest;
  }
  keys.rarest = rarest->sound;
  keys.whole = static_cast<std::uint32_t>(base::mix(sum) >> 32) | 1U;
  return keys;
}

// An identifier makes blocks only where few rows share a value; a postcode or a birth place does not.
bool identifies(const prepare::Extra& extra) {
  std::uint64_t rows = 0;
  std::uint64_t values = 0;
  for (const std::uint32_t count : extra.counts) {
    rows += count;
    values += count != 0 ? 1U : 0U;
  }
  return rows <= values * 12;
}

} // namespace

Keys::Keys(const Corpus& corpus) : corpus_(corpus) {
  names_.reserve(corpus.names.phrases());
  for (std::uint32_t phrase = 0; phrase < corpus.names.phrases(); ++phrase) {
    names_.push_back(name_keys(corpus.names, phrase));
  }
  for (std::uint32_t i = 0; i < corpus.extras.size(); ++i) {
    if (identifies(corpus.extras[i])) {
      extras_.push_back(i);
    }
  }
}

std::uint32_t Keys::rules() const { return kFixed + static_cast<std::uint32_t>(extras_.size()); }

std::string Keys::rule_name(std::uint32_t rule) const {
  return rule < kFixed ? kNames[rule] : corpus_.extras[extras_[rule - kFixed]].name;
}

bool Keys::trusted(std::uint32_t rule) { return rule < kFirstDoubtful || rule >= kFixed; }

std::uint32_t Keys::trusted_rules() const {
  std::uint32_t bits = 0;
  for (std::uint32_t rule = 0; rule < rules(); ++rule) {
    bits |= (trusted(rule) ? 1U : 0U) << rule;
  }
  return bits;
}

Parts Keys::parts(RowId row, std::uint32_t whole_blocks) const {
  const Record& r = corpus_.records[row];
  const std::uint64_t nik = nik_of(r);
  const bool good = r.nik_state == IdState::Good;
  return {row,
          whole_blocks,
          nik,
          nik15_of(r),
          nik_person_of(nik, r.nik_length == 16),
          nik_region_date_of(nik, r.nik_length == 16),
          kk_of(r),
          date_of(r),
          year_of(r),
          r.village,
          r.district,
          r.address,
          names_[parent_of(r)].whole,
          names_[r.name],
          r.source,
          good,
          good && (r.nik_confirmed || corpus_.sources[r.source].civil_registry)};
}

std::uint32_t Keys::key(std::uint32_t rule, RowId row) const {
  if (rule < kFixed) {
    return key_of(rule, corpus_.records[row], names_);
  }
  // A family's number brings its members together; the initial keeps the blocks small.
  const prepare::Extra& extra = corpus_.extras[extras_[rule - kFixed]];
  return hash_of(extra.codes[row], extra.of_family ? names_[corpus_.records[row].name].initial : 1U);
}

bool Keys::share_any(std::uint32_t rules, const Parts& a, const Parts& b) const {
  const auto among = [rules](std::uint32_t rule) { return (rules >> rule & 1U) != 0; };
  if (among(kNik) && same(a.nik, b.nik)) {
    return true; // most pairs of one person
  }
  const bool initial = same(a.name.initial, b.name.initial);
  const bool first = same(a.name.first, b.name.first);
  const bool rarest = same(a.name.rarest, b.name.rarest);
  const bool whole = same(a.name.whole, b.name.whole);
  const bool date = same(a.date, b.date);
  const bool year = same(a.year, b.year);
  const bool village = same(a.village, b.village);
  const bool kk = same(a.kk, b.kk);
  const bool mother = same(a.mother, b.mother);
  std::uint32_t bits = 0;
  const auto put = [&bits](std::uint32_t rule, bool shared) { bits |= (shared ? 1U : 0U) << rule; };
  put(kNik15, initial && same(a.nik15, b.nik15));
  put(kNikPerson, initial && same(a.nik_person, b.nik_person));
  put(kNikRegionDate, initial && same(a.nik_region_date, b.nik_region_date));
  put(kBirthRarest, date && rarest);
  put(kKkFirst, kk && initial);
  put(kKkYear, kk && year);
  put(kNameVillage, whole && village);
  put(kBirthVillage, date && village);
  put(kBirthFirst, date && initial);
  put(kNameYear, whole && year);
  put(kRarestVillage, rarest && village);
  put(kRarestYear, rarest && year && a.district == b.district);
  put(kVillageYear, village && year && initial);
  put(kMotherYear, mother && year);
  put(kMotherFirst, mother && first && a.village == b.village);
  put(kAddressFirst, same(a.address, b.address) && first);
  if ((bits & rules) != 0) {
    return true;
  }
  for (std::uint32_t i = 0; i < extras_.size(); ++i) {
    const prepare::Extra& extra = corpus_.extras[extras_[i]];
    if (among(kFixed + i) && same(extra.codes[a.row], extra.codes[b.row]) && (!extra.of_family || initial)) {
      return true;
    }
  }
  return false;
}

std::uint32_t Keys::refinement(RowId row, std::uint32_t level) const {
  const Record& record = corpus_.records[row];
  switch (level) {
  case 0:
    return date_of(record);
  case 1:
    return record.village;
  case 2:
    return names_[record.name].whole;
  default:
    return record.address * 31U + record.rt;
  }
}

} // namespace padan::blocking
