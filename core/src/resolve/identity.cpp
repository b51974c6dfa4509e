#include "padan/resolve/identity.hpp"

#include <algorithm>

#include "padan/base/hash.hpp"

namespace padan::resolve {
namespace {

using prepare::Record;

constexpr std::uint32_t kDigits = 10;
constexpr std::uint32_t kBits = kDigits * 5;
constexpr std::uint64_t kMask = (std::uint64_t{1} << kBits) - 1;
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool are_distinct(std::vector<std::uint64_t> keys) {
  std::sort(keys.begin(), keys.end());
  return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

// Equal keys, which are rare, are told apart in the order in which they stand.
void make_distinct(std::vector<std::uint64_t>& keys) {
  if (are_distinct(keys)) {
    return;
  }
  std::vector<std::uint32_t> order(keys.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  for (bool again = true; again;) {
    again = false;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
    for (std::size_t begin = 0; begin < order.size();) {
      const std::uint64_t key = keys[order[begin]];
      std::size_t end = begin + 1;
      for (; end < order.size() && keys[order[end]] == key; ++end) {
        keys[order[end]] = base::combine(key, end - begin) & kMask;
        again = true;
      }
      begin = end;
    }
  }
}

} // namespace

std::uint64_t row_key(const Corpus& corpus, RowId row) {
  const Record& record = corpus.records[row];
  std::uint64_t key = base::combine(record.nik, record.nik_length);
  key = base::combine(key, base::combine(record.kk, record.kk_length));
  key = base::combine(key, record.birth_from_nik ? 0 : record.birth.packed());
  for (const std::uint32_t name : {record.name, record.alias, record.mother, record.father, record.head}) {
    key = base::combine(key, base::hash_bytes(corpus.names.phrase(name)));
  }
  key = base::combine(key, base::hash_bytes(corpus.addresses.phrase(record.address)));
  return base::combine(key, record.rt << 16U | record.rw);
}

std::string key_text(std::uint64_t key) {
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; key >>= 4) {
    text[i] = "0123456789abcdef"[key & 15];
  }
  return text;
}

std::vector<std::uint64_t> person_keys(const Corpus& corpus, const Persons& persons) {
  std::vector<std::uint64_t> list_keys;
  for (const prepare::SourceRows& source : corpus.sources) {
    list_keys.push_back(base::hash_bytes(source.name));
  }
  std::vector<std::uint64_t> keys(persons.all());
  for (std::uint32_t person = 0; person < persons.all(); ++person) {
    const RowId first = persons.rows[persons.starts[person]];
    std::uint64_t least = row_key(corpus, first);
    for (std::uint32_t i = persons.starts[person] + 1; i < persons.starts[person + 1]; ++i) {
      const RowId row = persons.rows[i];
      if (corpus.records[row].source != corpus.records[first].source) {
        break; // rows ascend, lists stand in the order of their names
      }
      least = std::min(least, row_key(corpus, row));
    }
    keys[person] = base::combine(list_keys[corpus.records[first].source], least) & kMask;
  }
  make_distinct(keys);
  return keys;
}

std::vector<std::uint64_t> family_keys(const Families& families, const std::vector<std::uint64_t>& person_keys) {
  std::vector<std::uint64_t> keys(families.all(), kMask);
  for (std::uint32_t person = 0; person < person_keys.size(); ++person) {
    std::uint64_t& key = keys[families.of_person[person]];
    key = std::min(key, person_keys[person]);
  }
  return keys;
}

std::string id_text(char letter, std::uint64_t key) {
  std::string text(kDigits + 1, letter);
  for (std::size_t i = kDigits; i > 0; --i, key >>= 5) {
    text[i] = kAlphabet[key & 31];
  }
  return text;
}

bool parse_id(std::string_view text, char letter, std::uint64_t& key) {
  if (text.size() != kDigits + 1) {
    return false;
  }
  key = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - ('a' - 'A')) : text[i];
    if (i == 0) {
      if (c != letter) {
        return false;
      }
      continue;
    }
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) {
      return false;
    }
    key = key << 5 | digit;
  }
  return true;
}

} // namespace padan::resolve
