#include "padan/engine/review.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "decisions.hpp"
#include "padan/clustering/live_persons.hpp"
#include "review_cases.hpp"

namespace padan::engine {
namespace {

using review::EventKind;
using RowPair = std::pair<RowId, RowId>; // the lower row first

RowPair ordered(RowId a, RowId b) { return {std::min(a, b), std::max(a, b)}; }

constexpr EventKind kNothing = EventKind::Undo; // what is said of a pair of which nothing stands

EventKind said_of(const RowPair& rows, const std::map<RowPair, EventKind>& standing) {
  const auto found = standing.find(rows);
  return found == standing.end() ? kNothing : found->second;
}

bool is_verdict(EventKind kind) { return kind == EventKind::Same || kind == EventKind::NotSame; }

} // namespace

std::string_view to_text(Figure figure) {
  switch (figure) {
#define PADAN_CASE(name, text)                                                                                         \
  case Figure::name:                                                                                                   \
    return text;
    PADAN_FIGURES(PADAN_CASE)
#undef PADAN_CASE
  }
  return {};
}

std::string_view to_text(Suspicion suspicion) {
  switch (suspicion) {
#define PADAN_CASE(name, text)                                                                                         \
  case Suspicion::name:                                                                                                \
    return text;
    PADAN_SUSPICIONS(PADAN_CASE)
#undef PADAN_CASE
  }
  return {};
}

struct Review::State {
  explicit State(const Results& of);

  void locate(const review::EventLog& log);
  std::vector<RowPair> changed_pairs(const review::EventLog& log);
  void renew(const std::vector<RowId>& rows);
  [[nodiscard]] CaseState judge(const Case& asked);
  [[nodiscard]] CaseState judge_cluster(const Case& asked);
  [[nodiscard]] bool is_tied(const Case& asked, const std::vector<RowId>& rows, bool by_links) const;
  [[nodiscard]] bool are_kept_apart(const Case& asked);
  [[nodiscard]] std::vector<clustering::Verdict> verdicts() const;
  void count(const std::vector<RowId>& rows);
  [[nodiscard]] std::vector<RowId> rows_of(const Case& asked) const;
  void sort_cases();

  const Results& results;
  FigureCounter counter;
  std::vector<Case> cases;
  std::vector<CaseState> states;
  std::vector<std::pair<RowId, std::uint32_t>> cases_at; // rows at the ends of cases, sorted
  std::vector<std::uint32_t> by_effect; // cases in both orders of the queue, which answers do not change
  std::vector<std::uint32_t> by_weight;
  clustering::LivePersons live;
  RowFinder finder;
  Figures total{};
  std::map<RowId, Figures> moved; // what was clustered again, by its first row: change against the result

  // The log as it was last followed.
  std::vector<std::optional<RowPair>> rows_of_event; // pairs whose rows are there
  std::vector<bool> force;
  std::map<RowPair, std::vector<std::uint32_t>> events_of;
  std::map<RowPair, EventKind> standing;
};

Review::State::State(const Results& of)
    : results(of), counter(of), cases(find_cases(of, counter)), states(cases.size(), CaseState::Open),
      live(of.scoring().corpus, of.scorer(), of.outcome().pairs, of.outcome().thresholds, of.outcome().persons,
           of.outcome().decisions.verdicts),
      finder(of.scoring().corpus), total(counter.total()) {
  for (std::uint32_t i = 0; i < cases.size(); ++i) {
    cases_at.emplace_back(cases[i].left, i);
    cases_at.emplace_back(cases[i].right, i);
  }
  std::sort(cases_at.begin(), cases_at.end());
  sort_cases();
  for (const clustering::Verdict& verdict : of.outcome().decisions.verdicts) {
    standing[ordered(verdict.left, verdict.right)] = verdict.same ? EventKind::Same : EventKind::NotSame;
  }
  for (const auto& [left, right] : of.outcome().decisions.unsure) {
    standing[ordered(left, right)] = EventKind::Unsure;
  }
  for (std::uint32_t i = 0; i < cases.size(); ++i) {
    states[i] = judge(cases[i]);
  }
}

void Review::State::sort_cases() {
  const double accept = results.outcome().thresholds.accept;
  const auto doubt = [&](std::uint32_t i) { return std::fabs(cases[i].weight - accept); };
  by_weight.resize(cases.size());
  std::iota(by_weight.begin(), by_weight.end(), 0U);
  std::stable_sort(by_weight.begin(), by_weight.end(), [&](auto a, auto b) { return doubt(a) < doubt(b); });
  by_effect = by_weight;
  std::stable_sort(by_effect.begin(), by_effect.end(),
                   [&](auto a, auto b) { return cases[a].expected > cases[b].expected; });
}

void Review::State::locate(const review::EventLog& log) {
  for (std::size_t i = rows_of_event.size(); i < log.events().size(); ++i) {
    const review::Event& event = log.events()[i];
    std::optional<RowPair> rows;
    if (is_about_pair(event.kind)) {
      const auto left = finder.find(event.left);
      const auto right = finder.find(event.right);
      if (left && right && *left != *right) {
        rows = ordered(*left, *right);
        events_of[*rows].push_back(static_cast<std::uint32_t>(i));
      }
    }
    rows_of_event.push_back(rows);
    force.push_back(false);
  }
}

// Pairs about which the log now says something else; `standing` follows.
std::vector<RowPair> Review::State::changed_pairs(const review::EventLog& log) {
  std::vector<RowPair> touched;
  for (std::size_t i = 0; i < force.size(); ++i) {
    if (force[i] != log.speaks(i)) {
      force[i] = log.speaks(i);
      if (rows_of_event[i]) {
        touched.push_back(*rows_of_event[i]);
      }
    }
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::erase_if(touched, [&](const RowPair& rows) {
    const std::optional<std::size_t> speaker = log.speaker(events_of[rows]);
    const EventKind now = speaker ? log.events()[*speaker].kind : kNothing;
    const EventKind before = said_of(rows, standing);
    if (now == kNothing) {
      standing.erase(rows);
    } else {
      standing[rows] = now;
    }
    return now == before;
  });
  return touched;
}

std::vector<clustering::Verdict> Review::State::verdicts() const {
  std::vector<clustering::Verdict> verdicts;
  for (const auto& [rows, kind] : standing) {
    if (kind != EventKind::Unsure) {
      verdicts.push_back({rows.first, rows.second, kind == EventKind::Same});
    }
  }
  return verdicts;
}

void Review::State::count(const std::vector<RowId>& rows) {
  const clustering::Persons& persons = results.outcome().persons;
  std::vector<std::uint32_t> concerned;
  std::map<std::uint32_t, std::vector<RowId>> groups;
  for (const RowId row : rows) {
    moved.erase(row);
    concerned.push_back(persons.of_row[row]);
    groups[live.root(row)].push_back(row);
  }
  std::sort(concerned.begin(), concerned.end());
  concerned.erase(std::unique(concerned.begin(), concerned.end()), concerned.end());
  std::vector<std::vector<RowId>> parts;
  for (auto& [root, group] : groups) {
    parts.push_back(std::move(group));
  }
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  moved[rows.front()] = counter.change(concerned, parts);
}

std::vector<RowId> Review::State::rows_of(const Case& asked) const {
  const resolve::MasterList& master = results.master();
  const std::uint32_t p = master.persons().of_row[asked.left];
  const std::uint32_t q = master.persons().of_row[asked.right];
  const auto all = master.rows_of(p);
  std::vector<RowId> rows(all.begin(), all.end());
  if (p != q) {
    const auto more = master.rows_of(q);
    rows.insert(rows.end(), more.begin(), more.end());
    std::sort(rows.begin(), rows.end());
  }
  return rows;
}

// Whether decisions, with or without links beyond doubt, tie the ends of a pair or all rows of a cluster.
bool Review::State::is_tied(const Case& asked, const std::vector<RowId>& rows, bool by_links) const {
  std::map<RowId, RowId> part;
  for (const RowId row : rows) {
    part[row] = by_links ? results.open_pairs().piece_of[row] : row;
  }
  for (const RowId row : rows) {
    for (auto at = standing.lower_bound({row, 0}); at != standing.end() && at->first.first == row; ++at) {
      const auto other = part.find(at->first.second);
      if (at->second == EventKind::Same && other != part.end()) {
        const RowId from = part[row];
        const RowId to = other->second;
        for (auto& [member, of] : part) {
          of = of == from ? to : of;
        }
      }
    }
  }
  return asked.cluster ? std::all_of(part.begin(), part.end(),
                                     [&](const auto& entry) { return entry.second == part.begin()->second; })
                       : part[asked.left] == part[asked.right];
}

bool Review::State::are_kept_apart(const Case& asked) {
  const std::vector<RowId> left = live.group(asked.left);
  const std::vector<RowId> right = live.group(asked.right);
  return std::any_of(left.begin(), left.end(), [&](RowId a) {
    return std::any_of(right.begin(), right.end(),
                       [&](RowId b) { return said_of(ordered(a, b), standing) == EventKind::NotSame; });
  });
}

CaseState Review::State::judge_cluster(const Case& asked) {
  const std::vector<RowId> rows = rows_of(asked);
  const bool whole =
      std::all_of(rows.begin(), rows.end(), [&](RowId row) { return live.root(row) == live.root(rows.front()); });
  return !whole || is_tied(asked, rows, false) ? CaseState::Done : CaseState::Open;
}

CaseState Review::State::judge(const Case& asked) {
  const EventKind said = said_of(ordered(asked.left, asked.right), standing);
  if (asked.cluster) {
    const CaseState state = judge_cluster(asked);
    return state == CaseState::Open && said == EventKind::Unsure ? CaseState::Unsure : state;
  }
  if (said != kNothing) {
    return said == EventKind::Unsure ? CaseState::Unsure : CaseState::Done;
  }
  const bool together = live.root(asked.left) == live.root(asked.right);
  if (together != asked.accepted) {
    return CaseState::Done; // it follows from another answer
  }
  const bool settled = together ? is_tied(asked, live.group(asked.left), true) : are_kept_apart(asked);
  return settled ? CaseState::Done : CaseState::Open;
}

void Review::State::renew(const std::vector<RowId>& rows) {
  for (const RowId row : rows) {
    const auto first = std::lower_bound(cases_at.begin(), cases_at.end(), std::pair(row, 0U));
    for (auto at = first; at != cases_at.end() && at->first == row; ++at) {
      states[at->second] = judge(cases[at->second]);
    }
  }
}

Review::Review(const Results& results) : state_(std::make_unique<State>(results)) {}
Review::~Review() = default;

const std::vector<Case>& Review::cases() const { return state_->cases; }
CaseState Review::state(std::uint32_t of_case) const { return state_->states[of_case]; }

void Review::follow(const review::EventLog& log) {
  State& s = *state_;
  s.locate(log);
  const std::map<RowPair, EventKind> before = s.standing;
  const std::vector<RowPair> changed = s.changed_pairs(log);
  if (changed.empty()) {
    return;
  }
  std::vector<RowPair> verdicts; // unsure moves nobody
  std::vector<RowId> rows;
  for (const RowPair& pair : changed) {
    if (is_verdict(said_of(pair, before)) || is_verdict(said_of(pair, s.standing))) {
      verdicts.push_back(pair);
    }
    rows.insert(rows.end(), {pair.first, pair.second});
  }
  if (!verdicts.empty()) {
    for (const std::vector<RowId>& again : s.live.follow(verdicts, s.verdicts())) {
      s.count(again);
      rows.insert(rows.end(), again.begin(), again.end());
    }
  }
  s.renew(rows);
}

LiveCounts Review::live() const {
  Figures figures = state_->total;
  for (const auto& [row, change] : state_->moved) {
    for (std::size_t i = 0; i < kFigures; ++i) {
      figures[i] += change[i];
    }
  }
  const auto open = std::count(state_->states.begin(), state_->states.end(), CaseState::Open);
  return {figures, static_cast<std::uint32_t>(open)};
}

Result<std::vector<std::uint32_t>> Review::queue(const QueueQuery& query, std::size_t most) const {
  const State& s = *state_;
  const prepare::Corpus& corpus = s.results.scoring().corpus;
  const auto source = std::find_if(corpus.sources.begin(), corpus.sources.end(),
                                   [&](const prepare::SourceRows& list) { return list.name == query.source; });
  if (!query.source.empty() && source == corpus.sources.end()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "source"}, {"value", query.source}});
  }
  const bool anywhere = query.village.empty() && query.district.empty();
  const std::vector<bool> places =
      anywhere ? std::vector<bool>() : s.results.places_like({query.village, query.district, {}});
  const auto fits = [&](RowId row) {
    return (query.source.empty() || (row >= source->begin && row < source->end)) &&
           (anywhere || places[corpus.records[row].village]);
  };
  std::vector<std::uint32_t> queue;
  for (const std::uint32_t i : query.by_weight ? s.by_weight : s.by_effect) {
    if (queue.size() == most) {
      break;
    }
    if (s.states[i] == query.state && (fits(s.cases[i].left) || fits(s.cases[i].right))) {
      queue.push_back(i);
    }
  }
  return queue;
}

Ranges Review::ranges(const std::vector<std::uint32_t>& queue, std::size_t decided) const {
  const State& s = *state_;
  std::vector<bool> settled(s.cases.size(), false);
  for (std::size_t i = 0; i < std::min(decided, queue.size()); ++i) {
    settled[queue[i]] = true;
  }
  const Figures now = live().figures;
  Ranges ranges;
  for (std::size_t figure = 0; figure < kFigures; ++figure) {
    ranges[figure] = {now[figure], now[figure], now[figure]};
  }
  for (std::uint32_t i = 0; i < s.cases.size(); ++i) {
    if (s.states[i] == CaseState::Done || settled[i]) {
      continue;
    }
    for (std::size_t figure = 0; figure < kFigures; ++figure) {
      const std::int64_t change = s.cases[i].change[figure];
      (change < 0 ? ranges[figure].low : ranges[figure].high) += change;
    }
  }
  return ranges;
}

std::vector<CasePattern> Review::patterns(const std::vector<std::uint32_t>& queue) const {
  const State& s = *state_;
  const Scoring& scoring = s.results.scoring();
  std::map<std::string, CasePattern> found;
  matching::Evidence evidence;
  for (const std::uint32_t i : queue) {
    const Case& asked = s.cases[i];
    if (asked.cluster) {
      continue;
    }
    (void)s.results.scorer().weigh(std::min(asked.left, asked.right), std::max(asked.left, asked.right), evidence);
    std::string key;
    for (std::size_t c = 0; c < scoring.model.comparisons.size(); ++c) {
      key.append({"0123456789abcdef"[evidence.levels[c] >> 4], "0123456789abcdef"[evidence.levels[c] & 15]});
    }
    CasePattern& pattern = found[key];
    if (pattern.cases.empty()) {
      pattern.key = key;
      pattern.levels = level_texts(scoring, evidence);
      std::erase_if(pattern.levels, [](const LevelText& text) { return text.level == "missing"; });
    }
    pattern.cases.push_back(i);
    pattern.accepted += asked.accepted ? 1U : 0U;
    pattern.weight += asked.weight;
  }
  std::vector<CasePattern> patterns;
  for (auto& [key, pattern] : found) {
    pattern.weight /= static_cast<double>(pattern.cases.size());
    patterns.push_back(std::move(pattern));
  }
  std::stable_sort(patterns.begin(), patterns.end(),
                   [](const CasePattern& a, const CasePattern& b) { return a.cases.size() > b.cases.size(); });
  return patterns;
}

std::vector<RowId> Review::rows(std::uint32_t of_case) const { return state_->rows_of(state_->cases[of_case]); }
RowName Review::name_of(RowId row) const { return engine::name_of(state_->results.scoring().corpus, row); }
std::optional<RowId> Review::find(const RowName& name) const { return state_->finder.find(name); }

FoundDecisions Review::find(const review::Decisions& decisions) const {
  return find_decisions(state_->finder, decisions);
}

std::vector<review::RowVerdict> Review::answer(std::uint32_t of_case, bool same) const {
  const Case& asked = state_->cases[of_case];
  if (asked.cluster && same) {
    return answer({rows(of_case)});
  }
  return {{name_of(asked.left), name_of(asked.right), same}};
}

std::vector<review::RowVerdict> Review::answer(const std::vector<std::vector<RowId>>& parts) const {
  std::vector<std::vector<RowName>> named;
  for (const std::vector<RowId>& part : parts) {
    std::vector<RowName>& names = named.emplace_back();
    for (const RowId row : part) {
      names.push_back(name_of(row));
    }
  }
  return review::verdicts_of(named);
}

} // namespace padan::engine
