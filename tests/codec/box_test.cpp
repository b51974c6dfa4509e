#include "padan/codec/box.hpp"

#include <gtest/gtest.h>

namespace padan::codec {
namespace {

constexpr std::uint32_t kFew = 3; // rounds: the tests need no safety
constexpr std::size_t kEmpty = 91;

std::string random_bytes(char first = 1) {
  std::string out;
  for (std::size_t i = 0; i < kBoxRandom; ++i) {
    out += static_cast<char>(first + static_cast<char>(i));
  }
  return out;
}

std::string sealed(std::string_view bytes, std::string_view passphrase = "kopi pagi") {
  return seal_box(bytes, passphrase, random_bytes(), kFew).value();
}

std::string hex(std::string_view bytes) {
  std::string out;
  for (const unsigned char byte : bytes) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

ErrorCode refusal(std::string_view box, std::string_view passphrase = "kopi pagi") {
  const auto opened = open_box(box, passphrase);
  return opened ? ErrorCode::Bug : opened.error().code;
}

TEST(Box, GivesBackWhatWasPutIn) {
  std::string every(1000, '\0');
  for (std::size_t i = 0; i < every.size(); ++i) {
    every[i] = static_cast<char>(i);
  }
  for (const std::string& bytes : {std::string(), std::string("a"), every}) {
    const std::string box = sealed(bytes);
    EXPECT_EQ(box.size(), kEmpty + bytes.size());
    EXPECT_TRUE(is_box(box));
    EXPECT_EQ(open_box(box, "kopi pagi").value(), bytes);
  }
}

// Made once by Python's hashlib, hmac and cryptography from the description in box.cpp.
TEST(Box, IsWhatAnotherProgramMakes) {
  EXPECT_EQ(hex(sealed("SITI AMINAH")), "706164616e424f5801030000000b000000000000000102030405060708090a0b0c0d0e0f"
                                        "101112131415161718191a1b1cb91370389534997142ca8587a0aad368c5653e472567f2"
                                        "4a9ed52c189c43073165e49ec890b8c602e76dc76bb08f836d5547af813a");
}

TEST(Box, HidesItsContentAndDependsOnEveryInput) {
  const std::string box = sealed("SITI AMINAH");
  EXPECT_EQ(box.find("SITI"), std::string::npos);
  EXPECT_EQ(box, sealed("SITI AMINAH"));
  EXPECT_NE(box, sealed("SITI AMINAH", "teh pagi"));
  EXPECT_NE(box.substr(kEmpty - 16), seal_box("SITI AMINAH", "kopi pagi", random_bytes(2), kFew)->substr(kEmpty - 16));
}

TEST(Box, TellsAWrongPassphraseFromDamage) {
  const std::string box = sealed("isi");
  EXPECT_EQ(refusal(box, "Kopi pagi"), ErrorCode::BoxPassphrase);
  EXPECT_EQ(refusal(box, ""), ErrorCode::BoxPassphrase);
  for (std::size_t at = 0; at < box.size(); ++at) {
    std::string changed = box;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_EQ(refusal(changed), at < 8    ? ErrorCode::BoxNone
                                : at == 8 ? ErrorCode::BoxVersion
                                          : ErrorCode::BoxDamaged)
        << at;
  }
  for (std::size_t size = 0; size < box.size(); ++size) {
    EXPECT_EQ(refusal(box.substr(0, size)), size < 8 ? ErrorCode::BoxNone : ErrorCode::BoxDamaged) << size;
  }
  EXPECT_EQ(refusal(box + "x"), ErrorCode::BoxDamaged);
  EXPECT_EQ(refusal("source,row\ndtks,1\n"), ErrorCode::BoxNone);
}

TEST(Box, RefusesToWorkForever) {
  std::string box = sealed("isi");
  box[12] = '\x7F'; // two thousand million rounds; nobody signs for it
  EXPECT_EQ(refusal(box), ErrorCode::BoxDamaged);
  EXPECT_FALSE(seal_box("isi", "kopi pagi", random_bytes(), kMostBoxRounds + 1));
}

TEST(Box, NeedsAPassphraseAndItsRandomBytes) {
  const auto where = [](std::string_view passphrase, std::string_view random, std::uint32_t rounds) {
    const auto box = seal_box("isi", passphrase, random, rounds);
    return box ? std::string() : box.error().params.front().second;
  };
  EXPECT_EQ(where("", random_bytes(), kFew), "passphrase");
  EXPECT_EQ(where("kopi", random_bytes().substr(1), kFew), "random");
  EXPECT_EQ(where("kopi", random_bytes(), 0), "rounds");
  EXPECT_EQ(where("kopi", random_bytes(), kFew), "");
}

} // namespace
} // namespace padan::codec
