#include "padan/review/event.hpp"

#include <algorithm>

namespace padan::review {
namespace {

using table::FieldKind;

bool is_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return false;
  }
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(at, length)) {
      value = c >= '0' && c <= '9' && value >= 0 ? value * 10 + (c - '0') : -1;
    }
    return value;
  };
  return number(0, 4) > 0 && number(5, 2) >= 1 && number(5, 2) <= 12 && number(8, 2) >= 1 && number(8, 2) <= 31;
}

} // namespace

std::string_view to_text(EventKind kind) {
  switch (kind) {
#define PADAN_CASE(name, text)                                                                                         \
  case EventKind::name:                                                                                                \
    return text;
    PADAN_EVENT_KINDS(PADAN_CASE)
#undef PADAN_CASE
  }
  return {};
}

std::optional<EventKind> parse_event_kind(std::string_view text) {
#define PADAN_TEST(name, of)                                                                                           \
  if (text == (of)) {                                                                                                  \
    return EventKind::name;                                                                                            \
  }
  PADAN_EVENT_KINDS(PADAN_TEST)
#undef PADAN_TEST
  return std::nullopt;
}

std::vector<RowVerdict> verdicts_of(const std::vector<std::vector<RowName>>& parts) {
  std::vector<RowVerdict> verdicts;
  for (const std::vector<RowName>& part : parts) {
    for (std::size_t i = 1; i < part.size(); ++i) {
      verdicts.push_back({part[i - 1], part[i], true});
    }
  }
  for (std::size_t a = 0; a < parts.size(); ++a) {
    for (std::size_t b = a + 1; b < parts.size(); ++b) {
      verdicts.push_back({parts[a].front(), parts[b].front(), false});
    }
  }
  return verdicts;
}

bool is_status(std::string_view value) { return value == "alive" || value == "dead" || value == "moved"; }

bool is_settable(FieldKind field, std::string_view value) {
  switch (field) {
  case FieldKind::Nik:
  case FieldKind::Kk:
    return value.empty() || (value.size() == 16 && is_digits(value));
  case FieldKind::BirthDate:
    return value.empty() || is_iso_day(value);
  case FieldKind::Sex:
    return value.empty() || value == "L" || value == "P";
  case FieldKind::Decile:
    return value.empty() || value == "10" || (value.size() == 1 && value >= "1" && value <= "9");
  case FieldKind::VitalStatus:
    return value.empty() || is_status(value);
  case FieldKind::Rt:
  case FieldKind::Rw:
    return value.size() <= 5 && is_digits(value);
  case FieldKind::Name:
  case FieldKind::Relation:
  case FieldKind::BirthPlace:
  case FieldKind::MotherName:
  case FieldKind::Address:
  case FieldKind::Phone:
  case FieldKind::Occupation:
  case FieldKind::Disability:
  case FieldKind::ChronicIllness:
    return true;
  default: // a village, district or regency is a place of the lists, not a text
    return false;
  }
}

} // namespace padan::review
