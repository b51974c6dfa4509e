#pragma once
// The blocking rules: what two rows must share to be worth comparing.
//
// A rule's key is a 32-bit hash of what the row has, 0 when it lacks a part; two keys that fall together by accident cost a
// few comparisons and nothing else. Trusted rules share what hardly two people share; the others hold because many
// people are tried, so they leave out pairs whose numbers already vouch for two people.

#include <cstdint>
#include <string>
#include <vector>

#include "padan/base/prefetch.hpp"
#include "padan/prepare/corpus.hpp"

namespace padan::blocking {

using prepare::Corpus;
using prepare::RowId;

/// What several rules need of a name.
struct NameKeys {
  std::uint32_t first = 0; // sound of the first token
  std::uint32_t rarest = 0;
  std::uint32_t whole = 0;   // all sounds, order aside
  std::uint32_t initial = 0; // first letter of the first sound
};

/// What rules are made of, 0 where it is missing. Gathered once a row of a block, as rows lie far apart.
struct Parts {
  RowId row;
  std::uint32_t whole_blocks; // one bit a rule: the row's block there is whole (see plan.hpp)
  std::uint64_t nik;
  std::uint64_t nik15;           // leading digits, also of a number that lost its last
  std::uint64_t nik_person;      // date and serial: the last ten digits
  std::uint64_t nik_region_date; // all but the serial
  std::uint64_t kk;              // fifteen digits: a spreadsheet may have the last
  std::uint32_t date;
  std::uint32_t year;
  std::uint32_t village;
  std::uint32_t district;
  std::uint32_t address;
  std::uint32_t mother; // all sounds of the mother's name, else of the father's
  NameKeys name;
  std::uint16_t source;
  bool nik_good;    // sixteen digits that hold together
  bool nik_vouched; // ... and that the civil registry or a second list gives the same person

  /// Both numbers stand for two people: each vouched for, or side by side in one list.
  [[nodiscard]] bool settled(const Parts& other) const {
    return nik_good && other.nik_good && nik != other.nik &&
           (source == other.source || (nik_vouched && other.nik_vouched));
  }
};

class Keys {
public:
  explicit Keys(const Corpus& corpus);

  [[nodiscard]] std::uint32_t rules() const;
  /// "nik", "birth-first", ..., then the names of extras; in order of trust.
  [[nodiscard]] std::string rule_name(std::uint32_t rule) const;
  [[nodiscard]] static bool trusted(std::uint32_t rule);
  [[nodiscard]] std::uint32_t trusted_rules() const; // one bit each

  [[nodiscard]] Parts parts(RowId row, std::uint32_t whole_blocks = 0) const;
  void prefetch_name(RowId row) const { base::prefetch(&names_[corpus_.records[row].name]); }
  /// The key of one row.
  [[nodiscard]] std::uint32_t key(std::uint32_t rule, RowId row) const;
  /// True when the keys of one of these rules (one bit each) are there and equal.
  [[nodiscard]] bool share_any(std::uint32_t rules, const Parts& a, const Parts& b) const;

  /// A key that parts an oversize block further; level counts from 0 to kRefinements - 1.
  static constexpr std::uint32_t kRefinements = 4;
  [[nodiscard]] std::uint32_t refinement(RowId row, std::uint32_t level) const;

private:
  const Corpus& corpus_;
  std::vector<NameKeys> names_;       // by phrase
  std::vector<std::uint32_t> extras_; // those that identify; each makes a rule after the fixed ones
};

} // namespace padan::blocking
