#include <algorithm>

#include "column_mapper.hpp"
#include "padan/table/companion.hpp"

namespace padan::ingest {
namespace {

using table::Field;
using table::FieldKind;

constexpr double kMost = 0.6;             // of the filled cells, to say what a column holds
constexpr std::uint32_t kProgrammes = 30; // more different cells than this are no names of programmes
constexpr std::uint32_t kFew = 5;         // filled cells under which nothing is contradicted

class Weigher {
public:
  Weigher(const Meaning& meaning, const ColumnProbe& probe) : probe_(probe), kind_(meaning.field.kind) {
    result_.field = meaning.field;
    result_.score = meaning.trust;
    result_.of_head = meaning.of_head;
    result_.by_header = true;
  }

  Candidate weigh() {
    weigh_kind();
    if (result_.field.kind == FieldKind::Text) {
      return result_;
    }
    if (probe_.filled() == 0) {
      result_.score *= 0.6;
    } else {
      result_.score *= result_.supported ? 1.0 : 0.8;
    }
    result_.score = std::min(result_.score, 0.99);
    return result_;
  }

private:
  [[nodiscard]] bool mostly(Look look) const { return probe_.share(look) >= kMost; }
  [[nodiscard]] bool rarely(Look look) const { return probe_.filled() >= kFew && probe_.share(look) < 0.2; }
  void become(FieldKind kind) {
    result_.field = Field{kind, {}};
    result_.supported = kind != FieldKind::Text;
  }
  void support(bool yes) { result_.supported = yes; }

  void weigh_kind();
  void weigh_number();
  void weigh_name();
  void weigh_birth();
  void weigh_region();
  void weigh_programme();
  void weigh_companion();
  void weigh_small();

  const ColumnProbe& probe_;
  FieldKind kind_;
  Candidate result_;
};

void Weigher::weigh_number() {
  const double good = probe_.share(Look::Digits16) + probe_.share(Look::Masked);
  const bool says_yes = probe_.share(Look::YesNo) >= 0.8;
  if (!says_yes && mostly(Look::NameLike)) {
    become(kind_ == FieldKind::Kk || kind_ == FieldKind::HeadNik ? FieldKind::HeadName : FieldKind::Text);
  } else if (good < 0.2 && (says_yes || probe_.share(Look::Short) >= 0.8)) {
    // A staff number, a count of families, "has a family card"; "NO_KEL" is a village code where it is no family number.
    const bool village_code =
        kind_ == FieldKind::Kk && result_.score < 0.75 && mostly(Look::Amount) && mostly(Look::Digits4);
    become(village_code ? FieldKind::VillageCode : FieldKind::Text);
  } else if (result_.score < 0.75 && good < 0.5) {
    become(FieldKind::Text); // an ambiguous header needs the cells to agree
  } else {
    support(good >= 0.5);
    if (kind_ == FieldKind::Kk && probe_.filled() >= 20 && probe_.share(Look::Day40) > 0.2) {
      result_.score *= 0.7; // dates of issue are never above 31
    }
  }
}

void Weigher::weigh_name() {
  const bool digits = mostly(Look::Digits16);
  if (kind_ == FieldKind::HeadName && digits) {
    become(FieldKind::HeadNik);
  } else if (digits || mostly(Look::Integer) || mostly(Look::Date)) {
    become(FieldKind::Text);
  } else if ((kind_ == FieldKind::HeadName || kind_ == FieldKind::Companion) && probe_.share(Look::YesNo) >= 0.8) {
    become(FieldKind::Text);
  } else {
    support(probe_.share(Look::NameLike) >= 0.5);
  }
}

void Weigher::weigh_birth() {
  if (mostly(Look::PlaceDate)) {
    become(FieldKind::BirthPlaceDate);
  } else if (mostly(Look::Date)) {
    become(FieldKind::BirthDate);
  } else if (kind_ != FieldKind::BirthPlace && mostly(Look::Year)) {
    become(FieldKind::BirthYear);
  } else if (kind_ != FieldKind::BirthYear && mostly(Look::NameLike)) {
    become(FieldKind::BirthPlace);
  } else if (kind_ == FieldKind::BirthYear && rarely(Look::Year)) {
    become(FieldKind::Text);
  }
}

FieldKind code_of(FieldKind name) {
  switch (name) {
  case FieldKind::Province:
    return FieldKind::ProvinceCode;
  case FieldKind::Regency:
    return FieldKind::RegencyCode;
  case FieldKind::District:
    return FieldKind::DistrictCode;
  default:
    return FieldKind::VillageCode;
  }
}

FieldKind name_of(FieldKind code) {
  switch (code) {
  case FieldKind::ProvinceCode:
    return FieldKind::Province;
  case FieldKind::RegencyCode:
    return FieldKind::Regency;
  case FieldKind::DistrictCode:
    return FieldKind::District;
  default:
    return FieldKind::Village;
  }
}

void Weigher::weigh_region() {
  const bool is_name = kind_ == FieldKind::Province || kind_ == FieldKind::Regency || kind_ == FieldKind::District ||
                       kind_ == FieldKind::Village;
  if (is_name && probe_.share(Look::Integer) >= 0.8) {
    become(kind_ == FieldKind::Village && mostly(Look::Digits10) ? FieldKind::RegionCode : code_of(kind_));
  } else if (!is_name && mostly(Look::NameLike)) {
    become(name_of(kind_));
  } else if (kind_ == FieldKind::RegionCode && probe_.share(Look::Digits10) < 0.2 && mostly(Look::Short)) {
    become(FieldKind::VillageCode); // the last four digits, beside columns for the rest
  } else if (kind_ == FieldKind::VillageCode && mostly(Look::Digits10)) {
    become(FieldKind::RegionCode);
  } else {
    support(is_name ? probe_.share(Look::NameLike) >= 0.5 : mostly(Look::Integer));
  }
}

void Weigher::weigh_programme() {
  const bool numbers = mostly(Look::Digits16) || (probe_.share(Look::Integer) >= 0.8 && !mostly(Look::YesNo) &&
                                                  probe_.filled() >= 10 && probe_.variety() > 0.9);
  const double said = std::max(
      {probe_.share(Look::YesNo), probe_.share(Look::Period), probe_.share(Look::Date), probe_.share(Look::Amount)});
  // A mark of its own ("PKH", "Penerima aktif") repeats.
  const bool few_values =
      probe_.distinct() <= 6 && (probe_.filled() >= 2 * probe_.distinct() || probe_.distinct() == 1);
  const bool names_it = !mostly(Look::YesNo) && !mostly(Look::Integer) && !mostly(Look::Amount);
  if (probe_.filled() == 0) {
    become(FieldKind::Text);
  } else if (result_.field.name == table::kNamedByCell) {
    if (!names_it || probe_.distinct() > kProgrammes) {
      become(FieldKind::Text);
    } else {
      support(true);
    }
  } else if (numbers) {
    const std::string& name = result_.field.name;
    const bool has_cards = name == "pkh" || name == "kks" || name == "kip" || name == "kps";
    result_.field = has_cards ? Field{FieldKind::Id, name} : Field{};
    support(has_cards);
  } else if (said >= kMost || few_values) {
    support(true);
  } else {
    become(FieldKind::Text);
  }
}

void Weigher::weigh_small() {
  switch (kind_) {
  case FieldKind::Sex:
    support(probe_.share(Look::SexWord) + probe_.share(Look::SexCode) >= 0.5);
    if (rarely(Look::SexWord) && rarely(Look::SexCode)) {
      become(FieldKind::Text);
    }
    break;
  case FieldKind::Relation:
    support(probe_.share(Look::Relation) >= 0.3 || mostly(Look::UpTo10));
    break;
  case FieldKind::Age:
    support(mostly(Look::UpTo130));
    break;
  case FieldKind::Rt:
  case FieldKind::Rw:
    support(mostly(Look::Digits3));
    if (mostly(Look::RtRw) || mostly(Look::Date)) {
      become(FieldKind::RtRw); // 1/2 that a spreadsheet turned into a date included
    }
    break;
  case FieldKind::RtRw:
    support(probe_.share(Look::RtRw) + probe_.share(Look::Date) >= 0.5);
    if (mostly(Look::Digits3)) {
      become(FieldKind::Rt);
    }
    break;
  case FieldKind::Decile:
    support(mostly(Look::Decile));
    if (rarely(Look::Decile)) {
      become(FieldKind::Text);
    }
    break;
  case FieldKind::Phone:
    support(probe_.share(Look::Phone) >= 0.5);
    if (mostly(Look::NameLike)) {
      become(FieldKind::Text);
    }
    break;
  case FieldKind::Id:
    support(probe_.variety() >= 0.3);
    if (mostly(Look::NameLike) ||
        (probe_.share(Look::YesNo) >= 0.9 && probe_.distinct() <= 6 && probe_.filled() >= kFew)) {
      become(FieldKind::Text);
    }
    break;
  default:
    support(probe_.filled() > 0);
  }
}

// Somebody else in the row: as what they are called, were born or are numbered by would be weighed for the row's own person.
void Weigher::weigh_companion() {
  switch (table::fact_of(result_.field)) {
  case FieldKind::Nik:
    weigh_number();
    break;
  case FieldKind::Name:
    weigh_name();
    break;
  default:
    support(mostly(Look::Date) || mostly(Look::Year));
    if (rarely(Look::Date) && rarely(Look::Year)) {
      become(FieldKind::Text);
    }
  }
}

void Weigher::weigh_kind() {
  switch (kind_) {
  case FieldKind::Text:
    break;
  case FieldKind::Nik:
  case FieldKind::Kk:
  case FieldKind::HeadNik:
  case FieldKind::MotherNik:
    weigh_number();
    break;
  case FieldKind::Name:
  case FieldKind::GivenName:
  case FieldKind::FamilyName:
  case FieldKind::Alias:
  case FieldKind::HeadName:
  case FieldKind::MotherName:
  case FieldKind::FatherName:
  case FieldKind::ParentName:
    weigh_name();
    break;
  case FieldKind::BirthDate:
  case FieldKind::BirthPlace:
  case FieldKind::BirthPlaceDate:
  case FieldKind::BirthYear:
    weigh_birth();
    support(result_.supported || result_.field.kind == FieldKind::Text);
    break;
  case FieldKind::Province:
  case FieldKind::Regency:
  case FieldKind::District:
  case FieldKind::Village:
  case FieldKind::ProvinceCode:
  case FieldKind::RegencyCode:
  case FieldKind::DistrictCode:
  case FieldKind::VillageCode:
  case FieldKind::RegionCode:
    weigh_region();
    break;
  case FieldKind::Programme:
    weigh_programme();
    break;
  case FieldKind::Companion:
    weigh_companion();
    break;
  default:
    weigh_small();
  }
}

} // namespace

Candidate weigh(const Meaning& meaning, const ColumnProbe& probe) { return Weigher(meaning, probe).weigh(); }

Candidate from_content(const ColumnProbe& probe, bool headerless) {
  const auto candidate = [](FieldKind kind, double score) {
    return Candidate{Field{kind, {}}, score, false, true, false};
  };
  if (probe.filled() == 0 || (!headerless && probe.fill() < 0.2)) {
    return {};
  }
  const double digits16 = probe.share(Look::Digits16);
  if (digits16 >= 0.7) {
    // Card numbers have 16 digits as well, but no dates inside.
    if (probe.share(Look::NikDate) < 0.85 * digits16) {
      return {};
    }
    const bool women = probe.share(Look::Day40) >= 0.1;
    return women || probe.filled() < 8 ? candidate(FieldKind::Nik, women ? 0.8 : 0.6) : candidate(FieldKind::Kk, 0.6);
  }
  if (probe.share(Look::SexWord) >= 0.9 && probe.distinct() <= 6 && probe.filled() >= 3) {
    return candidate(FieldKind::Sex, 0.7);
  }
  if (probe.share(Look::Relation) >= 0.8 && probe.filled() >= 3) {
    return candidate(FieldKind::Relation, 0.6);
  }
  if (probe.share(Look::PlaceDate) >= 0.7) {
    return candidate(FieldKind::BirthPlaceDate, 0.6);
  }
  if (probe.share(Look::RtRw) >= 0.8 && probe.share(Look::Date) < 0.2) {
    return candidate(FieldKind::RtRw, 0.5);
  }
  if (probe.share(Look::Email) >= 0.8) {
    return candidate(FieldKind::Email, 0.7);
  }
  if (probe.share(Look::Phone) >= 0.8) {
    return candidate(FieldKind::Phone, 0.6);
  }
  if (!headerless) {
    return {};
  }
  if (probe.share(Look::Date) >= 0.8) {
    return candidate(FieldKind::BirthDate, 0.5);
  }
  if (probe.share(Look::Region) >= 0.8 && probe.variety() < 0.5) {
    return candidate(FieldKind::RegionCode, 0.5);
  }
  if (probe.share(Look::NameLike) >= 0.8) {
    return candidate(FieldKind::Name, 0.3 + 0.3 * probe.variety());
  }
  return {};
}

} // namespace padan::ingest
