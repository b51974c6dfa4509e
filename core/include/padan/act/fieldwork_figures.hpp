#pragma once
// What villages found, as minutes state it: over all batches, each row that went out once.
//
//   FieldworkFigures figures = fieldwork_figures(work, log);
//   figures.total.rows;  figures.villages[0].tally.results[static_cast<std::size_t>(VisitResult::Dead)];

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "padan/act/fieldwork.hpp"

namespace padan::act {

/// Fields that a visit may set right, in the order of a worksheet.
inline constexpr std::array<table::FieldKind, 4> kRepairedFields{table::FieldKind::Kk, table::FieldKind::Nik,
                                                                 table::FieldKind::Name, table::FieldKind::BirthDate};

/// A row of a list that went out, in one batch or several: the latest answer counts, of one day that of the later batch.
struct VisitedRow {
  const review::RowName* row = nullptr; // into the fieldwork
  std::size_t village = 0;              // in FieldworkRows::villages
  RowCode code;                         // of the batch whose answer counts, else of the last it went out with
  const RowAnswer* answer = nullptr;    // into the fieldwork; null: none
  std::array<bool, kRepairedFields.size()> repaired{};

  [[nodiscard]] VisitResult result() const { return answer == nullptr ? VisitResult::None : answer->result; }
};

/// Of all batches and villages, unless one of them is named.
struct FieldworkPart {
  std::uint32_t batch = 0;            // number of the batch; 0: all
  std::optional<std::string> village; // key
};

/// The rows behind the figures, so that each number opens to its names. They refer to the fieldwork.
struct FieldworkRows {
  struct Village {
    std::string key; // RosterVillage::key
    std::string village;
    std::string district;
  };
  std::vector<Village> villages; // in the order in which they went out first
  std::vector<VisitedRow> rows;  // by village, in the order in which they went out first
};
[[nodiscard]] FieldworkRows fieldwork_rows(const Fieldwork& work, const review::EventLog& log,
                                           const FieldworkPart& part = {});

struct FieldworkFigures {
  struct Tally {
    std::uint32_t rows = 0;
    std::uint32_t answered = 0;
    std::array<std::uint32_t, kVisitResults> results{};          // rows by VisitResult; none at None
    std::array<std::uint32_t, kRepairedFields.size()> repairs{}; // values set right, by field
    std::uint32_t repaired = 0;                                  // rows with one or more of these
  };
  struct Village {
    FieldworkRows::Village place;
    Tally tally;
  };

  std::uint32_t batches = 0;
  std::uint32_t done = 0; // villages with every row answered
  Tally total;
  std::vector<Village> villages;
};
[[nodiscard]] FieldworkFigures fieldwork_figures(const Fieldwork& work, const review::EventLog& log);

} // namespace padan::act
