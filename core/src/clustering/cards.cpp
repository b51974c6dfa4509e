#include "padan/base/hash.hpp"
#include "padan/base/radix_sort.hpp"
#include "padan/clustering/persons.hpp"

namespace padan::clustering {

Cards find_cards(const Corpus& corpus, const std::vector<bool>& without) {
  struct Entry {
    std::uint64_t key;
    std::uint64_t number;
    RowId row;
  };
  std::vector<Entry> entries;
  for (RowId row = 0; row < corpus.rows(); ++row) {
    if (!without.empty() && without[row]) {
      continue;
    }
    const prepare::Record& record = corpus.records[row];
    if (record.kk_state == prepare::IdState::Good) {
      entries.push_back({base::combine(record.kk, record.source), record.kk, row});
      continue;
    }
    if (record.kk_usable()) {
      // Cards of one day and district that lost their last digits fall together; the village keeps most of them apart.
      const std::uint64_t home = base::combine(record.village, (std::uint64_t{record.rt} << 16) | record.rw);
      entries.push_back({base::combine(base::combine(record.kk, record.source), home), 0, row});
      continue;
    }
    if (const std::uint64_t number = corpus.family_number(row); number != 0) {
      entries.push_back({base::combine(number, record.source), 0, row});
    }
  }
  base::radix_sort(entries, [](const Entry& entry) { return entry.key; });
  Cards cards;
  cards.of_row.assign(corpus.rows(), Cards::kNone);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i == 0 || entries[i].key != entries[i - 1].key) {
      cards.starts.push_back(static_cast<std::uint32_t>(i));
      cards.number.push_back(entries[i].number);
    }
    cards.of_row[entries[i].row] = cards.size() - 1;
    cards.rows.push_back(entries[i].row);
  }
  cards.starts.push_back(static_cast<std::uint32_t>(entries.size()));
  return cards;
}

std::vector<bool> lists_of_members(const Corpus& corpus, const Cards& cards) {
  std::vector<std::uint32_t> rows(corpus.sources.size(), 0);
  std::vector<std::uint32_t> count(corpus.sources.size(), 0);
  for (std::uint32_t card = 0; card < cards.size(); ++card) {
    const std::uint16_t source = corpus.records[cards.rows[cards.starts[card]]].source;
    rows[source] += cards.members(card);
    ++count[source];
  }
  std::vector<bool> lists;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    lists.push_back(count[i] != 0 && rows[i] * 2 >= count[i] * 3);
  }
  return lists;
}

} // namespace padan::clustering
