#pragma once
// The compiled-in word lists of data/id: lines of tab-separated columns, # for comments, lists split at " | ".

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace padan::ingest {

inline std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return parts;
}

inline std::vector<std::string_view> split_list(std::string_view text) { return split(text, " | "); }

/// Calls use(columns) for each line that is neither blank nor a comment.
template <class Use> void for_each_line(std::string_view tsv, Use use) {
  for (const std::string_view line : split(tsv, "\n")) {
    if (!line.empty() && line.front() != '#') {
      use(split(line, "\t"));
    }
  }
}

/// "0.8", "1", "-4": small decimals. (from_chars for double is missing in libc++ 13; no program here sets a locale.)
inline double to_number(std::string_view text) { return std::strtod(std::string(text).c_str(), nullptr); }

} // namespace padan::ingest
