#include "padan/codec/lock.hpp"

#include "padan/codec/sha256.hpp"

namespace padan::codec {
namespace {

void feed(Sha256& hash, std::string_view text) {
  hash.feed(text);
  hash.feed(std::string_view("\0", 1));
}

// In pieces, lowest byte first, whatever the machine.
void feed(Sha256& hash, const std::vector<std::uint32_t>& numbers) {
  std::string bytes;
  for (const std::uint32_t number : numbers) {
    for (std::uint32_t shift = 0; shift < 32; shift += 8) {
      bytes.push_back(static_cast<char>(number >> shift & 0xFFU));
    }
    if (bytes.size() >= 65'536) {
      hash.feed(bytes);
      bytes.clear();
    }
  }
  feed(hash, bytes);
}

} // namespace

std::string result_hash(const engine::Session& session, const engine::Results& results, std::string_view rules) {
  Sha256 hash;
  for (const engine::Source* source : session.run_sources()) {
    feed(hash, source->name);
    feed(hash, source->sha256);
  }
  feed(hash, rules);
  feed(hash, results.outcome().persons.of_row);
  feed(hash, results.outcome().families.of_person);
  for (const resolve::DecidedValue& value : results.master().decisions()) {
    feed(hash, std::to_string(value.row));
    feed(hash, table::to_text({value.field, {}}));
    feed(hash, value.text);
  }
  return hash.hex();
}

} // namespace padan::codec
