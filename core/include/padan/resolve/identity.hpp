#pragma once
// Names for rows, persons and families that outlive a run: made from content, never from numbering.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/clustering/persons.hpp"
#include "padan/resolve/families.hpp"

namespace padan::resolve {

/// A fingerprint of what identifies the person of a row (numbers, names, birth, address), so that a decision or an id
/// finds its row again in a new version of the list. Equal content gives equal keys. Independent of all other rows.
[[nodiscard]] std::uint64_t row_key(const Corpus& corpus, RowId row);
/// Sixteen hexadecimal digits, as decisions.jsonl has them.
[[nodiscard]] std::string key_text(std::uint64_t key);

/// 50 bits per person, distinct: hash of the least (list name, row key) of the person. Persons with equal content are told
/// apart by their order. Cost: one hash a row of the first list of each person, and one sort.
[[nodiscard]] std::vector<std::uint64_t> person_keys(const Corpus& corpus, const Persons& persons);
/// The least key among the members, disjoint from those of persons only by the letter in front.
[[nodiscard]] std::vector<std::uint64_t> family_keys(const Families& families,
                                                     const std::vector<std::uint64_t>& person_keys);

/// 'P' or 'K' and ten base-32 digits without I, L, O and U: "P7Q2M0XK4T1".
[[nodiscard]] std::string id_text(char letter, std::uint64_t key);
/// The inverse of id_text (small letters will do); false when the text is no such id.
[[nodiscard]] bool parse_id(std::string_view text, char letter, std::uint64_t& key);

} // namespace padan::resolve
