#include "keys.hpp"

#include <algorithm>
#include <array>

#include "padan/base/hash.hpp"

namespace padan::blocking {
namespace {

using prepare::Corpus;
using prepare::Record;
using prepare::RowId;

// 0 as soon as one part is missing.
template <class... Parts> std::uint32_t key(Parts... parts) {
  std::uint64_t hash = 1;
  const bool complete = ((parts != 0) && ...);
  ((hash = base::combine(hash, static_cast<std::uint64_t>(parts))), ...);
  const auto folded = static_cast<std::uint32_t>(hash >> 32);
  return !complete ? 0 : folded == 0 ? 1 : folded;
}

std::uint32_t year(const Record& r) { return r.birth.state == prepare::DateState::Missing ? 0 : r.birth.year; }
std::uint32_t date(const Record& r) { return r.birth.full() ? r.birth.packed() : 0; }
std::uint64_t nik(const Record& r) { return r.nik_usable() ? r.nik : 0; }
std::uint64_t nik16(const Record& r) { return r.nik_usable() && r.nik_length == 16 ? r.nik : 0; }
std::uint64_t kk(const Record& r) {
  return r.kk_usable() ? r.kk / 10 : 0;
} // fifteen digits: a spreadsheet may have the last

// Fifteen leading digits, also of a number that lost its last.
std::uint64_t nik15(const Record& r) { return r.nik_length == 15 ? nik(r) : nik16(r) / 10; }

using KeyOf = std::uint32_t (*)(const Corpus&, const Record&, const NameKeys&);

struct NamedRule {
  const char* name;
  KeyOf key;
};

std::uint32_t mother_whole(const Corpus& c, const Record& r) {
  return name_keys(c.names, r.mother != 0 ? r.mother : r.father).whole;
}

constexpr std::array<NamedRule, 17> kRules{{
    {"nik", [](const Corpus&, const Record& r, const NameKeys&) { return key(nik(r)); }},
    {"nik-15", [](const Corpus&, const Record& r, const NameKeys&) { return key(nik15(r)); }},
    {"nik-person",
     [](const Corpus&, const Record& r, const NameKeys& n) { return key(nik16(r) % 10000000000ULL, n.initial); }},
    {"nik-region-date",
     [](const Corpus&, const Record& r, const NameKeys& n) { return key(nik16(r) / 10000, n.initial); }},
    {"birth-first", [](const Corpus&, const Record& r, const NameKeys& n) { return key(date(r), n.initial); }},
    {"birth-rarest", [](const Corpus&, const Record& r, const NameKeys& n) { return key(date(r), n.rarest); }},
    {"kk-first", [](const Corpus&, const Record& r, const NameKeys& n) { return key(kk(r), n.initial); }},
    {"kk-year", [](const Corpus&, const Record& r, const NameKeys&) { return key(kk(r), year(r)); }},
    {"name-village", [](const Corpus&, const Record& r, const NameKeys& n) { return key(n.whole, r.village); }},
    {"name-year", [](const Corpus&, const Record& r, const NameKeys& n) { return key(n.whole, year(r)); }},
    {"rarest-village", [](const Corpus&, const Record& r, const NameKeys& n) { return key(n.rarest, r.village); }},
    {"rarest-year",
     [](const Corpus&, const Record& r, const NameKeys& n) { return key(n.rarest, year(r), r.district + 1); }},
    {"village-year",
     [](const Corpus&, const Record& r, const NameKeys& n) { return key(r.village, year(r), n.initial); }},
    {"mother-year", [](const Corpus& c, const Record& r, const NameKeys&) { return key(mother_whole(c, r), year(r)); }},
    {"mother-first", [](const Corpus& c, const Record& r,
                        const NameKeys& n) { return key(mother_whole(c, r), n.first, r.village + 1); }},
    {"birth-village", [](const Corpus&, const Record& r, const NameKeys&) { return key(date(r), r.village); }},
    {"address-first", [](const Corpus&, const Record& r, const NameKeys& n) { return key(r.address, n.first); }},
}};

// An identifier makes blocks only where few rows share a value; a postcode or a birth place does not.
bool identifies(const prepare::Extra& extra) {
  std::uint64_t rows = 0;
  std::uint64_t values = 0;
  for (const std::uint32_t count : extra.counts) {
    rows += count;
    values += count != 0 ? 1U : 0U;
  }
  return rows <= values * 12;
}

std::vector<std::uint32_t> identifying_extras(const Corpus& corpus) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < corpus.extras.size(); ++i) {
    if (identifies(corpus.extras[i])) {
      out.push_back(i);
    }
  }
  return out;
}

} // namespace

NameKeys name_keys(const prepare::TokenTable& names, std::uint32_t phrase) {
  NameKeys keys;
  const auto tokens = names.tokens(phrase);
  if (tokens.empty()) {
    return keys;
  }
  keys.first = names.sound(tokens.front());
  keys.last = names.sound(tokens.back());
  keys.initial = static_cast<std::uint8_t>(names.sound_text(keys.first).front());
  std::uint32_t rarest = tokens.front();
  std::uint64_t sum = 0;
  for (const std::uint32_t token : tokens) {
    sum += base::mix(names.sound(token));
    if (names.sound_bits(token) > names.sound_bits(rarest)) {
      rarest = token;
    }
  }
  keys.rarest = names.sound(rarest);
  keys.whole = static_cast<std::uint32_t>(base::mix(sum) >> 32) | 1U;
  return keys;
}

std::vector<std::string> rule_names(const Corpus& corpus) {
  std::vector<std::string> names;
  for (const NamedRule& rule : kRules) {
    names.emplace_back(rule.name);
  }
  for (const std::uint32_t extra : identifying_extras(corpus)) {
    names.push_back(corpus.extras[extra].name);
  }
  return names;
}

std::vector<std::uint32_t> rule_keys(const Corpus& corpus, std::uint32_t rule) {
  std::vector<std::uint32_t> keys(corpus.rows());
  if (rule >= kRules.size()) {
    const prepare::Extra& extra = corpus.extras[identifying_extras(corpus)[rule - kRules.size()]];
    for (RowId row = 0; row < corpus.rows(); ++row) {
      // A family's number brings its members together; the initial keeps the blocks small.
      const std::uint32_t initial = extra.of_family ? name_keys(corpus.names, corpus.records[row].name).initial : 1;
      keys[row] = key(extra.codes[row], initial);
    }
    return keys;
  }
  for (RowId row = 0; row < corpus.rows(); ++row) {
    const Record& record = corpus.records[row];
    keys[row] = kRules[rule].key(corpus, record, name_keys(corpus.names, record.name));
  }
  return keys;
}

std::uint32_t refinement(const Corpus& corpus, RowId row, std::uint32_t level) {
  const Record& record = corpus.records[row];
  switch (level) {
  case 0:
    return date(record);
  case 1:
    return record.village;
  case 2:
    return name_keys(corpus.names, record.name).whole;
  default:
    return record.address * 31U + record.rt;
  }
}

} // namespace padan::blocking
