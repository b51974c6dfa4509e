#pragma once
// Goes over persons, families and lists and calls visit for each finding. One thread at a time.

#include <functional>
#include <vector>

#include "finding_facts.hpp"

namespace padan::analyse {

class Findings::Scan {
public:
  Scan(const Findings& findings, const std::function<void(const Finding&)>& visit, const FindingQuery& query = {})
      : master_(findings.master_), corpus_(master_.corpus()), facts_(*findings.facts_), rules_(findings.rules_),
        visit_(visit), wanted_(query.code ? bit(*query.code) : UINT32_MAX), places_(query.places) {}
  void persons(std::uint32_t begin, std::uint32_t end);
  void families(std::uint32_t begin, std::uint32_t end);
  void lists() const;

private:
  using Record = prepare::Record;

  static constexpr std::uint32_t bit(Code code) { return 1U << static_cast<std::uint32_t>(code); }
  [[nodiscard]] bool wants(std::uint32_t codes) const { return (wanted_ & codes) != 0; }
  void emit(Code code, std::uint32_t subject, RowId row) const {
    if (wants(bit(code))) {
      visit_(Finding{code, subject, row});
    }
  }
  void row_numbers(RowId row) const;
  void rows(std::uint32_t person);
  void numbers(std::uint32_t person);
  void identity(std::uint32_t person);
  void registry(std::uint32_t person);
  void gone(std::uint32_t person);
  void aid(std::uint32_t person);
  void age(std::uint32_t person);
  void family(std::uint32_t family);
  void twice(std::uint32_t family);
  [[nodiscard]] bool says_no_pbi(std::uint32_t person) const;
  [[nodiscard]] RowId paying_row(std::uint32_t person, bool pbi_only) const;

  const resolve::MasterList& master_;
  const prepare::Corpus& corpus_;
  const Facts& facts_;
  const FindingRules& rules_;
  const std::function<void(const Finding&)>& visit_;
  std::uint32_t wanted_;            // codes
  std::vector<bool> places_;        // empty: any
  std::vector<std::uint64_t> niks_; // reused
  std::vector<std::uint64_t> kks_;
  std::vector<std::pair<std::uint16_t, RowId>> received_;
};

/// "3.20901E+15": digits lost in a spreadsheet, unlike a dummy.
[[nodiscard]] bool lost_digits(std::string_view cell);

/// Which parts of a row's identity contradict the rows that won.
struct IdentityWinners {
  resolve::Winner nik;
  resolve::Winner name;
  resolve::Winner birth;
  resolve::Winner sex;
};
[[nodiscard]] IdentityWinners identity_winners(const resolve::MasterList& master, std::uint32_t person);
struct IdentityDifference {
  bool nik = false;
  bool name = false;
  bool birth = false;
  bool sex = false;
  [[nodiscard]] bool any() const { return nik || name || birth || sex; }
};
[[nodiscard]] IdentityDifference identity_difference(const prepare::Corpus& corpus, RowId row,
                                                     const IdentityWinners& winners);

} // namespace padan::analyse
