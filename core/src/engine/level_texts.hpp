#pragma once
// Names of the levels of comparisons, as files and faces show them.

#include <string>
#include <string_view>

#include "padan/matching/compare.hpp"

namespace padan::engine {

/// Of NIK and birth date inside the identity comparison.
[[nodiscard]] std::string_view nik_level_text(std::uint32_t level);
[[nodiscard]] std::string_view birth_level_text(std::uint32_t level);
/// Of any other comparison of the model, those of Corpus::extras included.
[[nodiscard]] std::string_view level_text(std::uint32_t comparison, std::uint32_t level);
/// Of any comparison; NIK and birth date joined: "prefix15+equal".
[[nodiscard]] std::string joined_level_text(std::uint32_t comparison, std::uint32_t level);
/// How many levels level_text() has words for.
[[nodiscard]] std::size_t level_count(std::uint32_t comparison);

} // namespace padan::engine
