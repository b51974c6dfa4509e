#include "padan/table/issue.hpp"

#include <algorithm>

namespace padan::table {

std::string_view to_text(IssueCode code) {
  switch (code) {
#define PADAN_TEXT(name, text)                                                                                         \
  case IssueCode::name:                                                                                                \
    return text;
    PADAN_ISSUE_CODES(PADAN_TEXT)
#undef PADAN_TEXT
  }
  return "";
}

void Issues::add(IssueCode code, std::uint32_t line, std::uint64_t count) {
  const auto at = std::lower_bound(issues_.begin(), issues_.end(), code,
                                   [](const Issue& issue, IssueCode wanted) { return issue.code < wanted; });
  const auto issue = at != issues_.end() && at->code == code ? at : issues_.insert(at, Issue{code, 0, {}});
  issue->count += count;
  if (issue->lines.size() < kExamples) {
    issue->lines.push_back(line);
  }
}

void Issues::merge(const Issues& other) {
  for (const Issue& theirs : other.issues_) {
    add(theirs.code, theirs.lines.empty() ? 0 : theirs.lines.front(), theirs.count);
    for (std::size_t i = 1; i < theirs.lines.size(); ++i) {
      add(theirs.code, theirs.lines[i], 0);
    }
  }
}

std::uint64_t Issues::count(IssueCode code) const {
  for (const Issue& issue : issues_) {
    if (issue.code == code) {
      return issue.count;
    }
  }
  return 0;
}

} // namespace padan::table
