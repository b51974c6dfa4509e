#include "padan/codec/sealing.hpp"

#include <utility>

#include "padan/codec/figures_file.hpp"
#include "padan/codec/finding_words.hpp"

namespace padan::codec {

Sealing::Sealing(const engine::Session& session, const engine::Results& results, const act::FieldworkFigures& fieldwork,
                 SealedRecipe recipe, RunFacts facts, const engine::Planned& planned)
    : session_(session), results_(results), facts_(std::move(facts)) {
  small_.push_back({std::string(kGuide), write_findings_guide()});
  small_.push_back({std::string(kProject), std::move(recipe.project)});
  if (!recipe.decisions.empty()) {
    small_.push_back({std::string(kKeptDecisions), std::move(recipe.decisions)});
  }
  if (!recipe.model.empty()) {
    small_.push_back({std::string(kKeptModel), std::move(recipe.model)});
  }
  small_.push_back({std::string(kFigures), write_figures(session, results, fieldwork, facts_.as_of)});
  for (const engine::TableKind kind : sealed_tables(planned.actions != nullptr)) {
    const ExportOptions plain{.kind = kind, .byte_order_mark = false, .planned = planned};
    tables_.push_back(std::make_unique<TableExport>(results, plain));
    total_ += tables_.back()->parts();
  }
  total_ += small_.size() + 1;
}

void Sealing::close_file(const std::string& file, Sha256& hash) {
  seal_.outputs.push_back({file, hash.hex()});
  hash = {};
}

std::optional<Sealing::Part> Sealing::next() {
  if (table_ < tables_.size()) {
    const TableExport& table = *tables_[table_];
    Part part{table.name(), table.part(part_).value_or(std::string())};
    hash_.feed(part.bytes);
    if (++part_ == table.parts()) {
      close_file(part.file, hash_);
      tables_[table_++].reset();
      part_ = 0;
    }
    ++done_;
    return part;
  }
  if (next_small_ < small_.size()) {
    Small& small = small_[next_small_++];
    hash_.feed(small.text);
    close_file(small.file, hash_);
    ++done_;
    return Part{small.file, std::move(small.text)};
  }
  if (finished_) {
    return std::nullopt;
  }
  finished_ = true;
  ++done_;
  facts_.outputs = seal_.outputs;
  seal_ = sealed_by(session_, facts_);
  return Part{std::string(kSummary), write_summary(session_, results_, facts_)};
}

} // namespace padan::codec
