#include "padan/prepare/corpus.hpp"

#include <algorithm>
#include <numeric>

#include "shared_numbers.hpp"
#include "source_part.hpp"

namespace padan::prepare {

struct CorpusBuilder::State {
  std::uint16_t last_year;
  base::Executor executor;
  Corpus corpus;
  std::vector<std::unique_ptr<SourcePart>> parts; // of corpus.files

  void merge_names();
  void merge_addresses();
  void merge_places();
  void merge_extras();
};

namespace {

// Takes the phrases of a part into a whole; the codes there of the codes here.
std::vector<std::uint32_t> merge(TokenTable& whole, TokenTable& part) {
  std::vector<std::uint32_t> codes(part.phrases());
  for (std::uint32_t code = 0; code < part.phrases(); ++code) {
    codes[code] = whole.intern(part.phrase(code));
    whole.count(codes[code], part.phrase_count(code));
  }
  part = {};
  return codes;
}

} // namespace

void CorpusBuilder::State::merge_names() {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::vector<std::uint32_t> codes = merge(corpus.names, parts[i]->names);
    for (RowId row = corpus.files[i].begin; row < corpus.files[i].end; ++row) {
      Record& record = corpus.records[row];
      for (std::uint32_t Record::*field :
           {&Record::name, &Record::alias, &Record::mother, &Record::father, &Record::head}) {
        record.*field = codes[record.*field];
      }
    }
    for (Mention& mention : parts[i]->mentions) {
      mention.name = codes[mention.name];
      mention.row += corpus.files[i].begin;
      corpus.mentions.push_back(mention);
    }
    parts[i]->mentions = {};
  }
  corpus.names.finish();
}

void CorpusBuilder::State::merge_addresses() {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::vector<std::uint32_t> codes = merge(corpus.addresses, parts[i]->addresses);
    for (RowId row = corpus.files[i].begin; row < corpus.files[i].end; ++row) {
      corpus.records[row].address = codes[corpus.records[row].address];
    }
  }
  corpus.addresses.finish();
}

void CorpusBuilder::State::merge_places() {
  PlaceBuilder places;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::vector<std::uint32_t> numbers = places.merge(parts[i]->places);
    for (RowId row = corpus.files[i].begin; row < corpus.files[i].end; ++row) {
      corpus.records[row].village = numbers[corpus.records[row].village];
    }
  }
  places.finish(corpus);
}

void CorpusBuilder::State::merge_extras() {
  ExtraBuilder extras;
  for (const auto& part : parts) {
    extras.merge(part->extras);
  }
  extras.finish(corpus);
}

CorpusBuilder::CorpusBuilder(std::uint16_t last_year, base::Executor executor) : state_(std::make_unique<State>()) {
  state_->last_year = last_year;
  state_->executor = std::move(executor);
}
CorpusBuilder::~CorpusBuilder() = default;

void CorpusBuilder::add(const SourceInput& source) {
  State& s = *state_;
  const bool civil = source.recognition->kind == "civil_registry";
  std::vector<SourceRows>& lists = s.corpus.sources;
  if (source.list.empty() || lists.empty() || lists.back().name != source.list) {
    lists.push_back({source.list.empty() ? source.name : source.list, 0, 0, source.duplicates_allowed, civil});
  }
  lists.back().duplicates_allowed = lists.back().duplicates_allowed && source.duplicates_allowed;
  s.corpus.files.push_back({source.name, 0, 0, static_cast<std::uint16_t>(lists.size() - 1)});
  s.parts.push_back(std::make_unique<SourcePart>(source, s.last_year));
}

bool CorpusBuilder::step(std::uint32_t rows) {
  State& s = *state_;
  std::vector<SourcePart*> left;
  for (const auto& part : s.parts) {
    if (part->rows_left() != 0) {
      left.push_back(part.get());
    }
  }
  // The largest first, or the last worker would be left alone with it.
  std::stable_sort(left.begin(), left.end(),
                   [](const SourcePart* a, const SourcePart* b) { return a->rows_left() > b->rows_left(); });
  left.resize(std::min<std::size_t>(left.size(), s.executor.workers));
  s.executor.run(static_cast<std::uint32_t>(left.size()), [&](std::uint32_t i) { left[i]->step(rows); });
  return std::all_of(s.parts.begin(), s.parts.end(), [](const auto& part) { return part->rows_left() == 0; });
}

Corpus CorpusBuilder::finish() {
  State& s = *state_;
  Corpus& corpus = s.corpus;
  corpus.records.reserve(std::accumulate(s.parts.begin(), s.parts.end(), std::size_t{0},
                                         [](std::size_t sum, const auto& part) { return sum + part->records.size(); }));
  for (std::size_t i = 0; i < s.parts.size(); ++i) {
    FileRows& file = corpus.files[i];
    SourceRows& source = corpus.sources[file.source];
    file.begin = corpus.rows();
    source.begin = i == 0 || file.source != corpus.files[i - 1].source ? file.begin : source.begin;
    for (Record& record : s.parts[i]->records) {
      record.source = file.source;
      corpus.records.push_back(record);
    }
    file.end = source.end = corpus.rows();
    s.parts[i]->records = {};
  }
  const std::vector<void (State::*)()> merges = {&State::merge_names, &State::merge_addresses, &State::merge_places};
  s.executor.run(static_cast<std::uint32_t>(merges.size()), [&](std::uint32_t i) { (s.*merges[i])(); });
  s.merge_extras(); // asks for names
  s.parts.clear();
  mark_numbers(corpus);
  return std::move(corpus);
}

std::uint64_t Corpus::family_number(RowId row) const {
  for (std::size_t i = 0; i < extras.size(); ++i) {
    if (extras[i].of_family && extras[i].codes[row] != 0) {
      return base::combine(extras[i].codes[row], i + 1);
    }
  }
  return 0;
}

std::uint32_t Corpus::file_of(RowId row) const {
  const auto after = std::upper_bound(files.begin(), files.end(), row,
                                      [](RowId wanted, const FileRows& file) { return wanted < file.end; });
  return static_cast<std::uint32_t>(after - files.begin());
}

std::size_t Corpus::memory_bytes() const {
  std::size_t bytes = records.capacity() * sizeof(Record) + names.memory_bytes() + addresses.memory_bytes() +
                      mentions.capacity() * sizeof(Mention) + place_names.memory_bytes() + place_texts.memory_bytes() +
                      places.capacity() * sizeof(Place);
  for (const Extra& extra : extras) {
    bytes += extra.values.memory_bytes() + (extra.codes.capacity() + extra.counts.capacity()) * sizeof(std::uint32_t);
  }
  return bytes;
}

} // namespace padan::prepare
