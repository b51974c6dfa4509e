#pragma once
// The master list: one value per field per person, by authority and date, and who disagrees.
//
//   MasterList master(corpus, persons, families, sources, as_of);
//   master.resolve(person, FieldKind::Name);     // {text "SITI AMINAH", row 812, Rule::CivilRegistry}
//   master.dissenters(person, FieldKind::Name);  // {{"ST. AMINAH", row 10233}}
//
// Who wins: the list that the authority matrix names for the field, with an undamaged value; of several such lists the newest.
// Where nobody has authority: the decile by the newest list; village and address by majority, then the newest list; everything
// else by quality, then by the number of lists that agree. Missing stays empty.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/executor.hpp"
#include "padan/resolve/authority.hpp"
#include "padan/resolve/day.hpp"
#include "padan/resolve/families.hpp"
#include "padan/resolve/identity.hpp"
#include "padan/resolve/number_sets.hpp"
#include "padan/resolve/programmes.hpp"
#include "padan/resolve/row_cells.hpp"

namespace padan::resolve {

/// Why a value won: enumerator, code for files and faces.
#define PADAN_RULES(X)                                                                                                 \
  X(None, "")                        /* nobody knows a value */                                                        \
  X(Only, "only")                    /* one list knows it */                                                           \
  X(Agreed, "agreed")                /* all that know it agree, or most do */                                          \
  X(CivilRegistry, "civil_registry") /* the civil registry decides, by the authority matrix */                         \
  X(Authority, "authority")          /* another list that the matrix names: DTSEN for the decile */                    \
  X(Newest, "newest")                /* lists differ, the latest data date counts */                                   \
  X(BestQuality, "best_quality")     /* lists differ, the value least damaged counts */                                \
  X(Decision, "decision")            /* a person has decided */

enum class Rule : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_RULES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
[[nodiscard]] std::string_view to_text(Rule rule);

/// Traits that people filter by: enumerator, code.
#define PADAN_FLAGS(X)                                                                                                 \
  X(Dead, "dead")                                                                                                      \
  X(Moved, "moved")                                                                                                    \
  X(NikMissing, "nik_missing") /* no list has any NIK of this person */                                                \
  X(NikDamaged, "nik_damaged") /* lists have one, none of them good */                                                 \
  X(NoKk, "no_kk")                                                                                                     \
  X(SeveralLists, "several_lists")                                                                                     \
  X(Duplicate, "duplicate")        /* twice in one list */                                                             \
  X(Elderly, "elderly")            /* 60 and over */                                                                   \
  X(Child, "child")                /* under 17 */                                                                      \
  X(Aided, "aided")                /* receives something */                                                            \
  X(Poorest, "poorest")            /* decile 1 */                                                                      \
  X(Differs, "differs")            /* lists give different NIK, name, birth date or sex */                             \
  X(ExpiredBasis, "expired_basis") /* every register that the family stands on has run out */

enum class Flag : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_FLAGS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kFlags = 13;
[[nodiscard]] std::string_view to_text(Flag flag);
/// Of all that are set in MasterList::flags.
[[nodiscard]] std::vector<std::string_view> flag_texts(std::uint32_t flags);

struct Winner {
  static constexpr RowId kNone = UINT32_MAX;
  RowId row = kNone; // of a decision that no row agrees with: the row it was made about
  Rule rule = Rule::None;
  bool said = false; // the row says so
  [[nodiscard]] bool known() const { return row != kNone; }
};

/// A value that a person has set, of the person that a row belongs to.
struct DecidedValue {
  RowId row = 0;
  FieldKind field{};
  std::string text; // as Value::text; empty: there is none
};

struct Value {
  std::string
      text; // of the winning cell without outer space; digits for numbers; ISO for dates ("1970" when only the year is known)
  RowId row = Winner::kNone;
  Rule rule = Rule::None;
};

struct Dissenter {
  std::string text;
  RowId row;
};

/// What one row says of a field; equal keys say the same.
struct Opinion {
  std::uint64_t key = 0;
  RowId row = 0;
  std::uint32_t length = 0; // of a text: among equals the longer one tells more
  std::uint32_t votes = 0;  // lists that say so
  std::uint16_t source = 0;
  std::uint8_t worth = 0;     // class of quality, higher is better
  std::uint8_t authority = 0; // may decide by the matrix, higher comes first
};

/// What the rows of a person say of a field, for who asks many questions: reused, it spares allocations.
struct Opinions {
  std::vector<Opinion> all; // of the rows that know it, ascending
  Winner winner;
  std::uint64_t key = 0;                // of the winner; rows of another key dissent
  const std::string* decided = nullptr; // what a person has set instead
  std::string scratch[2];
};

/// The fields of a person, in the order in which files and faces show them.
inline constexpr std::array<FieldKind, 20> kMasterFields{
    FieldKind::Nik,         FieldKind::Kk,         FieldKind::Name,       FieldKind::Relation,
    FieldKind::Sex,         FieldKind::BirthPlace, FieldKind::BirthDate,  FieldKind::MotherName,
    FieldKind::Address,     FieldKind::Rt,         FieldKind::Rw,         FieldKind::Village,
    FieldKind::District,    FieldKind::Regency,    FieldKind::Phone,      FieldKind::Decile,
    FieldKind::VitalStatus, FieldKind::Occupation, FieldKind::Disability, FieldKind::ChronicIllness};

/// Holds a few bytes per person; values are resolved when asked for. What it is given outlives it. Immutable.
/// Cost: building about 0.3 us a row; a value 0.1-1 us.
class MasterList {
public:
  /// decided: a later value of one person and field wins.
  MasterList(const Corpus& corpus, const Persons& persons, const Families& families, std::vector<FileInfo> files,
             Day as_of, const base::Executor& executor = {}, std::vector<DecidedValue> decided = {},
             AuthorityMatrix authority = default_authority());

  [[nodiscard]] const Corpus& corpus() const { return corpus_; }
  [[nodiscard]] const Persons& persons() const { return persons_; }
  [[nodiscard]] const Families& families() const { return families_; }
  [[nodiscard]] const RowCells& cells() const { return cells_; }
  [[nodiscard]] const Programmes& programmes() const { return programmes_; }
  [[nodiscard]] Day as_of() const { return as_of_; }
  [[nodiscard]] const AuthorityMatrix& authority() const { return authority_; }
  /// The rule by which a field is decided on as_of; null when there is none.
  [[nodiscard]] const AuthorityRule* authority_of(FieldKind field) const;
  [[nodiscard]] std::span<const RowId> rows_of(std::uint32_t person) const {
    return {persons_.rows.data() + persons_.starts[person], persons_.starts[person + 1] - persons_.starts[person]};
  }
  [[nodiscard]] std::span<const std::uint32_t> members_of(std::uint32_t family) const {
    return {families_.persons.data() + families_.starts[family],
            families_.starts[family + 1] - families_.starts[family]};
  }

  /// What people have set, by person and field, one of each.
  [[nodiscard]] const std::vector<DecidedValue>& decisions() const { return decided_; }
  void ask(std::uint32_t person, FieldKind field, Opinions& out) const;
  /// What a person has set; null where nobody has.
  [[nodiscard]] const std::string* decided(std::uint32_t person, FieldKind field) const;
  [[nodiscard]] Winner winner(std::uint32_t person, FieldKind field) const;
  /// The text of what has won among the opinions asked for; it lives until they change.
  std::string_view text(Opinions& opinions, FieldKind field) const;
  [[nodiscard]] Value resolve(std::uint32_t person, FieldKind field) const;
  /// Rows of the person that know another value; rows whose value only looks different (spelling of a date, case) are none.
  [[nodiscard]] std::vector<Dissenter> dissenters(std::uint32_t person, FieldKind field) const;
  /// What one row says of a field, written as Value::text is; empty when it says nothing that can be read.
  [[nodiscard]] std::string text(RowId row, FieldKind field) const;
  /// The same without a copy where a cell holds it; it lives until scratch changes.
  std::string_view text(RowId row, FieldKind field, std::string& scratch) const;

  [[nodiscard]] std::string person_id(std::uint32_t person) const { return id_text('P', person_keys_[person]); }
  [[nodiscard]] std::string family_id(std::uint32_t family) const { return id_text('K', family_keys_[family]); }
  /// Persons or families of that id; kNone when there is none.
  static constexpr std::uint32_t kNone = UINT32_MAX;
  [[nodiscard]] std::uint32_t find_person(std::string_view id) const;
  [[nodiscard]] std::uint32_t find_family(std::string_view id) const;

  [[nodiscard]] std::uint32_t flags(std::uint32_t person) const { return flags_[person]; } // bit 1 << Flag
  [[nodiscard]] bool has(std::uint32_t person, Flag flag) const {
    return (flags_[person] >> static_cast<std::uint32_t>(flag) & 1U) != 0;
  }

  /// Sets of lists; several persons share one code.
  [[nodiscard]] const NumberSets& source_sets() const { return source_sets_; }
  [[nodiscard]] std::uint32_t sources_of_person(std::uint32_t person) const { return person_sources_[person]; }
  [[nodiscard]] std::uint32_t sources_of_family(std::uint32_t family) const { return family_sources_[family]; }

  /// Whether registers have the family, all of them run out on as_of: what hangs on them hangs on nothing that holds.
  [[nodiscard]] bool basis_expired(std::uint32_t family) const { return expired_sets_[family_sources_[family]]; }

  /// Code of Corpus::places, 0 when not known.
  [[nodiscard]] std::uint32_t place_of_person(std::uint32_t person) const { return person_places_[person]; }
  /// The place of most members.
  [[nodiscard]] std::uint32_t place_of_family(std::uint32_t family) const;
  /// The member whom the lists call head, else the eldest grown-up.
  [[nodiscard]] std::uint32_t head_of(std::uint32_t family) const;
  /// Years on as_of, -1 when not known.
  [[nodiscard]] std::int32_t age(std::uint32_t person) const;
  [[nodiscard]] std::uint8_t decile(std::uint32_t person) const;

private:
  bool form(Opinion& opinion, FieldKind field, std::string (&scratch)[2]) const;
  void weigh_names(std::vector<Opinion>& all) const;
  void choose(FieldKind field, Opinions& opinions) const;
  void follow(std::uint32_t person, FieldKind field, Opinions& opinions) const;
  void take_decisions(std::vector<DecidedValue> decided);
  [[nodiscard]] const DecidedValue* decision(std::uint32_t person, FieldKind field) const;
  [[nodiscard]] prepare::Vital vital(std::uint32_t person) const;
  [[nodiscard]] std::uint8_t say(std::uint32_t source, FieldKind field) const;
  void find_authority();
  void find_sources();
  void find_expired();
  void find_places_and_flags(const base::Executor& executor);
  [[nodiscard]] std::uint32_t place_vote(std::uint32_t person) const;
  [[nodiscard]] std::uint32_t compute_flags(std::uint32_t person) const;

  const Corpus& corpus_;
  const Persons& persons_;
  const Families& families_;
  RowCells cells_;
  Day as_of_;
  Programmes programmes_;
  std::vector<std::uint32_t> newness_; // per source: 0 for no date, higher is newer
  std::vector<bool> civil_;            // per source
  AuthorityMatrix authority_;
  std::vector<std::uint8_t> say_; // per source and master field: as Opinion::authority
  NumberSets source_sets_;
  std::vector<std::uint32_t> person_sources_;
  std::vector<std::uint32_t> family_sources_;
  std::vector<bool> expired_sets_; // by set of lists
  std::vector<std::uint32_t> person_places_;
  std::vector<std::uint64_t> person_keys_;
  std::vector<std::uint64_t> family_keys_;
  std::vector<std::uint16_t> flags_;
  std::vector<DecidedValue> decided_; // by person, then field; one of each
};

} // namespace padan::resolve
