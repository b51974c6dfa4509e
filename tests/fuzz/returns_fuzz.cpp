// Any text read as a worksheet that came back: reading never crashes, and what is read keeps its laws.

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/act/fieldwork.hpp"
#include "padan/ingest/csv_reader.hpp"

namespace {

void demand(bool law) {
  if (!law) {
    std::abort();
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace padan;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)act::read_answer(bytes);
  if (const auto code = act::parse_row_code(bytes)) {
    demand(act::parse_row_code(act::to_text(*code)) == *code);
  }
  ingest::CsvReader reader;
  reader.feed(bytes);
  auto read = reader.finish();
  if (!read) {
    return 0;
  }
  std::vector<table::Grid> sheets;
  sheets.push_back(std::move(*read));
  act::Fieldwork work;
  work.project = "p";
  work.batches.emplace_back().villages.emplace_back().rows.resize(3, {"dtks", 1, ""});
  const std::vector<act::Return> returns{act::read_return("f", "sha", sheets, "2026-11-29")};
  demand(!returns[0].rows.empty() || !returns[0].proposals.empty() || !returns[0].remarks.empty());
  for (const act::ReturnedRow& row : returns[0].rows) {
    demand(row.visit_date <= "2026-11-29" && (row.nik.empty() || row.nik.size() == 16));
  }
  const act::Intake intake = act::weigh_returns(work, returns, {}, nullptr);
  demand(intake.files.size() == 1 && intake.verdicts.size() + intake.conflicts.size() <= 3);
  for (const act::Verdict& verdict : intake.verdicts) {
    demand(act::is_answered(verdict.row.result));
    act::note(work, verdict.place, verdict.row, "2026-11-29");
  }
  demand(act::coverage_of(work.batches[0], "2026-11-29").answered <= 3);
  return 0;
}
