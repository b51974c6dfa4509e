#include "commands.hpp"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "load.hpp"
#include "padan/codec/profile.hpp"
#include "padan/engine/profile.hpp"
#include "threads.hpp"

namespace padan::cli {
namespace {

const std::uint16_t kYear = engine::RunOptions{}.year;

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

void print(const engine::Source& source, Language language) {
  const ingest::Recognition& recognition = source.recognition;
  const std::size_t rows = recognition.data_rows.size();
  std::printf("%s\n", heading(language, source).c_str());
  std::printf("  %s\n", profile_header(language).c_str());
  const engine::SourceProfile profile = engine::profile_source(source, kYear);
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
  std::printf("\n");
}

} // namespace

int profile(const Arguments& arguments, Console& console) {
  const auto passwords = read_passwords(arguments.password_file);
  if (!passwords) {
    console.refuse(sentence(console.language(), passwords.error()));
    return kCannotRead;
  }
  engine::Session session;
  const Loaded loaded = load_files(session, arguments.files, *passwords, console,
                                   threads(std::max(1U, std::thread::hardware_concurrency())));
  if (loaded.used == 0) {
    return kCannotRead;
  }
  if (arguments.json) {
    std::fputs(codec::write_profile(session, kYear).c_str(), stdout);
  } else {
    for (const auto& source : session.sources()) {
      print(*source, console.language());
    }
  }
  return loaded.refused == 0 ? kDone : kSomeUnused;
}

} // namespace padan::cli
