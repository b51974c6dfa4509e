#include "padan/analyse/civil_status.hpp"

#include <algorithm>

#include "finding_scan.hpp"
#include "padan/similarity/digits.hpp"
#include "padan/text/fold.hpp"

namespace padan::analyse {
namespace {

using prepare::IdState;
using prepare::Record;
using prepare::Sex;
using resolve::MasterList;

bool good(IdState state) { return state == IdState::Good || state == IdState::Shared; }

// What the rows of the registry know, gathered once.
class Registry {
public:
  explicit Registry(const MasterList& master) : master_(master), covered_(master.corpus().place_names.size(), false) {
    for (const prepare::SourceRows& source : master.corpus().sources) {
      const auto at = static_cast<std::size_t>(&source - master.corpus().sources.data());
      civil_.push_back(master.cells().sources()[at].kind == "civil_registry");
      for (RowId row = source.begin; civil_.back() && row < source.end; ++row) {
        const Record& record = master.corpus().records[row];
        covered_[record.district] = true;
        if (good(record.nik_state)) {
          niks_.push_back(record.nik);
        }
      }
    }
    std::sort(niks_.begin(), niks_.end());
  }

  [[nodiscard]] bool civil(std::uint32_t source) const { return civil_[source]; }
  [[nodiscard]] bool any() const { return std::find(civil_.begin(), civil_.end(), true) != civil_.end(); }
  // A registry of some districts says nothing about the others.
  [[nodiscard]] bool asked(RowId row) const {
    const std::uint32_t district = master_.corpus().records[row].district;
    return district == 0 || covered_[district];
  }
  [[nodiscard]] bool knows(std::uint64_t nik) const { return std::binary_search(niks_.begin(), niks_.end(), nik); }

private:
  const MasterList& master_;
  std::vector<bool> civil_; // per source
  std::vector<bool> covered_;
  std::vector<std::uint64_t> niks_;
};

// The registry's offices compare letter by letter: "ST AMINAH" is not "SITI AMINAH", though both are the same name to us.
bool written_alike(std::string_view a, std::string_view b) {
  const auto capital = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return capital(x) == capital(y); }) ||
         text::fold(a) == text::fold(b);
}

// "Data Ditemukan, Status Non Aktif", "14", "NONAKTIF".
bool says_inactive(std::string_view cell) {
  std::string folded;
  text::append_folded(folded, cell);
  return folded == "14" || folded.find("NON AKTIF") != std::string::npos ||
         folded.find("NONAKTIF") != std::string::npos;
}

class Judge {
public:
  Judge(const MasterList& master, const Registry& registry) : master_(master), registry_(registry) {}

  [[nodiscard]] CivilStatus number_fault(RowId row) const {
    switch (master_.corpus().records[row].nik_state) {
    case IdState::Missing:
      return CivilStatus::NoNumber;
    case IdState::Prefix15:
      return CivilStatus::LostDigits;
    case IdState::Wrong:
      return CivilStatus::WrongForm;
    case IdState::Useless:
      return lost_digits(master_.cells().text(row, FieldKind::Nik)) ? CivilStatus::LostDigits : CivilStatus::WrongForm;
    default:
      return CivilStatus::Unasked; // a good number
    }
  }

  [[nodiscard]] CivilStatus of(RowId row, std::uint32_t person) const {
    const Record& r = master_.corpus().records[row];
    if (master_.cells().has(r.source, FieldKind::CivilMatch) &&
        says_inactive(master_.cells().text(row, FieldKind::CivilMatch))) {
      return CivilStatus::Inactive;
    }
    const RowId there = CivilStatuses::registry_row(master_, person);
    if (there != resolve::Winner::kNone && master_.corpus().records[there].vital == prepare::Vital::Dead) {
      return CivilStatus::Deceased;
    }
    if (const CivilStatus fault = number_fault(row); fault != CivilStatus::Unasked) {
      return fault;
    }
    if (there == resolve::Winner::kNone) {
      return registry_.knows(r.nik) ? CivilStatus::OtherPerson
             : registry_.asked(row) ? CivilStatus::NotFound
                                    : CivilStatus::Unasked;
    }
    return twofold(person) ? CivilStatus::Twofold : compared(row, there);
  }

private:
  [[nodiscard]] bool twofold(std::uint32_t person) const {
    std::uint64_t first = 0;
    for (const RowId row : master_.rows_of(person)) {
      const Record& r = master_.corpus().records[row];
      if (registry_.civil(r.source) && good(r.nik_state)) {
        if (first != 0 && first != r.nik) {
          return true;
        }
        first = r.nik;
      }
    }
    return false;
  }

  // Both are one person; the row has a good NIK.
  [[nodiscard]] CivilStatus compared(RowId ours, RowId theirs) const {
    const Record& row = master_.corpus().records[ours];
    const Record& there = master_.corpus().records[theirs];
    if (!good(there.nik_state) || row.nik != there.nik) {
      const bool slip = good(there.nik_state) &&
                        similarity::compare_digits(row.nik, 16, there.nik, 16) != similarity::DigitMatch::Different;
      return slip ? CivilStatus::Near : registry_.knows(row.nik) ? CivilStatus::OtherPerson : CivilStatus::NotFound;
    }
    std::string scratch[2];
    const bool name =
        row.name != 0 && there.name != 0 &&
        (row.name != there.name || !written_alike(master_.cells().text(ours, FieldKind::Name, scratch[0]),
                                                  master_.cells().text(theirs, FieldKind::Name, scratch[1])));
    const bool birth = row.birth.full() && !row.birth_from_nik && there.birth.full() && !there.birth_from_nik &&
                       row.birth.packed() != there.birth.packed();
    const bool sex = row.sex != Sex::Unknown && there.sex != Sex::Unknown && row.sex != there.sex;
    return name || birth || sex ? CivilStatus::Near : CivilStatus::Matched;
  }

  const MasterList& master_;
  const Registry& registry_;
};

struct Entry {
  std::string_view text;
  std::uint8_t answer;
};
constexpr Entry kEntries[]{
#define PADAN_ENTRY(name, text, answer) {text, answer},
    PADAN_CIVIL_STATUSES(PADAN_ENTRY)
#undef PADAN_ENTRY
};

} // namespace

std::string_view to_text(CivilStatus status) { return kEntries[static_cast<std::size_t>(status)].text; }
std::uint8_t answer_code(CivilStatus status) { return kEntries[static_cast<std::size_t>(status)].answer; }

std::optional<CivilStatus> parse_civil_status(std::string_view text) {
  for (std::uint32_t i = 1; i < kCivilStatuses; ++i) {
    if (kEntries[i].text == text) {
      return static_cast<CivilStatus>(i);
    }
  }
  return std::nullopt;
}

RowId CivilStatuses::registry_row(const MasterList& master, std::uint32_t person) {
  RowId best = resolve::Winner::kNone;
  for (const RowId row : master.rows_of(person)) {
    const Record& r = master.corpus().records[row];
    const bool dead = r.vital == prepare::Vital::Dead;
    if (master.cells().source_of(row).kind == "civil_registry" && (best == resolve::Winner::kNone || dead)) {
      best = row;
    }
  }
  return best;
}

CivilStatuses::CivilStatuses(const MasterList& master)
    : statuses_(master.corpus().rows(), CivilStatus::Unasked), counts_(master.corpus().sources.size()) {
  const Registry registry(master);
  const Judge judge(master, registry);
  for (std::uint32_t person = 0; registry.any() && person < master.persons().size(); ++person) {
    for (const RowId row : master.rows_of(person)) {
      const std::uint16_t source = master.corpus().records[row].source;
      if (!registry.civil(source) && master.cells().has(source, FieldKind::Nik)) {
        statuses_[row] = judge.of(row, person);
        ++counts_[source][static_cast<std::size_t>(statuses_[row])];
      }
    }
  }
}

} // namespace padan::analyse
