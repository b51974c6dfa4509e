// Many hands over the JSON API: questions split into locked files, answered where the lists are not, and taken back.

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "codec/desk.hpp"
#include "padan/codec/box.hpp"

namespace padan::codec {
namespace {

using test::add_regency;
using test::Desk;
using test::Json;

constexpr const char* kPassphrase = "kopi tubruk pagi";

std::string random_bytes(char first) {
  std::string bytes;
  while (bytes.size() < kBoxRandom) {
    bytes += first++;
  }
  return bytes;
}

/// The same content behind a lock that opens at once: the tests need no safety.
std::string quick(std::string_view box) {
  return seal_box(open_box(box, kPassphrase).value(), kPassphrase, random_bytes('a'), 1).value();
}

Json split_among(Desk& desk, const Json& hands, double twice, const char* by = "hands") {
  return desk.value("hands.split", {{"hands", hands}, {"by", by}, {"twice", twice}, {"at", "2026-11-22T07:00:00Z"}});
}

std::string share_of(Desk& desk, unsigned hand) {
  const Json sealed = desk.give("hands.seal", random_bytes(static_cast<char>(hand)),
                                {{"hand", hand}, {"passphrase", kPassphrase}, {"by", "Rina"}, {"at", "2026-11-22"}});
  EXPECT_TRUE(sealed["ok"].get<bool>()) << sealed.dump();
  return quick(desk.api.bytes());
}

Json open_share(Desk& desk, const std::string& box, const char* passphrase = kPassphrase) {
  return desk.give("share.open", box, {{"passphrase", passphrase}});
}

std::string answers_of(Desk& desk) {
  EXPECT_TRUE(desk.give("share.answers", random_bytes('q'), {{"passphrase", kPassphrase}, {"at", "2026-11-23"}})["ok"]
                  .get<bool>());
  return quick(desk.api.bytes());
}

Json take(Desk& desk, const std::string& box, const char* passphrase = kPassphrase) {
  return desk.give("hands.take", box, {{"passphrase", passphrase}});
}

std::string code(const Json& answer) {
  return answer["ok"].get<bool>() ? "ok" : answer["error"]["code"].get<std::string>();
}

// Answers everything in the open share; what is asked at an odd place of the seed gets the other answer.
void answer_all(Desk& desk, const std::string& by, unsigned seed, const std::string& at = "2026-11-23T09:00:00Z") {
  const Json cases = desk.queue()["cases"];
  for (const Json& asked : cases) {
    const bool same = (asked["left"]["row"].get<unsigned>() + asked["right"]["row"].get<unsigned>()) % seed != 0;
    desk.value("review.decide", {{"case", asked["case"]},
                                 {"answer", same ? "same" : "not_same"},
                                 {"at", at},
                                 {"by", by},
                                 {"capacity", "operator"}});
  }
}

// A regency split among three hands, in the same way each time.
struct Office {
  Office() {
    add_regency(desk);
    desk.run();
    open = desk.queue()["total"].get<unsigned>();
    plan = split_among(desk, {"Siti", "Budi", "Made"}, 0.2);
  }
  Desk desk;
  unsigned open = 0;
  Json plan;
};

// One of them that no test decides in, and its shares.
struct Sender : Office {
  Sender() {
    for (unsigned hand = 1; hand <= 3; ++hand) {
      shares.push_back(share_of(desk, hand));
    }
  }
  std::vector<std::string> shares;
};

Sender& office() {
  static Sender* const kSender = new Sender;
  return *kSender;
}

TEST(ManyHands, EveryQuestionIsInOneShareAndSomeAreInTwo) {
  Sender& o = office();
  ASSERT_GT(o.open, 20U);
  EXPECT_EQ(o.plan["questions"], o.open);
  EXPECT_EQ(o.plan["twice"].get<unsigned>(), (o.open + 4) / 5);
  std::multiset<std::string> asked;
  for (const std::string& share : o.shares) {
    Desk colleague;
    const Json about = open_share(colleague, share)["value"];
    EXPECT_EQ(about["from"], "Rina");
    const Json queue = colleague.queue();
    EXPECT_EQ(queue["total"], about["questions"]);
    for (const Json& one : queue["cases"]) {
      asked.insert(one["left"]["source"].get<std::string>() + one["left"]["row"].dump() +
                   one["right"]["source"].dump() + one["right"]["row"].dump());
    }
  }
  const std::set<std::string> once(asked.begin(), asked.end());
  EXPECT_EQ(once.size(), o.open);
  EXPECT_EQ(asked.size(), o.open + o.plan["twice"].get<unsigned>());
}

TEST(ManyHands, AShareShowsWhatTheQuestionShowsAndNothingElse) {
  Sender& o = office();
  Desk colleague;
  ASSERT_EQ(code(open_share(colleague, o.shares[0])), "ok");
  const Json here = colleague.value("review.case", {{"case", 0}});
  const Json all = o.desk.queue()["cases"];
  const auto same = [](const Json& a, const Json& b) { return a["source"] == b["source"] && a["row"] == b["row"]; };
  const auto there = std::find_if(all.begin(), all.end(), [&](const Json& one) {
    return same(one["left"], here["left"]) && same(one["right"], here["right"]);
  });
  ASSERT_NE(there, all.end());
  const Json full = o.desk.value("review.case", {{"case", (*there)["case"]}});
  for (const char* key : {"kind", "fields", "damage", "evidence", "steps", "families", "links", "weakest", "change"}) {
    EXPECT_EQ(here[key], full[key]) << key;
  }
  EXPECT_EQ(colleague.refusal("view.open", {{"kind", "persons"}}), "match.not_run");
  EXPECT_EQ(colleague.refusal("review.patterns", {{"from", 0}, {"to", 5}}), "request.invalid");
  const Json share = Json::parse(open_box(o.shares[0], kPassphrase).value());
  std::set<unsigned> shown;
  for (const Json& one : share["questions"]) {
    for (const Json& row : one["case"]["rows"]) {
      shown.insert(row["index"].get<unsigned>());
    }
  }
  EXPECT_EQ(shown.size(), share["rows"].size()); // no row is named that no question shows
}

TEST(ManyHands, AreAnsweredByTheSameCalls) {
  Sender& o = office();
  Desk colleague;
  const Json about = open_share(colleague, o.shares[1])["value"];
  const unsigned questions = about["questions"].get<unsigned>();
  const Json queue = colleague.queue();
  const Json first = colleague.say("review.decide", {{"case", queue["cases"][0]["case"]}, {"answer", "unsure"}});
  EXPECT_EQ(first["live"]["questions"], questions - 1);
  EXPECT_EQ(first["next"]["case"], queue["cases"][1]["case"]);
  EXPECT_EQ(colleague.queue({{"state", "unsure"}})["total"], 1U);
  EXPECT_EQ(colleague.value("review.case", {{"case", queue["cases"][0]["case"]}})["state"], "unsure");
  const Json history = colleague.value("decisions.history", {{"from", 0}, {"to", 9}});
  ASSERT_EQ(history["total"], 1U);
  EXPECT_TRUE(history["events"][0]["left"]["found"].get<bool>());
  colleague.say("decisions.undo", {{"seq", first["seq"]}});
  EXPECT_EQ(colleague.queue()["total"], questions);
  // Closed and opened again, the answers that the browser kept go on.
  colleague.say("review.decide", {{"case", 0}, {"answer", "same"}});
  const std::string kept = colleague.log();
  Desk later;
  open_share(later, o.shares[1]);
  EXPECT_EQ(code(later.load(kept)), "ok");
  EXPECT_EQ(later.value("share.state")["about"]["left"], questions - 1);
  Desk other;
  open_share(other, o.shares[0]);
  EXPECT_EQ(code(other.load(kept)), "decisions.foreign");
}

TEST(ManyHands, ComeBackInAnyOrderAndNothingIsAppliedTwice) {
  std::vector<std::string> answers;
  for (unsigned hand = 0; hand < 3; ++hand) {
    Desk colleague;
    open_share(colleague, office().shares[hand]);
    answer_all(colleague, std::string("Petugas ") + static_cast<char>('A' + hand), 5 + hand);
    answers.push_back(answers_of(colleague));
  }
  std::vector<std::size_t> order = {0, 1, 2};
  std::string tables;
  Json agreement;
  do {
    Office o; // the same regency, split in the same way
    ASSERT_EQ(o.plan, office().plan);
    std::uint64_t taken = 0;
    for (const std::size_t hand : order) {
      const Json value = take(o.desk, answers[hand])["value"];
      EXPECT_EQ(value["taken"], value["answers"]);
      EXPECT_EQ(value["lost"], 0U);
      taken += value["taken"].get<std::uint64_t>();
      const Json again = take(o.desk, answers[hand])["value"];
      EXPECT_EQ(again["taken"], 0U);
      EXPECT_EQ(again["known"], value["answers"]);
    }
    EXPECT_EQ(taken, o.open + o.plan["twice"].get<unsigned>());
    o.desk.value("review.apply");
    o.desk.finish();
    const std::string now = o.desk.tables();
    EXPECT_TRUE(tables.empty() || tables == now);
    tables = now;
    const Json all = o.desk.value("hands.agreement");
    EXPECT_TRUE(agreement.is_null() || agreement == all);
    agreement = all;
  } while (std::next_permutation(order.begin(), order.end()) && order[0] == 0);
  EXPECT_EQ(agreement["asked"], office().plan["twice"]);
  EXPECT_EQ(agreement["hands"].size(), 3U);
  EXPECT_LT(agreement["agreed"].get<unsigned>(), agreement["asked"].get<unsigned>());
}

TEST(ManyHands, DisagreeUntilTheMeetingHasDecided) {
  Office o;
  for (unsigned hand = 0; hand < 3; ++hand) {
    Desk colleague;
    open_share(colleague, office().shares[hand]);
    answer_all(colleague, std::string("Petugas ") + static_cast<char>('A' + hand), 3 + hand);
    ASSERT_EQ(code(take(o.desk, answers_of(colleague))), "ok");
  }
  Json list = o.desk.value("hands.disagreements", {{"from", 0}, {"to", 1000}});
  const unsigned open = list["open"].get<unsigned>();
  ASSERT_GT(open, 0U);
  const Json agreement = o.desk.value("hands.agreement");
  EXPECT_EQ(open, agreement["asked"].get<unsigned>() - agreement["agreed"].get<unsigned>());
  const Json before = o.desk.queue();
  Json
      item; // one that stays open: neither answer is heard. Answers to other questions may have settled the rows of some.
  for (const Json& one : list["items"]) {
    ASSERT_FALSE(one["case"].is_null());
    EXPECT_EQ(one["answers"].size(), 2U);
    if (item.is_null() && o.desk.value("review.case", {{"case", one["case"]}})["state"] == "open") {
      item = one;
    }
  }
  ASSERT_FALSE(item.is_null());
  const Json settled = o.desk.say("hands.settle", {{"split", item["split"]},
                                                   {"question", item["question"]},
                                                   {"like", item["answers"][1]["hand"]},
                                                   {"note", "rapat 24 November"}});
  EXPECT_LT(settled["live"]["questions"], before["left"]);
  list = o.desk.value("hands.disagreements", {{"from", 0}, {"to", 1000}});
  EXPECT_EQ(list["open"], open - 1);
  EXPECT_EQ(list["items"].back()["meeting"]["answer"], item["answers"][1]["answer"]);
  EXPECT_EQ(o.desk.value("hands.agreement"), agreement); // what the hands said is what they said
  o.desk.say("decisions.undo", {{"seq", settled["seq"]}});
  EXPECT_EQ(o.desk.value("hands.disagreements", {{"from", 0}, {"to", 0}})["open"], open);
  EXPECT_EQ(o.desk.refusal(
                "hands.settle",
                {{"split", "x"}, {"question", 0}, {"answer", "same"}, {"at", "2026-11-24T08:00:00Z"}, {"by", "Rina"}}),
            "request.invalid");
}

TEST(ManyHands, LaterAnswersOfAHandTakeThePlaceOfEarlierOnes) {
  Office o;
  Desk colleague;
  open_share(colleague, office().shares[0]);
  answer_all(colleague, "Siti", 3);
  const std::string early = answers_of(colleague);
  const Json first = colleague.value("decisions.history", {{"from", 0}, {"to", 1}})["events"][0];
  colleague.value("decisions.undo", {{"seq", first["seq"]}, {"at", "2026-11-23T10:00:00Z"}, {"by", "Siti"}});
  const Json open = colleague.queue()["cases"][0];
  colleague.value("review.decide",
                  {{"case", open["case"]}, {"answer", "unsure"}, {"at", "2026-11-23T10:01:00Z"}, {"by", "Siti"}});
  const std::string late = answers_of(colleague);
  Office other;
  take(o.desk, early);
  EXPECT_EQ(take(o.desk, late)["value"]["taken"], 1U);
  take(other.desk, late);
  EXPECT_EQ(take(other.desk, early)["value"]["taken"], 0U);
  for (Office* each : {&o, &other}) {
    each->desk.value("review.apply");
    each->desk.finish();
  }
  EXPECT_EQ(o.desk.tables(), other.desk.tables());
}

TEST(ManyHands, SayInOneCodeWhatIsWrongWithAFile) {
  Sender& o = office();
  Desk colleague;
  EXPECT_EQ(code(open_share(colleague, o.shares[0], "lupa")), "box.passphrase");
  EXPECT_EQ(code(open_share(colleague, o.shares[0].substr(0, o.shares[0].size() / 2))), "box.damaged");
  EXPECT_EQ(code(open_share(colleague, "source,row\n")), "box.none");
  ASSERT_EQ(code(open_share(colleague, o.shares[0])), "ok");
  colleague.say("review.decide", {{"case", 0}, {"answer", "same"}});
  const std::string answers = answers_of(colleague);
  EXPECT_EQ(code(open_share(colleague, answers)), "share.kind");
  EXPECT_EQ(colleague.value("share.state")["about"]["hand"], 1U); // what was open stays

  const std::string log = o.desk.log();
  EXPECT_EQ(code(take(o.desk, answers, "lupa")), "box.passphrase");
  EXPECT_EQ(code(take(o.desk, answers.substr(1))), "box.none");
  EXPECT_EQ(code(take(o.desk, o.shares[1])), "share.kind");
  const auto changed = [&](const auto& change) {
    Json json = Json::parse(open_box(answers, kPassphrase).value());
    change(json);
    return take(o.desk, seal_box(json.dump(), kPassphrase, random_bytes('a'), 1).value());
  };
  EXPECT_EQ(code(changed([](Json& json) { json["version"] = 2; })), "share.version");
  EXPECT_EQ(code(changed([](Json& json) { json["version"] = 0; })), "share.version");
  EXPECT_EQ(code(changed([](Json& json) { json["format"] = "padan project"; })), "share.invalid");
  EXPECT_EQ(code(changed([](Json& json) { json.erase("events"); })), "share.invalid");
  EXPECT_EQ(code(changed([](Json& json) { json["events"][0]["kind"] = "undo"; })), "share.invalid");
  EXPECT_EQ(code(changed([](Json& json) { json["events"][0]["hand"]["hand"] = 2; })), "share.invalid");
  EXPECT_EQ(code(changed([](Json& json) { json["events"][0].erase("left"); })), "share.invalid");
  EXPECT_EQ(code(changed([](Json& json) { json["events"][0]["left"]["source"] = "daftar_lain"; })), "share.foreign");
  EXPECT_EQ(o.desk.log(), log); // nothing by halves
}

TEST(ManyHands, StayWithTheirPlaces) {
  Sender& o = office();
  Desk desk;
  add_regency(desk);
  desk.run();
  const Json plan = split_among(desk, {"Siti", "Budi"}, 0.0, "village");
  EXPECT_EQ(plan["questions"], o.open);
  std::map<std::string, std::set<unsigned>> hands;
  for (unsigned hand = 1; hand <= 2; ++hand) {
    Desk colleague;
    open_share(colleague, share_of(desk, hand));
    const Json cases = colleague.queue()["cases"];
    for (const Json& asked : cases) {
      std::string village = asked["left"]["village"];
      for (char& letter : village) {
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
      }
      if (!village.empty()) {
        hands[village].insert(hand);
      }
    }
  }
  for (const auto& [village, of] : hands) {
    EXPECT_EQ(of.size(), 1U) << village;
  }
  EXPECT_GT(hands.size(), 3U);
  EXPECT_EQ(desk.refusal("hands.split", {{"hands", Json::array()}}), "request.invalid");
  EXPECT_EQ(desk.refusal("hands.split", {{"hands", {"Siti"}}, {"twice", 1.5}}), "request.invalid");
  EXPECT_EQ(desk.refusal("hands.split", {{"hands", {"Siti"}}, {"by", "province"}}), "request.invalid");
}

} // namespace
} // namespace padan::codec
