#include "padan/codec/version.hpp"

namespace padan::codec {

std::string_view version() { return PADAN_VERSION; }

} // namespace padan::codec
