#include "search.hpp"

#include <algorithm>
#include <array>

#include "padan/prepare/name.hpp"
#include "padan/text/fold.hpp"

namespace padan::engine {
namespace {

using resolve::MasterList;

constexpr std::size_t kLeastDigits = 4;

std::string digits_in(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
    } else if (c != ' ' && c != '.' && c != '-' && c != '\'') {
      return {};
    }
  }
  return digits.size() >= kLeastDigits ? digits : std::string();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      words.emplace_back(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

bool begins_a_word(std::string_view phrase, std::string_view word) {
  for (std::size_t at = phrase.find(word); at != std::string_view::npos; at = phrase.find(word, at + 1)) {
    if (at == 0 || phrase[at - 1] == ' ') {
      return true;
    }
  }
  return false;
}

bool contains(std::uint64_t number, std::uint32_t length, std::string_view digits) {
  std::array<char, 20> text{};
  for (std::uint32_t i = length; i-- > 0; number /= 10) {
    text[i] = static_cast<char>('0' + number % 10);
  }
  return std::string_view(text.data(), length).find(digits) != std::string_view::npos;
}

} // namespace

Search::Search(const Results& results, std::string_view text)
    : master_(results.master()), everything_(resolve::trimmed(text).empty()) {
  const std::string_view wanted = resolve::trimmed(text);
  if (everything_) {
    return;
  }
  person_ = master_.find_person(wanted);
  family_ = master_.find_family(wanted);
  digits_ = digits_in(wanted);
  if (digits_.empty()) {
    find_phrases(wanted);
  }
}

// As typed, and as the lists' names were read (MOCH finds MUHAMMAD).
void Search::find_phrases(std::string_view text) {
  prepare::NameParts parts;
  prepare::read_name(text, parts);
  const std::vector<std::string> typed = words_of(text::fold(text));
  const std::vector<std::string> read = words_of(parts.main);
  const prepare::TokenTable& names = master_.corpus().names;
  phrases_.assign(names.phrases(), false);
  for (std::uint32_t code = 1; code < names.phrases(); ++code) {
    const std::string_view phrase = names.phrase(code);
    const auto all = [&](const std::vector<std::string>& words) {
      return !words.empty() && std::all_of(words.begin(), words.end(),
                                           [&](const std::string& word) { return begins_a_word(phrase, word); });
    };
    phrases_[code] = all(typed) || (read != typed && all(read));
  }
}

bool Search::finds(RowId row) const {
  if (everything_) {
    return true;
  }
  const std::uint32_t person = master_.persons().of_row[row];
  if (person == person_ || master_.families().of_person[person] == family_) {
    return true;
  }
  const prepare::Record& record = master_.corpus().records[row];
  if (!digits_.empty()) {
    return contains(record.nik, record.nik_length, digits_) || contains(record.kk, record.kk_length, digits_);
  }
  return phrases_[record.name] || phrases_[record.alias];
}

bool Search::finds_person(std::uint32_t person) const {
  const std::span<const RowId> rows = master_.rows_of(person);
  return everything_ || std::any_of(rows.begin(), rows.end(), [&](RowId row) { return finds(row); });
}

bool Search::finds_family(std::uint32_t family) const {
  const std::span<const std::uint32_t> members = master_.members_of(family);
  return everything_ ||
         std::any_of(members.begin(), members.end(), [&](std::uint32_t person) { return finds_person(person); });
}

} // namespace padan::engine
