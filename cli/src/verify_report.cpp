#include "verify_report.hpp"

#include <algorithm>

namespace padan::cli {
namespace {

using codec::FileState;
using table::Difference;

std::string counted(std::size_t count) { return std::to_string(count); }

Note note_of(FileState state, bool input) {
  switch (state) {
  case FileState::Changed:
    return input ? Note::InputChanged : Note::OutputChanged;
  case FileState::Absent:
    return input ? Note::InputAbsent : Note::OutputAbsent;
  default:
    return Note::InputUnknown;
  }
}

class Report {
public:
  Report(Language language, const codec::Verification& verification)
      : language_(language), verification_(verification) {}

  std::string write() {
    if (!verification_.summary_whole) {
      say(Note::SummaryChanged, {});
    }
    say_files(verification_.inputs, true);
    say_files(verification_.outputs, false);
    for (const codec::TableCheck& check : verification_.tables) {
      if (!check.differences.none()) {
        say_table(check);
      }
    }
    conclude();
    return std::move(text_);
  }

private:
  using Params = std::vector<std::pair<std::string, std::string>>;

  void say(Note note, const Params& params) { text_ += sentence(language_, note, params) + "\n"; }

  void say_files(const std::vector<codec::FileCheck>& checks, bool input) {
    for (const codec::FileCheck& check : checks) {
      if (check.state != FileState::Same) {
        say(note_of(check.state, input), {{"file", check.name}});
      }
    }
  }

  void say_table(const codec::TableCheck& check) {
    const table::Differences& found = check.differences;
    if (found.headers_differ) {
      say(Note::TableOther, {{"file", check.name}});
      return;
    }
    say(Note::TableDiffers, {{"file", check.name},
                             {"changed", counted(found.changed)},
                             {"removed", counted(found.removed)},
                             {"added", counted(found.added)}});
    for (const Difference& example : found.examples) {
      const Note note = example.kind == Difference::Kind::Removed ? Note::RowRemoved
                        : example.kind == Difference::Kind::Added ? Note::RowAdded
                                                                  : Note::CellChanged;
      say(note,
          {{"row", example.key}, {"column", example.column}, {"before", example.before}, {"after", example.after}});
    }
  }

  void conclude() {
    const std::vector<codec::FileCheck>& inputs = verification_.inputs;
    const auto same = std::count_if(inputs.begin(), inputs.end(),
                                    [](const codec::FileCheck& check) { return check.state == FileState::Same; });
    if (!verification_.computed) {
      say(Note::NotComputed, {});
    }
    say(verification_.same() ? Note::VerifiedSame : Note::VerifiedOther,
        {{"files", counted(static_cast<std::size_t>(same))}, {"seal", verification_.seal}});
  }

  Language language_;
  const codec::Verification& verification_;
  std::string text_;
};

} // namespace

std::string verification_report(Language language, const codec::Verification& verification) {
  return Report(language, verification).write();
}

} // namespace padan::cli
