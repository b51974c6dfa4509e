#pragma once
// What a verification found, in words.

#include "padan/codec/verification.hpp"
#include "sentences.hpp"

namespace padan::cli {

/// A line a file that is not as it was, a line a cell that differs, the conclusion and the seal last.
[[nodiscard]] std::string verification_report(Language language, const codec::Verification& verification);

} // namespace padan::cli
