#include "padan/table/field.hpp"

#include <array>

#include "padan/table/companion.hpp"

namespace padan::table {
namespace {

constexpr std::string_view kNames[] = {
#define PADAN_TEXT(name, text) text,
    PADAN_FIELD_KINDS(PADAN_TEXT)
#undef PADAN_TEXT
};

bool is_named(FieldKind kind) { return kind == FieldKind::Id || kind == FieldKind::Programme; }

} // namespace

std::string to_text(const Field& field) {
  if (field.kind == FieldKind::Companion) {
    return field.name;
  }
  std::string text(kNames[static_cast<std::size_t>(field.kind)]);
  return is_named(field.kind) ? text + ':' + field.name : text;
}

std::optional<Field> parse_field(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    const auto found = static_cast<FieldKind>(i);
    if (kNames[i] != kind || found == FieldKind::Companion) {
      continue;
    }
    const bool has_name = colon != std::string_view::npos && colon + 1 < text.size();
    if (is_named(found) != has_name) {
      return std::nullopt;
    }
    return Field{found, has_name ? std::string(text.substr(colon + 1)) : std::string()};
  }
  const Field companion{FieldKind::Companion, std::string(text)};
  return companion_fact(companion) ? std::optional(companion) : std::nullopt;
}

} // namespace padan::table
