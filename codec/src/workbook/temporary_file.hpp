#pragma once
// A file that libxlsxwriter can write to by name. Linux keeps it in memory (/dev/shm), as does the WASM build.

#include <string>

namespace padan::codec::workbook {

/// The folder for temporary files: in memory where there is such a one.
[[nodiscard]] std::string temporary_folder();

/// Readable by its owner only; removed at the end.
class TemporaryFile {
public:
  TemporaryFile();
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; } // empty when it could not be made
  [[nodiscard]] std::string contents() const;

private:
  std::string path_;
};

} // namespace padan::codec::workbook
