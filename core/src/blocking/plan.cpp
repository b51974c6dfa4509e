#include "padan/blocking/plan.hpp"

#include <algorithm>
#include <cassert>

#include "keys.hpp"
#include "padan/base/prefetch.hpp"
#include "padan/base/radix_sort.hpp"

namespace padan::blocking {
namespace {

constexpr std::uint32_t kLargestTrusted = 64; // rows of a block; about 2,000 pairs
constexpr std::uint32_t kLargestDoubtful = 12;
constexpr std::uint32_t kPartitionPairs = 20'000; // some milliseconds of scoring
constexpr std::uint32_t kMostRules = 32;
constexpr std::uint32_t kAhead = 16; // rows between the request for a place of memory and its use

struct Entry {
  std::uint32_t key;
  RowId row;
};

// The blocks of one rule: block b holds rows[starts[b] .. starts[b + 1]).
struct Blocks {
  std::vector<RowId> rows;
  std::vector<std::uint32_t> starts{0};
  std::vector<bool> windowed; // walked as a sorted neighbourhood
  std::vector<RowId> parted;  // rows of keys that did not become one whole block
  std::uint32_t refined = 0;
};

// Makes blocks out of rows that share a key.
class BlockBuilder {
public:
  BlockBuilder(const Corpus& corpus, const Keys& keys, bool trusted)
      : corpus_(corpus), keys_(keys), trusted_(trusted) {}

  void add(Entry* begin, Entry* end, std::uint32_t level) {
    if (end - begin < 2) {
      return; // a row alone has no candidate here
    }
    if (end - begin <= static_cast<std::ptrdiff_t>(trusted_ ? kLargestTrusted : kLargestDoubtful)) {
      close(begin, end, false);
      return;
    }
    if (level == 0) {
      ++blocks_.refined;
      std::for_each(begin, end, [&](const Entry& entry) { blocks_.parted.push_back(entry.row); });
    }
    if (!trusted_ || level == Keys::kRefinements) {
      sort_by_name(begin, end);
      close(begin, end, true);
    } else {
      part(begin, end, level);
    }
  }

  [[nodiscard]] Blocks take() { return std::move(blocks_); }

private:
  void part(Entry* begin, Entry* end, std::uint32_t level) {
    for (Entry* entry = begin; entry != end; ++entry) {
      entry->key = keys_.refinement(entry->row, level);
    }
    std::sort(begin, end,
              [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
    for (Entry* first = begin; first != end;) {
      Entry* last = std::find_if(first, end, [&](const Entry& entry) { return entry.key != first->key; });
      add(first, last, level + 1);
      first = last;
    }
  }

  // Neighbours have names that begin alike; namesakes stand by their age.
  void sort_by_name(Entry* begin, Entry* end) const {
    std::sort(begin, end, [&](const Entry& a, const Entry& b) {
      const prepare::Record& x = corpus_.records[a.row];
      const prepare::Record& y = corpus_.records[b.row];
      if (x.name != y.name) {
        return corpus_.names.phrase(x.name) < corpus_.names.phrase(y.name);
      }
      return x.birth.packed() != y.birth.packed() ? x.birth.packed() < y.birth.packed() : a.row < b.row;
    });
  }

  void close(const Entry* begin, const Entry* end, bool windowed) {
    std::for_each(begin, end, [&](const Entry& entry) { blocks_.rows.push_back(entry.row); });
    blocks_.starts.push_back(static_cast<std::uint32_t>(blocks_.rows.size()));
    blocks_.windowed.push_back(windowed);
  }

  const Corpus& corpus_;
  const Keys& keys_;
  bool trusted_;
  Blocks blocks_;
};

} // namespace

struct PlanBuilder::State {
  State(const Corpus& all, base::Executor run)
      : corpus(all), executor(std::move(run)), keys(all), trusted_rules(keys.trusted_rules()),
        whole_blocks(all.rows(), UINT32_MAX) {
    plan.rules.resize(keys.rules());
    assert(keys.rules() <= kMostRules);
  }

  const Corpus& corpus;
  base::Executor executor;
  Keys keys;
  std::uint32_t trusted_rules;
  std::uint32_t next = 0;                  // rule
  std::vector<std::uint32_t> whole_blocks; // per row one bit a rule: all pairs of its block there are candidates
  std::vector<std::uint32_t> first_keys;   // per row its key of the first rule, 0 where that block is not whole
  Plan plan;

  [[nodiscard]] Blocks blocks_of(std::uint32_t rule) const;
  [[nodiscard]] std::vector<Candidate> candidates(std::uint32_t rule, const Blocks& blocks) const;
  [[nodiscard]] bool is_candidate(std::uint32_t rule, const Parts& a, const Parts& b) const;
  [[nodiscard]] bool share_first_key(const RowId* begin, const RowId* end) const;
};

Blocks PlanBuilder::State::blocks_of(std::uint32_t rule) const {
  std::vector<Entry> entries;
  for (RowId row = 0; row < corpus.rows(); ++row) {
    if (const std::uint32_t key = keys.key(rule, row); key != 0) {
      entries.push_back({key, row});
    }
  }
  base::radix_sort(entries, [](const Entry& entry) { return entry.key; });
  BlockBuilder builder(corpus, keys, Keys::trusted(rule));
  Entry* const end = entries.data() + entries.size();
  for (Entry* first = entries.data(); first != end;) {
    Entry* last = first;
    while (last != end && last->key == first->key) {
      ++last;
    }
    builder.add(first, last, 0);
    first = last;
  }
  return builder.take();
}

// Not forbidden, and no earlier rule brings the two together in a whole block.
bool PlanBuilder::State::is_candidate(std::uint32_t rule, const Parts& a, const Parts& b) const {
  if (a.source == b.source && !corpus.sources[a.source].duplicates_allowed) {
    return false;
  }
  const bool settled = a.settled(b);
  if (settled && !Keys::trusted(rule)) {
    return false;
  }
  const std::uint32_t earlier = (1U << rule) - 1U;
  const std::uint32_t visited = a.whole_blocks & b.whole_blocks & earlier & (settled ? trusted_rules : UINT32_MAX);
  return !keys.share_any(visited, a, b);
}

// Most blocks of later rules hold the rows of one person with one number: they need no look at the rows.
bool PlanBuilder::State::share_first_key(const RowId* begin, const RowId* end) const {
  const std::uint32_t key = first_keys[*begin];
  return key != 0 && std::all_of(begin, end, [&](RowId row) { return first_keys[row] == key; });
}

std::vector<Candidate> PlanBuilder::State::candidates(std::uint32_t rule, const Blocks& blocks) const {
  std::vector<Candidate> pairs;
  std::vector<Parts> rows;
  for (std::size_t block = 0; block < blocks.windowed.size(); ++block) {
    const RowId* begin = blocks.rows.data() + blocks.starts[block];
    const RowId* end = blocks.rows.data() + blocks.starts[block + 1];
    if (rule != 0 && share_first_key(begin, end)) {
      continue;
    }
    rows.clear();
    for (std::uint32_t i = blocks.starts[block]; i < blocks.starts[block + 1]; ++i) {
      if (i + kAhead < blocks.rows.size()) {
        base::prefetch(&corpus.records[blocks.rows[i + kAhead]]);
        keys.prefetch_name(blocks.rows[i + kAhead / 2]);
      }
      rows.push_back(keys.parts(blocks.rows[i], whole_blocks[blocks.rows[i]]));
    }
    const std::size_t reach = blocks.windowed[block] ? Plan::kWindow : rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t j = i + 1; j < std::min(rows.size(), i + 1 + reach); ++j) {
        if (is_candidate(rule, rows[i], rows[j])) {
          pairs.push_back({std::min(rows[i].row, rows[j].row), std::max(rows[i].row, rows[j].row)});
        }
      }
    }
  }
  pairs.shrink_to_fit();
  return pairs;
}

PlanBuilder::PlanBuilder(const Corpus& corpus, base::Executor executor)
    : state_(std::make_unique<State>(corpus, std::move(executor))) {}
PlanBuilder::~PlanBuilder() = default;

std::uint32_t PlanBuilder::rules() const { return static_cast<std::uint32_t>(state_->plan.rules.size()); }
std::uint32_t PlanBuilder::planned() const { return state_->next; }

bool PlanBuilder::step() {
  State& s = *state_;
  const std::uint32_t first = s.next;
  const std::uint32_t count = std::min(s.executor.workers, rules() - first);
  std::vector<Blocks> blocks(count);
  s.executor.run(count, [&](std::uint32_t i) { blocks[i] = s.blocks_of(first + i); });
  if (first == 0) {
    for (RowId row = 0; row < s.corpus.rows(); ++row) {
      s.first_keys.push_back(s.keys.key(0, row));
    }
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const RowId row : blocks[i].parted) {
      s.whole_blocks[row] &= ~(1U << (first + i));
      s.first_keys[row] = first + i == 0 ? 0 : s.first_keys[row];
    }
  }
  s.executor.run(count, [&](std::uint32_t i) {
    std::vector<Candidate> pairs = s.candidates(first + i, blocks[i]);
    const auto found = static_cast<std::uint32_t>(pairs.size());
    s.plan.rules[first + i] = {s.keys.rule_name(first + i), std::move(pairs), found, blocks[i].refined};
    blocks[i] = {};
  });
  s.next += count;
  return s.next == rules();
}

Plan PlanBuilder::finish() {
  Plan& plan = state_->plan;
  for (std::uint32_t rule = 0; rule < rules(); ++rule) {
    const std::uint32_t pairs = plan.rules[rule].count;
    for (std::uint32_t first = 0; first < pairs; first += kPartitionPairs) {
      plan.partitions.push_back({rule, first, std::min(pairs, first + kPartitionPairs)});
    }
  }
  return std::move(plan);
}

std::uint64_t Plan::pairs() const {
  std::uint64_t sum = 0;
  for (const Rule& rule : rules) {
    sum += rule.count;
  }
  return sum;
}

void Plan::drop_candidates() {
  for (Rule& rule : rules) {
    rule.pairs = {};
  }
}

} // namespace padan::blocking
