#pragma once
// What was asked for on the command line.

#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "padan/synth/synth.hpp"

namespace padan::cli {

enum class Command : std::uint8_t { Help, Version, Reconcile, Profile, Synth, Verify, Diff, Worksheets, Returns };

struct Arguments {
  Command command = Command::Help;
  std::vector<std::string> files;
  std::string out;
  std::string project;
  std::string decisions;
  std::string model;         // to be used
  std::string save_model;    // to be written
  std::string password_file; // of locked workbooks, one a line
  std::string as_of;         // ISO date; empty: today
  std::uint32_t workers = 0; // 0: as many as the machine has cores
  bool quiet = false;
  bool json = false;
  bool mask = false;
  bool all = false;   // worksheets of everybody, not only of those with a reason
  std::string inputs; // folder of the lists that a result was made from
  std::string fill;   // folder of worksheets to be filled in
  synth::Options synth;
};

enum class UsageFault : std::uint8_t {
  UnknownCommand,
  UnknownOption,
  ValueMissing,
  ValueWrong,
  FilesMissing,
  FoldersMissing,
  OutMissing,
  FileUnexpected
};

/// What is wrong and with which word: {ValueWrong, "--workers"}.
struct UsageError {
  UsageFault fault;
  std::string word;
};

/// words are those after the name of the program. `--name value` and `--name=value` mean the same; after `--` every word
/// is a file. No words at all ask for help.
[[nodiscard]] tl::expected<Arguments, UsageError> read_arguments(const std::vector<std::string>& words);

} // namespace padan::cli
