#pragma once
// What goes along with a table that leaves the office, as Perpres 39/2019 (Satu Data Indonesia) asks: a data dictionary, and
// metadata that say who made it, of which lists and days, how, how good it is, and by which fingerprints it can be checked.

#include <string>
#include <string_view>
#include <vector>

#include "padan/codec/profile_words.hpp"
#include "padan/engine/export.hpp"

namespace padan::codec {

struct AboutLine {
  std::string name;
  std::string text;
};

struct TableAbout {
  std::vector<AboutLine> metadata;
  std::vector<AboutLine> dictionary; // column, what it holds
  std::string metadata_name;         // of the sheet or file: "Metadata"
  std::string dictionary_name;       // "Kamus data"
  std::string name_word;             // headers of the two columns
  std::string text_word;
  [[nodiscard]] bool empty() const { return metadata.empty(); }
};

struct AboutOptions {
  engine::TableKind kind = engine::TableKind::Persons;
  ProfileLanguage language = ProfileLanguage::Indonesian;
  std::string as_of;    // ISO day of the run
  std::string producer; // who makes it known; empty: left open, to be filled in
  std::string only;     // of corrections an owner, of actions a programme
  bool masked = false;
};

[[nodiscard]] TableAbout describe_table(const engine::Session& session, const engine::Results& results,
                                        const engine::ExportTable& table, const AboutOptions& options);

/// Whether a sheet, or a file of an archive, explains an export in this way: no list, though it may look like one.
[[nodiscard]] bool explains_a_table(const table::Grid& grid);

} // namespace padan::codec
