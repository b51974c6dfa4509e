#pragma once
// Locks a package with a password as Office does, in both of its ways. Written straight from [MS-OFFCRYPTO] 2.3.4, with mbedtls.

#include <string>
#include <string_view>

#include <mbedtls/aes.h>
#include <mbedtls/base64.h>
#include <mbedtls/md.h>

#include "compound_builder.hpp"

namespace padan::test {

inline const unsigned char* in(const std::string& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* out(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

inline std::string hashed(mbedtls_md_type_t kind, const std::string& bytes) {
  std::string digest(mbedtls_md_get_size(mbedtls_md_info_from_type(kind)), '\0');
  mbedtls_md(mbedtls_md_info_from_type(kind), in(bytes), bytes.size(), out(digest));
  return digest;
}

/// CBC with a start, ECB without; the last block is filled with NULs.
inline std::string encrypted(std::string bytes, const std::string& key, std::string start = {}) {
  bytes.resize((bytes.size() + 15) / 16 * 16);
  mbedtls_aes_context aes;
  mbedtls_aes_init(&aes);
  mbedtls_aes_setkey_enc(&aes, in(key), static_cast<unsigned>(key.size() * 8));
  if (start.empty()) {
    for (std::size_t at = 0; at < bytes.size(); at += 16) {
      mbedtls_aes_crypt_ecb(&aes, MBEDTLS_AES_ENCRYPT, out(bytes) + at, out(bytes) + at);
    }
  } else {
    mbedtls_aes_crypt_cbc(&aes, MBEDTLS_AES_ENCRYPT, bytes.size(), out(start), out(bytes), out(bytes));
  }
  mbedtls_aes_free(&aes);
  return bytes;
}

inline std::string base64(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  std::size_t size = 0;
  mbedtls_base64_encode(out(text), text.size(), &size, in(bytes), bytes.size());
  return text.substr(0, size);
}

inline std::string fitted(std::string bytes, std::size_t size) {
  bytes.resize(size, '\x36');
  return bytes;
}

/// ASCII only.
inline std::string wide(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += std::string{c, '\0'};
  }
  return out;
}

inline std::string spun(mbedtls_md_type_t kind, const std::string& salt, std::string_view password, unsigned spins) {
  std::string digest = hashed(kind, salt + wide(password));
  for (unsigned i = 0; i < spins; ++i) {
    digest = hashed(kind, little_endian(i, 4) + digest);
  }
  return digest;
}

struct AgileStyle {
  std::string hash = "SHA512";
  mbedtls_md_type_t kind = MBEDTLS_MD_SHA512;
  std::size_t bits = 256;
  unsigned spins = 1000; // Excel takes 100,000
  bool checksum = true;
};

inline Streams lock_agile(const std::string& package, std::string_view password, const AgileStyle& style = {}) {
  const std::string salt = "salt of the file";
  const std::string password_salt = "another 16 bytes";
  const std::string key = fitted("the key of the package, 32 bytes", style.bits / 8);
  const std::string digest = spun(style.kind, password_salt, password, style.spins);
  const auto by_password = [&](const std::string& bytes, const std::string& what) {
    return base64(encrypted(bytes, fitted(hashed(style.kind, digest + what), style.bits / 8), password_salt));
  };
  const auto start = [&](const std::string& what) { return fitted(hashed(style.kind, salt + what), 16); };

  std::string stream = little_endian(package.size(), 8);
  for (std::size_t at = 0; at < package.size(); at += 4096) {
    stream += encrypted(package.substr(at, 4096), key, start(little_endian(at / 4096, 4)));
  }
  const std::string hmac_key(hashed(style.kind, "").size(), 'k');
  std::string hmac = hmac_key;
  mbedtls_md_hmac(mbedtls_md_info_from_type(style.kind), in(hmac_key), hmac_key.size(), in(stream), stream.size(),
                  out(hmac));

  const auto cipher = [&](const std::string& its_salt) {
    return "saltSize=\"16\" blockSize=\"16\" keyBits=\"" + std::to_string(style.bits) + "\" hashSize=\"" +
           std::to_string(hmac.size()) + R"(" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm=")" +
           style.hash + "\" saltValue=\"" + base64(its_salt) + "\"";
  };
  const std::string verifier = "16 random bytes.";
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
                    "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\" "
                    "xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\"><keyData " +
                    cipher(salt) + "/>";
  if (style.checksum) {
    xml += "<dataIntegrity encryptedHmacKey=\"" +
           base64(encrypted(hmac_key, key, start("\x5F\xB2\xAD\x01\x0C\xB9\xE1\xF6"))) + "\" encryptedHmacValue=\"" +
           base64(encrypted(hmac, key, start("\xA0\x67\x7F\x02\xB2\x2C\x84\x33"))) + "\"/>";
  }
  xml += R"(<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">)"
         "<p:encryptedKey spinCount=\"" +
         std::to_string(style.spins) + "\" " + cipher(password_salt) + " encryptedVerifierHashInput=\"" +
         by_password(verifier, "\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79") + "\" encryptedVerifierHashValue=\"" +
         by_password(hashed(style.kind, verifier), "\xD7\xAA\x0F\x6D\x30\x61\x34\x4E") + "\" encryptedKeyValue=\"" +
         by_password(key, "\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6") + "\"/></keyEncryptor></keyEncryptors></encryption>";
  return {{"EncryptionInfo", little_endian(0x00040004, 4) + little_endian(0x40, 4) + xml},
          {"EncryptedPackage", stream}};
}

inline Streams lock_standard(const std::string& package, std::string_view password, std::size_t bits = 128) {
  const std::string salt = "salt of the file";
  const std::string digest =
      hashed(MBEDTLS_MD_SHA1, spun(MBEDTLS_MD_SHA1, salt, password, 50000) + little_endian(0, 4));
  const auto half = [&](char pad) {
    std::string mixed(64, pad);
    for (std::size_t i = 0; i < digest.size(); ++i) {
      mixed[i] = static_cast<char>(mixed[i] ^ digest[i]);
    }
    return hashed(MBEDTLS_MD_SHA1, mixed);
  };
  const std::string key = (half(0x36) + half(0x5C)).substr(0, bits / 8);
  const std::string provider = wide("Microsoft Enhanced RSA and AES Cryptographic Provider") + std::string(2, '\0');
  const std::string flags = little_endian(0x24, 4);
  const std::string header = flags + little_endian(0, 4) + little_endian(0x660E + (bits - 128) / 64, 4) +
                             little_endian(0x8004, 4) + little_endian(bits, 4) + little_endian(0x18, 4) +
                             little_endian(0, 8) + provider;
  const std::string verifier = "16 random bytes.";
  return {{"EncryptionInfo", little_endian(0x00020004, 4) + flags + little_endian(header.size(), 4) + header +
                                 little_endian(16, 4) + salt + encrypted(verifier, key) + little_endian(20, 4) +
                                 encrypted(hashed(MBEDTLS_MD_SHA1, verifier), key)},
          {"EncryptedPackage", little_endian(package.size(), 8) + encrypted(package, key)}};
}

} // namespace padan::test
