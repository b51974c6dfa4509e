#include "refuse.hpp"

#include "commands.hpp"

namespace padan::cli {

int refuse(Console& console, const Refusal& refusal) {
  console.refuse(sentence(console.language(), refusal.note, refusal.params));
  return refusal.note == Note::OutUnwritable ? kCannotRead : kWrongUsage;
}

int refuse(Console& console, const Error& error) {
  console.refuse(sentence(console.language(), error));
  return kCannotRead;
}

} // namespace padan::cli
