#pragma once
// The slow twin of blocking: which pairs of rows any rule brings together, said rule by rule without hashes or sorting.

#include <algorithm>
#include <set>
#include <vector>

#include "padan/prepare/corpus.hpp"

namespace padan::reference {

using prepare::Corpus;
using prepare::Record;
using prepare::RowId;

/// The sounds of a name in the forms that rules use. Empty name: rarest and first are 0.
struct NameSounds {
  std::uint32_t first = 0;
  std::uint32_t rarest = 0;
  char initial = 0;
  std::multiset<std::uint32_t> whole;
};

inline NameSounds sounds_of(const Corpus& corpus, std::uint32_t phrase) {
  NameSounds sounds;
  float most = -1.0F;
  for (const std::uint32_t token : corpus.names.tokens(phrase)) {
    const std::uint32_t sound = corpus.names.token(token).sound;
    sounds.first = sounds.whole.empty() ? sound : sounds.first;
    sounds.whole.insert(sound);
    if (corpus.names.token(token).sound_bits > most) {
      most = corpus.names.token(token).sound_bits;
      sounds.rarest = sound;
    }
  }
  sounds.initial = sounds.first != 0 ? corpus.names.sound_text(sounds.first).front() : '\0';
  return sounds;
}

inline std::uint64_t fifteen_digits(const Record& r) {
  return r.nik_length == 15 ? r.nik : r.nik_length == 16 ? r.nik / 10 : 0;
}

inline bool extra_identifies(const prepare::Extra& extra) {
  std::set<std::uint32_t> values(extra.codes.begin(), extra.codes.end());
  const auto filled =
      extra.codes.size() - static_cast<std::size_t>(std::count(extra.codes.begin(), extra.codes.end(), 0U));
  return filled <= (values.size() - values.count(0)) * 12;
}

/// Both numbers are good, differ, and are vouched for: by the civil registry, by a second list, or by standing in one list.
inline bool settled(const Corpus& corpus, const Record& a, const Record& b) {
  const auto vouched = [&](const Record& r) { return r.nik_confirmed || corpus.sources[r.source].civil_registry; };
  const bool good = a.nik_state == prepare::IdState::Good && b.nik_state == prepare::IdState::Good;
  return good && a.nik != b.nik && (a.source == b.source || (vouched(a) && vouched(b)));
}

/// True when at least one rule gives both rows the same key and may bring them together.
inline bool is_candidate(const Corpus& corpus, RowId left, RowId right) {
  const Record& a = corpus.records[left];
  const Record& b = corpus.records[right];
  if (a.source == b.source && !corpus.sources[a.source].duplicates_allowed) {
    return false;
  }
  const NameSounds x = sounds_of(corpus, a.name);
  const NameSounds y = sounds_of(corpus, b.name);
  const bool initial = x.initial != 0 && x.initial == y.initial;
  const bool first = x.first != 0 && x.first == y.first;
  const bool rarest = x.rarest != 0 && x.rarest == y.rarest;
  const bool whole = !x.whole.empty() && x.whole == y.whole;
  const bool date = a.birth.full() && b.birth.full() && a.birth.packed() == b.birth.packed();
  const bool year = a.birth.state != prepare::DateState::Missing && b.birth.state != prepare::DateState::Missing &&
                    a.birth.year == b.birth.year;
  const bool village = a.village != 0 && a.village == b.village;
  const bool kk = a.kk_usable() && b.kk_usable() && a.kk / 10 == b.kk / 10;
  const NameSounds mother_x = sounds_of(corpus, a.mother != 0 ? a.mother : a.father);
  const NameSounds mother_y = sounds_of(corpus, b.mother != 0 ? b.mother : b.father);
  const bool mother = !mother_x.whole.empty() && mother_x.whole == mother_y.whole;
  bool number = false;
  if (a.nik_usable() && b.nik_usable()) {
    const bool both16 = a.nik_length == 16 && b.nik_length == 16;
    const bool part = (fifteen_digits(a) != 0 && fifteen_digits(a) == fifteen_digits(b)) ||
                      (both16 && (a.nik % 10000000000ULL == b.nik % 10000000000ULL || a.nik / 10000 == b.nik / 10000));
    number = a.nik == b.nik || (initial && part);
  }
  const bool trusted = number || (date && (rarest || village)) || (kk && (initial || year)) || (whole && village) ||
                       std::any_of(corpus.extras.begin(), corpus.extras.end(), [&](const prepare::Extra& extra) {
                         return extra_identifies(extra) && extra.codes[left] != 0 &&
                                extra.codes[left] == extra.codes[right] && (!extra.of_family || initial);
                       });
  const bool doubtful = (date && initial) || (whole && year) || (rarest && village) ||
                        (rarest && year && a.district == b.district) || (village && year && initial) ||
                        (mother && year) || (mother && first && a.village == b.village) ||
                        (a.address != 0 && a.address == b.address && first);
  return trusted || (doubtful && !settled(corpus, a, b));
}

} // namespace padan::reference
