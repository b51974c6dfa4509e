// The rows of worksheets behind the numbers of Verval and of minutes.
#include <algorithm>

#include "answers.hpp"
#include "padan/act/fieldwork_figures.hpp"

namespace padan::codec {
namespace {

using act::VisitedRow;
using act::VisitResult;

// One page of a list, and how long it is.
class Page {
public:
  explicit Page(JsonReader& read) : from_(read.need("from")), to_(read.need("to")) {}

  template <class Make> void add(const Make& make) {
    if (total_ >= from_ && total_ < to_ && rows_.size() < kMostListed) {
      rows_.push_back(make());
    }
    ++total_;
  }
  [[nodiscard]] Json json() { return {{"rows", std::move(rows_)}, {"total", total_}}; }

private:
  std::uint32_t from_;
  std::uint32_t to_;
  std::uint32_t total_ = 0;
  Json rows_ = Json::array();
};

void add_person(State& state, const review::RowName& name, Json& json) {
  const auto found = review_of(state).find(name);
  if (!found) {
    return;
  }
  const resolve::MasterList& master = state.results->master();
  const std::uint32_t person = master.persons().of_row[*found];
  if (person < master.persons().size()) { // else somebody has left the person out
    const engine::PersonLine line = engine::person_line(*state.results, person);
    json["person"] = person;
    json["name"] = line.name;
    json["nik"] = line.nik;
  } else {
    json["name"] = master.text(*found, table::FieldKind::Name);
    json["nik"] = master.text(*found, table::FieldKind::Nik);
  }
}

struct Wanted {
  act::FieldworkPart part;
  std::optional<std::string> district;
  std::string state; // "answered", "open" or any
  std::optional<VisitResult> result;
  std::string repaired; // a field, "any", or whatever

  [[nodiscard]] bool has(const VisitedRow& row, const act::FieldworkRows::Village& village) const {
    const bool answered = act::is_answered(row.result());
    return (!district || *district == village.district) && (state.empty() || (state == "answered") == answered) &&
           (!result || (row.answer != nullptr && row.result() == *result)) && (repaired.empty() || is_repaired(row));
  }

private:
  [[nodiscard]] bool is_repaired(const VisitedRow& row) const {
    for (std::size_t i = 0; i < row.repaired.size(); ++i) {
      if (row.repaired[i] && (repaired == "any" || repaired == table::to_text({act::kRepairedFields[i], {}}))) {
        return true;
      }
    }
    return false;
  }
};

Wanted read_wanted(JsonReader& read, const act::Fieldwork& work) {
  Wanted wanted;
  wanted.part = {read.number32("batch").value_or(0), read.text("village")};
  wanted.district = read.text("district");
  wanted.state = read.text("state").value_or("");
  wanted.repaired = read.text("repaired").value_or("");
  const auto result = act::parse_visit_result(read.text("result").value_or(""));
  if (wanted.part.batch != 0 && work.find(wanted.part.batch) == nullptr) {
    read.refuse("batch");
  }
  if (!result) {
    read.refuse("result");
  } else if (*result != VisitResult::None) {
    wanted.result = *result;
  }
  if (!wanted.state.empty() && wanted.state != "answered" && wanted.state != "open") {
    read.refuse("state");
  }
  return wanted;
}

Json row_json(State& state, const std::string& village, const act::RowCode& code, const review::RowName& name,
              const act::RowAnswer* answer) {
  Json json = {{"code", act::to_text(code)},
               {"village", village},
               {"result", answer == nullptr ? std::string_view() : act::to_text(answer->result)},
               {"visit_date", answer == nullptr ? std::string() : answer->visit_date}};
  add_person(state, name, json);
  return json;
}

// Names behind a tile or a figure: rows of a batch or of all, of a village, a district, a state, a result, a repair.
Result<Json> rows(State& state, JsonReader& read) {
  Page page(read);
  const act::Fieldwork& work = state.settings.fieldwork;
  const Wanted wanted = read_wanted(read, work);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const act::FieldworkRows found = act::fieldwork_rows(work, state.log.events(), wanted.part);
  for (const VisitedRow& row : found.rows) {
    const act::FieldworkRows::Village& village = found.villages[row.village];
    if (wanted.has(row, village)) {
      page.add([&] { return row_json(state, village.village, row.code, *row.row, row.answer); });
    }
  }
  return page.json();
}

// A row as a file that came back has it; of one whose code says nothing only its line.
Json returned_json(State& state, const std::string& file, const act::Spot& spot, const act::ReturnedRow* row) {
  const act::Fieldwork& work = state.settings.fieldwork;
  Json json = {{"code", spot.code ? act::to_text(*spot.code) : std::string()},
               {"village", ""},
               {"result", row == nullptr ? std::string_view() : act::to_text(row->result)},
               {"visit_date", row == nullptr ? std::string() : row->visit_date},
               {"file", file},
               {"line", spot.line}};
  const bool ours = spot.code && spot.code->project == act::project_mark(work.project);
  const review::RowName* name = ours ? act::find_row(work, *spot.code) : nullptr;
  if (name != nullptr) {
    json["village"] = work.find(spot.code->batch)->villages[spot.code->village].village;
    add_person(state, *name, json);
  }
  return json;
}

Result<Json> remark_rows(State& state, JsonReader& read, Page& page) {
  const std::uint32_t file = read.need("file");
  const std::uint32_t remark = read.need("remark");
  const auto& files = state.intake.files;
  if (!read.ok() || file >= files.size() || remark >= files[file].remarks.size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "remark"}});
  }
  for (const act::Spot& spot : files[file].remarks[remark].spots) {
    page.add([&] { return returned_json(state, files[file].file, spot, nullptr); });
  }
  return page.json();
}

// Whom the next batch would ask about.
Result<Json> planned(State& state, JsonReader& read) {
  Page page(read);
  const std::string scope = read.text("scope").value_or("check");
  const auto village = read.text("village");
  if (scope != "check" && scope != "all") {
    read.refuse("scope");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const auto roster = act::make_roster(*state.results, false);
  for (const act::RosterVillage& at : roster->villages()) {
    for (const std::uint32_t person : at.persons) {
      if ((scope == "check" && !roster->to_check(person)) || (village && *village != at.key)) {
        continue;
      }
      page.add([&] {
        const engine::PersonLine line = engine::person_line(*state.results, person);
        return Json{{"code", ""},       {"village", at.village}, {"result", ""},   {"visit_date", ""},
                    {"person", person}, {"name", line.name},     {"nik", line.nik}};
      });
    }
  }
  return page.json();
}

Json proposal_json(const act::ProposalFrom& from) {
  return {{"code", ""},
          {"village", from.village},
          {"result", act::to_text(VisitResult::Proposal)},
          {"visit_date", from.proposal.visit_date},
          {"file", from.file},
          {"line", from.proposal.line},
          {"name", from.proposal.name},
          {"nik", from.proposal.nik}};
}

// Names behind the numbers of the last intake.
Result<Json> returned(State& state, JsonReader& read) {
  const std::string what = read.text("what").value_or("");
  Page page(read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const act::Intake& intake = state.intake;
  const auto add = [&](std::size_t from, const act::ReturnedRow& row) {
    page.add([&] { return returned_json(state, state.returns[from].file, {row.line, row.code}, &row); });
  };
  if (what == "remark") {
    return remark_rows(state, read, page);
  }
  if (what == "answered" || what == "fresh") {
    for (const act::Verdict& verdict : intake.verdicts) {
      if (what == "answered" || verdict.fresh) {
        add(verdict.from, verdict.row);
      }
    }
  } else if (what == "conflicts") {
    for (const act::Conflict& conflict : intake.conflicts) {
      add(conflict.sides.front().from, conflict.sides.front().row);
    }
  } else if (what == "proposals") {
    for (const act::ProposalFrom& proposal : intake.proposals) {
      page.add([&] { return proposal_json(proposal); });
    }
  } else {
    return fail(ErrorCode::RequestInvalid, {{"where", "what"}});
  }
  return page.json();
}

} // namespace

std::vector<NamedMethod> visit_methods() {
  return {{"fieldwork.rows", rows, true}, {"fieldwork.planned", planned, true}, {"returns.rows", returned, true}};
}

} // namespace padan::codec
