#include "crypto.hpp"

#include <cassert>
#include <new>

#include <mbedtls/base64.h>

namespace padan::codec::workbook {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::span<char> text) { return reinterpret_cast<unsigned char*>(text.data()); }

const mbedtls_md_info_t* info_of(mbedtls_md_type_t kind) { return mbedtls_md_info_from_type(kind); }

} // namespace

Hasher::Hasher(mbedtls_md_type_t kind) : size_(digest_size(kind)) {
  mbedtls_md_init(&context_);
  if (mbedtls_md_setup(&context_, info_of(kind), 0) != 0) { // the kinds are there; only memory can be lacking
    throw std::bad_alloc();
  }
}

Hasher::~Hasher() { mbedtls_md_free(&context_); }

std::string Hasher::operator()(std::initializer_list<std::string_view> parts) {
  mbedtls_md_starts(&context_);
  for (const std::string_view part : parts) {
    mbedtls_md_update(&context_, bytes_of(part), part.size());
  }
  unsigned char digest[MBEDTLS_MD_MAX_SIZE];
  mbedtls_md_finish(&context_, digest);
  return {reinterpret_cast<const char*>(digest), size_};
}

std::size_t digest_size(mbedtls_md_type_t kind) { return mbedtls_md_get_size(info_of(kind)); }

std::string hmac(mbedtls_md_type_t kind, std::string_view key, std::string_view bytes) {
  std::string out(digest_size(kind), '\0');
  if (mbedtls_md_hmac(info_of(kind), bytes_of(key), key.size(), bytes_of(bytes), bytes.size(),
                      bytes_of(std::span<char>(out))) != 0) {
    throw std::bad_alloc();
  }
  return out;
}

AesDecryptor::AesDecryptor(std::string_view key) {
  mbedtls_aes_init(&context_);
  [[maybe_unused]] const int status =
      mbedtls_aes_setkey_dec(&context_, bytes_of(key), static_cast<unsigned>(key.size() * 8));
  assert(status == 0);
}

AesDecryptor::~AesDecryptor() { mbedtls_aes_free(&context_); }

void AesDecryptor::ecb(std::span<char> bytes) {
  for (; bytes.size() >= kAesBlock; bytes = bytes.subspan(kAesBlock)) {
    mbedtls_aes_crypt_ecb(&context_, MBEDTLS_AES_DECRYPT, bytes_of(bytes), bytes_of(bytes));
  }
}

void AesDecryptor::cbc(std::string start, std::span<char> bytes) {
  assert(start.size() == kAesBlock);
  mbedtls_aes_crypt_cbc(&context_, MBEDTLS_AES_DECRYPT, bytes.size() / kAesBlock * kAesBlock,
                        bytes_of(std::span<char>(start)), bytes_of(bytes), bytes_of(bytes));
}

AesEncryptor::AesEncryptor(std::string_view key) {
  mbedtls_aes_init(&context_);
  [[maybe_unused]] const int status =
      mbedtls_aes_setkey_enc(&context_, bytes_of(key), static_cast<unsigned>(key.size() * 8));
  assert(status == 0);
}

AesEncryptor::~AesEncryptor() { mbedtls_aes_free(&context_); }

void AesEncryptor::cbc(std::string start, std::span<char> bytes) {
  assert(start.size() == kAesBlock);
  mbedtls_aes_crypt_cbc(&context_, MBEDTLS_AES_ENCRYPT, bytes.size() / kAesBlock * kAesBlock,
                        bytes_of(std::span<char>(start)), bytes_of(bytes), bytes_of(bytes));
}

std::string to_base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  std::size_t size = 0;
  if (mbedtls_base64_encode(bytes_of(std::span<char>(out)), out.size(), &size, bytes_of(bytes), bytes.size()) != 0) {
    return {};
  }
  out.resize(size);
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  if (mbedtls_base64_decode(bytes_of(std::span<char>(out)), out.size(), &size, bytes_of(text), text.size()) != 0) {
    return std::nullopt;
  }
  out.resize(size);
  return out;
}

} // namespace padan::codec::workbook
