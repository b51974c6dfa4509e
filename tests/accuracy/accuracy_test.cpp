// The whole engine on a made-up regency whose truth is known.
#include <gtest/gtest.h>

#include "accuracy/agreement.hpp"
#include "padan/codec/file_reader.hpp"
#include "padan/codec/table_export.hpp"
#include "padan/synth/synth.hpp"

namespace padan::accuracy {
namespace {

struct Regency {
  engine::Session session;
  Labels truth;
};

void fill(Regency& regency, const synth::Options& options) {
  synth::generate(options, [&](synth::File&& file) {
    if (file.name == "truth/truth.csv") {
      regency.truth = read_labels(file.bytes);
    } else if (file.name.find('/') == std::string::npos) {
      codec::FileReader reader(file.name);
      reader.feed(file.bytes);
      auto read = reader.finish();
      ASSERT_TRUE(read) << file.name;
      ASSERT_TRUE(regency.session.add_file(file.name, std::move(read->grids), read->sha256)) << file.name;
    }
  });
}

Labels run(engine::Session& session) {
  EXPECT_TRUE(session.start({}));
  while (!session.step(1'000'000).finished) {
  }
  const engine::Results results(session, {"2026-11-22", {}});
  const codec::TableExport rows(results, {.kind = engine::TableKind::Rows, .byte_order_mark = false});
  std::string csv;
  for (std::uint32_t part = 0; part < rows.parts(); ++part) {
    csv += *rows.part(part);
  }
  return read_labels(csv);
}

void expect_at_least(synth::Errors errors, double persons, double families) {
  Regency regency;
  fill(regency, {.people = 20'000, .seed = 1, .errors = errors});
  const Labels found = run(regency.session);
  EXPECT_EQ(found.size(), regency.truth.size()) << "a line for every data row";
  const Agreement person = agreement(found, regency.truth, &Label::person, true);
  const Agreement family = agreement(found, regency.truth, &Label::family, false);
  std::printf("persons  precision %.4f  recall %.4f  F1 %.4f\nfamilies precision %.4f  recall %.4f  F1 %.4f\n",
              person.precision, person.recall, person.f1(), family.precision, family.recall, family.f1());
  EXPECT_GE(person.f1(), persons);
  EXPECT_GE(family.f1(), families);
}

TEST(Accuracy, CountsPairs) {
  const Labels truth = read_labels("source,row,person_id,family_id,damage\na,1,p,f,\nb,1,p,f,\nc,1,p,f,\na,2,q,f,\n");
  const Labels found = read_labels("source,row,line,person_id,family_id,status\r\na,1,2,P1,K1,x\r\nb,1,2,P1,K1,x\r\nc,"
                                   "1,2,P2,K1,x\r\na,2,3,P2,K2,x\r\n");
  const Agreement person = agreement(found, truth, &Label::person, true);
  EXPECT_DOUBLE_EQ(person.precision, 0.5); // a1-b1 right, c1-a2 wrong
  EXPECT_DOUBLE_EQ(person.recall, 1.0 / 3);
  EXPECT_DOUBLE_EQ(agreement(found, truth, &Label::family, false).recall, 0.5);
}

TEST(Accuracy, Light) { expect_at_least(synth::Errors::Light, 0.98, 0.95); }
TEST(Accuracy, Medium) { expect_at_least(synth::Errors::Medium, 0.98, 0.95); }

} // namespace
} // namespace padan::accuracy
