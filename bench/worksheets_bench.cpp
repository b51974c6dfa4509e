// The worksheets of a district: 400 villages of 200 rows, written one after the other into one archive.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "padan/codec/worksheet.hpp"
#include "padan/codec/zip_writer.hpp"

namespace {

using namespace padan;

constexpr std::uint32_t kVillages = 400;
constexpr std::uint32_t kRows = 200;

act::RosterPerson person(std::uint32_t number) {
  act::RosterPerson one;
  const std::string digits = std::to_string(1'000'000 + number);
  one.anchor = {"dtks", number, "0123456789abcdef"};
  one.id = "P" + digits;
  one.family = "K" + digits;
  one.kk = "330401010110" + digits.substr(3);
  one.nik = "330401120370" + digits.substr(3);
  one.name = "WARGA NOMOR " + digits;
  one.relation = "KEPALA KELUARGA";
  one.sex = "P";
  one.birth_date = "1970-03-12";
  one.age = "56";
  one.address = "KP. CIBOGO NO. " + digits;
  one.rt = "001";
  one.rw = "002";
  one.decile = "1";
  one.lists = "dtks, p3ke";
  one.programmes = "pbi, pkh";
  one.reasons = {{"nik_damaged", ""}, {"differs:name", "dukcapil: WARGA NO " + digits}};
  return one;
}

void district(benchmark::State& state) {
  act::Batch batch;
  batch.made = "2026-11-27";
  batch.deadline = "2026-11-29";
  for (std::uint32_t village = 0; village < kVillages; ++village) {
    act::BatchVillage& out = batch.villages.emplace_back();
    out.key = std::to_string(3304010001 + village);
    out.village = "Desa " + std::to_string(village);
    out.district = "Mandala";
  }
  std::vector<act::RosterPerson> rows;
  for (std::uint32_t row = 0; row < kRows; ++row) {
    rows.push_back(person(row));
  }
  codec::WorksheetFacts facts;
  facts.project = "0123456789abcdef";
  facts.batch = &batch;
  facts.lists = {{"dtks", "2026-11-01"}, {"p3ke", "2025-06-01"}};
  std::size_t bytes = 0;
  for (auto _ : state) {
    codec::ZipWriter zip;
    for (facts.village = 0; facts.village < kVillages; ++facts.village) {
      std::string piece; // goes to the disk or the page; nothing is gathered
      (void)zip.add(piece, codec::worksheet_name(facts), codec::write_worksheet(facts, rows).value(),
                    codec::Packing::Store);
      bytes += piece.size();
    }
    std::string end;
    (void)zip.finish(end);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * kVillages * kRows);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(district)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace
