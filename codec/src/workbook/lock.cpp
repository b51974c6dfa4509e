#include "lock.hpp"

#include "bytes.hpp"
#include "padan/text/utf8.hpp"

namespace padan::codec::workbook {
namespace {

// Excel locks with this one where nobody chose a password, and opens such files without asking.
constexpr std::string_view kExcelsOwn = "VelvetSweatshop";
constexpr std::size_t kSizeField = 8; // in front of the package

Result<std::unique_ptr<Lock>> read_lock(const CompoundFile& file) {
  const CompoundEntry* entry = file.find("encryptioninfo");
  if (entry == nullptr) {
    return fail(ErrorCode::FileLockedOtherwise); // rights management has its own streams
  }
  const auto info = file.read(*entry);
  if (!info) {
    return tl::unexpected<Error>(info.error());
  }
  const std::uint16_t major = u16(*info, 0);
  const std::uint16_t minor = u16(*info, 2);
  if (major == 4 && minor == 4) {
    return read_agile_lock(*info);
  }
  if (major >= 2 && major <= 4 && minor == 2) {
    return read_standard_lock(*info);
  }
  return fail(ErrorCode::FileLockedOtherwise);
}

std::string fitting_key(const Lock& lock, std::span<const std::string> passwords) {
  std::string key = lock.key(to_utf16(kExcelsOwn));
  for (std::size_t i = 0; key.empty() && i < passwords.size(); ++i) {
    key = lock.key(to_utf16(passwords[i]));
  }
  return key;
}

} // namespace

std::string to_utf16(std::string_view utf8) {
  std::string out;
  const auto add = [&out](char32_t unit) {
    out.push_back(static_cast<char>(unit & 0xFF));
    out.push_back(static_cast<char>(unit >> 8));
  };
  while (!utf8.empty()) {
    const auto [code, length] = text::decode_utf8(utf8);
    utf8.remove_prefix(length);
    if (code < 0x10000) {
      add(code);
    } else {
      add(0xD800 + ((code - 0x10000) >> 10));
      add(0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return out;
}

Result<std::string> unlock(const CompoundFile& file, std::span<const std::string> passwords) {
  auto package = file.read(*file.find("encryptedpackage"));
  if (!package) { // first: of a file cut short the rest is not there either, and nobody is asked for its password
    return package;
  }
  const auto lock = read_lock(file);
  if (!lock) {
    return tl::unexpected<Error>(lock.error());
  }
  const std::string key = fitting_key(**lock, passwords);
  if (key.empty()) {
    return fail(passwords.empty() ? ErrorCode::FileEncrypted : ErrorCode::FilePassword);
  }
  if (!(*lock)->is_intact(*package, key)) {
    return fail(ErrorCode::FileUnreadable, {{"part", "EncryptedPackage"}});
  }
  const std::uint64_t size = u64(*package, 0);
  package->erase(0, kSizeField);
  if (size > package->size()) {
    return fail(ErrorCode::FileTruncated);
  }
  (*lock)->decrypt(*package, key);
  package->resize(static_cast<std::size_t>(size)); // without what filled the last block
  return package;
}

} // namespace padan::codec::workbook
