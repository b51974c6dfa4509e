#include "padan/codec/seal.hpp"

#include <gtest/gtest.h>

#include "padan/codec/verification.hpp"

namespace padan::codec {
namespace {

using Files = std::vector<HashedFile>;

std::string told(const std::vector<FileCheck>& checks) {
  std::string text;
  for (const FileCheck& check : checks) {
    text += check.name + "=" + check.given + ":" + std::string(to_text(check.state)) + " ";
  }
  return text;
}

TEST(Seal, DoesNotDependOnTheOrderOfFilesButOnAllElse) {
  const Seal seal{{{"a.csv", "11"}, {"b.csv", "22"}}, {{"rows.csv", "33"}}};
  EXPECT_EQ(seal.code(), (Seal{{{"b.csv", "22"}, {"a.csv", "11"}}, {{"rows.csv", "33"}}}).code());
  EXPECT_NE(seal.code(), (Seal{{{"a.csv", "22"}, {"b.csv", "11"}}, {{"rows.csv", "33"}}}).code());
  EXPECT_NE(seal.code(), (Seal{{{"a.csv", "11"}}, {{"b.csv", "22"}, {"rows.csv", "33"}}}).code());
  EXPECT_EQ(seal.code().size(), 64U);
}

TEST(Seal, IsReadWithWhatTheSummaryStates) {
  const auto read = read_seal(R"({"inputs":[{"name":"a.csv","sha256":"11"}],"outputs":[],"seal":"ff"})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->stated, "ff");
  EXPECT_NE(read->seal.code(), "ff");
  ASSERT_EQ(read->seal.inputs.size(), 1U);
  EXPECT_EQ(read->seal.inputs[0].name, "a.csv");
  for (const char* broken :
       {"", "[]", "{}", R"({"inputs":[]})", R"({"inputs":[1],"outputs":[]})",
        R"({"inputs":[{"sha256":"11"}],"outputs":[]})", R"({"inputs":[],"outputs":[],"seal":1})"}) {
    const auto refused = read_seal(broken);
    ASSERT_FALSE(refused) << broken;
    EXPECT_EQ(refused.error().code, ErrorCode::ConfigInvalid);
  }
}

TEST(CheckFiles, KnowsFilesByContentThenByName) {
  const Files sealed = {{"dtks.csv", "11"}, {"pbi.csv", "22"}, {"p3ke.xlsx", "33"}, {"kip.csv", "44"}};
  const Files given = {{"C:\\lists\\salinan.csv", "11"}, {"/x/pbi.csv", "99"}, {"kip.csv", "44"}, {"lain.csv", "55"}};
  EXPECT_EQ(told(check_files(sealed, given)), "dtks.csv=C:\\lists\\salinan.csv:same pbi.csv=/x/pbi.csv:changed "
                                              "p3ke.xlsx=:absent kip.csv=kip.csv:same lain.csv=lain.csv:unknown ");
}

TEST(CheckFiles, PrefersTheNameAmongEqualContents) {
  const Files sealed = {{"a.csv", "11"}, {"b.csv", "11"}};
  EXPECT_EQ(told(check_files(sealed, {{"b.csv", "11"}, {"a.csv", "11"}})), "a.csv=a.csv:same b.csv=b.csv:same ");
  EXPECT_EQ(told(check_files(sealed, {{"c.csv", "11"}})), "a.csv=c.csv:same b.csv=:absent ");
}

} // namespace
} // namespace padan::codec
