#include "arguments.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "padan/codec/iso_date.hpp"

namespace padan::cli {
namespace {

constexpr std::uint32_t kMostWorkers = 1024;
constexpr std::uint32_t kMostPeople = 50'000'000;
constexpr std::uint32_t kMostVillages = 10'000;

template <class T> bool read_number(std::string_view text, T least, T most, T& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && out >= least && out <= most;
}

bool read_errors(std::string_view text, synth::Errors& out) {
  constexpr std::string_view kNames[] = {"light", "medium", "heavy", "none"};
  const auto* found = std::find(std::begin(kNames), std::end(kNames), text);
  out = static_cast<synth::Errors>(found - std::begin(kNames));
  return found != std::end(kNames);
}

struct Option {
  std::string_view name;
  std::vector<Command> commands;
  bool takes_value;
  bool (*take)(Arguments&, const std::string&); // false when the value makes no sense
};

bool take_text(std::string& out, const std::string& value) {
  out = value;
  return !value.empty();
}

const std::vector<Option>& options() {
  using enum Command;
  static const std::vector<Option> kOptions = {
      {"--out",
       {Reconcile, Profile, Synth, Diff, Worksheets, Returns},
       true,
       [](Arguments& a, const std::string& v) { return take_text(a.out, v); }},
      {"--project", {Reconcile}, true, [](Arguments& a, const std::string& v) { return take_text(a.project, v); }},
      {"--decisions", {Reconcile}, true, [](Arguments& a, const std::string& v) { return take_text(a.decisions, v); }},
      {"--model", {Reconcile}, true, [](Arguments& a, const std::string& v) { return take_text(a.model, v); }},
      {"--save-model",
       {Reconcile},
       true,
       [](Arguments& a, const std::string& v) { return take_text(a.save_model, v); }},
      {"--password-file",
       {Reconcile, Profile, Synth, Verify, Worksheets, Returns},
       true,
       [](Arguments& a, const std::string& v) { return take_text(a.password_file, v); }},
      {"--as-of",
       {Reconcile, Profile, Synth, Worksheets, Returns},
       true,
       [](Arguments& a, const std::string& v) { return take_text(a.as_of, v) && codec::is_iso_date(v); }},
      {"--workers",
       {Reconcile, Verify, Diff, Returns},
       true,
       [](Arguments& a, const std::string& v) { return read_number(v, 1U, kMostWorkers, a.workers); }},
      {"--people",
       {Synth},
       true,
       [](Arguments& a, const std::string& v) { return read_number(v, 1U, kMostPeople, a.synth.people); }},
      {"--seed",
       {Synth},
       true,
       [](Arguments& a, const std::string& v) {
         return read_number(v, std::uint64_t{0}, ~std::uint64_t{0}, a.synth.seed);
       }},
      {"--errors", {Synth}, true, [](Arguments& a, const std::string& v) { return read_errors(v, a.synth.errors); }},
      {"--regencies",
       {Synth},
       true,
       [](Arguments& a, const std::string& v) { return read_number(v, 1U, synth::kMostRegencies, a.synth.regencies); }},
      {"--p3ke-until",
       {Synth},
       true,
       [](Arguments& a, const std::string& v) { return take_text(a.synth.p3ke_until, v) && codec::is_iso_date(v); }},
      {"--lokus",
       {Synth},
       true,
       [](Arguments& a, const std::string& v) { return read_number(v, 1U, kMostVillages, a.synth.lokus); }},
      {"--fill", {Synth}, true, [](Arguments& a, const std::string& v) { return take_text(a.fill, v); }},
      {"--later", {Synth}, false, [](Arguments& a, const std::string&) { return a.synth.later = true; }},
      {"--json", {Profile, Verify}, false, [](Arguments& a, const std::string&) { return a.json = true; }},
      {"--scope",
       {Worksheets},
       true,
       [](Arguments& a, const std::string& v) {
         a.all = v == "all";
         return a.all || v == "check";
       }},
      {"--inputs", {Returns}, true, [](Arguments& a, const std::string& v) { return take_text(a.inputs, v); }},
      {"--mask", {Profile, Worksheets}, false, [](Arguments& a, const std::string&) { return a.mask = true; }},
      {"--quiet",
       {Reconcile, Profile, Synth, Verify, Diff, Worksheets, Returns},
       false,
       [](Arguments& a, const std::string&) { return a.quiet = true; }},
  };
  return kOptions;
}

const Option* find_option(std::string_view name, Command command) {
  for (const Option& option : options()) {
    if (option.name == name &&
        std::find(option.commands.begin(), option.commands.end(), command) != option.commands.end()) {
      return &option;
    }
  }
  return nullptr;
}

std::optional<Command> read_command(const std::string& word) {
  constexpr std::pair<std::string_view, Command> kWords[] = {
      {"reconcile", Command::Reconcile}, {"profile", Command::Profile},
      {"synth", Command::Synth},         {"verify", Command::Verify},
      {"diff", Command::Diff},           {"worksheets", Command::Worksheets},
      {"returns", Command::Returns},     {"--version", Command::Version},
      {"--help", Command::Help},         {"-h", Command::Help},
  };
  for (const auto& [name, command] : kWords) {
    if (name == word) {
      return command;
    }
  }
  return std::nullopt;
}

std::optional<UsageError> missing(const Arguments& arguments) {
  const Command command = arguments.command;
  const bool folders = command == Command::Verify || command == Command::Diff || command == Command::Returns ||
                       command == Command::Worksheets; // the first word is one, or both are
  const std::size_t words = command == Command::Worksheets ? 1 : 2;
  const bool no_more = command == Command::Worksheets || command == Command::Diff;
  const bool reads = folders || command == Command::Reconcile || command == Command::Profile;
  const bool writes = command == Command::Reconcile || command == Command::Synth || command == Command::Diff ||
                      command == Command::Worksheets || command == Command::Returns;
  if (folders && (arguments.files.size() < words || (no_more && arguments.files.size() > words))) {
    return UsageError{UsageFault::FoldersMissing, {}};
  }
  if (reads && arguments.files.empty()) {
    return UsageError{UsageFault::FilesMissing, {}};
  }
  if (writes && arguments.out.empty()) {
    return UsageError{UsageFault::OutMissing, "--out"};
  }
  if (!reads && !arguments.files.empty()) {
    return UsageError{UsageFault::FileUnexpected, arguments.files.front()};
  }
  return std::nullopt;
}

// Takes the option at words[at]; at moves on to its value when that is a word of its own.
std::optional<UsageError> take_option(Arguments& arguments, const std::vector<std::string>& words, std::size_t& at) {
  const std::string& word = words[at];
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  const Option* option = find_option(name, arguments.command);
  if (option == nullptr || (equals != std::string::npos && !option->takes_value)) {
    return UsageError{UsageFault::UnknownOption, word};
  }
  std::string value;
  if (option->takes_value) {
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (++at < words.size()) {
      value = words[at];
    } else {
      return UsageError{UsageFault::ValueMissing, name};
    }
  }
  if (!option->take(arguments, value)) {
    return UsageError{UsageFault::ValueWrong, name};
  }
  return std::nullopt;
}

} // namespace

tl::expected<Arguments, UsageError> read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  if (words.empty() || std::find(words.begin(), words.end(), "--help") != words.end()) {
    return arguments;
  }
  const std::optional<Command> command = read_command(words.front());
  if (!command) {
    return tl::unexpected<UsageError>({UsageFault::UnknownCommand, words.front()});
  }
  arguments.command = *command;
  bool only_files = false;
  for (std::size_t at = 1; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (only_files || word.size() < 2 || word[0] != '-') {
      arguments.files.push_back(word);
    } else if (word == "--") {
      only_files = true;
    } else if (const std::optional<UsageError> error = take_option(arguments, words, at)) {
      return tl::unexpected<UsageError>(*error);
    }
  }
  if (const std::optional<UsageError> error = missing(arguments)) {
    return tl::unexpected<UsageError>(*error);
  }
  return arguments;
}

} // namespace padan::cli
