// Standard encryption, [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9: AES in ECB, the key from 50,000 rounds of SHA-1.
#include <algorithm>

#include "bytes.hpp"
#include "crypto.hpp"
#include "lock.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::uint32_t kSpins = 50000;
constexpr std::uint32_t kFlagAes = 0x20;
constexpr std::uint32_t kAes128 = 0x660E; // 0x660F and 0x6610 are AES-192 and AES-256
constexpr std::uint32_t kSha1 = 0x8004;
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kVerifierSize = 16;
constexpr std::size_t kVerifierHashSize = 32; // 20, filled up to whole blocks

class StandardLock : public Lock {
public:
  std::size_t key_size = 0;
  std::string salt;
  std::string verifier;      // encrypted
  std::string verifier_hash; // encrypted

  [[nodiscard]] std::string key(std::string_view password) const override {
    Hasher hash(MBEDTLS_MD_SHA1);
    std::string digest = hash({salt, password});
    for (std::uint32_t i = 0; i < kSpins; ++i) {
      digest = hash({little_endian32(i), digest});
    }
    digest = hash({digest, little_endian32(0)});
    std::string key = hash({mixed(digest, 0x36)}) + hash({mixed(digest, 0x5C)});
    key.resize(key_size);
    return fits(key) ? key : std::string();
  }

  [[nodiscard]] bool is_intact(std::string_view, std::string_view) const override {
    return true; // it keeps no checksum of the package; the zip inside has its own
  }

  void decrypt(std::span<char> package, std::string_view key) const override { AesDecryptor(key).ecb(package); }

private:
  static std::string mixed(std::string_view digest, char pad) {
    std::string out(64, pad);
    std::transform(digest.begin(), digest.end(), out.begin(), [pad](char c) { return static_cast<char>(c ^ pad); });
    return out;
  }

  [[nodiscard]] bool fits(std::string_view key) const {
    std::string clear = verifier;
    std::string expected = verifier_hash;
    AesDecryptor aes(key);
    aes.ecb(clear);
    aes.ecb(expected);
    const std::string found = Hasher(MBEDTLS_MD_SHA1)({clear});
    return expected.compare(0, found.size(), found) == 0;
  }
};

} // namespace

Result<std::unique_ptr<Lock>> read_standard_lock(std::string_view info) {
  constexpr std::uint64_t kHeader = 12; // behind the version, the flags and the header's size
  const std::uint32_t algorithm = u32(info, kHeader + 8);
  const std::uint32_t hash = u32(info, kHeader + 12);
  const std::uint32_t bits = u32(info, kHeader + 16);
  if ((u32(info, 4) & kFlagAes) == 0 || algorithm - kAes128 > 2 || (hash != 0 && hash != kSha1)) {
    return fail(ErrorCode::FileLockedOtherwise);
  }
  const std::uint64_t at = kHeader + u32(info, 8) + 4; // behind the size of the salt
  if (bits != 128 + 64 * (algorithm - kAes128) || u32(info, at - 4) != kSaltSize ||
      !has(info, at, kSaltSize + kVerifierSize + 4 + kVerifierHashSize)) {
    return damaged_lock();
  }
  auto lock = std::make_unique<StandardLock>();
  lock->key_size = bits / 8;
  lock->salt = slice(info, at, kSaltSize);
  lock->verifier = slice(info, at + kSaltSize, kVerifierSize);
  lock->verifier_hash = slice(info, at + kSaltSize + kVerifierSize + 4, kVerifierHashSize);
  return lock;
}

} // namespace padan::codec::workbook
