#pragma once
// The seal of a result: the hashes of what went in and of what came out, so that anybody can check later that nothing was changed.

#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"

namespace padan::codec {

struct HashedFile {
  std::string name;
  std::string sha256; // hexadecimal
};

/// inputs are the lists; outputs everything that belongs to the result: recipe, decisions, model, tables.
struct Seal {
  std::vector<HashedFile> inputs;
  std::vector<HashedFile> outputs;

  /// SHA-256 over names and hashes, whatever their order: what minutes print.
  [[nodiscard]] std::string code() const;
};

struct ReadSeal {
  Seal seal;
  std::string stated; // differs from seal.code() when somebody changed the summary
};

/// Of a summary.json. Errors: ConfigInvalid {where} when it has no seal.
[[nodiscard]] Result<ReadSeal> read_seal(std::string_view summary);

} // namespace padan::codec
