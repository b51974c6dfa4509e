#pragma once
// A file that another instance of the same build has read and understood, as bytes: no memory is shared, and none is needed
// for all of the file twice.
//
//   helper: FileImage image(std::move(sheets));  image.take(0) … image.take(image.parts() - 1)
//   owner:  FileTaker taker;  taker.put(part) for each, in order;  auto sheets = taker.finish();

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/profile.hpp"
#include "padan/engine/session.hpp"

namespace padan::engine {

struct Sheet {
  Source source;
  SourceProfile profile;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.source, self.profile);
  } // base/archive.hpp
};

class FileImage {
public:
  explicit FileImage(std::vector<Sheet> sheets);
  /// One for all but the cells, then one for each column.
  [[nodiscard]] std::uint32_t parts() const { return static_cast<std::uint32_t>(columns_.size()) + 1; }
  /// Each once: its column is gone then. part: below parts().
  [[nodiscard]] std::string take(std::uint32_t part);

private:
  std::vector<Sheet> frame_; // their columns are empty
  std::vector<table::StringColumn> columns_;
};

class FileTaker {
public:
  /// The first part of a file begins anew, whatever came before. False for bytes that are not the next part.
  [[nodiscard]] bool put(std::string_view part);
  /// Errors: RequestInvalid when parts are missing.
  [[nodiscard]] Result<std::vector<Sheet>> finish();

private:
  std::vector<Sheet> sheets_;
  std::vector<table::StringColumn*> missing_; // the next one last
  bool begun_ = false;
};

} // namespace padan::engine
