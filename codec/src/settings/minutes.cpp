// "minutes": what people wrote for the minutes. The core carries it; the page that prints them says what it holds.
#include "section.hpp"

namespace padan::codec {
namespace {

void read(JsonReader& reader, Settings& settings) { settings.minutes = to_text(reader.object()); }

Json write(const Settings& settings) { return parse_json(settings.minutes); }

} // namespace

Section minutes_section() { return {"minutes", false, read, write}; }

} // namespace padan::codec
