#pragma once
// Any file an officer has, slice by slice, into Grids: separated text streams through, workbooks and zip archives of such files
// are gathered first.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"
#include "padan/table/grid.hpp"

namespace padan::codec {

struct ReadFile {
  std::vector<table::Grid> grids; // one per sheet that holds a cell; one for text; those of each file in an archive
  std::string sha256;             // of the bytes, in hexadecimal
};

/// The content decides the format, never the name. Memory: the Grids, and for a workbook its bytes.
///   FileReader reader("dtks.xlsx");  reader.feed(slice);  session.add_file(name, reader.finish()->grids, …);
/// Errors of finish(): those of ingest::CsvReader and read_workbook, with the parameter `file`.
class FileReader {
public:
  enum class Archives : bool { Refuse, Read };

  explicit FileReader(std::string name, Archives archives = Archives::Read);
  ~FileReader();
  FileReader(FileReader&&) noexcept;
  FileReader& operator=(FileReader&&) noexcept;

  [[nodiscard]] const std::string& name() const;
  void feed(std::string_view slice);
  /// Once only. passwords: see read_workbook.
  [[nodiscard]] Result<ReadFile> finish(std::span<const std::string> passwords = {});

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::codec
