#include "shared_numbers.hpp"

#include <algorithm>

namespace padan::prepare {
namespace {

constexpr std::size_t kDifferentPeople = 3;
constexpr std::size_t kLargestFamily = 25; // rows of one card in one list

using Entry = std::pair<std::uint64_t, RowId>;

std::vector<Entry> sorted(const Corpus& corpus, std::uint64_t Record::*number, bool (Record::*usable)() const) {
  std::vector<Entry> entries;
  for (RowId row = 0; row < corpus.rows(); ++row) {
    const Record& record = corpus.records[row];
    if ((record.*usable)()) {
      entries.emplace_back(record.*number, row);
    }
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

template <class Visit> void for_each_group(const std::vector<Entry>& entries, Visit visit) {
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin + 1;
    while (end < entries.size() && entries[end].first == entries[begin].first) {
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

} // namespace

void mark_shared_numbers(Corpus& corpus) {
  const std::vector<Entry> niks = sorted(corpus, &Record::nik, &Record::nik_usable);
  std::vector<std::uint32_t> sounds;
  std::vector<std::uint32_t> dates;
  for_each_group(niks, [&](std::size_t begin, std::size_t end) {
    if (end - begin < kDifferentPeople) {
      return;
    }
    sounds.clear();
    dates.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const Record& record = corpus.records[niks[i].second];
      const auto tokens = corpus.names.tokens(record.name);
      if (!tokens.empty()) {
        sounds.push_back(corpus.names.sound(tokens.back()));
      }
      if (record.birth.state == DateState::Full && !record.birth_from_nik) {
        dates.push_back(record.birth.packed());
      }
    }
    if (distinct(sounds) >= kDifferentPeople && distinct(dates) >= kDifferentPeople) {
      for (std::size_t i = begin; i < end; ++i) {
        Record& record = corpus.records[niks[i].second];
        record.nik_state = record.nik_state == IdState::Prefix15 ? IdState::Prefix15 : IdState::Shared;
        record.birth = record.birth_from_nik ? Date{} : record.birth;
      }
    }
  });
  const std::vector<Entry> cards = sorted(corpus, &Record::kk, &Record::kk_usable);
  for_each_group(cards, [&](std::size_t begin, std::size_t end) {
    if (end - begin > kLargestFamily * corpus.sources.size()) {
      for (std::size_t i = begin; i < end; ++i) {
        corpus.records[cards[i].second].kk_state = IdState::Shared;
      }
    }
  });
}

void mark_confirmed_numbers(Corpus& corpus) {
  const std::vector<Entry> niks = sorted(corpus, &Record::nik, &Record::nik_usable);
  for_each_group(niks, [&](std::size_t begin, std::size_t end) {
    const std::size_t last = std::min(end, begin + kLargestFamily); // larger groups are shared numbers
    for (std::size_t i = begin; i < last; ++i) {
      for (std::size_t j = i + 1; j < last; ++j) {
        Record& a = corpus.records[niks[i].second];
        Record& b = corpus.records[niks[j].second];
        const bool told = !a.birth_from_nik && !b.birth_from_nik && a.birth.full() && b.birth.full();
        const bool alike = (a.name != 0 && a.name == b.name) || (told && a.birth.packed() == b.birth.packed());
        if (a.source != b.source && a.nik_state == IdState::Good && b.nik_state == IdState::Good && alike) {
          a.nik_confirmed = b.nik_confirmed = true;
        }
      }
    }
  });
}

} // namespace padan::prepare
