#include "padan/codec/verification.hpp"

#include <algorithm>
#include <array>

#include "padan/codec/file_reader.hpp"
#include "json/json.hpp"

namespace padan::codec {
namespace {

class Assignment {
public:
  Assignment(const std::vector<HashedFile>& sealed, const std::vector<HashedFile>& given)
      : sealed_(sealed), given_(given), owner_(given.size(), kFree), found_(sealed.size(), kFree) {}

  template <class Like> void assign(const Like& like) {
    for (std::size_t i = 0; i < sealed_.size(); ++i) {
      for (std::size_t k = 0; k < given_.size() && found_[i] == kFree; ++k) {
        if (owner_[k] == kFree && like(sealed_[i], given_[k])) {
          owner_[k] = i;
          found_[i] = k;
        }
      }
    }
  }

  [[nodiscard]] std::vector<FileCheck> checks() const {
    std::vector<FileCheck> checks;
    for (std::size_t i = 0; i < sealed_.size(); ++i) {
      if (found_[i] == kFree) {
        checks.push_back({sealed_[i].name, "", FileState::Absent});
        continue;
      }
      const HashedFile& file = given_[found_[i]];
      checks.push_back(
          {sealed_[i].name, file.name, file.sha256 == sealed_[i].sha256 ? FileState::Same : FileState::Changed});
    }
    for (std::size_t k = 0; k < given_.size(); ++k) {
      if (owner_[k] == kFree) {
        checks.push_back({given_[k].name, given_[k].name, FileState::Unknown});
      }
    }
    return checks;
  }

private:
  static constexpr std::size_t kFree = SIZE_MAX;
  const std::vector<HashedFile>& sealed_;
  const std::vector<HashedFile>& given_;
  std::vector<std::size_t> owner_; // per given file, the sealed one
  std::vector<std::size_t> found_; // per sealed file, the given one
};

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

bool all_same(const std::vector<FileCheck>& checks) {
  return std::all_of(checks.begin(), checks.end(),
                     [](const FileCheck& check) { return check.state == FileState::Same; });
}

Json files_json(const std::vector<FileCheck>& checks) {
  Json json = Json::array();
  for (const FileCheck& check : checks) {
    json.push_back({{"name", check.name}, {"given", check.given}, {"state", to_text(check.state)}});
  }
  return json;
}

Json table_json(const TableCheck& check) {
  constexpr std::array<std::string_view, 3> kKinds = {"removed", "added", "changed"};
  const table::Differences& differences = check.differences;
  Json examples = Json::array();
  for (const table::Difference& example : differences.examples) {
    examples.push_back({{"kind", kKinds[static_cast<std::size_t>(example.kind)]},
                        {"key", example.key},
                        {"column", example.column},
                        {"before", example.before},
                        {"after", example.after}});
  }
  return {{"name", check.name},
          {"same", differences.none()},
          {"headers_differ", differences.headers_differ},
          {"removed", differences.removed},
          {"added", differences.added},
          {"changed", differences.changed},
          {"examples", std::move(examples)}};
}

// The leading columns of a table that name a row of it.
std::uint32_t keys_of(engine::TableKind kind) {
  switch (kind) {
  case engine::TableKind::Rows:
    return 2; // source, row
  case engine::TableKind::Persons:
  case engine::TableKind::Families:
  case engine::TableKind::Priorities:
    return 1;
  case engine::TableKind::Pairs:
    return 4; // source and row, left and right
  case engine::TableKind::Corrections:
  case engine::TableKind::CivilCheck:
  case engine::TableKind::Actions:
  case engine::TableKind::Overlap:
  case engine::TableKind::Findings:
    break;
  }
  return 6; // all but the evidence and its owner
}

Result<table::Grid> read_table(std::string_view text) {
  FileReader reader("table.csv", FileReader::Archives::Refuse);
  reader.feed(text);
  return reader.finish().map([](ReadFile&& file) { return std::move(file.grids.front()); });
}

table::Differences unreadable() {
  table::Differences differences;
  differences.headers_differ = true;
  return differences;
}

// What stands at the leaves of two trees.
void compare_leaves(const Json& before, const Json& now, table::Differences& found) {
  const Json old_leaves = before.flatten();
  const Json new_leaves = now.flatten();
  const auto text = [](const Json& leaf) { return leaf.is_string() ? leaf.get<std::string>() : to_text(leaf); };
  const auto add = [&](table::Difference::Kind kind, std::uint32_t& count, std::string path, std::string old_text,
                       std::string new_text) {
    std::replace(path.begin(), path.end(), '/', '.');
    if (++count <= kExamples) {
      found.examples.push_back({kind, path.substr(1), "", std::move(old_text), std::move(new_text)});
    }
  };
  using Kind = table::Difference::Kind;
  for (const auto& [path, leaf] : old_leaves.items()) {
    const auto other = new_leaves.find(path);
    if (other == new_leaves.end()) {
      add(Kind::Removed, found.removed, path, text(leaf), "");
    } else if (*other != leaf) {
      add(Kind::Changed, found.changed, path, text(leaf), text(*other));
    }
  }
  for (const auto& [path, leaf] : new_leaves.items()) {
    if (!old_leaves.contains(path)) {
      add(Kind::Added, found.added, path, "", text(leaf));
    }
  }
}

} // namespace

table::Differences compare_tables(engine::TableKind kind, std::string_view before, std::string_view now) {
  if (before == now) {
    return {};
  }
  const Result<table::Grid> old_table = read_table(before);
  const Result<table::Grid> new_table = read_table(now);
  return old_table && new_table ? table::find_differences(*old_table, *new_table, keys_of(kind), kExamples)
                                : unreadable();
}

table::Differences compare_figures(std::string_view before, std::string_view now) {
  if (before == now) {
    return {};
  }
  const Json old_json = parse_json(before);
  const Json new_json = parse_json(now);
  if (!old_json.is_object() || !new_json.is_object()) {
    return unreadable();
  }
  table::Differences found;
  compare_leaves(old_json, new_json, found);
  return found.none() ? unreadable() : found; // other bytes, the same numbers
}

std::string_view to_text(FileState state) {
  constexpr std::array<std::string_view, 4> kTexts = {"same", "changed", "absent", "unknown"};
  return kTexts[static_cast<std::size_t>(state)];
}

std::vector<FileCheck> check_files(const std::vector<HashedFile>& sealed, const std::vector<HashedFile>& given) {
  const auto named = [](const HashedFile& a, const HashedFile& b) { return base_name(a.name) == base_name(b.name); };
  const auto equal = [](const HashedFile& a, const HashedFile& b) { return a.sha256 == b.sha256; };
  Assignment assignment(sealed, given);
  assignment.assign([&](const HashedFile& a, const HashedFile& b) { return equal(a, b) && named(a, b); });
  assignment.assign(equal);
  assignment.assign(named);
  return assignment.checks();
}

bool Verification::same() const {
  return summary_whole && computed && all_same(inputs) && all_same(outputs) &&
         std::all_of(tables.begin(), tables.end(), [](const TableCheck& check) { return check.differences.none(); });
}

std::string write_verification(const Verification& verification) {
  Json tables = Json::array();
  for (const TableCheck& check : verification.tables) {
    tables.push_back(table_json(check));
  }
  const Json json = {{"same", verification.same()},
                     {"seal", verification.seal},
                     {"summary_whole", verification.summary_whole},
                     {"inputs", files_json(verification.inputs)},
                     {"outputs", files_json(verification.outputs)},
                     {"computed", verification.computed},
                     {"tables", std::move(tables)}};
  return to_text(json, 2) + "\n";
}

} // namespace padan::codec
