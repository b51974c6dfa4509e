// "rules": what the programmes' own rules say, which change from year to year.
#include "section.hpp"

namespace padan::codec {
namespace {

void read(JsonReader& reader, Settings& settings) {
  const std::uint64_t ceiling = reader.number("pbi_ceiling").value_or(analyse::FindingRules{}.pbi_ceiling);
  if (ceiling < 1 || ceiling > 10) {
    reader.refuse("pbi_ceiling");
    return;
  }
  settings.rules.pbi_ceiling = static_cast<std::uint8_t>(ceiling);
}

Json write(const Settings& settings) { return {{"pbi_ceiling", settings.rules.pbi_ceiling}}; }

} // namespace

Section rules_section() { return {"rules", true, read, write}; }

} // namespace padan::codec
