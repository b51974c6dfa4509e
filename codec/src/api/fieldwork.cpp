// Worksheets out, returns in.
#include <algorithm>

#include "answers.hpp"
#include "padan/codec/fieldwork.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/codec/returns_report.hpp"

namespace padan::codec {
namespace {

using act::Batch;
using act::BatchVillage;
using act::Fieldwork;

constexpr std::size_t kLeastRandom = 32;

ProfileLanguage read_language(JsonReader& read) {
  return read.text("language").value_or("id") == "en" ? ProfileLanguage::English : ProfileLanguage::Indonesian;
}

std::string read_day(JsonReader& read, std::string_view key) {
  const std::string day = read.text(key).value_or("");
  if (!is_iso_date(day)) {
    read.refuse(key);
  }
  return day;
}

std::vector<Contact> read_contacts(JsonReader& read) {
  std::vector<Contact> contacts;
  const Json* list = read.member("contacts");
  for (const Json& entry : list != nullptr && list->is_array() ? *list : Json::array()) {
    JsonReader one(entry);
    contacts.push_back({one.text("level").value_or(""), one.text("office").value_or(""), one.text("name").value_or(""),
                        one.text("phone").value_or("")});
  }
  return contacts;
}

void need_project_id(State& state) {
  if (state.settings.fieldwork.project.empty()) {
    std::vector<std::string> hashes;
    for (const auto& source : state.session.sources()) {
      hashes.push_back(source->sha256);
    }
    state.settings.fieldwork.project = make_project_id(std::move(hashes));
  }
}

Result<Json> villages(State& state, JsonReader&) {
  const auto roster = act::make_roster(*state.results, false);
  Json list = Json::array();
  for (const act::RosterVillage& village : roster->villages()) {
    list.push_back({{"key", village.key},
                    {"village", village.village},
                    {"district", village.district},
                    {"persons", village.persons.size()},
                    {"to_check", village.to_check}});
  }
  return list;
}

// Plans the batch and makes ready to write it.
Result<Json> start(State& state, JsonReader& read) {
  const std::string scope = read.text("scope").value_or("check");
  if (scope != "check" && scope != "all") {
    read.refuse("scope");
  }
  Batch wanted;
  wanted.masked = read.flag("mask").value_or(false);
  wanted.made = read_day(read, "made");
  wanted.deadline = read.text("deadline").value_or("").empty() ? std::string() : read_day(read, "deadline");
  const std::string passphrase = read.text("passphrase").value_or("");
  const std::string random = read.text("random").value_or("");
  if (!passphrase.empty() && random.size() < kLeastRandom) {
    read.refuse("random");
  }
  const act::BatchPlan plan{state.settings.fieldwork.next_number(),
                            scope == "all" ? act::Scope::All : act::Scope::Check, read.texts("villages")};
  const Json* workers = read.member("workers");
  const ProfileLanguage language = read_language(read);
  std::vector<Contact> contacts = read_contacts(read);
  if (plan.number >= act::kMostBatches) {
    read.refuse("number");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  need_project_id(state);
  auto sheets = std::make_unique<SheetsOut>();
  sheets->roster = act::make_roster(*state.results, wanted.masked);
  Batch batch = act::plan_batch(*sheets->roster, plan);
  if (batch.villages.empty()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "villages"}});
  }
  batch.masked = wanted.masked;
  batch.made = wanted.made;
  batch.deadline = wanted.deadline;
  std::size_t rows = 0;
  for (BatchVillage& village : batch.villages) {
    rows += village.rows.size();
    if (workers != nullptr && workers->is_object()) {
      const auto named = workers->find(village.key);
      village.worker = named != workers->end() && named->is_string() ? named->get<std::string>() : std::string();
    }
  }
  sheets->facts.language = language;
  sheets->facts.contacts = std::move(contacts);
  for (const auto& source : state.session.sources()) {
    sheets->facts.lists.emplace_back(source->name, source->facts.data_date);
  }
  if (!passphrase.empty()) {
    sheets->lock.emplace(passphrase, random);
  }
  const Json answer = {{"number", batch.number},
                       {"villages", batch.villages.size()},
                       {"rows", rows},
                       {"parts", batch.villages.size() + 1},
                       {"name", "verval-g" + std::to_string(batch.number) + ".zip"}};
  sheets->batch = std::move(batch);
  state.sheets = std::move(sheets);
  return answer;
}

Result<Json> write_village(SheetsOut& sheets, const std::string& project, std::string& out) {
  const BatchVillage& village = sheets.batch.villages[sheets.next];
  sheets.facts.project = project;
  sheets.facts.batch = &sheets.batch;
  sheets.facts.village = sheets.next;
  const auto& all = sheets.roster->villages();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == village.key; });
  Result<std::string> bytes =
      write_worksheet(sheets.facts, act::sheet_rows(*sheets.roster, *found, sheets.batch.scope));
  if (bytes && sheets.lock) {
    bytes = sheets.lock->lock(*bytes);
  }
  Result<bool> added = bytes.and_then([&](const std::string& workbook) {
    return sheets.zip.add(out, worksheet_name(sheets.facts), workbook, Packing::Store);
  });
  return added ? Result<Json>(Json::object()) : tl::unexpected<Error>(added.error());
}

// The parts of the archive, each once and in order; with the last one the batch has gone out.
Result<Json> part(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("index");
  if (!read.ok() || state.sheets == nullptr || index != state.sheets->next) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  SheetsOut& sheets = *state.sheets;
  std::string out;
  if (index < sheets.batch.villages.size()) {
    Result<Json> written = write_village(sheets, state.settings.fieldwork.project, out);
    if (!written) {
      state.sheets.reset();
      return written;
    }
    ++sheets.next;
  } else {
    if (const Result<bool> ended = sheets.zip.finish(out); !ended) {
      return tl::unexpected<Error>(ended.error());
    }
    state.settings.fieldwork.batches.push_back(std::move(sheets.batch));
    state.sheets.reset();
  }
  state.bytes = std::move(out);
  return Json::object();
}

Json coverage_json(const Batch& batch, const act::Coverage& coverage) {
  Json villages = Json::array();
  for (std::size_t i = 0; i < batch.villages.size(); ++i) {
    const BatchVillage& village = batch.villages[i];
    const act::VillageCoverage& here = coverage.of_village[i];
    villages.push_back({{"key", village.key},
                        {"village", village.village},
                        {"district", village.district},
                        {"worker", village.worker},
                        {"rows", here.rows},
                        {"answered", here.answered},
                        {"late", here.late}});
  }
  Json results = Json::object();
  for (std::uint32_t i = 1; i < act::kVisitResults; ++i) {
    results[std::string(act::to_text(static_cast<act::VisitResult>(i)))] = coverage.results[i];
  }
  Json days = Json::array();
  for (const auto& [day, count] : coverage.by_day) {
    days.push_back({{"day", day}, {"answered", count}});
  }
  return {{"number", batch.number},        {"scope", act::to_text(batch.scope)},
          {"masked", batch.masked},        {"made", batch.made},
          {"deadline", batch.deadline},    {"rows", coverage.rows},
          {"answered", coverage.answered}, {"villages", std::move(villages)},
          {"done", coverage.done},         {"started", coverage.started},
          {"days", coverage.days},         {"pace", coverage.pace},
          {"forecast", coverage.forecast}, {"results", std::move(results)},
          {"by_day", std::move(days)}};
}

Result<Json> board(State& state, JsonReader& read) {
  const std::string today = read_day(read, "today");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Json batches = Json::array();
  for (const Batch& batch : state.settings.fieldwork.batches) {
    batches.push_back(coverage_json(batch, act::coverage_of(batch, today)));
  }
  return Json{{"project", state.settings.fieldwork.project}, {"batches", std::move(batches)}};
}

// The file that was fed is a return and no list.
Result<Json> close_return(State& state, JsonReader& read) {
  const std::string today = read_day(read, "today");
  const std::vector<std::string> passwords = read.texts("passwords");
  if (!read.ok() || !state.reader) {
    return read.ok() ? fail(ErrorCode::RequestInvalid, {{"where", "returns.close"}})
                     : read.refusal(ErrorCode::RequestInvalid);
  }
  const std::string name = state.reader->name();
  Result<ReadFile> file = state.read_fault ? tl::unexpected<Error>(*state.read_fault) : state.reader->finish(passwords);
  state.reader.reset();
  state.read_fault.reset();
  if (!file && (file.error().code == ErrorCode::FileEncrypted || file.error().code == ErrorCode::FilePassword) &&
      !read.flag("final").value_or(false)) {
    return tl::unexpected<Error>(std::move(file.error())); // the face asks for a password
  }
  for (act::Return& one : read_returns(name, std::move(file), today)) {
    state.returns.push_back(std::move(one));
  }
  return Json{{"files", state.returns.size()}};
}

Json remark_json(const act::Remark& remark, ProfileLanguage language) {
  return {{"code", act::to_text(remark.trouble)},
          {"refuses", act::refuses(remark.trouble)},
          {"line", remark.line},
          {"rows", remark.rows},
          {"opens", !remark.spots.empty()},
          {"level", trouble_level(remark.trouble)},
          {"sentence", trouble_sentence(remark, language)}};
}

Json intake_json(State& state, ProfileLanguage language) {
  const act::Intake& intake = state.intake;
  Json files = Json::array();
  for (const act::VillageRemarks& file : intake.files) {
    Json remarks = Json::array();
    for (const act::Remark& remark : file.remarks) {
      remarks.push_back(remark_json(remark, language));
    }
    files.push_back({{"file", file.file},
                     {"key", file.key},
                     {"village", file.village},
                     {"district", file.district},
                     {"remarks", std::move(remarks)}});
  }
  Json conflicts = Json::array();
  for (std::size_t i = 0; i < intake.conflicts.size(); ++i) {
    const act::Conflict& conflict = intake.conflicts[i];
    const BatchVillage& village =
        state.settings.fieldwork.batches[conflict.place.batch].villages[conflict.place.village];
    Json sides = Json::array();
    for (const act::Conflict::Side& side : conflict.sides) {
      sides.push_back({{"file", state.returns[side.from].file},
                       {"line", side.row.line},
                       {"result", act::to_text(side.row.result)},
                       {"text", side_text(side.row, language)}});
    }
    Json json = {{"conflict", i},
                 {"code", act::to_text(conflict.sides.front().row.code)},
                 {"village", village.village},
                 {"district", village.district},
                 {"sides", std::move(sides)},
                 {"stored", act::to_text(conflict.stored)},
                 {"decisions", conflict.decisions}};
    if (const auto found = review_of(state).find(village.rows[conflict.place.row])) {
      json["person"] = state.results->master().persons().of_row[*found];
      json["name"] = state.results->master().text(*found, table::FieldKind::Name);
    }
    conflicts.push_back(std::move(json));
  }
  return {{"answered", intake.answered},
          {"unchanged", intake.unchanged},
          {"proposals", intake.proposals.size()},
          {"files", std::move(files)},
          {"conflicts", std::move(conflicts)}};
}

std::uint64_t append_answer(State& state, const act::RowPlace& place, const act::ReturnedRow& row,
                            std::vector<review::Event> events, const std::string& at) {
  const BatchVillage& village = state.settings.fieldwork.batches[place.batch].villages[place.village];
  const std::uint64_t first = state.log.events().next_seq();
  for (review::Event& event : events) {
    event.at = row.visit_date.empty() ? at : row.visit_date + "T00:00:00Z";
    event.by = event.by.empty() ? "Desa " + village.village : event.by;
    event.capacity = event.capacity.empty() ? "Petugas lapangan " + village.village : event.capacity;
    event.group = events.size() > 1 ? first : 0;
    state.log.append(event);
  }
  return first;
}

// The last intake, as far as it is not decided yet.
Result<Json> intake(State& state, JsonReader& read) {
  const ProfileLanguage language = read_language(read);
  return intake_json(state, language);
}

// Takes what stands against nothing; the rest waits for a person.
Result<Json> take(State& state, JsonReader& read) {
  const std::string today = read_day(read, "today");
  const std::string at = read.text("at").value_or("");
  const ProfileLanguage language = read_language(read);
  if (!read.ok() || at.empty()) {
    return read.ok() ? fail(ErrorCode::RequestInvalid, {{"where", "at"}}) : read.refusal(ErrorCode::RequestInvalid);
  }
  need_project_id(state);
  Fieldwork& work = state.settings.fieldwork;
  state.intake = act::weigh_returns(work, state.returns, state.log.events(), state.results.get());
  drop_known_proposals(state.intake.proposals, state.session);
  std::uint64_t events = 0;
  for (const act::Verdict& verdict : state.intake.verdicts) {
    append_answer(state, verdict.place, verdict.row, verdict.events, at);
    act::note(work, verdict.place, verdict.row, today);
    events += verdict.events.size();
  }
  act::remember_files(work, state.intake);
  Json json = intake_json(state, language);
  json["events"] = events;
  json["live"] = live_json(state);
  return json;
}

bool is_there(const Fieldwork& work, const act::RowPlace& place) {
  return place.batch < work.batches.size() && place.village < work.batches[place.batch].villages.size() &&
         place.row < work.batches[place.batch].villages[place.village].rows.size();
}

Result<Json> decide(State& state, JsonReader& read) {
  const review::Event author = read_author(read);
  const std::uint32_t index = read.need("conflict");
  const auto side = read.number32("side"); // none: what is there already holds
  const std::string today = read_day(read, "today");
  if (!read.ok() || index >= state.intake.conflicts.size() ||
      (side && *side >= state.intake.conflicts[index].sides.size())) {
    return read.ok() ? fail(ErrorCode::RequestInvalid, {{"where", "conflict"}})
                     : read.refusal(ErrorCode::RequestInvalid);
  }
  const act::Conflict conflict = state.intake.conflicts[index];
  if (!is_there(state.settings.fieldwork, conflict.place)) { // another project was opened since
    return fail(ErrorCode::RequestInvalid, {{"where", "conflict"}});
  }
  state.intake.conflicts.erase(state.intake.conflicts.begin() + index);
  if (!side) {
    return Json{{"left", state.intake.conflicts.size()}, {"live", live_json(state)}};
  }
  Fieldwork& work = state.settings.fieldwork;
  const act::ReturnedRow& row = conflict.sides[*side].row;
  std::vector<review::Event> events;
  for (const std::uint64_t seq :
       conflict.decisions) { // what the answer overturns is undone by name, not overruled silently
    const std::size_t at = state.log.events().find(seq);
    if (at < state.log.events().events().size() && state.log.events().in_force(at)) {
      review::Event& undo = events.emplace_back();
      undo.kind = review::EventKind::Undo;
      undo.undoes = seq;
    }
  }
  const BatchVillage& village = work.batches[conflict.place.batch].villages[conflict.place.village];
  const review::RowName* twin = row.twin ? act::find_row(work, *row.twin) : nullptr;
  for (review::Event& event : act::events_of(row, village.rows[conflict.place.row], twin)) {
    events.push_back(std::move(event));
  }
  for (review::Event& event : events) { // the one who decides answers for it
    event.by = author.by;
    event.capacity = author.capacity;
  }
  const std::uint64_t seq = append_answer(state, conflict.place, row, std::move(events), author.at);
  act::note(work, conflict.place, row, today);
  return Json{{"seq", seq}, {"left", state.intake.conflicts.size()}, {"live", live_json(state)}};
}

Result<Json> proposals(State& state, JsonReader&) {
  state.bytes = proposals_csv(state.intake.proposals);
  return Json{{"name", proposals_name(state.settings.fieldwork, state.session)},
              {"rows", state.intake.proposals.size()}};
}

Result<Json> report(State& state, JsonReader& read) {
  const ReturnsReportOptions options{read_language(read), read_contacts(read), read_day(read, "today")};
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Result<std::string> bytes = write_escalation(state.settings.fieldwork, state.returns, state.intake, options);
  if (!bytes) {
    return tl::unexpected<Error>(std::move(bytes.error()));
  }
  state.bytes = std::move(*bytes);
  return Json{
      {"name", options.language == ProfileLanguage::Indonesian ? "eskalasi-verval.xlsx" : "escalation-verval.xlsx"}};
}

// What was dropped is forgotten; what was taken stays.
Result<Json> clear(State& state, JsonReader&) {
  state.returns.clear();
  state.intake = {};
  return Json::object();
}

} // namespace

std::vector<NamedMethod> fieldwork_methods() {
  return {{"fieldwork.villages", villages, true},
          {"fieldwork.start", start, true},
          {"fieldwork.part", part, true},
          {"fieldwork.board", board},
          {"returns.close", close_return},
          {"returns.take", take, true},
          {"returns.state", intake, true},
          {"returns.decide", decide, true},
          {"returns.proposals", proposals},
          {"returns.report", report},
          {"returns.clear", clear}};
}

} // namespace padan::codec
