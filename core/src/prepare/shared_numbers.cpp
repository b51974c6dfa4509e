#include "shared_numbers.hpp"

#include <algorithm>

#include "padan/base/radix_sort.hpp"

namespace padan::prepare {
namespace {

constexpr std::size_t kDifferentPeople = 3;
constexpr std::size_t kLargestFamily = 25; // rows of one card in one list

struct Entry {
  std::uint64_t number;
  RowId row;
};

std::vector<Entry> sorted(const Corpus& corpus, std::uint64_t Record::*number, bool (Record::*usable)() const) {
  std::vector<Entry> entries;
  for (RowId row = 0; row < corpus.rows(); ++row) {
    const Record& record = corpus.records[row];
    if ((record.*usable)()) {
      entries.push_back({record.*number, row});
    }
  }
  base::radix_sort(entries, [](const Entry& entry) { return entry.number; });
  return entries;
}

template <class Visit> void for_each_group(const std::vector<Entry>& entries, Visit visit) {
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin + 1;
    while (end < entries.size() && entries[end].number == entries[begin].number) {
      ++end;
    }
    visit(begin, end);
    begin = end;
  }
}

template <class Value> std::size_t distinct(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

// A number that several different people bear.
void mark_shared(Corpus& corpus, const std::vector<Entry>& niks) {
  std::vector<std::uint32_t> sounds;
  std::vector<std::uint32_t> dates;
  for_each_group(niks, [&](std::size_t begin, std::size_t end) {
    if (end - begin < kDifferentPeople) {
      return;
    }
    sounds.clear();
    dates.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const Record& record = corpus.records[niks[i].row];
      const auto tokens = corpus.names.tokens(record.name);
      if (!tokens.empty()) {
        sounds.push_back(corpus.names.token(tokens.back()).sound);
      }
      if (record.birth.state == DateState::Full && !record.birth_from_nik) {
        dates.push_back(record.birth.packed());
      }
    }
    if (distinct(sounds) >= kDifferentPeople && distinct(dates) >= kDifferentPeople) {
      for (std::size_t i = begin; i < end; ++i) {
        Record& record = corpus.records[niks[i].row];
        record.nik_state = record.nik_state == IdState::Prefix15 ? IdState::Prefix15 : IdState::Shared;
        record.birth = record.birth_from_nik ? Date{} : record.birth;
      }
    }
  });
}

void mark_shared_cards(Corpus& corpus) {
  const std::vector<Entry> cards = sorted(corpus, &Record::kk, &Record::kk_usable);
  for_each_group(cards, [&](std::size_t begin, std::size_t end) {
    if (end - begin > kLargestFamily * corpus.sources.size()) {
      for (std::size_t i = begin; i < end; ++i) {
        corpus.records[cards[i].row].kk_state = IdState::Shared;
      }
    }
  });
}

// A number that two lists give one person.
void mark_confirmed(Corpus& corpus, const std::vector<Entry>& niks) {
  for_each_group(niks, [&](std::size_t begin, std::size_t end) {
    const std::size_t last = std::min(end, begin + kLargestFamily); // larger groups are shared numbers
    for (std::size_t i = begin; i < last; ++i) {
      for (std::size_t j = i + 1; j < last; ++j) {
        Record& a = corpus.records[niks[i].row];
        Record& b = corpus.records[niks[j].row];
        const bool told = !a.birth_from_nik && !b.birth_from_nik && a.birth.full() && b.birth.full();
        const bool alike = (a.name != 0 && a.name == b.name) || (told && a.birth.packed() == b.birth.packed());
        if (a.source != b.source && a.nik_state == IdState::Good && b.nik_state == IdState::Good && alike) {
          a.nik_confirmed = b.nik_confirmed = true;
        }
      }
    }
  });
}

} // namespace

void mark_numbers(Corpus& corpus) {
  const std::vector<Entry> niks = sorted(corpus, &Record::nik, &Record::nik_usable);
  mark_shared(corpus, niks);
  mark_confirmed(corpus, niks);
  mark_shared_cards(corpus);
}

} // namespace padan::prepare
