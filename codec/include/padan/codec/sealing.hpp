#pragma once
// Seals a result in steps: all files that belong to it are written out and hashed, one part after the other.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "padan/act/fieldwork_figures.hpp"
#include "padan/codec/sealed_files.hpp"
#include "padan/codec/sha256.hpp"
#include "padan/codec/summary.hpp"
#include "padan/codec/table_export.hpp"

namespace padan::codec {

/// What the run followed, as texts; decisions and model are empty where there were none.
struct SealedRecipe {
  std::string project;
  std::string decisions;
  std::string model;
};

/// The results outlive it and must not change meanwhile. Memory: one part of 5,000 rows.
///   Sealing sealing(session, results, fieldwork_figures(work, log), recipe, facts, planned);
///   while (std::optional<Sealing::Part> part = sealing.next()) { save(part->file, part->bytes); }
///   sealing.seal().code();
class Sealing {
public:
  struct Part {
    std::string file; // parts of one file follow each other
    std::string bytes;
  };

  /// The action lists belong to it when they are planned.
  Sealing(const engine::Session& session, const engine::Results& results, const act::FieldworkFigures& fieldwork,
          SealedRecipe recipe, RunFacts facts, const engine::Planned& planned);

  /// Nothing after the last: summary.json, which is not part of the seal but states it.
  [[nodiscard]] std::optional<Part> next();
  [[nodiscard]] std::uint64_t done() const { return done_; } // parts
  [[nodiscard]] std::uint64_t total() const { return total_; }
  [[nodiscard]] bool finished() const { return finished_; }
  /// Whether the part that next() gave last belongs to no table.
  [[nodiscard]] bool past_tables() const { return next_small_ > 0; }
  /// Whole once next() gave nothing.
  [[nodiscard]] const Seal& seal() const { return seal_; }

private:
  struct Small {
    std::string file;
    std::string text;
  };
  void close_file(const std::string& file, Sha256& hash);

  const engine::Session& session_;
  const engine::Results& results_;
  RunFacts facts_;
  std::vector<Small> small_; // recipe and figures, after the tables
  std::vector<std::unique_ptr<TableExport>> tables_;
  std::size_t table_ = 0; // at hand
  std::uint32_t part_ = 0;
  Sha256 hash_; // of the table at hand
  std::size_t next_small_ = 0;
  bool finished_ = false;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
  Seal seal_;
};

} // namespace padan::codec
