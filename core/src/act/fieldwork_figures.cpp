#include "padan/act/fieldwork_figures.hpp"

#include <algorithm>
#include <map>

namespace padan::act {
namespace {

constexpr std::string_view kFromVillage = "verval:"; // what reasons of events from returns begin with, see events_of

// Gathers the batches, the first to the last.
class Gatherer {
public:
  Gatherer(const Fieldwork& work, const FieldworkPart& part) : mark_(project_mark(work.project)) {
    for (const Batch& batch : work.batches) {
      for (std::uint32_t i = 0; i < batch.villages.size(); ++i) {
        if ((part.batch == 0 || part.batch == batch.number) &&
            (!part.village || *part.village == batch.villages[i].key)) {
          add_village(batch, i);
        }
      }
    }
  }

  void repair(const review::Event& event) {
    const auto field = std::find(kRepairedFields.begin(), kRepairedFields.end(), event.field);
    const auto place = place_.find(review::identity_of(event.left));
    if (field != kRepairedFields.end() && place != place_.end()) {
      rows_[place->second].repaired[static_cast<std::size_t>(field - kRepairedFields.begin())] = true;
    }
  }

  FieldworkRows take() {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const VisitedRow& a, const VisitedRow& b) { return a.village < b.village; });
    return {std::move(villages_), std::move(rows_)};
  }

private:
  void add_village(const Batch& batch, std::uint32_t index) {
    const BatchVillage& from = batch.villages[index];
    const auto known = std::find_if(villages_.begin(), villages_.end(), [&](const FieldworkRows::Village& other) {
      return other.key == from.key && other.village == from.village && other.district == from.district;
    });
    const auto village = static_cast<std::size_t>(known - villages_.begin());
    if (known == villages_.end()) {
      villages_.push_back({from.key, from.village, from.district});
    }
    auto answer = from.answers.begin();
    for (std::uint32_t row = 0; row < from.rows.size(); ++row) {
      const bool answered = answer != from.answers.end() && answer->row == row;
      add_row(from.rows[row], village, {mark_, batch.number, index, row}, answered ? &*answer : nullptr);
      answer += answered ? 1 : 0;
    }
  }

  void add_row(const review::RowName& name, std::size_t village, const RowCode& code, const RowAnswer* answer) {
    const auto [place, is_new] = place_.try_emplace(review::identity_of(name), rows_.size());
    if (is_new) {
      rows_.push_back({&name, village, code, answer, {}});
      return;
    }
    VisitedRow& row = rows_[place->second];
    if (answer == nullptr ? row.answer == nullptr : row.answer == nullptr || row.answer->taken <= answer->taken) {
      row.code = code;
      row.answer = answer;
    }
  }

  std::uint32_t mark_;
  std::vector<FieldworkRows::Village> villages_;
  std::vector<VisitedRow> rows_;
  std::map<review::RowIdentity, std::size_t> place_; // in rows_
};

void count(const VisitedRow& row, FieldworkFigures::Tally& tally) {
  ++tally.rows;
  tally.answered += is_answered(row.result()) ? 1U : 0U;
  if (row.answer != nullptr) {
    ++tally.results[static_cast<std::size_t>(row.result())];
  }
  bool any = false;
  for (std::size_t field = 0; field < kRepairedFields.size(); ++field) {
    tally.repairs[field] += row.repaired[field] ? 1U : 0U;
    any = any || row.repaired[field];
  }
  tally.repaired += any ? 1U : 0U;
}

} // namespace

FieldworkRows fieldwork_rows(const Fieldwork& work, const review::EventLog& log, const FieldworkPart& part) {
  Gatherer gatherer(work, part);
  const std::vector<bool> overtaken = log.overtaken();
  for (std::size_t i = 0; i < log.events().size(); ++i) {
    const review::Event& event = log.events()[i];
    const bool from_village = event.reason.compare(0, kFromVillage.size(), kFromVillage) == 0;
    if (event.kind == review::EventKind::Value && from_village && log.speaks(i) && !overtaken[i]) {
      gatherer.repair(event);
    }
  }
  return gatherer.take();
}

FieldworkFigures fieldwork_figures(const Fieldwork& work, const review::EventLog& log) {
  const FieldworkRows found = fieldwork_rows(work, log);
  FieldworkFigures figures;
  figures.batches = static_cast<std::uint32_t>(work.batches.size());
  for (const FieldworkRows::Village& village : found.villages) {
    figures.villages.push_back({village, {}});
  }
  for (const VisitedRow& row : found.rows) {
    count(row, figures.total);
    count(row, figures.villages[row.village].tally);
  }
  for (const FieldworkFigures::Village& village : figures.villages) {
    figures.done += village.tally.answered == village.tally.rows ? 1U : 0U;
  }
  return figures;
}

} // namespace padan::act
