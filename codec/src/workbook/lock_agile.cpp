// Agile encryption, [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15: an XML text names the ciphers; the password opens a key that opens the rest.
#include <algorithm>
#include <charconv>
#include <optional>

#include "bytes.hpp"
#include "crypto.hpp"
#include "lock.hpp"
#include "xml.hpp"

namespace padan::codec::workbook {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t kMostSpins = 10'000'000; // the schema's own limit; Excel takes 100,000
constexpr std::size_t kSegment = 4096;
constexpr std::size_t kXmlAt = 8; // behind the version and the flags

// What each derived key or start is for.
constexpr std::string_view kForVerifier = "\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79"sv;
constexpr std::string_view kForVerifierHash = "\xD7\xAA\x0F\x6D\x30\x61\x34\x4E"sv;
constexpr std::string_view kForKey = "\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6"sv;
constexpr std::string_view kForHmacKey = "\x5F\xB2\xAD\x01\x0C\xB9\xE1\xF6"sv;
constexpr std::string_view kForHmac = "\xA0\x67\x7F\x02\xB2\x2C\x84\x33"sv;

struct Cipher {
  mbedtls_md_type_t hash = MBEDTLS_MD_NONE;
  std::size_t key_size = 0;
  std::string salt;
};

std::string fitted(std::string bytes, std::size_t size) {
  bytes.resize(size, '\x36');
  return bytes;
}

std::string decrypted(std::string bytes, std::string_view key, std::string start) {
  AesDecryptor(key).cbc(fitted(std::move(start), kAesBlock), bytes);
  return bytes;
}

class AgileLock : public Lock {
public:
  Cipher package;
  Cipher password;
  std::uint32_t spins = 0;
  // Encrypted:
  std::string verifier;
  std::string verifier_hash;
  std::string package_key;
  std::string hmac_key; // empty when the writer left no checksum
  std::string hmac_value;

  [[nodiscard]] std::string key(std::string_view text) const override {
    Hasher hash(password.hash);
    std::string digest = hash({password.salt, text});
    for (std::uint32_t i = 0; i < spins; ++i) {
      digest = hash({little_endian32(i), digest});
    }
    const auto open = [&](const std::string& bytes, std::string_view what) {
      return decrypted(bytes, fitted(hash({digest, what}), password.key_size), password.salt);
    };
    const std::string clear = open(verifier, kForVerifier).substr(0, password.salt.size());
    const std::string found = hash({clear});
    if (open(verifier_hash, kForVerifierHash).compare(0, found.size(), found) != 0) {
      return {};
    }
    return open(package_key, kForKey).substr(0, package.key_size);
  }

  [[nodiscard]] bool is_intact(std::string_view stream, std::string_view key) const override {
    if (hmac_key.empty()) {
      return true;
    }
    const std::size_t size = digest_size(package.hash);
    const auto open = [&](const std::string& bytes, std::string_view what) {
      return decrypted(bytes, key, start(what)).substr(0, size);
    };
    return hmac(package.hash, open(hmac_key, kForHmacKey), stream) == open(hmac_value, kForHmac);
  }

  void decrypt(std::span<char> bytes, std::string_view key) const override {
    AesDecryptor aes(key);
    for (std::uint32_t i = 0; !bytes.empty(); ++i) {
      const std::size_t size = std::min(bytes.size(), kSegment);
      aes.cbc(start(little_endian32(i)), bytes.first(size));
      bytes = bytes.subspan(size);
    }
  }

private:
  [[nodiscard]] std::string start(std::string_view what) const {
    return fitted(Hasher(package.hash)({package.salt, what}), kAesBlock);
  }
};

// The attributes of one element.
class Attributes {
public:
  explicit Attributes(XmlScanner& xml) {
    for (XmlAttribute attribute; xml.next_attribute(attribute);) {
      all_.emplace_back(attribute.name, attribute.decoded());
    }
  }

  std::string text(std::string_view name) const {
    const auto found = std::find_if(all_.begin(), all_.end(), [name](const auto& each) { return each.first == name; });
    return found == all_.end() ? std::string() : found->second;
  }
  std::optional<std::uint32_t> number(std::string_view name, std::uint32_t most) const {
    const std::string digits = text(name);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() && value <= most ? std::optional(value)
                                                                                         : std::nullopt;
  }
  /// One block of AES or more.
  std::optional<std::string> blocks(std::string_view name) const {
    auto bytes = from_base64(text(name));
    return bytes && !bytes->empty() && bytes->size() % kAesBlock == 0 ? bytes : std::nullopt;
  }

private:
  std::vector<std::pair<std::string, std::string>> all_;
};

mbedtls_md_type_t hash_named(std::string_view name) {
  constexpr std::pair<std::string_view, mbedtls_md_type_t> kNames[] = {
      {"SHA1", MBEDTLS_MD_SHA1},      {"SHA-1", MBEDTLS_MD_SHA1},    {"SHA256", MBEDTLS_MD_SHA256},
      {"SHA-256", MBEDTLS_MD_SHA256}, {"SHA384", MBEDTLS_MD_SHA384}, {"SHA-384", MBEDTLS_MD_SHA384},
      {"SHA512", MBEDTLS_MD_SHA512},  {"SHA-512", MBEDTLS_MD_SHA512}};
  const auto* found =
      std::find_if(std::begin(kNames), std::end(kNames), [name](const auto& each) { return each.first == name; });
  return found == std::end(kNames) ? MBEDTLS_MD_NONE : found->second;
}

Result<bool> read_cipher(const Attributes& attributes, Cipher& cipher) {
  cipher.hash = hash_named(attributes.text("hashAlgorithm"));
  if (cipher.hash == MBEDTLS_MD_NONE || attributes.text("cipherAlgorithm") != "AES" ||
      attributes.text("cipherChaining") != "ChainingModeCBC") {
    return fail(ErrorCode::FileLockedOtherwise);
  }
  const std::uint32_t bits = attributes.number("keyBits", 256).value_or(0);
  const auto salt = from_base64(attributes.text("saltValue"));
  if ((bits != 128 && bits != 192 && bits != 256) || !salt || salt->empty()) {
    return damaged_lock();
  }
  cipher.key_size = bits / 8;
  cipher.salt = *salt;
  return true;
}

Result<bool> read_checksum(const Attributes& attributes, AgileLock& lock) {
  const auto key = attributes.blocks("encryptedHmacKey");
  const auto value = attributes.blocks("encryptedHmacValue");
  if (!key || !value) {
    return damaged_lock();
  }
  lock.hmac_key = *key;
  lock.hmac_value = *value;
  return true;
}

Result<bool> read_password(const Attributes& attributes, AgileLock& lock) {
  const auto spins = attributes.number("spinCount", kMostSpins);
  const auto verifier = attributes.blocks("encryptedVerifierHashInput");
  const auto verifier_hash = attributes.blocks("encryptedVerifierHashValue");
  const auto key = attributes.blocks("encryptedKeyValue");
  if (!spins || !verifier || !verifier_hash || !key) {
    return damaged_lock();
  }
  lock.spins = *spins;
  lock.verifier = *verifier;
  lock.verifier_hash = *verifier_hash;
  lock.package_key = *key;
  return read_cipher(attributes, lock.password);
}

Result<bool> read_element(XmlScanner& xml, AgileLock& lock) {
  const std::string name(xml.name());
  const Attributes attributes(xml);
  if (name == "keyData") {
    return read_cipher(attributes, lock.package);
  }
  if (name == "dataIntegrity") {
    return read_checksum(attributes, lock);
  }
  if (name == "encryptedKey" && !attributes.text("spinCount").empty()) { // without: one that a certificate opens
    return read_password(attributes, lock);
  }
  return true;
}

} // namespace

Result<std::unique_ptr<Lock>> read_agile_lock(std::string_view info) {
  MemorySource source(slice(info, kXmlAt, info.size()));
  XmlScanner xml(source);
  auto lock = std::make_unique<AgileLock>();
  for (auto token = xml.next(); token != XmlScanner::Token::End; token = xml.next()) {
    if (token == XmlScanner::Token::Open) {
      if (const auto done = read_element(xml, *lock); !done) {
        return tl::unexpected<Error>(done.error());
      }
    }
  }
  if (xml.cut() || lock->package.key_size == 0) {
    return damaged_lock();
  }
  if (lock->password.key_size == 0) {
    return fail(ErrorCode::FileLockedOtherwise);
  }
  if (lock->package_key.size() < lock->package.key_size) {
    return damaged_lock();
  }
  return lock;
}

} // namespace padan::codec::workbook
