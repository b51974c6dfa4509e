#pragma once
// Questions to people, ordered by what the other answer would change, and what is left of them while people answer.
//
//   Review review(results);
//   review.follow(log);                                   // decisions so far, as often as the log grows
//   for (std::uint32_t c : review.queue({})) { review.cases()[c].change; }

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/details.hpp"
#include "padan/review/event_log.hpp"

namespace padan::engine {

/// The main numbers of a result: enumerator, text.
#define PADAN_FIGURES(X)                                                                                               \
  X(Persons, "persons")                                                                                                \
  X(Families, "families")                                                                                              \
  X(Inside, "inside")   /* persons who receive aid and whose family is on a register */                                \
  X(Outside, "outside") /* ... and is on none */                                                                       \
  X(DeceasedReceiving, "deceased_receiving")                                                                           \
  X(PoorestWithoutAid, "poorest_without_aid") /* families of decile 1 of whom nobody receives anything */

enum class Figure : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_FIGURES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kFigures = 6;
[[nodiscard]] std::string_view to_text(Figure figure);

/// By Figure.
using Figures = std::array<std::int64_t, kFigures>;

/// What makes a person's rows look like two people.
#define PADAN_SUSPICIONS(X)                                                                                            \
  X(TwoNiks, "two_niks") /* good ones, further apart than a slip */                                                    \
  X(TwoSexes, "two_sexes")                                                                                             \
  X(TwoBirths, "two_births")                                                                                           \
  X(TwiceInCleanList, "twice_in_clean_list") /* in a list that names everybody once */                                 \
  X(WeakLink, "weak_link")                   /* its rows hang together by one doubtful link */

enum class Suspicion : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_SUSPICIONS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kSuspicions = 5;
[[nodiscard]] std::string_view to_text(Suspicion suspicion);

/// A pair of rows, or a person whose rows may not belong together: then left and right end its weakest link.
struct Case {
  bool cluster = false;
  bool accepted = false; // one person now
  RowId left = 0;
  RowId right = 0;
  double weight = 0.0;
  double probability = 0.0;     // that left and right are one person
  std::uint32_t suspicions = 0; // bit 1 << Suspicion
  Figures change{};             // what the other answer would do
  double expected = 0.0;        // probability of the other answer times the figures that it moves
};

enum class CaseState : std::uint8_t { Open, Unsure, Done };

struct Range {
  std::int64_t count = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
};
using Ranges = std::array<Range, kFigures>;

struct QueueQuery {
  bool by_weight = false; // nearest to even odds first, else by expected change
  CaseState state = CaseState::Open;
  std::string source; // of either side
  std::string district;
  std::string village; // PlaceCount::key
};

/// Cases that look alike: the levels of the comparisons of their pair.
struct CasePattern {
  std::string key;                  // the same in every run with these comparisons
  std::vector<LevelText> levels;    // without those that are missing
  std::vector<std::uint32_t> cases; // open ones
  std::uint32_t accepted = 0;
  double weight = 0.0; // mean
};

struct LiveCounts {
  Figures figures{}; // persons as far as rows speak; the others are estimates: families are asked again only by a run
  std::uint32_t questions = 0;
};

/// Refers to the results and to nothing else; dies before them. Building: O(rows + pairs), some seconds for a million rows
/// in a page; an answer: what hangs together with it.
class Review {
public:
  explicit Review(const Results& results);
  ~Review();

  [[nodiscard]] const std::vector<Case>& cases() const;
  [[nodiscard]] CaseState state(std::uint32_t of_case) const;
  /// Takes in what the log says now. Cost: a look at each event, and a clustering of what the changed ones concern.
  void follow(const review::EventLog& log);
  [[nodiscard]] LiveCounts live() const;

  /// Cases that fit, in order, the first `most` of them. Errors: RequestInvalid for an unknown list. Cost: a look at each case.
  [[nodiscard]] Result<std::vector<std::uint32_t>> queue(const QueueQuery& query, std::size_t most = SIZE_MAX) const;
  /// Where the figures lie while the open cases without the first `decided` of the queue are open.
  [[nodiscard]] Ranges ranges(const std::vector<std::uint32_t>& queue = {}, std::size_t decided = 0) const;
  /// Of pairs only; most open cases first.
  [[nodiscard]] std::vector<CasePattern> patterns(const std::vector<std::uint32_t>& queue) const;

  /// Rows of a case: both persons of a pair, or the rows of the cluster, ascending.
  [[nodiscard]] std::vector<RowId> rows(std::uint32_t of_case) const;
  /// The pairs of rows that an answer to a case is made of.
  [[nodiscard]] std::vector<review::RowVerdict> answer(std::uint32_t of_case, bool same) const;
  /// Pairs of rows that say which rows are one person and which are not. parts: rows of the run, each once.
  [[nodiscard]] std::vector<review::RowVerdict> answer(const std::vector<std::vector<RowId>>& parts) const;
  [[nodiscard]] RowName name_of(RowId row) const;
  /// The row that an event is about, where it is there.
  [[nodiscard]] std::optional<RowId> find(const RowName& name) const;
  /// Decisions in the rows of the run. Cost: a hash of each row of the lists in which rows moved, once.
  [[nodiscard]] FoundDecisions find(const review::Decisions& decisions) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::engine
