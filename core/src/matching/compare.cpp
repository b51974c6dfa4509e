#include "padan/matching/compare.hpp"

#include <algorithm>
#include <bit>

#include "padan/base/math.hpp"
#include "padan/base/prefetch.hpp"
#include "padan/similarity/digits.hpp"
#include "padan/similarity/edit.hpp"

namespace padan::matching {
namespace {

using prepare::Date;
using prepare::DateState;
using prepare::IdState;
using prepare::Relation;
using prepare::Sex;
using similarity::DigitMatch;

constexpr std::uint64_t kPersonPart = 10000000000ULL; // date and serial: the last ten digits
constexpr std::uint64_t kSerialPart = 10000ULL;
constexpr float kMostBits = 34.0F;

// Eight decimal digits, one a byte.
std::uint64_t eight_digits(std::uint64_t value) {
  const std::uint64_t halves = value / 10000 | value % 10000 << 32;                // four digits each
  const std::uint64_t hundreds = ((halves * 10486) >> 20) & 0x0000007F0000007FULL; // x / 100 below 10,000
  const std::uint64_t pairs = hundreds | (halves - hundreds * 100) << 16;          // two digits each
  const std::uint64_t tens = ((pairs * 103) >> 10) & 0x000F000F000F000FULL;        // x / 10 below 100
  return tens | (pairs - tens * 10) << 8;
}

// Places at which two numbers of sixteen digits differ.
std::uint32_t digits_apart(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kHalf = 100000000ULL;
  const auto differing = [](std::uint64_t x, std::uint64_t y) { // digits need four bits of a byte
    const std::uint64_t bits = eight_digits(x) ^ eight_digits(y);
    return static_cast<std::uint32_t>(std::popcount((bits + 0x7F7F7F7F7F7F7F7FULL) & 0x8080808080808080ULL));
  };
  return differing(a / kHalf, b / kHalf) + differing(a % kHalf, b % kHalf);
}

// Region and date of a number that may lack a digit at its end.
std::uint64_t region_date(const Record& r) {
  return r.nik_length == 16 ? r.nik / kSerialPart : r.nik_length == 15 ? r.nik / 1000 : r.nik / 100000;
}

std::uint8_t level_of_kk(const Record& a, const Record& b) {
  if (!a.kk_usable() || !b.kk_usable()) {
    return 0;
  }
  if (a.kk == b.kk) {
    return 1;
  }
  const bool lost = a.kk_state == IdState::Prefix15 || b.kk_state == IdState::Prefix15;
  if (lost && a.kk_length == 16 && b.kk_length == 16 && a.kk / 10 == b.kk / 10) {
    return 2;
  }
  return similarity::compare_digits(a.kk, a.kk_length, b.kk, b.kk_length) != DigitMatch::Different ? 2 : 3;
}

std::uint8_t level_of_relation(Relation a, Relation b) {
  if (a == Relation::Unknown || b == Relation::Unknown) {
    return 0;
  }
  if (a != b) {
    return 4;
  }
  return a == Relation::Head ? 1 : a == Relation::Spouse ? 2 : 3;
}

std::uint8_t level_of_rt(const Record& a, const Record& b) {
  if (a.rt == 0 || b.rt == 0) {
    return 0;
  }
  const bool rw_known = a.rw != 0 && b.rw != 0;
  if (a.rt == b.rt) {
    return !rw_known || a.rw == b.rw ? 1 : 2;
  }
  return rw_known && a.rw == b.rw ? 2 : 3;
}

// A date that was read off the NIK says nothing beside that NIK.
bool birth_counts(const Record& a, const Record& b) {
  return a.birth.state != DateState::Missing && b.birth.state != DateState::Missing &&
         !((a.birth_from_nik && b.nik_usable()) || (b.birth_from_nik && a.nik_usable()));
}

PhraseMatch better(PhraseMatch a, PhraseMatch b) {
  if (a.level == PhraseLevel::Missing || b.level == PhraseLevel::Missing) {
    return a.level == PhraseLevel::Missing ? b : a;
  }
  return b.level < a.level ? b : a;
}

} // namespace

NikLevel compare_nik(const Record& a, const Record& b) {
  if (!a.nik_usable() || !b.nik_usable()) {
    return NikLevel::Missing;
  }
  const bool lost = a.nik_state == IdState::Prefix15 || b.nik_state == IdState::Prefix15;
  if (a.nik == b.nik && !lost) {
    return NikLevel::Equal;
  }
  if (lost && a.nik_length == 16 && b.nik_length == 16 && a.nik / 10 == b.nik / 10) {
    return NikLevel::Prefix15;
  }
  if (a.nik_confirmed && b.nik_confirmed) {
    return NikLevel::BothConfirmed;
  }
  const bool whole = a.nik_length == 16 && b.nik_length == 16;
  const bool same_prefix = region_date(a) == region_date(b);
  const std::uint32_t apart = whole ? digits_apart(a.nik, b.nik) : 0;
  const bool slip =
      apart <= 2 && similarity::compare_digits(a.nik, a.nik_length, b.nik, b.nik_length) != DigitMatch::Different;
  if (slip) {
    return same_prefix ? NikLevel::SerialSlip : NikLevel::OtherSlip;
  }
  if (same_prefix) {
    return NikLevel::SamePrefix;
  }
  if (!whole) {
    return NikLevel::Different;
  }
  if (a.nik % kPersonPart == b.nik % kPersonPart) {
    return NikLevel::OtherRegion;
  }
  return apart <= 3 ? NikLevel::FewDigits : NikLevel::Different;
}

BirthLevel compare_birth(const Record& a, const Record& b) {
  if (!birth_counts(a, b)) {
    return BirthLevel::Missing;
  }
  const Date& x = a.birth;
  const Date& y = b.birth;
  const std::int32_t years = std::abs(static_cast<std::int32_t>(x.year) - static_cast<std::int32_t>(y.year));
  if (!x.full() || !y.full()) {
    const std::int32_t spread = x.spread + y.spread;
    return years <= spread ? BirthLevel::YearOnly : years <= spread + 2 ? BirthLevel::YearNear : BirthLevel::Different;
  }
  if (x.packed() == y.packed()) {
    return x.state == DateState::Default || y.state == DateState::Default ? BirthLevel::EqualDefault
                                                                          : BirthLevel::Equal;
  }
  if (years == 0 && (x.state == DateState::Default || y.state == DateState::Default)) {
    return BirthLevel::YearOfDefault;
  }
  if (years == 0 && x.day == y.month && x.month == y.day) {
    return BirthLevel::Swapped;
  }
  const int parts = (years == 0 ? 1 : 0) + (x.month == y.month ? 1 : 0) + (x.day == y.day ? 1 : 0);
  if (parts == 2) {
    return BirthLevel::OnePart;
  }
  return years <= 1 ? BirthLevel::YearNear : BirthLevel::Different;
}

Comparer::Comparer(const Corpus& corpus) : corpus_(corpus), names_(corpus.names), addresses_(corpus.addresses) {
  const auto bits = [&](std::uint32_t rows) {
    return static_cast<float>(base::log2((corpus.rows() + 2.0) / (rows + 1.0)));
  };
  for (const prepare::Place& place : corpus.places) {
    place_bits_.push_back(bits(place.rows));
  }
  for (const prepare::Extra& extra : corpus.extras) {
    extra_bits_.emplace_back();
    for (const std::uint32_t count : extra.counts) {
      extra_bits_.back().push_back(bits(count));
    }
    extra_in_source_.emplace_back(corpus.sources.size(), false);
    for (RowId row = 0; row < corpus.rows(); ++row) {
      if (extra.codes[row] != 0) {
        extra_in_source_.back()[corpus.records[row].source] = true;
      }
    }
  }
}

void Comparer::prefetch_rows(RowId left, RowId right) const {
  base::prefetch(&corpus_.records[left]);
  base::prefetch(&corpus_.records[left].village); // a record may lie on two lines of the cache
  base::prefetch(&corpus_.records[right]);
  base::prefetch(&corpus_.records[right].village);
}

void Comparer::prefetch_names(RowId left, RowId right) const {
  corpus_.names.prefetch(corpus_.records[left].name);
  corpus_.names.prefetch(corpus_.records[right].name);
}

PhraseMatch Comparer::best_name(const Record& a, const Record& b) const {
  PhraseMatch match = names_.compare(a.name, b.name);
  if (a.alias != 0 || b.alias != 0) {
    match = better(match, names_.compare(a.alias, b.name));
    match = better(match, names_.compare(a.name, b.alias));
    match = better(match, names_.compare(a.alias, b.alias));
  }
  return match;
}

PhraseMatch Comparer::best_parent(const Record& a, const Record& b) const {
  PhraseMatch match = names_.compare(a.mother, b.mother);
  if (a.father != 0 || b.father != 0) {
    match = better(match, names_.compare(a.father, b.father));
    if (a.parent_is_either) {
      match = better(match, names_.compare(a.father, b.mother));
    }
    if (b.parent_is_either) {
      match = better(match, names_.compare(a.mother, b.father));
    }
    // Two lists of which one names "a parent" and the other one parent may name different ones.
    const bool different_ones = match.level == PhraseLevel::Different && (a.parent_is_either || b.parent_is_either);
    match = different_ones && (a.mother == 0 || b.mother == 0) ? PhraseMatch{} : match;
  }
  return match;
}

void Comparer::compare_address(RowId left, RowId right, Evidence& out) const {
  if (out.levels[kPlace] > 1) {
    return;
  }
  const PhraseMatch address = addresses_.compare(corpus_.records[left].address, corpus_.records[right].address);
  switch (address.level) {
  case PhraseLevel::Missing:
    break;
  case PhraseLevel::Exact:
  case PhraseLevel::Sound:
  case PhraseLevel::Near:
    out.levels[kAddress] = 1;
    break;
  case PhraseLevel::Subset:
  case PhraseLevel::NearSubset:
    out.levels[kAddress] = 2;
    break;
  case PhraseLevel::Partial:
    out.levels[kAddress] = 3;
    break;
  case PhraseLevel::Different:
    out.levels[kAddress] = 4;
    break;
  }
  out.bits[kAddress] = std::min(address.bits, kMostAddressBits);
}

void Comparer::compare_extras(RowId left, RowId right, Evidence& out) const {
  for (std::size_t i = 0; i < corpus_.extras.size(); ++i) {
    if (!extra_in_source_[i][corpus_.records[left].source] || !extra_in_source_[i][corpus_.records[right].source]) {
      continue;
    }
    const prepare::Extra& extra = corpus_.extras[i];
    const std::uint32_t a = extra.codes[left];
    const std::uint32_t b = extra.codes[right];
    if (a == 0 || b == 0) {
      continue;
    }
    if (a == b) {
      out.levels[kExtra + i] = 1;
      out.bits[kExtra + i] = extra_bits_[i][a];
    } else {
      const std::string_view x = extra.values[a];
      const std::string_view y = extra.values[b];
      const std::uint32_t allowed = std::min(x.size(), y.size()) >= 10 ? 2 : std::min(x.size(), y.size()) >= 5 ? 1 : 0;
      out.levels[kExtra + i] = allowed != 0 && similarity::osa(x, y, allowed) <= allowed ? 2 : 3;
    }
  }
}

void Comparer::compare_but_address(RowId left, RowId right, Evidence& out) const {
  const Record& a = corpus_.records[left];
  const Record& b = corpus_.records[right];
  out = Evidence{};
  out.levels[kIdentity] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(compare_nik(a, b)) * kBirthLevels +
                                                    static_cast<std::uint32_t>(compare_birth(a, b)));
  const PhraseMatch name = best_name(a, b);
  out.levels[kName] = static_cast<std::uint8_t>(name.level);
  out.bits[kName] = std::min(name.bits, kMostBits);
  if (a.sex != Sex::Unknown && b.sex != Sex::Unknown) {
    out.levels[kSex] = a.sex == b.sex ? 1 : 2;
  }
  out.levels[kRelation] = level_of_relation(a.relation, b.relation);
  const PhraseMatch parent = best_parent(a, b);
  out.levels[kMother] = static_cast<std::uint8_t>(parent.level);
  out.bits[kMother] = std::min(parent.bits, kMostBits);
  if (a.village != 0 && b.village != 0) {
    if (a.village == b.village) {
      out.levels[kPlace] = 1;
      out.bits[kPlace] = place_bits_[a.village];
      out.levels[kRt] = level_of_rt(a, b);
    } else {
      out.levels[kPlace] = a.district != 0 && a.district == b.district ? 2 : 3;
    }
  }
  out.levels[kKk] = level_of_kk(a, b);
  compare_extras(left, right, out);
}

} // namespace padan::matching
