#include "padan/codec/model_file.hpp"

#include <gtest/gtest.h>

#include "padan/matching/compare.hpp"
#include "support/corpora.hpp"

namespace padan::codec {
namespace {

model::Model some_model() {
  const auto corpus = support::corpus_of({{"a", "name|id:bpjs", {"SITI AMINAH|17", "BUDI|17"}}});
  model::Model model = matching::default_model(corpus);
  model.comparisons[matching::kSex].m = {1.0, 2.0 / 3.0, 1.0 / 3.0};
  model.comparisons[matching::kSex].u = {1.0, 1e-9, 1.0 - 1e-9};
  return model;
}

std::string refusal(const std::string& json) {
  const auto read = read_model(json);
  EXPECT_FALSE(read) << json.substr(0, 80);
  return read ? "" : std::string(to_text(read.error().code)) + " " + read.error().params.front().second;
}

std::string changed(std::string json, const std::string& from, const std::string& to) {
  const std::size_t at = json.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? json : json.replace(at, from.size(), to);
}

TEST(ModelFile, ComesBackToTheLastBit) {
  model::Model model = some_model();
  const std::string json = write_model(model);
  const auto read = read_model(json);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), model.comparisons.size());
  EXPECT_EQ(read->back().name, "id:bpjs");
  for (std::size_t c = 0; c < read->size(); ++c) {
    const model::Comparison& comparison = (*read)[c];
    EXPECT_EQ(comparison.name, model.comparisons[c].name);
    EXPECT_EQ(comparison.levels, model.comparisons[c].levels);
    EXPECT_EQ(comparison.m, model.comparisons[c].m);
    EXPECT_EQ(comparison.h, model.comparisons[c].h);
    EXPECT_EQ(comparison.h_twins, model.comparisons[c].h_twins);
    EXPECT_EQ(comparison.u, model.comparisons[c].u);
  }
  model.comparisons = *read;
  EXPECT_EQ(write_model(model), json);
}

TEST(ModelFile, IsReadableByPeople) {
  const std::string json = write_model(some_model());
  EXPECT_NE(json.find("\n  {\"level\":\"prefix15+equal\",\"m\":"), std::string::npos);
  EXPECT_NE(json.find("{\"name\": \"sex\", \"levels\": [\n  {\"level\":\"equal\",\"m\":0.6666666666666666,\"h\":0.5,"),
            std::string::npos);
  EXPECT_EQ(json.find("SITI"), std::string::npos);
}

TEST(ModelFile, RefusesWhatIsNoModel) {
  const std::string json = write_model(some_model());
  EXPECT_EQ(refusal(""), "model.invalid {}");
  EXPECT_EQ(refusal("[]"), "model.invalid {}");
  EXPECT_EQ(refusal("{\"version\": 1, \"sources\": []}"), "model.invalid format");
  EXPECT_EQ(refusal(changed(json, "\"version\": 1", "\"version\": \"1\"")), "model.invalid version");
  EXPECT_EQ(refusal(changed(json, "\"m\":0.6666666666666666", "\"m\":1.5")), "model.invalid sex.equal.m");
  EXPECT_EQ(refusal(changed(json, "\"m\":0.6666666666666666,", "")), "model.invalid sex.equal.m");
  EXPECT_EQ(refusal(changed(json, "\"m\":0.6666666666666666", "\"m\":1e999")), "model.invalid {}");
  EXPECT_EQ(refusal(changed(json, "\"name\": \"relation\"", "\"name\": 7")), "model.invalid comparisons[3].name");
  EXPECT_EQ(refusal(changed(json, "\"name\": \"mother\"", "\"name\": \"name\"")), "model.invalid name");
  EXPECT_EQ(refusal(changed(json, "\"name\": \"id:bpjs\"", "\"name\": \"kk\"")), "model.invalid kk");
  EXPECT_EQ(refusal("{\"format\": \"padan model\", \"version\": 1}"), "model.invalid comparisons");
  for (std::size_t size = 0; size + 2 < json.size(); size += 97) {
    EXPECT_FALSE(read_model(std::string_view(json).substr(0, size))) << size;
  }
}

TEST(ModelFile, RefusesAModelOfAnotherVersion) {
  const std::string json = write_model(some_model());
  EXPECT_EQ(refusal(changed(json, "\"version\": 1", "\"version\": 2")), "model.version version 2");
  EXPECT_EQ(refusal(changed(json, "\"name\": \"sex\"", "\"name\": \"relation\"")), "model.version relation");
  EXPECT_EQ(refusal(changed(json, "\"level\":\"both_head\"", "\"level\":\"heads\"")), "model.version relation.heads");
}

} // namespace
} // namespace padan::codec
