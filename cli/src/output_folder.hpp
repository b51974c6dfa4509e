#pragma once
// The folder of a result: never one that holds other things, and never half a file under its final name.

#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "sentences.hpp"

namespace padan::cli {

struct Refusal {
  Note note;
  std::vector<std::pair<std::string, std::string>> params;
};

/// The file that every result of a kind has, and words near its beginning.
struct Marker {
  std::string file;
  std::string words;
};

/// A folder is padan's own when it is new, empty, or holds the marker that an earlier result left. Files are written
/// under *.part and take their names together in commit(), the marker last.
class OutputFolder {
public:
  using Write = std::function<void(std::string_view)>; // appends

  /// Says whether `path` may become the result; creates nothing yet. inputs: files that must not be among `names`.
  [[nodiscard]] static tl::expected<OutputFolder, Refusal> open(const std::string& path,
                                                                const std::vector<std::string>& names, Marker marker,
                                                                const std::vector<std::string>& inputs);

  /// Calls produce with a function that appends to the file `name` (relative; sub-folders are made).
  [[nodiscard]] tl::expected<void, Refusal> write(const std::string& name,
                                                  const std::function<void(const Write&)>& produce);
  /// In commit(): a file of an earlier result that this one does not have.
  void drop(const std::string& name) { dropped_.push_back(name); }
  [[nodiscard]] tl::expected<void, Refusal> commit();

private:
  OutputFolder(std::string path, Marker marker) : path_(std::move(path)), marker_(std::move(marker)) {}

  std::string path_;
  Marker marker_;
  std::vector<std::string> written_;
  std::vector<std::string> dropped_;
};

/// A file that stands alone, whole or not at all; one that was there is replaced.
[[nodiscard]] tl::expected<void, Refusal> write_file(const std::string& path, std::string_view text);

} // namespace padan::cli
