// Reading a typical list: 13 columns, one of them quoted, short cells. Floor: 250 MB/s on one thread.

#include <string>

#include <benchmark/benchmark.h>

#include "padan/ingest/csv_reader.hpp"
#include "padan/ingest/recognise.hpp"

namespace {

std::string list_of(int rows) {
  std::string text = "NIK;No KK;Nama;Tempat Lahir;Tanggal Lahir;JK;Alamat;RT;RW;Desa;Kecamatan;Desil;PKH\n";
  for (int i = 0; i < rows; ++i) {
    const std::string serial = std::to_string(1000 + i % 9000);
    text += "329901461282" + serial + ";329901010112" + serial + ";SITI AMINAH " + std::to_string(i) +
            ";CONTOH;06-12-1982;P;\"JL. MAWAR NO 3\";001;002;SUKAMAJU;SUKASARI;3;YA\n";
  }
  return text;
}

padan::Result<padan::table::Grid> read(const std::string& text) {
  padan::ingest::CsvReader reader;
  reader.feed(text);
  return reader.finish();
}

void read_csv(benchmark::State& state) {
  const std::string text = list_of(200'000);
  for (auto _ : state) {
    benchmark::DoNotOptimize(read(text));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_csv)->Unit(benchmark::kMillisecond);

void recognise_grid(benchmark::State& state) {
  const auto grid = read(list_of(200'000));
  for (auto _ : state) {
    benchmark::DoNotOptimize(padan::ingest::recognise(*grid, {}));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * grid->rows());
}
BENCHMARK(recognise_grid)->Unit(benchmark::kMillisecond);

} // namespace
