#pragma once
// The commands of the command line. Each returns the exit code of the contract: 0 done, 1 some file was of no use, 2 wrong
// usage, 3 input cannot be read (or output cannot be written), 4 `verify`, `diff`: they differ.

#include "arguments.hpp"
#include "console.hpp"

namespace padan::cli {

inline constexpr int kDone = 0;
inline constexpr int kSomeUnused = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kCannotRead = 3;
inline constexpr int kDiffers = 4;

int reconcile(const Arguments& arguments, Console& console);
int profile(const Arguments& arguments, Console& console);
int verify(const Arguments& arguments, Console& console);
int diff(const Arguments& arguments, Console& console);
int worksheets(const Arguments& arguments, Console& console);
int returns(const Arguments& arguments, Console& console);
int make_regency(const Arguments& arguments, Console& console);
int fill_worksheets(const Arguments& arguments, Console& console); // synth --fill

} // namespace padan::cli
