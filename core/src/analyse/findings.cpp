#include "padan/analyse/findings.hpp"

#include <algorithm>
#include <numeric>

#include "finding_scan.hpp"

namespace padan::analyse {
namespace {

struct CodeEntry {
  std::string_view text;
  Severity severity;
  SubjectKind subject;
};

constexpr std::array<CodeEntry, kCodes> kEntries{{
#define PADAN_ENTRY(name, text, severity, subject) {text, Severity::severity, SubjectKind::subject},
    PADAN_FINDINGS(PADAN_ENTRY)
#undef PADAN_ENTRY
}};

const CodeEntry& entry(Code code) { return kEntries[static_cast<std::size_t>(code)]; }

} // namespace

std::string_view to_text(Code code) { return entry(code).text; }
Severity severity_of(Code code) { return entry(code).severity; }
SubjectKind subject_kind_of(Code code) { return entry(code).subject; }

std::string_view to_text(Severity severity) {
  switch (severity) {
  case Severity::Notice:
    return "notice";
  case Severity::Fault:
    return "fault";
  case Severity::Grave:
    return "grave";
  }
  return {};
}

std::string_view to_text(SubjectKind kind) {
  switch (kind) {
  case SubjectKind::Row:
    return "row";
  case SubjectKind::Person:
    return "person";
  case SubjectKind::Family:
    return "family";
  case SubjectKind::Source:
    return "source";
  }
  return {};
}

bool parse_code(std::string_view text, Code& code) {
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    if (kEntries[i].text == text) {
      code = static_cast<Code>(i);
      return true;
    }
  }
  return false;
}

Findings::Findings(const resolve::MasterList& master, const clustering::Cards& cards, const FindingRules& rules,
                   const base::Executor& executor)
    : master_(master), rules_(rules), facts_(std::make_shared<const Facts>(master, cards, executor)) {
  const auto count = [this](Counts& counts, const auto& scan_some) {
    const std::function<void(const Finding&)> visit = [&counts](const Finding& finding) {
      ++counts[static_cast<std::size_t>(finding.code)];
    };
    Scan scan(*this, visit);
    scan_some(scan);
  };
  const auto count_slices = [&](std::uint32_t units, auto scan_range) {
    std::vector<Counts> found(base::slices(units), Counts{});
    base::run_slices(executor, units, [&](std::uint32_t slice, std::uint32_t begin, std::uint32_t end) {
      count(found[slice], [&](Scan& scan) { (scan.*scan_range)(begin, end); });
    });
    for (const Counts& counts : found) {
      std::transform(counts.begin(), counts.end(), counts_.begin(), counts_.begin(), std::plus<>());
    }
  };
  count_slices(master.persons().size(), &Scan::persons);
  count_slices(master.families().size(), &Scan::families);
  count(counts_, [](Scan& scan) { scan.lists(); });
}

std::uint64_t Findings::total() const { return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0}); }

void Findings::for_each(const std::function<void(const Finding&)>& visit, const FindingQuery& query) const {
  Scan scan(*this, visit, query);
  scan.persons(0, master_.persons().size());
  scan.families(0, master_.families().size());
  scan.lists();
}

std::string Findings::owner(const Finding& finding) const {
  switch (finding.code) {
  case Code::NikShared:
  case Code::NikSecond:
  case Code::KkConflict:
  case Code::NotInCivilRegistry:
  case Code::ChildWithoutNik:
    return facts_->civil_owner;
  case Code::BasisExpired:
    return master_.cells().sources()[finding.subject].owner;
  default:
    return master_.cells().source_of(finding.row).owner;
  }
}

} // namespace padan::analyse
