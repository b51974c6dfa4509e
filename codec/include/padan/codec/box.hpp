#pragma once
// A box: bytes locked with a passphrase, for files that leave the machine (shares of questions, answers, projects).
// AES-256-GCM (NIST SP 800-38D); the key by PBKDF2-HMAC-SHA256 (RFC 8018) with a count that the box states.
// Whoever has a box can try passphrases on it for as long as he likes: only a good passphrase protects it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "padan/base/error.hpp"

namespace padan::codec {

/// Random bytes that one box takes. They must come from the system (crypto.getRandomValues, getrandom) and serve one box only.
constexpr std::size_t kBoxRandom = 28;

/// What OWASP advises for PBKDF2-HMAC-SHA256; some tenths of a second natively, about a second in a browser.
constexpr std::uint32_t kBoxRounds = 600'000;
constexpr std::uint32_t kMostBoxRounds = 10'000'000; // more is refused: nobody shall make an officer's machine hang

/// An empty box takes 91 bytes, and each byte in it one more.
///   const auto box = seal_box(bytes, "kopi tubruk pagi", random);  open_box(*box, "kopi tubruk pagi") == bytes;
/// Errors: RequestInvalid {where: "passphrase" | "random" | "rounds"}: empty, not kBoxRandom bytes, 0 or too many.
[[nodiscard]] Result<std::string> seal_box(std::string_view bytes, std::string_view passphrase, std::string_view random,
                                           std::uint32_t rounds = kBoxRounds);

/// True of every box, also of a damaged one whose beginning is still there. Costs nothing.
[[nodiscard]] bool is_box(std::string_view bytes);

/// Errors: BoxNone (no box at all), BoxVersion (made by a newer padan), BoxDamaged (cut off or changed), BoxPassphrase.
/// A wrong passphrase is told apart from damage, which is told before the passphrase is tried where the head shows it.
[[nodiscard]] Result<std::string> open_box(std::string_view box, std::string_view passphrase);

} // namespace padan::codec
