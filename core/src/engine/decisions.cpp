#include "decisions.hpp"

#include "padan/resolve/identity.hpp"

namespace padan::engine {

std::string RowFinder::key(RowId row) const { return resolve::key_text(resolve::row_key(corpus_, row)); }

std::optional<RowId> RowFinder::find(const RowName& name) {
  for (const prepare::FileRows& file : corpus_.files) {
    if (file.name == name.source) {
      return find(name, file);
    }
  }
  return std::nullopt;
}

std::optional<RowId> RowFinder::find(const RowName& name, const prepare::FileRows& file) {
  const bool inside = name.row >= 1 && name.row <= file.end - file.begin;
  const RowId row = file.begin + name.row - 1;
  if (inside && (name.key.empty() || key(row) == name.key)) {
    return row;
  }
  const std::map<std::string, RowId>& keys = keys_of(file);
  const auto found = name.key.empty() ? keys.end() : keys.find(name.key);
  return found == keys.end() ? std::nullopt : std::optional(found->second);
}

const std::map<std::string, RowId>& RowFinder::keys_of(const prepare::FileRows& file) {
  std::map<std::string, RowId>& keys = keys_[file.begin];
  if (keys.empty()) {
    for (RowId row = file.begin; row < file.end; ++row) {
      keys.emplace(key(row), row);
    }
  }
  return keys;
}

FoundDecisions find_decisions(RowFinder& finder, const review::Decisions& decisions) {
  FoundDecisions found;
  const auto pair = [&](const RowName& left, const RowName& right, auto take) {
    const std::optional<RowId> a = finder.find(left);
    const std::optional<RowId> b = finder.find(right);
    a&& b&&* a != *b ? take(*a, *b) : void(++found.lost);
  };
  const auto row = [&](const RowName& name, auto take) {
    const std::optional<RowId> at = finder.find(name);
    at ? take(*at) : void(++found.lost);
  };
  for (const RowVerdict& verdict : decisions.verdicts) {
    pair(verdict.left, verdict.right, [&](RowId a, RowId b) { found.verdicts.push_back({a, b, verdict.same}); });
  }
  for (const review::RowPair& unsure : decisions.unsure) {
    pair(unsure.left, unsure.right, [&](RowId a, RowId b) { found.unsure.emplace_back(a, b); });
  }
  for (const review::RowValue& value : decisions.values) {
    row(value.row, [&](RowId at) { found.values.push_back({at, value.field, value.value}); });
  }
  for (const review::RowExclusion& exclusion : decisions.exclusions) {
    row(exclusion.row, [&](RowId at) { (exclusion.whole_person ? found.persons_out : found.rows_out).push_back(at); });
  }
  return found;
}

RowName name_of(const prepare::Corpus& corpus, RowId row) {
  const prepare::FileRows& file = corpus.files[corpus.file_of(row)];
  return {file.name, row - file.begin + 1, resolve::key_text(resolve::row_key(corpus, row))};
}

} // namespace padan::engine
