#include "padan/engine/mask.hpp"

namespace padan::engine {
namespace {

using table::FieldKind;

constexpr std::size_t kShown = 4; // province and regency of a NIK

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
} // inside a character of several bytes

std::string mask_tail(std::string_view text, std::size_t shown) {
  std::string out(text.substr(0, shown));
  for (std::size_t i = out.size(); i < text.size(); ++i) {
    if (!continues(text[i])) {
      out.push_back('*');
    }
  }
  return out;
}

std::string mask_words(std::string_view text) {
  std::string out;
  bool first = true; // the first character of a word, all its bytes
  for (const char c : text) {
    if (c == ' ') {
      out.push_back(c);
      first = true;
    } else if (continues(c)) {
      out.append(first ? 1 : 0, c);
    } else {
      const bool begins = out.empty() || out.back() == ' ';
      out.push_back(begins ? c : '*');
      first = begins;
    }
  }
  return out;
}

} // namespace

std::string mask(FieldKind kind, std::string_view text) {
  switch (kind) {
  case FieldKind::Nik:
  case FieldKind::Kk:
  case FieldKind::HeadNik:
  case FieldKind::MotherNik:
  case FieldKind::Id:
  case FieldKind::Phone:
    return mask_tail(text, kShown);
  case FieldKind::Name:
  case FieldKind::GivenName:
  case FieldKind::FamilyName:
  case FieldKind::Alias:
  case FieldKind::MotherName:
  case FieldKind::FatherName:
  case FieldKind::ParentName:
  case FieldKind::HeadName:
    return mask_words(text);
  case FieldKind::BirthDate:
    return mask_tail(text, kShown);
  case FieldKind::Address:
  case FieldKind::Hamlet:
  case FieldKind::Email:
  case FieldKind::BirthPlaceDate:
  case FieldKind::Text:
    return mask_tail(text, 0);
  default:
    return std::string(text);
  }
}

} // namespace padan::engine
