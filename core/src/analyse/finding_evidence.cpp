#include <algorithm>

#include "finding_scan.hpp"

// What a finding rests on, as values: what this row or person has, against what.

namespace padan::analyse {
namespace {

using prepare::IdState;
using prepare::Record;
using resolve::MasterList;

class Evidence {
public:
  Evidence(const MasterList& master, const Finding& finding) : master_(master), finding_(finding), row_(finding.row) {}

  std::vector<EvidencePart> parts;

  void add(std::string_view field, std::string value, std::string against = {}) {
    parts.push_back({field, std::move(value), std::move(against)});
  }

  // The number as the list wrote it, against the one the master list has when that is a good one and another.
  void number(FieldKind kind) {
    const std::uint32_t person = master_.persons().of_row[row_];
    const resolve::Winner won = master_.winner(person, kind);
    std::string better;
    if (won.rule == resolve::Rule::Decision) {
      better = master_.resolve(person, kind).text;
    } else if (won.known()) {
      const Record& record = master_.corpus().records[won.row];
      const bool good = (kind == FieldKind::Nik ? record.nik_state : record.kk_state) == IdState::Good;
      better = good && won.row != row_ ? master_.text(won.row, kind) : std::string();
    }
    add(kind == FieldKind::Nik ? "nik" : "kk", master_.cells().text(row_, kind), std::move(better));
  }

  void first_row() {
    for (const RowId row : master_.rows_of(master_.persons().of_row[row_])) {
      if (master_.corpus().records[row].source == master_.corpus().records[row_].source) {
        add("row", std::to_string(master_.cells().number(row_)), std::to_string(master_.cells().number(row)));
        return;
      }
    }
  }

  void identity() {
    const std::uint32_t person = master_.persons().of_row[row_];
    const IdentityDifference difference =
        identity_difference(master_.corpus(), row_, identity_winners(master_, person));
    const auto against = [&](bool differs, std::string_view field, FieldKind kind) {
      if (differs) {
        add(field, master_.text(row_, kind), master_.resolve(person, kind).text);
      }
    };
    against(difference.nik, "nik", FieldKind::Nik);
    against(difference.name, "name", FieldKind::Name);
    against(difference.birth, "birth_date", FieldKind::BirthDate);
    against(difference.sex, "sex", FieldKind::Sex);
  }

  // A second number against the one that the master list shows, or against the first that differs from it.
  void second(FieldKind kind, std::string_view field) {
    const std::uint32_t person = finding_.subject;
    const std::string here = master_.text(row_, kind);
    std::string other = master_.resolve(person, kind).text;
    for (const RowId row : master_.rows_of(person)) {
      const Record& record = master_.corpus().records[row];
      const bool good = (kind == FieldKind::Nik ? record.nik_state : record.kk_state) == IdState::Good;
      other = other == here && good ? master_.text(row, kind) : other;
    }
    add(field, here, other);
  }

  void vital() {
    const resolve::Value state = master_.resolve(finding_.subject, FieldKind::VitalStatus);
    const bool decided = state.rule == resolve::Rule::Decision;
    add("vital_status", state.text,
        decided ? std::string(to_text(state.rule)) : master_.cells().source_of(state.row).name);
  }

  void programmes(std::span<const std::uint16_t> received) {
    std::string names;
    for (const std::uint16_t programme : received) {
      names.append(names.empty() ? "" : ",").append(master_.programmes().names()[programme]);
    }
    add("programme", std::move(names));
  }

  void member_of(RowId row) { add("name", master_.text(row, FieldKind::Name)); }

  void others_paid() {
    const auto& lists = master_.programmes();
    const std::uint16_t programme = lists.of_list(master_.corpus().records[row_].source);
    add("programme", lists.names()[programme]);
    for (const std::uint32_t person : master_.members_of(finding_.subject)) {
      for (const RowId row : master_.rows_of(person)) {
        if (person != master_.persons().of_row[row_] &&
            lists.of_list(master_.corpus().records[row].source) == programme) {
          add("name", master_.text(row_, FieldKind::Name), master_.text(row, FieldKind::Name));
          return;
        }
      }
    }
  }

  void age() { add("age", std::to_string(master_.age(finding_.subject))); }
  void decile(std::uint32_t person) { add("decile", std::to_string(master_.decile(person))); }

private:
  const MasterList& master_;
  const Finding& finding_;
  RowId row_;
};

} // namespace

std::vector<EvidencePart> Findings::evidence(const Finding& finding) const {
  Evidence evidence(master_, finding);
  switch (finding.code) {
  case Code::NikMissing:
  case Code::NikInvalid:
  case Code::NikDamaged:
    evidence.number(FieldKind::Nik);
    break;
  case Code::KkInvalid:
    evidence.number(FieldKind::Kk);
    break;
  case Code::NikShared:
    evidence.add("nik", master_.text(finding.row, FieldKind::Nik));
    evidence.member_of(finding.row);
    break;
  case Code::NikSecond:
    evidence.second(FieldKind::Nik, "nik");
    break;
  case Code::KkConflict:
    evidence.second(FieldKind::Kk, "kk");
    break;
  case Code::DuplicateInSource:
    evidence.first_row();
    break;
  case Code::IdentityDiffers:
    evidence.identity();
    break;
  case Code::NotInCivilRegistry:
    evidence.number(FieldKind::Nik);
    evidence.member_of(finding.row);
    break;
  case Code::DeceasedOnList:
  case Code::MovedOnList:
    evidence.vital();
    break;
  case Code::DeceasedReceiving:
  case Code::MovedReceiving:
    evidence.vital();
    evidence.programmes(master_.programmes().of_row(finding.row));
    break;
  case Code::ReceivingNotRegistered:
    evidence.programmes(master_.programmes().of_person(finding.subject));
    break;
  case Code::PoorestWithoutAid:
    evidence.decile(master_.persons().of_row[finding.row]);
    break;
  case Code::SameAidTwice:
    evidence.others_paid();
    break;
  case Code::PbiMissing:
    evidence.decile(finding.subject);
    break;
  case Code::PbiNotPoor:
    evidence.decile(finding.subject);
    break;
  case Code::OutsideRegion:
    evidence.add("regency", std::to_string(facts_->regency_of_row[finding.row]), std::to_string(facts_->home));
    break;
  case Code::ChildWithoutNik:
  case Code::ElderlyAlone:
    evidence.age();
    evidence.member_of(finding.row);
    break;
  case Code::BasisExpired:
    evidence.add("valid_until", master_.cells().sources()[finding.subject].valid_until);
    break;
  }
  return std::move(evidence.parts);
}

} // namespace padan::analyse
