#include "padan/resolve/named.hpp"

#include <algorithm>
#include <numeric>

#include "padan/base/hash.hpp"
#include "padan/base/radix_sort.hpp"
#include "padan/matching/phrase_match.hpp"

namespace padan::resolve {
namespace {

using matching::PhraseLevel;
using prepare::IdState;
using prepare::Mention;
using prepare::Record;
using prepare::Sex;
using table::Role;

struct Key {
  std::uint64_t key;
  std::uint32_t at; // mention or row
};

// A few bits a key tell of most rows that nobody means them.
class Sieve {
public:
  explicit Sieve(const std::vector<Key>& keys) : bits_(std::max<std::size_t>(64, keys.size() * 16), false) {
    for (const Key& key : keys) {
      bits_[key.key % bits_.size()] = true;
    }
  }
  [[nodiscard]] bool passes(std::uint64_t key) const { return bits_[key % bits_.size()]; }

private:
  std::vector<bool> bits_;
};

std::uint64_t number_key(std::uint64_t nik) { return base::mix(nik / 10); } // the last digit may be lost on either side
std::uint64_t birth_key(std::uint32_t name, std::uint32_t year) { return base::combine(name, year); }

class Finder {
public:
  Finder(const Corpus& corpus, const Persons& persons) : corpus_(corpus), persons_(persons), names_(corpus.names) {}

  Named run() {
    named_.person.assign(corpus_.mentions.size(), Named::kNone);
    if (corpus_.mentions.empty()) {
      return std::move(named_);
    }
    seek([](const Mention& mention) { return mention.nik != 0 ? number_key(mention.nik) : 0; },
         [](const Record& record) {
           const bool comparable = record.nik_length == 16 && record.nik_usable();
           return comparable ? number_key(record.nik) : 0;
         },
         [this](const Mention& mention, RowId row) { return by_number(mention, row); });
    seek(
        [](const Mention& mention) {
          return mention.name != 0 && mention.year != 0 ? birth_key(mention.name, mention.year) : 0;
        },
        [](const Record& record) {
          const bool known = record.name != 0 && record.birth.year != 0 && record.birth.spread == 0;
          return known ? birth_key(record.name, record.birth.year) : 0;
        },
        [this](const Mention& mention, RowId row) { return by_birth(mention, row); });
    index();
    return std::move(named_);
  }

private:
  // How well a row fits a mention: 0 not at all.
  using Fit = std::uint32_t;

  // Settles the mentions that are open: those whose best fitting rows are of one person.
  template <class OfMention, class OfRow, class Judge> void seek(OfMention of_mention, OfRow of_row, Judge judge) {
    std::vector<Key> wanted;
    for (std::uint32_t at = 0; at < corpus_.mentions.size(); ++at) {
      const Mention& mention = corpus_.mentions[at];
      const std::uint64_t key = open(at) && counts(mention.row) ? of_mention(mention) : 0;
      if (key != 0) {
        wanted.push_back({key, at});
      }
    }
    if (wanted.empty()) {
      return;
    }
    const Sieve sieve(wanted);
    std::vector<Key> rows;
    for (RowId row = 0; row < corpus_.rows(); ++row) {
      const std::uint64_t key = counts(row) ? of_row(corpus_.records[row]) : 0;
      if (key != 0 && sieve.passes(key)) {
        rows.push_back({key, row});
      }
    }
    base::radix_sort(wanted, [](const Key& key) { return key.key; });
    base::radix_sort(rows, [](const Key& key) { return key.key; });
    auto begin = rows.begin();
    for (const Key& key : wanted) {
      begin = std::find_if(begin, rows.end(), [&](const Key& row) { return row.key >= key.key; });
      named_.person[key.at] = best(key, begin, rows.end(), judge);
    }
  }

  template <class Judge>
  [[nodiscard]] std::uint32_t best(const Key& key, std::vector<Key>::const_iterator begin,
                                   std::vector<Key>::const_iterator end, Judge judge) const {
    const Mention& mention = corpus_.mentions[key.at];
    std::uint32_t found = Named::kNone;
    Fit most = 0;
    for (auto at = begin; at != end && at->key == key.key; ++at) {
      const std::uint32_t person = persons_.of_row[at->at];
      const Fit fit = person == persons_.of_row[mention.row] || !may_be(mention, at->at) ? 0 : judge(mention, at->at);
      if (fit > most) {
        most = fit;
        found = person;
      } else if (fit == most && fit != 0 && person != found) {
        found = Named::kNone; // two of them: better nobody than the wrong one
      }
    }
    return found;
  }

  [[nodiscard]] bool open(std::uint32_t mention) const { return named_.person[mention] == Named::kNone; }
  [[nodiscard]] bool counts(RowId row) const { return persons_.of_row[row] < persons_.size(); }

  [[nodiscard]] bool may_be(const Mention& mention, RowId row) const {
    const Sex sex = corpus_.records[row].sex;
    return !(mention.role == Role::Mother && sex == Sex::Male) && !(mention.role == Role::Father && sex == Sex::Female);
  }

  [[nodiscard]] Fit by_number(const Mention& mention, RowId row) const {
    const Record& record = corpus_.records[row];
    const PhraseLevel name = names_.compare(mention.name, record.name).level;
    const bool same_name = name != PhraseLevel::Missing && name <= PhraseLevel::NearSubset;
    if (mention.nik_state == IdState::Good && record.nik_state != IdState::Prefix15) {
      return mention.nik != record.nik || name == PhraseLevel::Different ? 0 : same_name ? 3 : 2;
    }
    return same_name ? 1 : 0;
  }

  [[nodiscard]] Fit by_birth(const Mention& mention, RowId row) const {
    const Record& record = corpus_.records[row];
    const Record& about = corpus_.records[mention.row];
    const bool both_full = mention.birth != 0 && record.birth.full();
    if (record.name != mention.name || record.birth.year != mention.year ||
        (both_full && mention.birth != record.birth.packed())) {
      return 0;
    }
    const bool card = about.kk_usable() && record.kk_usable() && about.kk == record.kk;
    const bool village = about.village != 0 && about.village == record.village;
    return card ? 2 : village ? 1 : 0;
  }

  void index() {
    named_.starts.assign(persons_.all() + std::size_t{1}, 0);
    for (const std::uint32_t person : named_.person) {
      if (person != Named::kNone) {
        ++named_.starts[person + 1];
      }
    }
    std::partial_sum(named_.starts.begin(), named_.starts.end(), named_.starts.begin());
    named_.mentions.resize(named_.starts.back());
    std::vector<std::uint32_t> fill(named_.starts.begin(), named_.starts.end() - 1);
    for (std::uint32_t at = 0; at < named_.person.size(); ++at) {
      if (!open(at)) {
        named_.mentions[fill[named_.person[at]]++] = at;
      }
    }
  }

  const Corpus& corpus_;
  const Persons& persons_;
  matching::PhraseMatcher names_;
  Named named_;
};

} // namespace

Named find_named(const Corpus& corpus, const Persons& persons) { return Finder(corpus, persons).run(); }

} // namespace padan::resolve
