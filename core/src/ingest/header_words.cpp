#include "header_words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "padan/text/fold.hpp"
#include "tsv.hpp"

namespace padan::ingest {

extern const std::string_view kHeadersTsv;

namespace {

using table::Field;
using table::FieldKind;
using Words = std::vector<std::string>;

bool is_word_char(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_number(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Words words_of_folded(std::string_view folded) {
  Words found;
  bool inside = false;
  for (const char c : folded) {
    if (!is_word_char(c)) {
      inside = false;
      continue;
    }
    if (!inside) {
      found.emplace_back();
    }
    inside = true;
    found.back().push_back(c);
  }
  return found;
}

std::string without_brackets(std::string_view text) {
  std::string kept;
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' || c == '[' ? 1 : 0;
    if (depth == 0) {
      kept.push_back(c);
    }
    depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
  }
  return kept;
}

std::string join_part(const Words& parts, std::size_t from, std::size_t to) {
  std::string all;
  for (std::size_t i = from; i < to; ++i) {
    all += parts[i];
  }
  return all;
}

bool contains(const Words& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

struct Rule {
  Words words;
  Field field;
  double trust;
};

class Dictionary {
public:
  Dictionary();
  [[nodiscard]] std::optional<Meaning> look_up(const Words& header) const;
  [[nodiscard]] bool speaks_of_other(const Words& header) const;

private:
  void add(std::string_view kind, double trust, std::string_view list);
  [[nodiscard]] const Meaning* exact(const std::string& key) const;
  [[nodiscard]] std::optional<Meaning> by_rule(const Words& header) const;
  [[nodiscard]] std::optional<Meaning> programme(const Words& header) const;
  [[nodiscard]] std::optional<Meaning> of_head(const Words& header) const;

  std::map<std::string, Meaning> exact_;
  std::map<std::string, Field> programmes_;
  std::vector<Rule> rules_;
  std::set<std::string> rule_words_; // any of them: most cells of data have none
  Words other_;                      // sorted
  Words programme_noise_;            // sorted
  std::vector<Words> head_;          // longest first
};

Dictionary::Dictionary() {
  for_each_line(kHeadersTsv, [this](const std::vector<std::string_view>& columns) {
    add(columns[0], to_number(columns[1]), columns[2]);
  });
  std::sort(other_.begin(), other_.end());
  std::sort(programme_noise_.begin(), programme_noise_.end());
}

void Dictionary::add(std::string_view kind, double trust, std::string_view list) {
  for (const std::string_view spelling : split_list(list)) {
    const Words parts = words(spelling);
    if (kind == "@other") {
      other_.push_back(join(parts));
    } else if (kind == "@programme") {
      programme_noise_.insert(programme_noise_.end(), parts.begin(), parts.end());
    } else if (kind == "@head") {
      head_.push_back(parts);
    } else if (const std::optional<Field> field = table::parse_field(kind)) {
      if (spelling.front() == '+') {
        rules_.push_back({parts, *field, trust});
        rule_words_.insert(parts.begin(), parts.end());
      } else {
        exact_.emplace(join(parts), Meaning{*field, trust, false});
      }
      if (field->kind == FieldKind::Programme && field->name != table::kNamedByCell) {
        programmes_.emplace(join(parts), *field);
      }
    }
  }
}

const Meaning* Dictionary::exact(const std::string& key) const {
  const auto found = exact_.find(key);
  return found == exact_.end() ? nullptr : &found->second;
}

bool Dictionary::speaks_of_other(const Words& header) const {
  return std::any_of(header.begin(), header.end(), [this](const std::string& word) { return contains(other_, word); });
}

std::optional<Meaning> Dictionary::by_rule(const Words& header) const {
  if (std::none_of(header.begin(), header.end(),
                   [this](const std::string& word) { return rule_words_.count(word) > 0; })) {
    return std::nullopt;
  }
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const auto in_rule = [&](const std::string& word) {
      return std::find(rule.words.begin(), rule.words.end(), word) != rule.words.end();
    };
    const auto in_header = [&](const std::string& word) {
      return std::find(header.begin(), header.end(), word) != header.end();
    };
    const auto allowed = [&](const std::string& word) { return !contains(other_, word) || in_rule(word); };
    const bool fits = std::all_of(rule.words.begin(), rule.words.end(), in_header) &&
                      (rule.field.kind == FieldKind::Text || std::all_of(header.begin(), header.end(), allowed));
    if (fits && (best == nullptr || rule.words.size() > best->words.size())) {
      best = &rule;
    }
  }
  if (best == nullptr) {
    return std::nullopt;
  }
  // The more words a rule leaves unexplained the less it says.
  const double unexplained = static_cast<double>(header.size() - std::min(header.size(), best->words.size()));
  return Meaning{best->field, best->trust * std::max(0.5, 0.9 - 0.1 * unexplained), false};
}

// "Penerima PKH", "bansos_bpnt", "PKH 2023": the name of a programme among words that say nothing.
std::optional<Meaning> Dictionary::programme(const Words& header) const {
  const auto noise = [this](const std::string& word) { return contains(programme_noise_, word) || is_number(word); };
  for (std::size_t size = header.size(); size > 0; --size) {
    for (std::size_t from = 0; from + size <= header.size(); ++from) {
      const auto found = programmes_.find(join_part(header, from, from + size));
      if (found == programmes_.end()) {
        continue;
      }
      const auto begin = header.begin() + static_cast<std::ptrdiff_t>(from);
      if (std::all_of(header.begin(), begin, noise) &&
          std::all_of(begin + static_cast<std::ptrdiff_t>(size), header.end(), noise)) {
        return Meaning{found->second, size == header.size() ? 1.0 : 0.9, false};
      }
    }
  }
  return std::nullopt;
}

std::optional<Meaning> Dictionary::of_head(const Words& header) const {
  for (const Words& head : head_) {
    const auto at = std::search(header.begin(), header.end(), head.begin(), head.end());
    if (at == header.end() || head.size() == header.size()) {
      continue;
    }
    Words rest(header.begin(), at);
    rest.insert(rest.end(), at + static_cast<std::ptrdiff_t>(head.size()), header.end());
    const Meaning* known = exact(join(rest));
    std::optional<Meaning> meaning = known != nullptr ? std::optional<Meaning>(*known) : by_rule(rest);
    if (meaning) {
      meaning->of_head = true;
      meaning->trust *= 0.9;
      return meaning;
    }
  }
  return std::nullopt;
}

std::optional<Meaning> Dictionary::look_up(const Words& header) const {
  if (header.empty()) {
    return std::nullopt;
  }
  if (const Meaning* known = exact(join(header))) {
    return *known;
  }
  if (const auto found = programme(header)) {
    return found;
  }
  if (const auto found = of_head(header)) {
    return found;
  }
  return by_rule(header);
}

const Dictionary& dictionary() {
  static const Dictionary instance;
  return instance;
}

} // namespace

std::string join(const std::vector<std::string>& parts) { return join_part(parts, 0, parts.size()); }

std::vector<std::string> words(std::string_view text) {
  Words found = words_of_folded(text::fold(without_brackets(text)));
  return found.empty() ? words_of_folded(text::fold(text)) : found;
}

std::string compact(std::string_view text) { return join(words(text)); }

std::string header_key(std::string_view text) { return join(words_of_folded(text::fold(text))); }

std::optional<Meaning> header_meaning(std::string_view header) { return dictionary().look_up(words(header)); }

std::optional<Meaning> header_meaning(std::string_view upper, std::string_view lower) {
  Words both = words(upper);
  const Words below = words(lower);
  const bool other = dictionary().speaks_of_other(both);
  both.insert(both.end(), below.begin(), below.end());
  const std::optional<Meaning> together = dictionary().look_up(both);
  if (other) {
    return together;
  }
  const std::optional<Meaning> alone = dictionary().look_up(below);
  return alone && (!together || alone->trust >= together->trust) ? alone : together;
}

} // namespace padan::ingest
