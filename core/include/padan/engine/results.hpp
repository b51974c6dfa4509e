#pragma once
// The result of a run as faces look at it: the master list, findings, overlaps and the pairs open for review.
//
//   Results results(session, {"2026-11-22"});          // session.outcome() must not be null
//   results.master().persons().size();  results.findings().count(analyse::Code::NikShared);
//
// It refers to the session: drop it before the sources change or another run starts. Looking never changes it.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "padan/analyse/civil_status.hpp"
#include "padan/analyse/conflicts.hpp"
#include "padan/analyse/findings.hpp"
#include "padan/analyse/official.hpp"
#include "padan/analyse/overlap.hpp"
#include "padan/engine/session.hpp"
#include "padan/resolve/master.hpp"

namespace padan::engine {

struct ResultOptions {
  std::string as_of; // ISO day of the run; ages and validity are unknown without it
  analyse::FindingRules rules;
  resolve::AuthorityMatrix authority = resolve::default_authority();
};

/// Part of the region of a run; empty texts ask for all. "?" is what no list tells.
struct Region {
  std::string village;           // a PlaceCount::key
  std::string district;          // name
  std::string regency;           // four digits
  std::vector<bool> within = {}; // by Corpus::places, such as a lokus; empty: any
  [[nodiscard]] bool everywhere() const {
    return village.empty() && district.empty() && regency.empty() && within.empty();
  }
};
inline constexpr std::string_view kUnknownPlace = "?";

/// A village with people of the run.
struct PlaceCount {
  std::uint32_t place = 0; // of the corpus
  std::string key;         // ten digits of the code, else "DISTRICT/VILLAGE" in compact letters: what queries ask for
  std::string village;
  std::string district;
  std::uint32_t persons = 0;
  std::uint32_t families = 0;
};

/// What happened to a row: its person stands in other lists too; nowhere else; earlier in the same list; or somebody has
/// decided that the row, or its person, is left out.
enum class RowStatus : std::uint8_t { Matched, Single, Duplicate, Excluded };
[[nodiscard]] std::string_view to_text(RowStatus status);

struct SourceCount {
  std::uint32_t rows = 0;
  std::uint32_t set_aside = 0;
  std::uint32_t persons = 0;
  std::uint32_t duplicates = 0; // rows - persons - excluded
  std::uint32_t excluded = 0;   // rows left out by decision
  std::uint32_t companions = 0; // whom its rows name beside their own persons, well enough to be found
  std::uint32_t found = 0;      // companions who are persons of some list
};

class Results {
public:
  Results(const Session& session, const ResultOptions& options, const base::Executor& executor = {});
  ~Results();
  Results(Results&&) noexcept;
  Results& operator=(Results&&) noexcept;

  [[nodiscard]] const Outcome& outcome() const;
  [[nodiscard]] const Scoring& scoring() const;
  [[nodiscard]] const resolve::MasterList& master() const;
  [[nodiscard]] const analyse::Findings& findings() const;
  [[nodiscard]] const analyse::OpenPairs& open_pairs() const;
  /// Weighs any two rows as the run did. It holds caches, made when first asked for: one thread at a time.
  [[nodiscard]] matching::Scorer& scorer() const;
  /// Made when first asked for: one thread at a time.
  [[nodiscard]] const analyse::Conflicts& conflicts() const;
  [[nodiscard]] const analyse::CivilStatuses& civil_statuses() const;
  [[nodiscard]] const analyse::Official& official() const;

  [[nodiscard]] analyse::Overlap overlap(analyse::Unit unit, const Region& region = {}) const;
  [[nodiscard]] std::vector<PlaceCount> places() const;         // by district, then village
  [[nodiscard]] std::vector<std::uint32_t> flag_counts() const; // persons per resolve::Flag
  [[nodiscard]] SourceCount source_count(std::uint32_t source) const;
  [[nodiscard]] RowStatus status(RowId row) const;

  /// Texts of a place; empty for place 0.
  [[nodiscard]] std::string_view village_text(std::uint32_t place) const;
  [[nodiscard]] std::string_view district_text(std::uint32_t place) const;
  [[nodiscard]] std::string place_key(std::uint32_t place) const;
  /// First four digits of the village's code, as lists give it; empty when none does.
  [[nodiscard]] std::string regency_key(std::uint32_t place) const;
  /// Places (codes of the corpus) inside the region, as a mask; all of them, 0 included, when it asks for all.
  [[nodiscard]] std::vector<bool> places_like(const Region& region) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::engine
