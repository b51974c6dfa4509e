#include "probe_words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

#include "header_words.hpp"
#include "tsv.hpp"

namespace padan::ingest {

extern const std::string_view kProbesTsv;

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::Count)> kNames = {
    "missing", "sex", "relation", "yes_no", "period", "month", "total", "note"};

using Vocabulary = std::array<std::set<std::string, std::less<>>, kNames.size()>;

Vocabulary load() {
  Vocabulary vocabulary;
  for_each_line(kProbesTsv, [&](const std::vector<std::string_view>& columns) {
    const auto found = std::find(kNames.begin(), kNames.end(), columns[0]);
    for (const std::string_view word : split_list(columns[1])) {
      vocabulary[static_cast<std::size_t>(found - kNames.begin())].insert(compact(word));
    }
  });
  return vocabulary;
}

const std::set<std::string, std::less<>>& words_of(WordClass kind) {
  static const Vocabulary vocabulary = load();
  return vocabulary[static_cast<std::size_t>(kind)];
}

} // namespace

bool is_word_of(WordClass kind, std::string_view compact_text) {
  const auto& known = words_of(kind);
  return known.find(compact_text) != known.end();
}

bool begins_with_word_of(WordClass kind, std::string_view text) {
  std::string so_far;
  for (const std::string& word : words(text)) {
    so_far += word;
    if (is_word_of(kind, so_far)) {
      return true;
    }
  }
  return false;
}

} // namespace padan::ingest
