#include "verdicts.hpp"

#include <map>
#include <optional>

#include "padan/resolve/identity.hpp"

namespace padan::engine {
namespace {

class RowFinder {
public:
  explicit RowFinder(const prepare::Corpus& corpus) : corpus_(corpus) {}

  std::optional<RowId> find(const RowName& name) {
    for (const prepare::SourceRows& source : corpus_.sources) {
      if (source.name == name.source) {
        return find(name, source);
      }
    }
    return std::nullopt;
  }

private:
  std::optional<RowId> find(const RowName& name, const prepare::SourceRows& source) {
    const bool inside = name.row >= 1 && name.row <= source.end - source.begin;
    const RowId row = source.begin + name.row - 1;
    if (inside && (name.key.empty() || key(row) == name.key)) {
      return row;
    }
    const std::map<std::string, RowId>& keys = keys_of(source);
    const auto found = name.key.empty() ? keys.end() : keys.find(name.key);
    return found == keys.end() ? std::nullopt : std::optional(found->second);
  }

  [[nodiscard]] std::string key(RowId row) const { return resolve::key_text(resolve::row_key(corpus_, row)); }

  const std::map<std::string, RowId>& keys_of(const prepare::SourceRows& source) {
    std::map<std::string, RowId>& keys = keys_[source.begin];
    if (keys.empty()) {
      for (RowId row = source.begin; row < source.end; ++row) {
        keys.emplace(key(row), row);
      }
    }
    return keys;
  }

  const prepare::Corpus& corpus_;
  std::map<RowId, std::map<std::string, RowId>> keys_; // by first row of the list
};

} // namespace

std::vector<clustering::Verdict> find_verdicts(const prepare::Corpus& corpus, const std::vector<RowVerdict>& verdicts) {
  RowFinder finder(corpus);
  std::vector<clustering::Verdict> found;
  for (const RowVerdict& verdict : verdicts) {
    const std::optional<RowId> left = finder.find(verdict.left);
    const std::optional<RowId> right = finder.find(verdict.right);
    if (left && right && *left != *right) {
      found.push_back({*left, *right, verdict.same});
    }
  }
  return found;
}

} // namespace padan::engine
