#pragma once
// Who decides what: for each field and status the lists that have the last word, in order, with the law or rule behind it.
//
//   AuthorityMatrix matrix = default_authority();
//   const AuthorityRule* rule = matrix.in_force("nik", parse_day("2026-11-22"));   // the civil registry, UU 24/2013
//   rank(*rule, {.kind = "civil_registry"}) == 1;                                  // 0: has no say
//
// Besides fields of the master list there are topics that no list can settle (who is poor, which villages come first); their
// lines say who answers for them in minutes and reports, and change no value.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/resolve/day.hpp"

namespace padan::resolve {

/// Topics that are no fields, in the order in which faces show them.
inline constexpr std::array<std::string_view, 8> kAuthorityTopics{
    "residence", "welfare", "membership", "pbi", "stunting", "village_aid", "targets", "publication"};

/// Lists that fit all parts which are not empty. An entry without any part fits none.
struct Authority {
  std::string owner; // part of the name of the list's owner, without regard to case
  std::string kind;
  std::string layout;
  friend bool operator==(const Authority&, const Authority&) = default;
};

/// What is known of a list that asks for a say.
struct AuthorityList {
  std::string_view owner;
  std::string_view kind;
  std::string_view layout;
};

struct AuthorityRule {
  std::string topic;            // text of a field of the master list, or one of kAuthorityTopics
  std::vector<Authority> order; // who comes first decides; among lists of one entry the newest
  std::string basis;            // as people read it: "UU 24/2013"
  std::string valid_from;       // ISO; empty: always
  std::string valid_until;
  friend bool operator==(const AuthorityRule&, const AuthorityRule&) = default;
};

struct AuthorityMatrix {
  std::vector<AuthorityRule> rules;

  /// The rule of a topic on a day: that which came into force last; of several the one that stands first. An unknown day
  /// is within every span. Null when there is none: then quality, majority and date decide.
  [[nodiscard]] const AuthorityRule* in_force(std::string_view topic, Day day) const;
  friend bool operator==(const AuthorityMatrix&, const AuthorityMatrix&) = default;
};

/// Place of the list in the order of the rule, from 1 for the first; 0 when it has no say.
[[nodiscard]] std::uint32_t rank(const AuthorityRule& rule, const AuthorityList& list);

/// Whether a rule may be about this.
[[nodiscard]] bool is_authority_topic(std::string_view topic);

/// What the law and practice of districts say; a district may have it otherwise.
[[nodiscard]] const AuthorityMatrix& default_authority();

} // namespace padan::resolve
