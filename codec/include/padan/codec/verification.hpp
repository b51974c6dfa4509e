#pragma once
// Whether files and tables are those of a sealed result.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/codec/seal.hpp"
#include "padan/engine/export.hpp"
#include "padan/table/differences.hpp"

namespace padan::codec {

enum class FileState : std::uint8_t { Same, Changed, Absent, Unknown };
[[nodiscard]] std::string_view to_text(FileState state);

struct FileCheck {
  std::string name;  // in the seal; of the file given when the seal does not know it
  std::string given; // the file that stands for it, empty when none does
  FileState state = FileState::Same;
};

/// Files are known by content, then by name: one that was renamed is the same, one of a known name and other content has
/// changed. In the order of the seal, those it does not know last.
[[nodiscard]] std::vector<FileCheck> check_files(const std::vector<HashedFile>& sealed,
                                                 const std::vector<HashedFile>& given);

/// A table of the folder (before) and what the same recipe gives now (after).
struct TableCheck {
  std::string name;
  table::Differences differences;
};

inline constexpr std::uint32_t kExamples = 10; // rows shown of each table and kind of difference

/// Row by row, by the leading columns that name a row. A text that is no table any more differs in its headers.
[[nodiscard]] table::Differences compare_tables(engine::TableKind kind, std::string_view before, std::string_view now);
/// Number by number of figures.json; the key of an example is its path, such as "counts.persons".
[[nodiscard]] table::Differences compare_figures(std::string_view before, std::string_view now);

struct Verification {
  std::string seal; // code() of what the summary lists
  bool summary_whole = true;
  std::vector<FileCheck> inputs;
  std::vector<FileCheck> outputs; // as they lie in the folder
  bool computed = false;          // whether the recipe could be run again
  std::vector<TableCheck> tables; // of a run again

  [[nodiscard]] bool same() const;
};

/// {"same", "seal", "summary_whole", "inputs":[{name,given,state}], "outputs":[…], "computed", "tables":[{name,same,removed,added,changed,examples}]}
[[nodiscard]] std::string write_verification(const Verification& verification);

} // namespace padan::codec
