#include "padan/engine/results.hpp"

#include <algorithm>
#include <optional>

#include "padan/prepare/address.hpp"

namespace padan::engine {
namespace {

std::vector<resolve::FileInfo> infos(const Session& session) {
  std::vector<resolve::FileInfo> infos;
  for (const Source* source : session.run_sources()) {
    infos.push_back({source->name, &source->grid, &source->recognition, source->facts.owner, source->facts.kind,
                     source->facts.data_date, source->facts.valid_until});
  }
  return infos;
}

} // namespace

std::string_view to_text(RowStatus status) {
  switch (status) {
  case RowStatus::Matched:
    return "matched";
  case RowStatus::Single:
    return "single";
  case RowStatus::Duplicate:
    return "duplicate";
  case RowStatus::Excluded:
    return "excluded";
  }
  return {};
}

struct Results::State {
  State(const Session& session, const ResultOptions& options, const base::Executor& executor)
      : outcome(*session.outcome()), scoring(session.scoring()),
        master(scoring.corpus, outcome.persons, outcome.families, infos(session), resolve::parse_day(options.as_of),
               executor, outcome.decisions.values, options.authority),
        findings(master, outcome.cards, options.rules, executor),
        open(analyse::find_open_pairs(outcome.persons, outcome.pairs, outcome.thresholds, outcome.decisions.verdicts)) {
  }

  const Outcome& outcome;
  const Scoring& scoring;
  resolve::MasterList master;
  analyse::Findings findings;
  analyse::OpenPairs open;
  std::optional<matching::Scorer> scorer;
  std::optional<analyse::Conflicts> conflicts;
  std::optional<analyse::CivilStatuses> civil_statuses;
  std::optional<analyse::Official> official;
};

Results::Results(const Session& session, const ResultOptions& options, const base::Executor& executor)
    : state_(std::make_unique<State>(session, options, executor)) {}
Results::~Results() = default;
Results::Results(Results&&) noexcept = default;
Results& Results::operator=(Results&&) noexcept = default;

const Outcome& Results::outcome() const { return state_->outcome; }
const Scoring& Results::scoring() const { return state_->scoring; }
const resolve::MasterList& Results::master() const { return state_->master; }
const analyse::Findings& Results::findings() const { return state_->findings; }
const analyse::OpenPairs& Results::open_pairs() const { return state_->open; }
matching::Scorer& Results::scorer() const {
  if (!state_->scorer) {
    state_->scorer.emplace(state_->scoring.corpus, state_->scoring.model);
  }
  return *state_->scorer;
}

const analyse::Conflicts& Results::conflicts() const {
  if (!state_->conflicts) {
    state_->conflicts.emplace(state_->master);
  }
  return *state_->conflicts;
}

const analyse::CivilStatuses& Results::civil_statuses() const {
  if (!state_->civil_statuses) {
    state_->civil_statuses.emplace(state_->master);
  }
  return *state_->civil_statuses;
}

const analyse::Official& Results::official() const {
  if (!state_->official) {
    state_->official.emplace(state_->master, state_->outcome.pairs, state_->open);
  }
  return *state_->official;
}

analyse::Overlap Results::overlap(analyse::Unit unit, const Region& region) const {
  std::function<bool(std::uint32_t)> keep;
  if (!region.everywhere()) {
    keep = [wanted = places_like(region)](std::uint32_t place) { return wanted[place]; };
  }
  return analyse::find_overlap(state_->master, state_->outcome.pairs, state_->open, unit, keep);
}

std::string_view Results::village_text(std::uint32_t place) const {
  const prepare::Corpus& corpus = state_->scoring.corpus;
  return corpus.place_texts[corpus.display_of[corpus.places[place].village_name]];
}

std::string_view Results::district_text(std::uint32_t place) const {
  const prepare::Corpus& corpus = state_->scoring.corpus;
  return corpus.place_texts[corpus.display_of[corpus.places[place].district_name]];
}

std::string Results::place_key(std::uint32_t place) const {
  const prepare::Corpus& corpus = state_->scoring.corpus;
  const prepare::Place& at = corpus.places[place];
  if (at.code != 0) {
    const std::string digits = std::to_string(at.code);
    return std::string(digits.size() < 10 ? 10 - digits.size() : 0, '0') + digits;
  }
  if (place == 0) {
    return {};
  }
  return std::string(corpus.place_names[at.district_name]).append("/").append(corpus.place_names[at.village_name]);
}

std::string Results::regency_key(std::uint32_t place) const {
  return state_->scoring.corpus.places[place].code == 0 ? std::string() : place_key(place).substr(0, 4);
}

std::vector<bool> Results::places_like(const Region& region) const {
  const prepare::Corpus& corpus = state_->scoring.corpus;
  std::string compact;
  prepare::read_place(region.district, compact);
  const auto fits = [](const std::string& asked, const auto& key) {
    return asked.empty() || (asked == kUnknownPlace ? key.empty() : key == asked);
  };
  std::vector<bool> wanted(corpus.places.size(), true);
  for (std::uint32_t place = 0; place < wanted.size(); ++place) {
    const std::string_view district = corpus.place_names[corpus.places[place].district_name];
    wanted[place] =
        (region.within.empty() || region.within[place]) && fits(region.village, place_key(place)) &&
        fits(region.regency, regency_key(place)) &&
        (region.district == kUnknownPlace ? district.empty() : region.district.empty() || district == compact);
  }
  return wanted;
}

std::vector<PlaceCount> Results::places() const {
  const resolve::MasterList& master = state_->master;
  std::vector<PlaceCount> counts(state_->scoring.corpus.places.size());
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    ++counts[master.place_of_person(person)].persons;
  }
  for (std::uint32_t family = 0; family < master.families().size(); ++family) {
    ++counts[master.place_of_family(family)].families;
  }
  std::vector<PlaceCount> places;
  for (std::uint32_t place = 1; place < counts.size(); ++place) {
    if (counts[place].persons != 0 || counts[place].families != 0) {
      places.push_back({place, place_key(place), std::string(village_text(place)), std::string(district_text(place)),
                        counts[place].persons, counts[place].families});
    }
  }
  std::sort(places.begin(), places.end(), [](const PlaceCount& a, const PlaceCount& b) {
    return a.district != b.district ? a.district < b.district
           : a.village != b.village ? a.village < b.village
                                    : a.key < b.key;
  });
  return places;
}

std::vector<std::uint32_t> Results::flag_counts() const {
  std::vector<std::uint32_t> counts(resolve::kFlags, 0);
  for (std::uint32_t person = 0; person < state_->master.persons().size(); ++person) {
    const std::uint32_t flags = state_->master.flags(person);
    for (std::uint32_t flag = 0; flag < resolve::kFlags; ++flag) {
      counts[flag] += flags >> flag & 1U;
    }
  }
  return counts;
}

SourceCount Results::source_count(std::uint32_t source) const {
  const prepare::SourceRows& rows = state_->scoring.corpus.sources[source];
  SourceCount count;
  count.rows = rows.end - rows.begin;
  for (const resolve::FileInfo& file : state_->master.cells().files_of(source)) {
    count.set_aside += static_cast<std::uint32_t>(file.recognition->skipped.size());
  }
  for (RowId row = rows.begin; row < rows.end; ++row) {
    const RowStatus here = status(row);
    count.duplicates += here == RowStatus::Duplicate ? 1U : 0U;
    count.excluded += here == RowStatus::Excluded ? 1U : 0U;
  }
  count.persons = count.rows - count.duplicates - count.excluded;
  const auto& mentions = state_->scoring.corpus.mentions;
  const auto first = [&](RowId wanted) {
    return std::lower_bound(mentions.begin(), mentions.end(), wanted,
                            [](const prepare::Mention& mention, RowId row) { return mention.row < row; });
  };
  for (auto at = first(rows.begin); at != mentions.end() && at->row < rows.end; ++at) {
    const auto place = static_cast<std::size_t>(at - mentions.begin());
    ++count.companions;
    count.found += state_->outcome.named.person[place] != resolve::Named::kNone ? 1U : 0U;
  }
  return count;
}

RowStatus Results::status(RowId row) const {
  const prepare::Corpus& corpus = state_->scoring.corpus;
  const resolve::MasterList& master = state_->master;
  const std::uint32_t person = master.persons().of_row[row];
  if (person >= master.persons().size()) {
    return RowStatus::Excluded;
  }
  const std::span<const RowId> rows = master.rows_of(person); // ascending, those of a list in one run
  const auto at = std::lower_bound(rows.begin(), rows.end(), row);
  if (at != rows.begin() && *(at - 1) >= corpus.sources[corpus.records[row].source].begin) {
    return RowStatus::Duplicate;
  }
  return master.has(person, resolve::Flag::SeveralLists) ? RowStatus::Matched : RowStatus::Single;
}

} // namespace padan::engine
