#include "padan/codec/box.hpp"

#include <cassert>
#include <new>

#include <mbedtls/gcm.h>
#include <mbedtls/pkcs5.h>

#include "workbook/bytes.hpp"
#include "workbook/crypto.hpp"

namespace padan::codec {
namespace {

using namespace std::string_view_literals;
using workbook::hmac;
using workbook::little_endian32;

// magic 8 | version 1 | rounds 4 | size of what is inside 8 | salt 16 | nonce 12 | proof of the key 16 | check of the head 10
// | what is inside, encrypted | tag 16. All of the head goes into the tag.
constexpr std::string_view kMagic = "padanBOX"sv;
constexpr char kVersion = 1;
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kRoundsAt = 9;
constexpr std::size_t kSizeAt = 13;
constexpr std::size_t kSaltAt = 21;
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kNonceAt = 37;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kProofAt = 49;
constexpr std::size_t kProofSize = 16;
constexpr std::size_t kCheckAt = 65;
constexpr std::size_t kCheckSize = 10;
constexpr std::size_t kHeadSize = kCheckAt + kCheckSize;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kKeySize = 32;
static_assert(kSaltSize + kNonceSize == kBoxRandom && kHeadSize + kTagSize == 91);

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// mbedtls fails only when memory is lacking: every kind and size below is one that it has.
void demand(int status) {
  if (status != 0) {
    throw std::bad_alloc();
  }
}

struct Keys {
  std::string lock; // of AES
  std::string
      proof; // stands in the head, so that a wrong passphrase is known without reading on; says nothing of the other
};

Keys keys_of(std::string_view passphrase, std::string_view salt, std::uint32_t rounds) {
  mbedtls_md_context_t hash;
  mbedtls_md_init(&hash);
  std::string key(kKeySize, '\0');
  int status = mbedtls_md_setup(&hash, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), 1);
  if (status == 0) {
    status = mbedtls_pkcs5_pbkdf2_hmac(&hash, bytes_of(passphrase), passphrase.size(), bytes_of(salt), salt.size(),
                                       rounds, kKeySize, bytes_of(key));
  }
  mbedtls_md_free(&hash);
  demand(status);
  return {hmac(MBEDTLS_MD_SHA256, key, "padan box: lock"),
          hmac(MBEDTLS_MD_SHA256, key, "padan box: proof").substr(0, kProofSize)};
}

class Gcm {
public:
  explicit Gcm(std::string_view key) {
    mbedtls_gcm_init(&context_);
    demand(mbedtls_gcm_setkey(&context_, MBEDTLS_CIPHER_ID_AES, bytes_of(key), kKeySize * 8));
  }
  ~Gcm() { mbedtls_gcm_free(&context_); }
  Gcm(const Gcm&) = delete;
  Gcm& operator=(const Gcm&) = delete;

  std::string sealed(std::string_view head, std::string_view bytes) {
    std::string out(bytes.size() + kTagSize, '\0');
    demand(mbedtls_gcm_crypt_and_tag(&context_, MBEDTLS_GCM_ENCRYPT, bytes.size(), bytes_of(nonce(head)), kNonceSize,
                                     bytes_of(head), head.size(), bytes_of(bytes), bytes_of(out), kTagSize,
                                     bytes_of(out) + bytes.size()));
    return out;
  }
  /// False when the tag does not fit.
  bool open(std::string_view head, std::string_view sealed, std::string& out) {
    const std::size_t size = sealed.size() - kTagSize;
    out.assign(size, '\0');
    return mbedtls_gcm_auth_decrypt(&context_, size, bytes_of(nonce(head)), kNonceSize, bytes_of(head), head.size(),
                                    bytes_of(sealed) + size, kTagSize, bytes_of(sealed), bytes_of(out)) == 0;
  }

private:
  static std::string_view nonce(std::string_view head) { return head.substr(kNonceAt, kNonceSize); }

  mbedtls_gcm_context context_{};
};

// Tells a damaged salt or count from a wrong passphrase. No secret is in it.
std::string check_of(std::string_view head) {
  return hmac(MBEDTLS_MD_SHA256, kMagic, head.substr(0, kCheckAt)).substr(0, kCheckSize);
}

} // namespace

Result<std::string> seal_box(std::string_view bytes, std::string_view passphrase, std::string_view random,
                             std::uint32_t rounds) {
  if (passphrase.empty()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "passphrase"}});
  }
  if (random.size() != kBoxRandom) {
    return fail(ErrorCode::RequestInvalid, {{"where", "random"}});
  }
  if (rounds == 0 || rounds > kMostBoxRounds) {
    return fail(ErrorCode::RequestInvalid, {{"where", "rounds"}});
  }
  const auto size = static_cast<std::uint64_t>(bytes.size());
  const Keys keys = keys_of(passphrase, random.substr(0, kSaltSize), rounds);
  std::string head(kMagic);
  head += kVersion;
  head += little_endian32(rounds);
  head += little_endian32(static_cast<std::uint32_t>(size));
  head += little_endian32(static_cast<std::uint32_t>(size >> 32));
  head += random;
  head += keys.proof;
  head += check_of(head);
  assert(head.size() == kHeadSize);
  return head + Gcm(keys.lock).sealed(head, bytes);
}

bool is_box(std::string_view bytes) { return bytes.substr(0, kMagic.size()) == kMagic; }

Result<std::string> open_box(std::string_view box, std::string_view passphrase) {
  if (!is_box(box)) {
    return fail(ErrorCode::BoxNone);
  }
  if (box.size() > kVersionAt && box[kVersionAt] != kVersion) {
    return fail(ErrorCode::BoxVersion);
  }
  const std::string_view head = box.substr(0, kHeadSize);
  const std::uint32_t rounds = workbook::u32(head, kRoundsAt);
  if (box.size() < kHeadSize + kTagSize || head.substr(kCheckAt) != check_of(head) ||
      workbook::u64(head, kSizeAt) != box.size() - kHeadSize - kTagSize || rounds == 0 || rounds > kMostBoxRounds) {
    return fail(ErrorCode::BoxDamaged);
  }
  const Keys keys = keys_of(passphrase, head.substr(kSaltAt, kSaltSize), rounds);
  if (head.substr(kProofAt, kProofSize) != keys.proof) {
    return fail(ErrorCode::BoxPassphrase);
  }
  std::string bytes;
  if (!Gcm(keys.lock).open(head, box.substr(kHeadSize), bytes)) {
    return fail(ErrorCode::BoxDamaged);
  }
  return bytes;
}

} // namespace padan::codec
