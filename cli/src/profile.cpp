#include "commands.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "load.hpp"
#include "output_folder.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/codec/profile.hpp"
#include "padan/codec/profile_workbook.hpp"
#include "recipe.hpp"
#include "refuse.hpp"
#include "threads.hpp"

namespace padan::cli {
namespace {

constexpr const char* kMarker = "profile.json";

// Width on a terminal, as far as counting letters goes.
std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t length = letters(text);
  return std::string(text) + std::string(length < width ? width - length : 1, ' ');
}

std::string percent(std::uint32_t part, std::size_t whole) {
  char text[16];
  std::snprintf(text, sizeof text, "%6.1f %%", whole == 0 ? 0.0 : 100.0 * part / static_cast<double>(whole));
  return text;
}

codec::ProfileLanguage words_in(Language language) {
  return language == Language::Indonesian ? codec::ProfileLanguage::Indonesian : codec::ProfileLanguage::English;
}

void print_columns(const engine::Source& source, const engine::SourceProfile& profile, Language language) {
  const ingest::Recognition& recognition = source.recognition;
  const std::size_t rows = recognition.data_rows.size();
  std::printf("  %s\n", profile_header(language).c_str());
  for (std::size_t c = 0; c < profile.columns.size(); ++c) {
    const engine::ColumnProfile& column = profile.columns[c];
    std::printf("  %s%s%s %s %s %s\n", padded(recognition.columns[c].header, 30).c_str(),
                padded(table::to_text(recognition.columns[c].field), 18).c_str(), percent(column.filled, rows).c_str(),
                percent(column.good, rows).c_str(), percent(column.damaged, rows).c_str(),
                percent(column.missing, rows).c_str());
  }
  table::Issues issues = source.grid.issues;
  issues.merge(recognition.issues);
  for (const table::Issue& issue : issues.all()) {
    std::printf("  ! %s: %llu\n", std::string(table::to_text(issue.code)).c_str(),
                static_cast<unsigned long long>(issue.count));
  }
}

// Blank cells stand in the table of columns already.
void print_remarks(const engine::Source& source, const engine::ListProfile& profile, Language language) {
  const std::size_t rows = source.recognition.data_rows.size();
  for (const engine::Remark& remark : profile.remarks) {
    if (remark.code == engine::RemarkCode::CellMissing || remark.code == engine::RemarkCode::BornIn) {
      continue;
    }
    std::string lines;
    for (const std::uint32_t position : remark.rows.slice(0, 5)) {
      lines += (lines.empty() ? "" : ", ") + std::to_string(source.grid.lines[source.recognition.data_rows[position]]);
    }
    const bool good = grade_of(remark.code) == engine::Grade::Good;
    const std::string column =
        remark.column == engine::kWholeRow ? "" : source.recognition.columns[remark.column].header + ": ";
    std::printf("  %s %s%s: %u (%s)%s\n", good ? "+" : "!", column.c_str(),
                std::string(codec::words_of(remark.code, words_in(language)).title).c_str(), remark.rows.count(),
                percent(remark.rows.count(), rows).c_str(),
                good ? "" : sentence(language, Note::AtLines, {{"lines", lines}}).c_str());
  }
}

void print(const engine::Source& source, std::uint16_t year, Language language) {
  const engine::ListProfile profile = engine::profile_list(source, year);
  std::printf("%s\n", heading(language, source).c_str());
  print_columns(source, profile.columns, language);
  print_remarks(source, profile, language);
  std::printf("  %s\n\n", sentence(language, Note::Matchable,
                                   {{"share", percent(profile.matchable(), source.recognition.data_rows.size())}})
                              .c_str());
}

tl::expected<void, Refusal> write_profiles(OutputFolder& folder, const engine::Session& session,
                                           const std::string& as_of, const codec::ProfileOptions& options) {
  for (const auto& source : session.sources()) {
    const Result<std::string> workbook = codec::write_profile_workbook(
        *source, engine::profile_list(*source, options.year), {options.language, options.masked, as_of});
    if (!workbook) {
      return tl::unexpected<Refusal>({Note::OutUnwritable, {{"file", source->file}}});
    }
    const std::string name = codec::profile_workbook_name(*source, options.language);
    if (const auto done = folder.write(name, [&](const auto& append) { append(*workbook); }); !done) {
      return done;
    }
  }
  const auto done = folder.write(kMarker, [&](const auto& append) { append(codec::write_profile(session, options)); });
  return done ? folder.commit() : done;
}

// In the folder, on the screen, or both.
int report(const engine::Session& session, const Arguments& arguments, std::optional<OutputFolder>& folder,
           Console& console) {
  const std::string as_of = arguments.as_of.empty() ? today() : arguments.as_of;
  const codec::ProfileOptions options{codec::year_of(as_of), words_in(console.language()), arguments.mask};
  if (folder) {
    if (const auto done = write_profiles(*folder, session, as_of, options); !done) {
      return refuse(console, done.error());
    }
  }
  if (arguments.json) {
    std::fputs(codec::write_profile(session, options).c_str(), stdout);
  } else if (!folder) {
    for (const auto& source : session.sources()) {
      print(*source, options.year, console.language());
    }
  }
  return kDone;
}

} // namespace

int profile(const Arguments& arguments, Console& console) {
  const auto passwords = read_passwords(arguments.password_file);
  if (!passwords) {
    console.refuse(sentence(console.language(), passwords.error()));
    return kCannotRead;
  }
  std::optional<OutputFolder> folder;
  if (!arguments.out.empty()) {
    auto opened = OutputFolder::open(arguments.out, {kMarker}, {kMarker, "\"sources\""}, arguments.files);
    if (!opened) {
      return refuse(console, opened.error());
    }
    folder = std::move(*opened);
  }
  engine::Session session;
  const Loaded loaded = load_files(session, arguments.files, *passwords, console, threads(arguments.workers));
  if (loaded.used == 0) {
    return kCannotRead;
  }
  const int done = report(session, arguments, folder, console);
  return done == kDone && loaded.refused != 0 ? kSomeUnused : done;
}

} // namespace padan::cli
