#pragma once
// A batch of worksheets while it is written.

#include <memory>
#include <optional>

#include "padan/codec/workbook_lock.hpp"
#include "padan/codec/worksheet.hpp"
#include "padan/codec/zip_writer.hpp"

namespace padan::codec {

struct SheetsOut {
  std::unique_ptr<act::Roster> roster; // of the results
  act::Batch batch;
  WorksheetFacts facts;
  std::optional<WorkbookLock> lock;
  ZipWriter zip;
  std::uint32_t next = 0;
};

} // namespace padan::codec
