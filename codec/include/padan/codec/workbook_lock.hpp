#pragma once
// Locks workbooks with a password as Excel does since 2010 (AES-256, SHA-512), so that Excel, LibreOffice and padan open them.
// Source: [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15 and [MS-CFB].

#include <array>
#include <string>
#include <string_view>

#include "padan/base/error.hpp"

namespace padan::codec {

/// The password is worked out once for all workbooks (a tenth of a second natively); each has a key of its own.
///   WorkbookLock lock("Rahasia desa", random);   // 32 random bytes or more, from the face: the core draws none
///   Result<std::string> locked = lock.lock(xlsx);
class WorkbookLock {
public:
  WorkbookLock(std::string_view password, std::string_view random);

  /// Errors: FileTooLarge (over 6 MB: a worksheet never is).
  [[nodiscard]] Result<std::string> lock(std::string_view package);

private:
  [[nodiscard]] std::string draw(std::size_t size); // further random bytes
  [[nodiscard]] std::string by_password(std::string_view bytes, std::string_view purpose) const;
  [[nodiscard]] std::string describe(std::string_view key, std::string_view salt, std::string_view stream);

  std::string seed_;
  std::uint64_t drawn_ = 0;
  std::string salt_;   // of the password
  std::string digest_; // of the password, spun
};

} // namespace padan::codec
