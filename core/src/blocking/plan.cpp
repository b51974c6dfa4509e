#include "padan/blocking/plan.hpp"

#include <algorithm>
#include <array>

#include "keys.hpp"

namespace padan::blocking {
namespace {

constexpr std::uint32_t kLargestBlock = 64;        // rows; about 2,000 pairs
constexpr std::uint64_t kPartitionPairs = 100'000; // about a tenth of a second of scoring

struct Entry {
  std::uint32_t key;
  RowId row;
};

// Least significant digit first, 11 bits a pass; stable, so rows stay in order inside a key.
void radix_sort(std::vector<Entry>& entries) {
  std::vector<Entry> other(entries.size());
  for (std::uint32_t shift = 0; shift < 33; shift += 11) {
    std::array<std::uint32_t, 2049> starts{};
    for (const Entry& entry : entries) {
      ++starts[(entry.key >> shift & 2047U) + 1];
    }
    for (std::size_t i = 1; i < starts.size(); ++i) {
      starts[i] += starts[i - 1];
    }
    for (const Entry& entry : entries) {
      other[starts[entry.key >> shift & 2047U]++] = entry;
    }
    entries.swap(other);
  }
}

std::uint64_t pairs_of(std::uint64_t rows, bool windowed) {
  return windowed ? rows * Plan::kWindow : rows * (rows - 1) / 2;
}

class RuleBuilder {
public:
  RuleBuilder(const Corpus& corpus, Rule& rule) : corpus_(corpus), rule_(rule) { rule_.starts.push_back(0); }

  void add(Entry* begin, Entry* end, std::uint32_t level) {
    if (end - begin < 2) {
      return; // a row alone has no candidate here
    }
    if (end - begin <= static_cast<std::ptrdiff_t>(kLargestBlock)) {
      close(begin, end, false);
      return;
    }
    rule_.refined += level == 0 ? 1U : 0U;
    if (level == kRefinements) {
      sort_by_name(begin, end);
      close(begin, end, true);
      return;
    }
    for (Entry* entry = begin; entry != end; ++entry) {
      entry->key = refinement(corpus_, entry->row, level);
    }
    std::sort(begin, end,
              [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
    for (Entry* first = begin; first != end;) {
      Entry* last = std::find_if(first, end, [&](const Entry& entry) { return entry.key != first->key; });
      add(first, last, level + 1);
      first = last;
    }
  }

private:
  void sort_by_name(Entry* begin, Entry* end) const {
    const auto phrase = [&](const Entry& entry) { return corpus_.names.phrase(corpus_.records[entry.row].name); };
    std::sort(begin, end, [&](const Entry& a, const Entry& b) {
      const auto left = phrase(a);
      const auto right = phrase(b);
      return left != right ? left < right : a.row < b.row;
    });
  }

  void close(const Entry* begin, const Entry* end, bool windowed) {
    for (const Entry* entry = begin; entry != end; ++entry) {
      rule_.rows.push_back(entry->row);
    }
    rule_.starts.push_back(static_cast<std::uint32_t>(rule_.rows.size()));
    rule_.windowed.push_back(windowed);
    rule_.pairs += pairs_of(static_cast<std::uint64_t>(end - begin), windowed);
  }

  const Corpus& corpus_;
  Rule& rule_;
};

} // namespace

PlanBuilder::PlanBuilder(const Corpus& corpus) : corpus_(corpus), names_(rule_names(corpus)) {
  plan_.rules_.resize(names_.size());
  plan_.blocks_.assign(std::size_t{corpus.rows()} * names_.size(), 0);
}

bool PlanBuilder::step() {
  Rule& rule = plan_.rules_[next_];
  rule.name = names_[next_];
  const std::vector<std::uint32_t> keys = rule_keys(corpus_, next_);
  std::vector<Entry> entries;
  for (RowId row = 0; row < corpus_.rows(); ++row) {
    if (keys[row] != 0) {
      entries.push_back({keys[row], row});
    }
  }
  radix_sort(entries);
  RuleBuilder builder(corpus_, rule);
  Entry* const end = entries.data() + entries.size();
  for (Entry* first = entries.data(); first != end;) {
    Entry* last = first;
    while (last != end && last->key == first->key) {
      ++last;
    }
    builder.add(first, last, 0);
    first = last;
  }
  for (std::uint32_t block = 0; block < rule.windowed.size(); ++block) {
    for (std::uint32_t i = rule.starts[block]; i < rule.starts[block + 1] && !rule.windowed[block]; ++i) {
      // A windowed block brings only neighbours together, so it must not stand for all its pairs.
      plan_.blocks_[std::size_t{rule.rows[i]} * names_.size() + next_] = block + 1;
    }
  }
  return ++next_ == names_.size();
}

Plan PlanBuilder::finish() {
  for (std::uint32_t r = 0; r < plan_.rules_.size(); ++r) {
    const Rule& rule = plan_.rules_[r];
    std::uint64_t pairs = 0;
    std::uint32_t first = 0;
    for (std::uint32_t block = 0; block < rule.windowed.size(); ++block) {
      pairs += pairs_of(rule.starts[block + 1] - rule.starts[block], rule.windowed[block]);
      if (pairs >= kPartitionPairs || block + 1 == rule.windowed.size()) {
        plan_.partitions_.push_back({r, first, block + 1});
        first = block + 1;
        pairs = 0;
      }
    }
  }
  return std::move(plan_);
}

std::uint64_t Plan::pairs() const {
  std::uint64_t sum = 0;
  for (const Rule& rule : rules_) {
    sum += rule.pairs;
  }
  return sum;
}

std::size_t Plan::memory_bytes() const {
  std::size_t bytes = blocks_.capacity() * sizeof(std::uint32_t);
  for (const Rule& rule : rules_) {
    bytes += (rule.rows.capacity() + rule.starts.capacity()) * sizeof(std::uint32_t) + rule.windowed.capacity() / 8;
  }
  return bytes;
}

} // namespace padan::blocking
