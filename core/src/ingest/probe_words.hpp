#pragma once
// The closed vocabularies of data/id/probes.tsv.

#include <cstdint>
#include <string_view>

namespace padan::ingest {

enum class WordClass : std::uint8_t { Missing, Sex, Relation, YesNo, Period, Month, Total, Note, Count };

/// True when the compact form of a cell (see compact in header_words.hpp) is a word of the class. Cost: one look-up.
[[nodiscard]] bool is_word_of(WordClass kind, std::string_view compact_text);

/// True when the first words of a text are of the class: "Jumlah : 12" begins with a total.
[[nodiscard]] bool begins_with_word_of(WordClass kind, std::string_view text);

} // namespace padan::ingest
