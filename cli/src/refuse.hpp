#pragma once
// A command that cannot go on: its sentence, and the exit code that belongs to it.

#include "console.hpp"
#include "output_folder.hpp"

namespace padan::cli {

int refuse(Console& console, const Refusal& refusal);
int refuse(Console& console, const Error& error);

} // namespace padan::cli
