#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "commands.hpp"
#include "padan/codec/fieldwork.hpp"
#include "padan/codec/returns_report.hpp"
#include "refuse.hpp"
#include "result_folder.hpp"
#include "result_inputs.hpp"
#include "result_tables.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReturnsTable = "returns.csv";
constexpr std::string_view kEscalation = "escalation.xlsx";

codec::ProfileLanguage words_in(Language language) {
  return language == Language::Indonesian ? codec::ProfileLanguage::Indonesian : codec::ProfileLanguage::English;
}

// Files of the command line; of a folder all that lie in it, but for the key of answers that `synth --fill` leaves.
std::vector<std::string> list_files(const std::vector<std::string>& words) {
  std::vector<std::string> files;
  for (const std::string& word : words) {
    std::error_code error;
    if (!fs::is_directory(word, error)) {
      files.push_back(word);
      continue;
    }
    std::vector<std::string> inside;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(word, error)) {
      const std::string name = entry.path().filename().string();
      const bool is_key = entry.path().parent_path().filename() == "truth";
      if (entry.is_regular_file(error) && !is_key && name != "fieldwork.json" && name.front() != '.' &&
          name.front() != '~') {
        inside.push_back(entry.path().string());
      }
    }
    std::sort(inside.begin(), inside.end());
    files.insert(files.end(), inside.begin(), inside.end());
  }
  return files;
}

std::vector<act::Return> read_all(const std::vector<std::string>& files, const std::vector<std::string>& passwords,
                                  const std::string& today) {
  std::vector<act::Return> returns;
  for (const std::string& path : files) {
    const std::string name = fs::path(path).filename().string();
    codec::FileReader reader(name);
    Result<std::string> bytes = read_whole(path);
    Result<codec::ReadFile> file = tl::unexpected<Error>(Error{ErrorCode::FileUnreadable, {{"file", name}}});
    if (bytes) {
      reader.feed(*bytes);
      file = reader.finish(passwords);
    }
    for (act::Return& one : codec::read_returns(name, std::move(file), today)) {
      returns.push_back(std::move(one));
    }
  }
  return returns;
}

// The batches that worksheets of the command line were made of: nothing keeps them beside the result, but they follow from it.
void plan_missing(act::Fieldwork& work, const std::vector<act::Return>& returns, const engine::Results& results,
                  const std::string& today) {
  const auto roster = act::make_roster(results, false);
  std::vector<act::Batch> planned;
  for (const act::Scope scope : {act::Scope::Check, act::Scope::All}) {
    const std::uint32_t number = batch_number(work, scope);
    const bool asked = std::any_of(returns.begin(), returns.end(), [&](const act::Return& one) {
      return one.batch == number || std::any_of(one.rows.begin(), one.rows.end(), [&](const act::ReturnedRow& row) {
               return row.code.batch == number && row.code.project == act::project_mark(work.project);
             });
    });
    if (asked) {
      act::Batch batch = act::plan_batch(*roster, {.number = number, .scope = scope});
      batch.made = today;
      planned.push_back(std::move(batch));
    }
  }
  for (act::Batch& batch : planned) {
    work.batches.push_back(std::move(batch));
  }
}

void append_events(const act::Intake& intake, const act::Fieldwork& work, const std::string& today,
                   codec::DecisionLog& log) {
  for (const act::Verdict& verdict : intake.verdicts) {
    const act::BatchVillage& village = work.batches[verdict.place.batch].villages[verdict.place.village];
    const std::uint64_t first = log.events().next_seq();
    for (review::Event event : verdict.events) {
      event.at = (verdict.row.visit_date.empty() ? today : verdict.row.visit_date) + "T00:00:00Z";
      event.by = event.by.empty() ? "Desa " + village.village : event.by;
      event.capacity = "Petugas lapangan " + village.village;
      event.group = verdict.events.size() > 1 ? first : 0;
      log.append(std::move(event));
    }
  }
}

struct Taken {
  act::Fieldwork work;
  std::vector<act::Return> returns;
  act::Intake intake;
  std::string decisions; // text of the log with what was decided
  std::string proposals; // text of the list
};

// Sets the returns against the result as it was.
Result<Taken> take(const ResultFolder& result, std::vector<act::Return> returns, Match& before,
                   const std::string& today) {
  Taken taken;
  taken.work = result.work;
  taken.returns = std::move(returns);
  plan_missing(taken.work, taken.returns, *before.results, today);
  codec::DecisionLog log = before.recipe.log;
  taken.intake = act::weigh_returns(taken.work, taken.returns, log.events(), &*before.results);
  codec::drop_known_proposals(taken.intake.proposals, before.session);
  append_events(taken.intake, taken.work, today, log);
  for (const act::Verdict& verdict : taken.intake.verdicts) {
    act::note(taken.work, verdict.place, verdict.row, today);
  }
  act::remember_files(taken.work, taken.intake);
  taken.decisions = log.text();
  taken.proposals = codec::proposals_csv(taken.intake.proposals);
  return taken;
}

void report(const Taken& taken, const std::string& out, Console& console) {
  const codec::ProfileLanguage language = words_in(console.language());
  std::uint32_t refused = 0;
  for (const act::VillageRemarks& file : taken.intake.files) {
    for (const act::Remark& remark : file.remarks) {
      refused += act::refuses(remark.trouble) ? 1U : 0U;
      const std::string line = remark.line == 0 ? std::string() : ":" + std::to_string(remark.line);
      console.tell("  " + file.file + line + ": " + codec::trouble_sentence(remark, language));
    }
  }
  console.tell(sentence(console.language(), Note::ReturnsDone,
                        {{"files", std::to_string(taken.returns.size())},
                         {"rows", std::to_string(taken.intake.answered)},
                         {"new", std::to_string(taken.intake.answered - taken.intake.unchanged)},
                         {"conflicts", std::to_string(taken.intake.conflicts.size())},
                         {"proposals", std::to_string(taken.intake.proposals.size())},
                         {"refused", std::to_string(refused)},
                         {"folder", out}}));
}

bool all_used(const act::Intake& intake) {
  return std::none_of(intake.files.begin(), intake.files.end(), [](const act::VillageRemarks& file) {
    return std::any_of(file.remarks.begin(), file.remarks.end(),
                       [](const act::Remark& remark) { return act::refuses(remark.trouble); });
  });
}

} // namespace

int returns(const Arguments& arguments, Console& console) {
  const std::string in = arguments.files.front();
  auto folder = OutputFolder::open(arguments.out, result_names(), {std::string(kSummary), "\"padan\""},
                                   {(fs::path(in) / kSummary).string()});
  if (!folder) {
    return refuse(console, folder.error());
  }
  const Result<ResultFolder> result = read_result(in);
  if (!result) {
    return refuse(console, result.error());
  }
  const std::string day = arguments.as_of.empty() ? today() : arguments.as_of;
  const std::vector<std::string> given = list_files({arguments.files.begin() + 1, arguments.files.end()});
  const Result<FoundInputs> inputs = find_inputs(in, *result, given, arguments.inputs);
  if (!inputs) {
    return refuse(console, inputs.error());
  }
  const Arguments recipe = recipe_arguments(arguments, in, result->seal, *inputs);
  Result<Recipe> read = read_recipe(recipe);
  if (!read) {
    return refuse(console, read.error());
  }
  std::vector<act::Return> all = read_all(inputs->others, read->passwords, day);
  Match before;
  before.recipe = *read;
  Result<bool> matched = match_files(recipe, console, before, inputs->names);
  if (!matched || !*matched) {
    return matched ? kCannotRead : refuse(console, matched.error());
  }
  Result<Taken> taken = take(*result, std::move(all), before, day);
  if (!taken) {
    return refuse(console, taken.error());
  }
  // Once more from the beginning, with what was decided and with those who are new.
  Match after;
  after.recipe = std::move(*read);
  std::string project = codec::with_fieldwork(result->project, taken->work);
  std::vector<NamedText> more;
  if (!taken->proposals.empty()) {
    const std::string name = codec::proposals_name(taken->work, before.session);
    project = codec::with_proposals(project, name, day);
    after.texts.push_back({name, taken->proposals});
    more.push_back({std::string(kKeptInputs) + name, taken->proposals});
  }
  for (const std::string& kept : inputs->kept) { // lists of proposals that earlier returns had made
    const Result<std::string> text = read_whole((fs::path(in) / kept).string());
    more.push_back({kept, text.value_or(std::string())});
  }
  const auto again = after.recipe.adopt(std::move(project), std::move(taken->decisions));
  if (!again) {
    return refuse(console, again.error());
  }
  const codec::ReturnsReportOptions options{codec::ProfileLanguage::Indonesian, {}, day}; // it goes to the villages
  const Result<std::string> escalation = codec::write_escalation(taken->work, taken->returns, taken->intake, options);
  if (!escalation) {
    return refuse(console, escalation.error());
  }
  more.push_back({std::string(kReturnsTable), codec::returns_csv(taken->intake, words_in(console.language()))});
  more.push_back({std::string(kEscalation), *escalation});
  matched = match_files(recipe, console, after, inputs->names);
  if (!matched || !*matched) {
    return matched ? kCannotRead : refuse(console, matched.error());
  }
  if (const auto written = write_result(*folder, after, more); !written) {
    return refuse(console, written.error());
  }
  report(*taken, arguments.out, console);
  return all_used(taken->intake) ? kDone : kSomeUnused;
}

} // namespace padan::cli
