#pragma once
// Errors are values: a code and the few parameters a sentence needs. Sentences live in the faces (page, command line).

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace padan {

/// One row per code: enumerator, dotted text. The page and the command line hold a sentence for each in
/// Indonesian and English; a test fails when one is missing.
#define PADAN_ERROR_CODES(X)                                                                                           \
  X(FileEmpty, "file.empty")                                                                                           \
  X(FileNotATable, "file.not_a_table")                                                                                 \
  X(FileHeaderOnly, "file.header_only")                                                                                \
  X(FileNoKnownColumn, "file.no_known_column")                                                                         \
  X(FileTooWide, "file.too_wide")                                                                                      \
  X(FileUnreadable, "file.unreadable")                                                                                 \
  X(FileEncrypted, "file.encrypted")                                                                                   \
  X(FilePassword, "file.password")                                                                                     \
  X(FileLockedOtherwise, "file.locked_otherwise")                                                                      \
  X(FileTruncated, "file.truncated")                                                                                   \
  X(FileTooLarge, "file.too_large")                                                                                    \
  X(FormatUnknown, "file.format_unknown")                                                                              \
  X(ConfigInvalid, "config.invalid")                                                                                   \
  X(ConfigVersion, "config.version")                                                                                   \
  X(DecisionsInvalid, "decisions.invalid")                                                                             \
  X(DecisionsSequence, "decisions.sequence")                                                                           \
  X(DecisionsVersion, "decisions.version")                                                                             \
  X(DecisionsForeign, "decisions.foreign")                                                                             \
  X(ModelInvalid, "model.invalid")                                                                                     \
  X(ModelVersion, "model.version")                                                                                     \
  X(BoxNone, "box.none")                                                                                               \
  X(BoxVersion, "box.version")                                                                                         \
  X(BoxDamaged, "box.damaged")                                                                                         \
  X(BoxPassphrase, "box.passphrase")                                                                                   \
  X(ShareInvalid, "share.invalid")                                                                                     \
  X(ShareVersion, "share.version")                                                                                     \
  X(ShareKind, "share.kind")                                                                                           \
  X(ShareForeign, "share.foreign")                                                                                     \
  X(SealPending, "seal.pending")                                                                                       \
  X(RequestUnknown, "request.unknown")                                                                                 \
  X(RequestInvalid, "request.invalid")                                                                                 \
  X(NothingToMatch, "match.nothing")                                                                                   \
  X(NotRunYet, "match.not_run")                                                                                        \
  X(OutOfMemory, "memory.exhausted")                                                                                   \
  X(Bug, "bug")

enum class ErrorCode {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_ERROR_CODES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};

/// The dotted text of a code, such as "file.empty".
std::string_view to_text(ErrorCode code);

struct Error {
  ErrorCode code;
  std::vector<std::pair<std::string, std::string>> params; // name, value
};

template <class T> using Result = tl::expected<T, Error>;

/// fail(ErrorCode::FileEmpty, {{"file", name}})
inline tl::unexpected<Error> fail(ErrorCode code, std::vector<std::pair<std::string, std::string>> params = {}) {
  return tl::unexpected<Error>(Error{code, std::move(params)});
}

} // namespace padan
