#pragma once
// The folder of a result read back: its recipe, its seal, its tables.

#include <memory>
#include <string>

#include "padan/act/fieldwork.hpp"
#include "padan/codec/seal.hpp"

namespace padan::cli {

struct ResultFolder {
  std::string project; // text of project.json
  std::string summary; // text of summary.json
  codec::Seal seal;
  act::Fieldwork work; // with an id, made from the lists where the project has none
};
/// Errors: FileUnreadable {file}, ConfigInvalid {file, where}.
[[nodiscard]] Result<ResultFolder> read_result(const std::string& folder);

struct TablesInMemory {
  table::Grid persons;
  table::Grid families;
  table::Grid rows;
  table::Grid findings;
  [[nodiscard]] act::ResultTables views() const { return {&persons, &families, &rows, &findings}; }
};
/// A table without a line is an empty grid. Errors: those of FileReader, with {file}.
[[nodiscard]] Result<TablesInMemory> read_tables(const std::string& folder);

/// The number of the next batch of a scope. The command line keeps no list of batches beside the result, so the next number is that of
/// the first scope, and the one after it that of the second: a return tells by its number what it was made from.
[[nodiscard]] std::uint32_t batch_number(const act::Fieldwork& work, act::Scope scope);

} // namespace padan::cli
