#include "padan/table/companion.hpp"

#include <algorithm>

namespace padan::table {
namespace {

constexpr std::string_view kRoleTexts[] = {"mother", "father", "parent", "guardian", "head", "spouse", "child"};
constexpr std::array kFacts{FieldKind::Name, FieldKind::Nik, FieldKind::BirthDate, FieldKind::BirthYear};

struct OwnKind {
  FieldKind kind;
  CompanionFact fact;
};
constexpr std::array<OwnKind, 6> kOwnKinds{{{FieldKind::MotherName, {Role::Mother, FieldKind::Name}},
                                            {FieldKind::MotherNik, {Role::Mother, FieldKind::Nik}},
                                            {FieldKind::FatherName, {Role::Father, FieldKind::Name}},
                                            {FieldKind::ParentName, {Role::Parent, FieldKind::Name}},
                                            {FieldKind::HeadName, {Role::Head, FieldKind::Name}},
                                            {FieldKind::HeadNik, {Role::Head, FieldKind::Nik}}}};

std::optional<CompanionFact> parse(std::string_view text) {
  for (const Role role : kRoles) {
    const std::string_view before = to_text(role);
    if (text.substr(0, before.size()) != before || text.substr(before.size(), 1) != "_") {
      continue;
    }
    for (const FieldKind fact : kFacts) {
      if (text.substr(before.size() + 1) == to_text(Field{fact, {}})) {
        return CompanionFact{role, fact};
      }
    }
  }
  return std::nullopt;
}

} // namespace

std::string_view to_text(Role role) { return kRoleTexts[static_cast<std::size_t>(role)]; }

std::optional<CompanionFact> companion_fact(const Field& field) {
  if (field.kind == FieldKind::Companion) {
    return parse(field.name);
  }
  const auto own = std::find_if(kOwnKinds.begin(), kOwnKinds.end(),
                                [&](const OwnKind& candidate) { return candidate.kind == field.kind; });
  return own == kOwnKinds.end() ? std::nullopt : std::optional(own->fact);
}

Field companion_field(Role role, FieldKind fact) {
  const auto own = std::find_if(kOwnKinds.begin(), kOwnKinds.end(), [&](const OwnKind& candidate) {
    return candidate.fact.role == role && candidate.fact.fact == fact;
  });
  if (own != kOwnKinds.end()) {
    return {own->kind, {}};
  }
  return {FieldKind::Companion, std::string(to_text(role)) + '_' + to_text(Field{fact, {}})};
}

FieldKind fact_of(const Field& field) {
  const std::optional<CompanionFact> companion = companion_fact(field);
  return companion ? companion->fact : field.kind;
}

} // namespace padan::table
