#include "view_filter.hpp"

#include <algorithm>

namespace padan::engine {
namespace {

using analyse::SubjectKind;
using resolve::MasterList;

tl::unexpected<Error> unknown(std::string param, const std::string& value) {
  return fail(ErrorCode::RequestInvalid, {{"where", std::move(param)}, {"value", value}});
}

Result<std::vector<std::uint16_t>> numbers_of(const MasterList& master, const std::vector<std::string>& names) {
  std::vector<std::uint16_t> numbers;
  const auto& sources = master.cells().sources();
  for (const std::string& name : names) {
    const auto at = std::find_if(sources.begin(), sources.end(),
                                 [&](const resolve::SourceInfo& source) { return source.name == name; });
    if (at == sources.end()) {
      return unknown("sources", name);
    }
    numbers.push_back(static_cast<std::uint16_t>(at - sources.begin()));
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

} // namespace

ViewFilter::ViewFilter(const Results& results, const Query& query)
    : results_(&results), master_(&results.master()), query_(&query), search_(results, query.search) {}

Result<ViewFilter> ViewFilter::compile(const Results& results, const Query& query) {
  ViewFilter filter(results, query);
  if (const Result<bool> read = filter.read_sources(query); !read) {
    return tl::unexpected<Error>(read.error());
  }
  if (const Result<bool> read = filter.read_traits(query); !read) {
    return tl::unexpected<Error>(read.error());
  }
  if (const Result<bool> read = filter.read_standing(query); !read) {
    return tl::unexpected<Error>(read.error());
  }
  return filter;
}

Result<bool> ViewFilter::read_sources(const Query& query) {
  const auto all = numbers_of(*master_, query.sources.all);
  const auto any = numbers_of(*master_, query.sources.any);
  const auto exact = numbers_of(*master_, query.sources.exact);
  for (const auto* list : {&all, &any, &exact}) {
    if (!*list) {
      return tl::unexpected<Error>(list->error());
    }
  }
  const resolve::NumberSets& sets = master_->source_sets();
  const bool asks_sources = !all->empty() || !any->empty() || !exact->empty();
  if (asks_sources) {
    sources_.assign(master_->cells().sources().size(), false);
    for (const auto* list : {&all, &any, &exact}) {
      for (const std::uint16_t source : **list) {
        sources_[source] = true;
      }
    }
    all_ = *all;
  }
  if (asks_sources || query.least_lists != 0 || query.most_lists != UINT32_MAX) {
    sets_.assign(sets.size(), false);
    for (std::uint32_t code = 0; code < sets.size(); ++code) {
      const auto set = sets[code];
      const auto has = [&](std::uint16_t source) { return sets.contains(code, source); };
      sets_[code] = set.size() >= query.least_lists && set.size() <= query.most_lists &&
                    std::all_of(all->begin(), all->end(), has) &&
                    (any->empty() || std::any_of(any->begin(), any->end(), has)) &&
                    (exact->empty() || std::equal(set.begin(), set.end(), exact->begin(), exact->end()));
    }
  }
  return true;
}

Result<bool> ViewFilter::read_traits(const Query& query) {
  if (!query.region.everywhere()) {
    const Region& region = query.region;
    places_ = results_->places_like(region);
    if (region.within.empty() && std::find(places_.begin(), places_.end(), true) == places_.end()) {
      return unknown("village", !region.village.empty()    ? region.village
                                : !region.district.empty() ? region.district
                                                           : region.regency);
    }
  }
  if (!query.flag.empty()) {
    for (std::uint32_t flag = 0; flag < resolve::kFlags; ++flag) {
      flags_ |= resolve::to_text(static_cast<resolve::Flag>(flag)) == query.flag ? 1U << flag : 0U;
    }
    if (flags_ == 0) {
      return unknown("flag", query.flag);
    }
  }
  if (!query.finding.empty()) {
    if (!analyse::parse_code(query.finding, code_)) {
      return unknown("finding", query.finding);
    }
    by_finding_ = true;
    if (query.kind != ViewKind::Findings) {
      mark_finding(code_);
    }
  }
  return true;
}

Result<bool> ViewFilter::read_standing(const Query& query) {
  if (!query.conflict.empty()) {
    conflict_ = analyse::conflict_place(query.conflict);
    if (!conflict_) {
      return unknown("conflict", query.conflict);
    }
  }
  if (!query.civil_status.empty()) {
    const auto status = analyse::parse_civil_status(query.civil_status);
    if (!status) {
      return unknown("civil_status", query.civil_status);
    }
    status_ = *status;
  }
  return true;
}

// Persons who are left out stand in no conflict and are not counted.
bool ViewFilter::standing_fits(std::uint32_t person) const {
  const bool counted = person < master_->persons().size();
  return (query_->persons.empty() || (counted && query_->persons[person])) &&
         (!query_->official || (counted && results_->official().person(person))) &&
         (!conflict_ || (counted && results_->conflicts().open(person, *conflict_)));
}

void ViewFilter::mark_finding(analyse::Code code) {
  persons_.assign(master_->persons().all(), false);
  rows_.assign(master_->corpus().rows(), false);
  const SubjectKind kind = analyse::subject_kind_of(code);
  results_->findings().for_each([&](const analyse::Finding& finding) {
    if (finding.code != code) {
      return;
    }
    if (kind == SubjectKind::Row) {
      rows_[finding.subject] = true;
      persons_[master_->persons().of_row[finding.subject]] = true;
    } else if (kind == SubjectKind::Person) {
      persons_[finding.subject] = true;
    } else if (kind == SubjectKind::Family) {
      for (const std::uint32_t person : master_->members_of(finding.subject)) {
        persons_[person] = true;
      }
    } else {
      const prepare::SourceRows& source = master_->corpus().sources[finding.subject];
      for (RowId row = source.begin; row < source.end; ++row) {
        rows_[row] = true;
        persons_[master_->persons().of_row[row]] = true;
      }
    }
  });
  if (kind != SubjectKind::Row && kind != SubjectKind::Source) {
    rows_.clear();
  }
}

bool ViewFilter::numbers_fit(std::uint32_t person) const {
  return (!query_->person || *query_->person == person) &&
         (!query_->family || *query_->family == master_->families().of_person[person]);
}

bool ViewFilter::traits_fit(std::uint32_t person) const {
  return (master_->flags(person) & flags_) == flags_ && (persons_.empty() || persons_[person]) && standing_fits(person);
}

bool ViewFilter::person(std::uint32_t person) const {
  const std::span<const RowId> rows = master_->rows_of(person);
  return std::any_of(rows.begin(), rows.end(), [&](RowId row) { return status_fits(row); }) && numbers_fit(person) &&
         set_fits(master_->sources_of_person(person)) &&
         (places_.empty() || places_[master_->place_of_person(person)]) && traits_fit(person) &&
         search_.finds_person(person);
}

bool ViewFilter::family(std::uint32_t family) const {
  const std::span<const std::uint32_t> members = master_->members_of(family);
  const auto member = [&](auto test) { return std::any_of(members.begin(), members.end(), test); };
  return set_fits(master_->sources_of_family(family)) &&
         (places_.empty() || places_[master_->place_of_family(family)]) &&
         member([&](std::uint32_t person) { return numbers_fit(person) && traits_fit(person); }) &&
         search_.finds_family(family);
}

bool ViewFilter::row(RowId row) const {
  const prepare::Record& record = master_->corpus().records[row];
  const std::uint32_t person = master_->persons().of_row[row];
  return status_fits(row) && numbers_fit(person) && (sources_.empty() || sources_[record.source]) &&
         set_fits(master_->sources_of_person(person)) && (places_.empty() || places_[record.village]) &&
         traits_fit(person) && (rows_.empty() || rows_[row]) && search_.finds(row);
}

// Either side may answer, but the lists asked for must be those of the two rows.
bool ViewFilter::pair(RowId left, RowId right) const {
  const prepare::Corpus& corpus = master_->corpus();
  const std::uint16_t a = corpus.records[left].source;
  const std::uint16_t b = corpus.records[right].source;
  const bool lists =
      sources_.empty() ||
      ((sources_[a] || sources_[b]) &&
       std::all_of(all_.begin(), all_.end(), [&](std::uint16_t source) { return source == a || source == b; }) &&
       (query_->sources.exact.empty() || (sources_[a] && sources_[b])));
  const auto side = [&](RowId row) {
    const std::uint32_t person = master_->persons().of_row[row];
    return numbers_fit(person) && (places_.empty() || places_[corpus.records[row].village]) && traits_fit(person) &&
           (rows_.empty() || rows_[row]) && search_.finds(row);
  };
  return lists && (side(left) || side(right));
}

bool ViewFilter::finding(const analyse::Finding& finding) const {
  if (by_finding_ && finding.code != code_) {
    return false;
  }
  const SubjectKind kind = analyse::subject_kind_of(finding.code);
  if (kind == SubjectKind::Source) {
    const bool about_people =
        query_->person || query_->family || !places_.empty() || flags_ != 0 || !search_.everything();
    return !about_people && (sources_.empty() || sources_[finding.subject]);
  }
  if (!sources_.empty() && !sources_[master_->corpus().records[finding.row].source]) {
    return false;
  }
  if (kind == SubjectKind::Family) {
    return family(finding.subject);
  }
  const std::uint32_t of = kind == SubjectKind::Row ? master_->persons().of_row[finding.subject] : finding.subject;
  return person(of);
}

} // namespace padan::engine
