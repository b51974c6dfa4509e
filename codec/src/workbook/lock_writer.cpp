#include <algorithm>
#include <cassert>

#include "bytes.hpp"
#include "crypto.hpp"
#include "lock.hpp"
#include "padan/codec/workbook_lock.hpp"

namespace padan::codec {
namespace {

using namespace std::string_view_literals;
using workbook::Hasher;
using workbook::kAesBlock;
using workbook::little_endian32;

constexpr std::uint32_t kSpins = 100'000; // Excel's own
constexpr std::size_t kKey = 32;
constexpr std::size_t kSalt = 16;
constexpr std::size_t kHash = 64;
constexpr std::size_t kSegment = 4096;
constexpr mbedtls_md_type_t kSha = MBEDTLS_MD_SHA512;

constexpr std::string_view kForVerifier = "\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79"sv;
constexpr std::string_view kForVerifierHash = "\xD7\xAA\x0F\x6D\x30\x61\x34\x4E"sv;
constexpr std::string_view kForKey = "\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6"sv;
constexpr std::string_view kForHmacKey = "\x5F\xB2\xAD\x01\x0C\xB9\xE1\xF6"sv;
constexpr std::string_view kForHmac = "\xA0\x67\x7F\x02\xB2\x2C\x84\x33"sv;

std::string little_endian(std::uint64_t value, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i, value >>= 8U) {
    out.push_back(static_cast<char>(value & 0xFFU));
  }
  return out;
}

std::string fitted(std::string bytes, std::size_t size) {
  bytes.resize(size, '\x36');
  return bytes;
}

// CBC; the last block is filled with NULs.
std::string encrypted(std::string bytes, std::string_view key, std::string start) {
  bytes.resize((bytes.size() + kAesBlock - 1) / kAesBlock * kAesBlock, '\0');
  workbook::AesEncryptor(key).cbc(std::move(start), bytes);
  return bytes;
}

// An OLE container of two streams, both large enough for chains of whole sectors.
class Container {
public:
  static constexpr std::size_t kSector = 512;
  static constexpr std::size_t kLeast = 4096; // smaller streams would have to live elsewhere
  static constexpr std::size_t kMostFat = 109;

  static Result<std::string> of(std::string_view info, std::string_view package) {
    assert(info.size() >= kLeast && package.size() >= kLeast);
    const std::size_t body = sectors(info.size()) + sectors(package.size()) + 1; // with the directory
    std::size_t fat = 1;
    while (fat * (kSector / 4) < fat + body) {
      ++fat;
    }
    if (fat > kMostFat) {
      return fail(ErrorCode::FileTooLarge);
    }
    std::string chains;
    for (std::size_t i = 0; i < fat; ++i) {
      chains += little_endian(0xFFFFFFFD, 4);
    }
    const std::size_t directory_at = fat;
    const std::size_t info_at = directory_at + 1;
    const std::size_t package_at = info_at + sectors(info.size());
    add_chain(chains, directory_at, 1);
    add_chain(chains, info_at, sectors(info.size()));
    add_chain(chains, package_at, sectors(package.size()));
    chains.resize(fat * kSector, '\xFF');
    // Siblings stand in a tree by length of name: EncryptionInfo (14) left of EncryptedPackage (16).
    const std::string directory = entry("Root Entry", 5, kNone, 2, 0xFFFFFFFE, 0) +
                                  entry("EncryptionInfo", 2, kNone, kNone, info_at, info.size()) +
                                  entry("EncryptedPackage", 2, 1, kNone, package_at, package.size()) +
                                  entry("", 0, kNone, kNone, 0, 0);
    std::string out = header(fat, directory_at);
    out.append(chains).append(directory);
    append_filled(out, info);
    append_filled(out, package);
    return out;
  }

private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  static std::size_t sectors(std::size_t size) { return (size + kSector - 1) / kSector; }

  static void add_chain(std::string& chains, std::size_t first, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i) {
      chains += little_endian(i == count ? 0xFFFFFFFE : first + i, 4);
    }
  }

  static void append_filled(std::string& out, std::string_view bytes) {
    out.append(bytes).append(sectors(bytes.size()) * kSector - bytes.size(), '\0');
  }

  static std::string entry(std::string_view name, unsigned type, std::uint32_t left, std::uint32_t child,
                           std::uint64_t start, std::uint64_t size) {
    std::string wide;
    for (const char c : name) {
      wide.append(1, c).append(1, '\0');
    }
    const std::size_t length = name.empty() ? 0 : wide.size() + 2;
    wide.resize(64, '\0');
    return wide + little_endian(length, 2) + little_endian(type, 1) + '\1' + little_endian(left, 4) +
           little_endian(kNone, 4) + little_endian(child, 4) + std::string(36, '\0') + little_endian(start, 4) +
           little_endian(size, 8);
  }

  static std::string header(std::size_t fat, std::size_t directory_at) {
    std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
    out += little_endian(0x3E, 2) + little_endian(3, 2) + little_endian(0xFFFE, 2) + little_endian(9, 2) +
           little_endian(6, 2) + std::string(10, '\0') + little_endian(fat, 4) + little_endian(directory_at, 4) +
           little_endian(0, 4) + little_endian(kLeast, 4) + little_endian(0xFFFFFFFE, 4) + little_endian(0, 4) +
           little_endian(0xFFFFFFFE, 4) + little_endian(0, 4);
    for (std::size_t i = 0; i < fat; ++i) {
      out += little_endian(i, 4);
    }
    out.resize(kSector, '\xFF');
    return out;
  }
};

std::string cipher_words(std::string_view salt) {
  return "saltSize=\"16\" blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" cipherAlgorithm=\"AES\" "
         "cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" saltValue=\"" +
         workbook::to_base64(salt) + "\"";
}

} // namespace

WorkbookLock::WorkbookLock(std::string_view password, std::string_view random) : seed_(random) {
  assert(random.size() >= kKey);
  salt_ = draw(kSalt);
  Hasher hash(kSha);
  digest_ = hash({salt_, workbook::to_utf16(password)});
  for (std::uint32_t i = 0; i < kSpins; ++i) {
    digest_ = hash({little_endian32(i), digest_});
  }
}

std::string WorkbookLock::draw(std::size_t size) {
  std::string out;
  Hasher hash(kSha);
  while (out.size() < size) {
    out += hash({seed_, "padan workbook lock", little_endian(drawn_++, 8)});
  }
  out.resize(size);
  return out;
}

std::string WorkbookLock::by_password(std::string_view bytes, std::string_view purpose) const {
  const std::string key = fitted(Hasher(kSha)({digest_, purpose}), kKey);
  return workbook::to_base64(encrypted(std::string(bytes), key, salt_));
}

std::string WorkbookLock::describe(std::string_view key, std::string_view salt, std::string_view stream) {
  const auto start = [&](std::string_view what) { return fitted(Hasher(kSha)({salt, what}), kAesBlock); };
  const std::string hmac_key = draw(kHash);
  const std::string verifier = draw(kSalt);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" "
      "xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\"><keyData " +
      cipher_words(salt) + "/><dataIntegrity encryptedHmacKey=\"" +
      workbook::to_base64(encrypted(hmac_key, key, start(kForHmacKey))) + "\" encryptedHmacValue=\"" +
      workbook::to_base64(encrypted(workbook::hmac(kSha, hmac_key, stream), key, start(kForHmac))) +
      "\"/><keyEncryptors><keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
      "<p:encryptedKey spinCount=\"" +
      std::to_string(kSpins) + "\" " + cipher_words(salt_) + " encryptedVerifierHashInput=\"" +
      by_password(verifier, kForVerifier) + "\" encryptedVerifierHashValue=\"" +
      by_password(Hasher(kSha)({verifier}), kForVerifierHash) + "\" encryptedKeyValue=\"" + by_password(key, kForKey) +
      "\"/></keyEncryptor></keyEncryptors></encryption>";
  xml.resize(std::max(xml.size(), Container::kLeast), ' '); // white space behind the text, which no reader minds
  return xml;
}

Result<std::string> WorkbookLock::lock(std::string_view package) {
  const std::string key = draw(kKey);
  const std::string salt = draw(kSalt);
  std::string stream = little_endian(package.size(), 8);
  for (std::size_t at = 0; at < package.size(); at += kSegment) {
    const std::string start =
        fitted(Hasher(kSha)({salt, little_endian32(static_cast<std::uint32_t>(at / kSegment))}), kAesBlock);
    stream += encrypted(std::string(package.substr(at, kSegment)), key, start);
  }
  stream.resize(std::max(stream.size(), Container::kLeast), '\0');
  const std::string info = little_endian(0x00040004, 4) + little_endian(0x40, 4) + describe(key, salt, stream);
  return Container::of(info, stream);
}

} // namespace padan::codec
