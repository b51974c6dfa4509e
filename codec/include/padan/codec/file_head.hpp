#pragma once
// The first rows of a large file, from a few pieces of it: what an officer sees of it while all of it is being read.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "padan/table/grid.hpp"

namespace padan::codec {

/// Separated text, xlsx and ods. Other formats (xls keeps all its texts in front of the first row) and what is locked or
/// damaged have no head here; reading the file says why. Whatever the file, about 20 MB are looked at and far less is kept.
///   FileHead head(file_size);
///   while (const auto piece = head.wanted()) { head.put(bytes from piece->from up to piece->to); }
///   head.rows();
class FileHead {
public:
  static constexpr std::uint32_t kRows = 60; // titles and header included
  struct Piece {
    std::uint64_t from = 0;
    std::uint64_t to = 0;
  };

  explicit FileHead(std::uint64_t size);
  ~FileHead();
  FileHead(FileHead&&) noexcept;
  FileHead& operator=(FileHead&&) noexcept;

  /// The piece to give next; nothing when no more is needed.
  [[nodiscard]] std::optional<Piece> wanted() const;
  void put(std::string_view piece);
  /// At most kRows rows of the first sheet that has some, exactly as reading the whole file will give them; or no grid.
  [[nodiscard]] std::vector<table::Grid> rows() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::codec
