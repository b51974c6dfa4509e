#include "match.hpp"

#include <cmath>
#include <filesystem>
#include <map>
#include <set>

#include "padan/codec/figures_file.hpp"
#include "padan/codec/file_reader.hpp"
#include "run.hpp"
#include "threads.hpp"

namespace padan::cli {

using Clock = std::chrono::steady_clock;

std::uint64_t milliseconds_since(Clock::time_point begin) {
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count());
}

std::string figures_of(const Match& match) {
  const auto fieldwork = act::fieldwork_figures(match.recipe.settings.sections.fieldwork, match.recipe.log.events());
  return codec::write_figures(match.session, *match.results, fieldwork, match.facts.as_of);
}

namespace {

// Which files are read as one list; and which look like it but are not, each pair once.
void tell_of_parts(const engine::Session& session, Console& console) {
  std::map<std::string, std::set<std::string>> files;
  for (const auto& source : session.sources()) {
    if (source->joining == engine::Joining::Joined) {
      files[source->list].insert(source->file);
    } else if (source->joining != engine::Joining::Alone && source->name < source->like) {
      const bool people = source->joining == engine::Joining::SamePeople;
      const auto share = static_cast<std::uint64_t>(std::lround(source->in_both * 100));
      console.tell(sentence(console.language(), people ? Note::SamePeople : Note::OtherDate,
                            {{"file", source->name}, {"like", source->like}, {"share", std::to_string(share) + " %"}}));
    }
  }
  for (const auto& [list, parts] : files) {
    std::string names;
    for (const std::string& part : parts) {
      names.append(names.empty() ? "" : ", ").append(part);
    }
    console.tell(sentence(console.language(), Note::Joined, {{"list", list}, {"files", names}}));
  }
}

std::vector<std::string> folders_of(const std::vector<std::string>& files) {
  std::set<std::string> folders;
  for (const std::string& file : files) {
    std::error_code ignored;
    folders.insert(std::filesystem::absolute(file, ignored).lexically_normal().parent_path().string());
  }
  return {folders.begin(), folders.end()};
}

Result<bool> load_texts(Match& match) {
  for (const NamedText& text : match.texts) {
    codec::FileReader reader(text.name);
    reader.feed(text.text);
    Result<codec::ReadFile> file = reader.finish();
    if (!file) {
      return tl::unexpected<Error>(file.error());
    }
    auto sources = engine::Session::understand(text.name, std::move(file->grids), file->sha256,
                                               match.recipe.hints.of_file(text.name), match.recipe.hints.readings());
    if (!sources) {
      return tl::unexpected<Error>(sources.error());
    }
    match.session.add(std::move(*sources));
  }
  return true;
}

} // namespace

Result<bool> match_files(const Arguments& arguments, Console& console, Match& match, const FileNames& names) {
  match.executor = threads(arguments.workers);
  codec::RunFacts& facts = match.facts;
  const auto begin = Clock::now();
  match.loaded = load_files(match.session, arguments.files, match.recipe.passwords, console, match.executor,
                            match.recipe.hints, names);
  if (const Result<bool> read = load_texts(match); !read) {
    return read;
  }
  facts.timings_ms.emplace_back("read", milliseconds_since(begin));
  facts.unused = match.loaded.unused;
  facts.found_in = folders_of(arguments.files);
  if (match.loaded.used == 0) {
    return false;
  }
  if (Result<bool> followed = follow(match.recipe, arguments, match.session, console); !followed) {
    return followed;
  }
  match.session.join_lists();
  tell_of_parts(match.session, console);
  match.recipe.options.executor = match.executor;
  if (Result<bool> started = match.session.start(match.recipe.options); !started) {
    return started;
  }
  for (const auto& [stage, ms] : run(match.session, [&](const engine::Progress& now) { console.progress(now); })) {
    facts.timings_ms.emplace_back(codec::to_text(stage), ms);
  }
  const auto resolving = Clock::now();
  facts.as_of = match.recipe.settings.as_of;
  facts.audit = review::audit_strata(match.recipe.log.events());
  match.results.emplace(match.session, codec::result_options(match.recipe.settings.sections, facts.as_of),
                        match.executor);
  const codec::Settings& settings = match.recipe.settings.sections;
  const auto planning = std::make_shared<engine::Planning>(*match.results, settings.priority.needs, match.executor);
  match.planned = engine::plan_tables(planning, settings.priority.weights);
  if (codec::is_locked(match.session, *match.results, settings, facts.as_of)) {
    match.planned.actions =
        std::make_shared<engine::Actions>(*planning, settings.programmes.plans_of(planning->aid().names()));
  }
  facts.timings_ms.emplace_back("resolve", milliseconds_since(resolving));
  console.wipe();
  return true;
}

} // namespace padan::cli
