#pragma once
// Workbooks behind a password: an OLE container with the package (a zip) encrypted in one stream and how in another.
// Source: [MS-OFFCRYPTO] 2.3.4. Other locks of that document (RC4, certificates, rights management) are named, not opened.

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "compound.hpp"
#include "padan/base/error.hpp"

namespace padan::codec::workbook {

/// The package in the clear. Cost: a copy of it, and what the file demands of each password: mostly a tenth of a second, a hundred
/// times that at most.
/// Errors: FileEncrypted when no password is given, FilePassword when none fits, FileLockedOtherwise, FileTruncated,
/// FileUnreadable {part} when it was changed after it was locked.
[[nodiscard]] Result<std::string> unlock(const CompoundFile& file, std::span<const std::string> passwords);

/// One way of locking, as the stream EncryptionInfo describes it.
class Lock {
public:
  virtual ~Lock() = default;
  /// The key of the package; empty when the password (in UTF-16LE) does not fit.
  [[nodiscard]] virtual std::string key(std::string_view password) const = 0;
  /// Whether the stream EncryptedPackage is as it was locked, as far as this way can tell.
  [[nodiscard]] virtual bool is_intact(std::string_view stream, std::string_view key) const = 0;
  virtual void decrypt(std::span<char> package, std::string_view key) const = 0;
};

/// Since Office 2010. Errors of both: FileLockedOtherwise, FileUnreadable {part}.
[[nodiscard]] Result<std::unique_ptr<Lock>> read_agile_lock(std::string_view info);
/// Office 2007.
[[nodiscard]] Result<std::unique_ptr<Lock>> read_standard_lock(std::string_view info);

/// As passwords are hashed: little-endian units.
[[nodiscard]] std::string to_utf16(std::string_view utf8);

[[nodiscard]] inline tl::unexpected<Error> damaged_lock() {
  return fail(ErrorCode::FileUnreadable, {{"part", "EncryptionInfo"}});
}

} // namespace padan::codec::workbook
