#include "damage.hpp"

namespace padan::synth {
namespace {

bool respell_village(Record& record, base::Rng& rng) {
  std::string& name = record.village;
  switch (rng.below(4)) {
  case 0:
    name = (rng.chance(0.5) ? "DESA " : "DS. ") + name;
    return true;
  case 1:
    if (name.size() < 7 || name.find(' ') != std::string::npos)
      return false;
    name.insert(name.size() / 2, " ");
    return true;
  default:
    mistype(name, rng);
    return true;
  }
}

bool restyle_address(Record& record, base::Rng& rng) {
  constexpr std::string_view kHeads[] = {"KP ",  "KP. ",  "KAMPUNG ", "DSN ",    "DSN. ",
                                         "DK. ", "BLOK ", "BLK. ",    "LINGK. ", ""};
  std::string text(kHeads[rng.below(10)]);
  text += record.hamlet;
  if (rng.chance(0.5))
    text += " RT" + record.rt + "/RW" + record.rw;
  if (rng.chance(0.3))
    text += " DS " + record.village;
  if (text == record.address)
    return false;
  record.address = std::move(text);
  return true;
}

bool shift_rt(Record& record) {
  const int rt = record.home.rt;
  record.home.rt = static_cast<std::uint8_t>(rt > 1 ? rt - 1 : rt + 1);
  record.rt = digits(record.home.rt, 3);
  return true;
}

} // namespace

bool spoil_place(Spoiling& s, Damage kind) {
  Record& record = s.record;
  switch (kind) {
  case Damage::SexFlipped:
    if (!record.sex_known)
      return false;
    record.sex = record.sex == Sex::Male ? Sex::Female : Sex::Male;
    return true;
  case Damage::SexMissing:
    if (record.has(Damage::SexFlipped))
      return false;
    record.sex_known = false;
    return true;
  case Damage::RtRwMissing:
    if (record.has(Damage::RtRwOff) || record.has(Damage::RtRwDate))
      return false;
    record.rt = s.rng.chance(0.5) ? "000" : "-";
    record.rw = record.rt;
    return true;
  case Damage::RtRwOff:
    return !record.has(Damage::RtRwMissing) && !record.has(Damage::RtRwDate) && shift_rt(record);
  case Damage::RtRwDate:
    return record.home.rt <= 31 && record.home.rw <= 12 && !record.has(Damage::RtRwMissing); // written so by the list
  case Damage::AddressStyle:
    return restyle_address(record, s.rng);
  case Damage::VillageSpelling:
    return !record.village.empty() && respell_village(record, s.rng);
  case Damage::VillageMissing:
    if (record.has(Damage::VillageSpelling))
      return false;
    record.village.clear();
    return true;
  default:
    return false;
  }
}

} // namespace padan::synth
