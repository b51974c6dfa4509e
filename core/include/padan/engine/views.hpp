#pragma once
// Lists of persons, families, rows, pairs and findings that fit a question, and plain structs for each line of them.
//
//   Query query;  query.kind = ViewKind::Persons;  query.search = "siti ami";  query.sources.all = {"dtks"};
//   Result<View> view = open_view(results, query);
//   for (i = from; i < to; ++i) person_line(results, view->items[i]);

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::engine {

enum class ViewKind : std::uint8_t { Persons, Families, Rows, Pairs, Findings }; // "persons", "families", ...
[[nodiscard]] std::string_view to_text(ViewKind kind);
[[nodiscard]] std::optional<ViewKind> parse_view_kind(std::string_view text);

/// Names of lists: on all of these, on at least one of these, on exactly these and no other. An empty vector asks nothing.
struct SourceFilter {
  std::vector<std::string> all;
  std::vector<std::string> any;
  std::vector<std::string> exact;
};

struct Query {
  ViewKind kind = ViewKind::Persons;
  std::string
      search; // words of a name in any order, the last may be a beginning; or four and more digits of NIK or KK; or an id
  SourceFilter sources;      // lists of the person or family, list of the row or finding, lists of both sides of a pair
  Region region;             // of the person or family; of a row: the village that it names itself
  std::string flag;          // resolve::Flag
  std::string finding;       // analyse::Code
  std::string conflict;      // one of analyse::kConflictFields that lists contradict each other in
  std::string civil_status;  // analyse::CivilStatus of the row, or of any row of the person
  std::vector<bool> persons; // these and no others, such as who stands on an action list; empty: any
  bool official = false;     // only who is counted in the one number
  std::uint32_t least_lists = 0;
  std::uint32_t most_lists = UINT32_MAX;
  std::optional<std::uint32_t> person;
  std::optional<std::uint32_t> family;
  std::string sort; // see sort_keys(); "-key" descends; empty keeps the natural order
};

/// items are persons, families, RowIds, places in OpenPairs::pairs, or places in findings.
struct View {
  ViewKind kind = ViewKind::Persons;
  std::vector<std::uint32_t> items;
  std::vector<analyse::Finding> findings; // of a view of findings only
};

/// Errors: RequestInvalid with {"where", what} for an unknown list, flag, code, sort key or place.
/// Cost: a scan of the records, under 100 ms for a million rows.
[[nodiscard]] Result<View> open_view(const Results& results, const Query& query);

/// Persons: id name nik birth_date village lists rows; families: id kk village members lists; rows: source name nik
/// birth_date village person; pairs: weight; findings: code.
[[nodiscard]] const std::vector<std::string_view>& sort_keys(ViewKind kind);

struct PersonLine {
  std::uint32_t index = 0;
  std::string id;
  std::uint32_t family = 0;
  std::string name;
  std::string nik;
  std::string kk;
  std::string birth_date;
  std::string sex; // "L", "P" or empty
  std::string_view village;
  std::string_view district;
  std::uint32_t rows = 0;
  std::vector<std::string_view> sources;
  std::vector<std::string_view> programmes;
  std::vector<std::string_view> flags;
};

struct FamilyLine {
  std::uint32_t index = 0;
  std::string id;
  std::string kk;
  std::string head;
  std::uint32_t head_person = 0;
  std::uint32_t members = 0;
  std::uint32_t place = 0; // of the corpus
  std::string_view village;
  std::string_view district;
  std::vector<std::string_view> sources;
  std::vector<std::string_view> programmes;
  std::vector<std::string_view> flags; // resolve::Flag::ExpiredBasis; others are traits of persons
};

struct RowLine {
  std::uint32_t index = 0;
  std::string_view source;
  std::uint32_t row = 0;  // data row from 1
  std::uint32_t line = 0; // physical
  std::uint32_t person = 0;
  std::uint32_t family = 0;
  RowStatus status = RowStatus::Single;
  std::string name; // this and the following as the list has them
  std::string nik;
  std::string kk;
  std::string birth_date;
  std::string village;
};

struct LevelText {
  std::string_view comparison; // "nik", "birth_date", "name", "sex", ... "id:dtks"
  std::string_view level;      // "missing", "equal", "near", ...
};

struct PairLine {
  std::uint32_t index = 0; // in OpenPairs::pairs
  bool accepted = false;
  double weight = 0.0;
  double probability = 0.0;
  RowLine left;
  RowLine right;
  std::vector<LevelText> levels;
};

struct FindingLine {
  analyse::Code code{};
  analyse::Severity severity{};
  analyse::SubjectKind subject_kind{};
  std::string subject; // id of the person or family, "list:row" of a row, name of a list
  std::uint32_t subject_index = 0;
  std::optional<std::uint32_t> person; // it is about, himself or by a row
  std::string name;                    // of the person, of the head of the family, or of the list
  std::string_view village;
  std::string_view source; // empty where no row shows it
  std::uint32_t row = 0;   // data row from 1, 0 where there is none
  std::string evidence;    // "nik=3209…|3209…; name=…"
  std::string owner;
};

[[nodiscard]] PersonLine person_line(const Results& results, std::uint32_t person);
[[nodiscard]] FamilyLine family_line(const Results& results, std::uint32_t family);
[[nodiscard]] RowLine row_line(const Results& results, RowId row);
[[nodiscard]] PairLine pair_line(const Results& results, std::uint32_t open_pair);
[[nodiscard]] FindingLine finding_line(const Results& results, const analyse::Finding& finding, bool masked = false);

} // namespace padan::engine
