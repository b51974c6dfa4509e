#include "padan/base/error.hpp"

namespace padan {

std::string_view to_text(ErrorCode code) {
  switch (code) {
#define PADAN_TEXT(name, text)                                                                                         \
  case ErrorCode::name:                                                                                                \
    return text;
    PADAN_ERROR_CODES(PADAN_TEXT)
#undef PADAN_TEXT
  }
  return "bug";
}

} // namespace padan
