#pragma once
// The few primitives that locked workbooks are made of. All of them are mbedtls's; here they only get the shape of this folder.

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <mbedtls/aes.h>
#include <mbedtls/md.h>

namespace padan::codec::workbook {

/// SHA of any size, one digest after the other:  Hasher hash(MBEDTLS_MD_SHA1);  std::string key = hash({salt, password});
class Hasher {
public:
  explicit Hasher(mbedtls_md_type_t kind);
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  std::string operator()(std::initializer_list<std::string_view> parts);

private:
  std::size_t size_;
  mbedtls_md_context_t context_{};
};

[[nodiscard]] std::size_t digest_size(mbedtls_md_type_t kind);
[[nodiscard]] std::string hmac(mbedtls_md_type_t kind, std::string_view key, std::string_view bytes);

constexpr std::size_t kAesBlock = 16;

/// AES with a key of 16, 24 or 32 bytes, in place. What is behind the last whole block stays as it is.
class AesDecryptor {
public:
  explicit AesDecryptor(std::string_view key);
  ~AesDecryptor();
  AesDecryptor(const AesDecryptor&) = delete;
  AesDecryptor& operator=(const AesDecryptor&) = delete;

  void ecb(std::span<char> bytes);
  void cbc(std::string start, std::span<char> bytes); // start: of kAesBlock bytes

private:
  mbedtls_aes_context context_{};
};

class AesEncryptor {
public:
  explicit AesEncryptor(std::string_view key);
  ~AesEncryptor();
  AesEncryptor(const AesEncryptor&) = delete;
  AesEncryptor& operator=(const AesEncryptor&) = delete;

  void cbc(std::string start, std::span<char> bytes); // as AesDecryptor's

private:
  mbedtls_aes_context context_{};
};

[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);
[[nodiscard]] std::string to_base64(std::string_view bytes);

} // namespace padan::codec::workbook
