#pragma once
// What is known of a list by the name of its layout alone, as data/id/layouts.tsv has it.

#include <optional>
#include <string>
#include <string_view>

namespace padan::ingest {

struct KnownLayout {
  std::string kind; // as Recognition::kind
  std::string owner;
  std::string level; // of the owner: "pusat", "daerah", "non-pemerintah"
};

/// Nothing for a name that is no layout, nor for "general".
///   known_layout("pbi")->kind == "recipients"
[[nodiscard]] std::optional<KnownLayout> known_layout(std::string_view name);

} // namespace padan::ingest
