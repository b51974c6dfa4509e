#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "commands.hpp"
#include "padan/codec/version.hpp"

namespace {

using namespace padan;

int dispatch(const cli::Arguments& arguments, cli::Console& console) {
  switch (arguments.command) {
  case cli::Command::Reconcile:
    return cli::reconcile(arguments, console);
  case cli::Command::Profile:
    return cli::profile(arguments, console);
  case cli::Command::Synth:
    return cli::make_regency(arguments, console);
  case cli::Command::Verify:
    return cli::verify(arguments, console);
  case cli::Command::Diff:
    return cli::diff(arguments, console);
  case cli::Command::Worksheets:
    return cli::worksheets(arguments, console);
  case cli::Command::Returns:
    return cli::returns(arguments, console);
  case cli::Command::Version:
    std::printf("padan %s\n", std::string(codec::version()).c_str());
    break;
  case cli::Command::Help:
    std::fputs(cli::help(console.language()).c_str(), stdout);
    break;
  }
  return cli::kDone;
}

} // namespace

int main(int count, char** words) {
  const cli::Language language = cli::language_of_environment();
  const auto arguments = cli::read_arguments(std::vector<std::string>(words + 1, words + count));
  cli::Console console(language, arguments && arguments->quiet);
  if (!arguments) {
    console.refuse(cli::sentence(language, arguments.error()));
    return cli::kWrongUsage;
  }
  try {
    return dispatch(*arguments, console);
  } catch (const std::bad_alloc&) {
    console.refuse(cli::sentence(language, Error{ErrorCode::OutOfMemory, {}}));
  } catch (const std::exception& fault) {
    console.refuse(cli::sentence(language, Error{ErrorCode::Bug, {{"message", fault.what()}}}));
  }
  return cli::kCannotRead;
}
