#pragma once
// Distinct texts, numbered from 1 in order of first appearance; 0 stands for the empty text.

#include <cstdint>
#include <string_view>
#include <vector>

#include "padan/base/hash.hpp"
#include "padan/table/string_column.hpp"

namespace padan::table {

/// Open addressing over one StringColumn; a look-up of a known text allocates nothing.
///   Dictionary d;  d.intern("SITI") == 1;  d.intern("SITI") == 1;  d[1] == "SITI";  d.intern("") == 0;
class Dictionary {
public:
  Dictionary() { values_.push_back(""); }

  std::uint32_t intern(std::string_view text) {
    if (text.empty()) {
      return 0;
    }
    if ((values_.size() + 1) * 2 > slots_.size()) {
      grow();
    }
    const std::uint64_t hash = base::hash_bytes(text);
    const std::size_t at = slot(text, hash);
    if (slots_[at].code == 0) {
      slots_[at] = {static_cast<std::uint32_t>(hash >> 32), values_.size()};
      values_.push_back(text);
    }
    return slots_[at].code;
  }

  /// 0 when the text was never interned.
  [[nodiscard]] std::uint32_t find(std::string_view text) const {
    return text.empty() || slots_.empty() ? 0 : slots_[slot(text, base::hash_bytes(text))].code;
  }

  std::string_view operator[](std::uint32_t code) const { return values_[code]; }
  [[nodiscard]] std::uint32_t size() const { return values_.size(); } // with the empty text
  [[nodiscard]] std::size_t memory_bytes() const { return values_.memory_bytes() + slots_.capacity() * sizeof(Slot); }

  /// Only the texts: what is read back answers [] but neither intern() nor find().
  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.values_);
  } // base/archive.hpp

private:
  struct Slot {
    std::uint32_t tag;
    std::uint32_t code;
  };

  [[nodiscard]] std::size_t slot(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    while (slots_[at].code != 0 && !(slots_[at].tag == tag && values_[slots_[at].code] == text)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2, Slot{0, 0});
    old.swap(slots_);
    for (std::uint32_t code = 1; code < values_.size(); ++code) {
      const std::uint64_t hash = base::hash_bytes(values_[code]);
      slots_[slot(values_[code], hash)] = {static_cast<std::uint32_t>(hash >> 32), code};
    }
  }

  StringColumn values_;
  std::vector<Slot> slots_;
};

} // namespace padan::table
