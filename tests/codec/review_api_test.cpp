// Review over the JSON API: what the page does, from the first question to the renewed result.

#include <gtest/gtest.h>

#include "codec/desk.hpp"

namespace padan::codec {
namespace {

using test::add_regency;
using test::Desk;
using test::Json;

// A regency that has been run, shared by tests that leave no decision behind.
Desk& regency() {
  static Desk* const kDesk = [] {
    auto* desk = new Desk;
    add_regency(*desk);
    desk->run();
    return desk;
  }();
  return *kDesk;
}

TEST(Review, AsksByEffectAndSaysWhatTheNextAnswersSettle) {
  Desk& desk = regency();
  const Json queue = desk.queue();
  ASSERT_GT(queue["total"].get<unsigned>(), 10U);
  EXPECT_EQ(queue["total"], queue["left"]);
  double last = 1e9;
  for (const Json& asked : queue["cases"]) {
    EXPECT_LE(asked["expected"].get<double>(), last);
    last = asked["expected"].get<double>();
    EXPECT_NE(asked["change"]["persons"], 0);
    EXPECT_EQ(asked["change"]["persons"].get<int>() > 0, asked["accepted"].get<bool>());
  }
  const Json summary = desk.value("summary");
  const Json& persons = queue["range"][0];
  EXPECT_EQ(persons["figure"], "persons");
  EXPECT_EQ(persons["count"], summary["counts"]["persons"]);
  EXPECT_EQ(queue["range"][1]["count"], summary["counts"]["families"]);
  const auto width = [](const Json& range) { return range["high"].get<int>() - range["low"].get<int>(); };
  EXPECT_LT(width(desk.queue({{"batch", 10}})["after"][0]), width(persons));
  EXPECT_EQ(width(desk.queue({{"batch", 100000}})["after"][0]), 0);
}

TEST(Review, FiltersTheQueue) {
  Desk& desk = regency();
  const Json all = desk.queue();
  const std::string source = all["cases"][0]["left"]["source"];
  const Json some = desk.queue({{"source", source}});
  EXPECT_LT(some["total"], all["total"]);
  for (const Json& asked : some["cases"]) {
    EXPECT_TRUE(asked["left"]["source"] == source || asked["right"]["source"] == source);
  }
  EXPECT_EQ(desk.refusal("review.queue", {{"from", 0}, {"to", 1}, {"source", "nowhere"}}), "request.invalid");
  EXPECT_EQ(desk.refusal("review.queue", {{"from", 0}, {"to", 1}, {"order", "age"}}), "request.invalid");
  EXPECT_EQ(desk.refusal("review.case", {{"case", 999999}}), "request.invalid");
}

TEST(Review, ShowsACaseAndNothingOfTheMachineWhenBlind) {
  Desk& desk = regency();
  const Json queue = desk.queue();
  for (const Json& asked : queue["cases"]) {
    const Json seen = desk.value("review.case", {{"case", asked["case"]}});
    ASSERT_EQ(seen["rows"].size(), asked["count"].get<std::size_t>());
    ASSERT_FALSE(seen["fields"].empty());
    for (const Json& field : seen["fields"]) {
      ASSERT_EQ(field["values"].size(), seen["rows"].size());
      for (std::size_t i = 0; i < field["parts"].size(); ++i) {
        std::string joined;
        for (const Json& part : field["parts"][i]) {
          joined += part["text"];
        }
        EXPECT_EQ(joined, field["values"][i]);
      }
    }
    double sum = seen["prior"].get<double>();
    for (const Json& step : seen["steps"]) {
      sum += step["weight"].get<double>() + step["rarity"].get<double>();
    }
    EXPECT_NEAR(sum, asked["weight"].get<double>(), 1e-4);
    const Json blind = desk.value("review.case", {{"case", asked["case"]}, {"blind", true}});
    for (const char* hidden : {"weight", "probability", "accepted", "steps", "evidence", "links", "expected"}) {
      EXPECT_FALSE(blind.contains(hidden)) << hidden;
    }
    EXPECT_EQ(blind["fields"], seen["fields"]);
  }
}

TEST(Review, AnswersAreTakenBackInAnyOrder) {
  Desk desk;
  add_regency(desk);
  desk.run();
  const Json before = desk.queue();
  std::vector<unsigned> answers;
  Json live;
  for (const char* answer : {"same", "not_same", "unsure", "not_same", "same", "same"}) {
    const Json next = desk.queue()["cases"][0]["case"];
    const Json done = desk.say("review.decide", {{"case", next}, {"answer", answer}});
    EXPECT_EQ(done["next"]["case"], desk.queue()["cases"][0]["case"]);
    EXPECT_NE(done["next"]["case"], next);
    answers.push_back(done["seq"]);
    live = done["live"];
  }
  EXPECT_GE(live["pending"].get<std::size_t>(), answers.size()); // a cluster is several events
  EXPECT_LE(live["questions"].get<unsigned>() + 6, before["left"].get<unsigned>());
  EXPECT_EQ(desk.queue({{"state", "unsure"}})["total"], 1);
  for (const std::size_t at : {3, 0, 5, 2, 4, 1}) {
    live = desk.say("decisions.undo", {{"seq", answers[at]}})["live"];
  }
  EXPECT_EQ(live["pending"], 0);
  const Json after = desk.queue();
  EXPECT_EQ(after["cases"], before["cases"]);
  EXPECT_EQ(after["range"], before["range"]);
  EXPECT_EQ(desk.refusal("decisions.undo", {{"seq", answers[0]}, {"at", "x"}}), "request.invalid");
}

TEST(Review, ARenewedResultIsThatOfARunFromTheBeginning) {
  Desk desk;
  add_regency(desk);
  desk.run();
  const Json queue = desk.queue();
  std::size_t flipped = 0;
  for (std::size_t i = 0; i < queue["cases"].size() && i < 40; ++i) {
    const Json& asked = queue["cases"][i];
    const char* answers[] = {"same", "not_same", "unsure"};
    desk.say("review.decide", {{"case", asked["case"]}, {"answer", answers[i % 3]}});
    ++flipped;
  }
  ASSERT_GT(flipped, 20U);
  desk.say("decisions.append", {{"kind", "exclude"}, {"left", 3}, {"scope", "row"}});
  desk.say("decisions.append", {{"kind", "exclude"}, {"left", 40}, {"scope", "person"}});
  desk.say("decisions.append", {{"kind", "status"}, {"left", 60}, {"value", "dead"}});
  const Json live = desk.value("decisions.state");
  EXPECT_GT(live["pending"], 40);
  const std::string before = desk.tables();
  desk.value("review.apply");
  desk.finish();
  EXPECT_EQ(desk.value("decisions.state")["pending"], 0);
  EXPECT_EQ(desk.value("decisions.state")["lost"], 0);
  const std::string renewed = desk.tables();
  EXPECT_NE(renewed, before);

  Desk other;
  add_regency(other); // with the thresholds, which are the recipe
  ASSERT_TRUE(other.load(desk.log())["ok"].get<bool>());
  other.run();
  EXPECT_EQ(other.tables(), renewed);
  // And what was decided is not asked again.
  const Json again = desk.queue();
  for (const Json& asked : again["cases"]) {
    for (std::size_t i = 0; i < 40; ++i) {
      const Json& old = queue["cases"][i];
      EXPECT_FALSE(old["kind"] == "pair" && old["left"]["index"] == asked["left"]["index"] &&
                   old["right"]["index"] == asked["right"]["index"] && asked["kind"] == "pair")
          << asked.dump();
    }
  }
}

TEST(Review, TheLivePersonsAreThoseOfTheRenewedResultWhereFamiliesSayNothing) {
  Desk desk; // no card, no family: the links are all there is
  desk.value("review.thresholds", {{"accept", 8}, {"review", -4}});
  std::string a = "NIK,Nama,Tanggal Lahir,Jenis Kelamin\n";
  std::string b = a;
  const char* const names[] = {"SITI AMINAH", "BUDI SANTOSO", "RINA WATI", "AGUS SARMIN", "DEWI LASTRI", "JOKO SUSILO"};
  for (int i = 0; i < 60; ++i) {
    const std::string day = std::to_string(10 + i % 18);
    const std::string row = std::string(names[i % 6]) + " " + static_cast<char>('A' + i / 6) + "NTO," + day + "-03-19" +
                            std::to_string(50 + i / 2) + ",L\n";
    a += "," + row;
    b += (i % 3 == 0 ? "," + row : i % 3 == 1 ? ",M" + row : "," + row.substr(0, row.size() - 3) + "1,L\n");
  }
  desk.add("a.csv", a);
  desk.add("b.csv", b);
  desk.run();
  const Json queue = desk.queue();
  ASSERT_GT(queue["total"].get<unsigned>(), 0U);
  Json live;
  for (const Json& asked : queue["cases"]) {
    live = desk.say("review.decide",
                    {{"case", asked["case"]}, {"answer", asked["accepted"].get<bool>() ? "not_same" : "same"}})["live"];
  }
  EXPECT_EQ(live["questions"], 0);
  desk.value("review.apply");
  desk.finish();
  EXPECT_EQ(desk.value("summary")["counts"]["persons"], live["persons"]);
}

TEST(Review, AGroupIsOneAnswerAndOneUndo) {
  Desk desk;
  add_regency(desk);
  desk.run();
  const Json asked = desk.queue()["cases"][0];
  const Json rows = desk.value("review.case", {{"case", asked["case"]}})["rows"];
  ASSERT_GE(rows.size(), 2U);
  Json alone = Json::array({rows[0]["index"]});
  Json rest = Json::array();
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rest.push_back(rows[i]["index"]);
  }
  const Json before = desk.queue();
  const Json done = desk.say("review.group", {{"parts", Json::array({alone, rest})}});
  const Json history = desk.value("decisions.history", {{"from", 0}, {"to", 10}});
  EXPECT_EQ(history["total"], 1);
  EXPECT_EQ(history["events"][0]["size"], rows.size() - 1);
  EXPECT_EQ(history["events"][0]["left"]["found"], true);
  desk.say("decisions.undo", {{"seq", done["seq"]}});
  EXPECT_EQ(desk.queue()["cases"], before["cases"]);
  EXPECT_EQ(desk.value("decisions.state")["in_force"], 0);
  for (const Json& bad : {Json::array({alone}), Json::array({alone, alone}), Json::array({alone, Json::array()})}) {
    EXPECT_EQ(desk.refusal("review.group", {{"parts", bad}, {"at", "x"}}), "request.invalid");
  }
}

TEST(Review, APatternIsDecidedAndUndoneOnce) {
  Desk desk;
  add_regency(desk);
  desk.run();
  const Json patterns = desk.value("review.patterns", {{"from", 0}, {"to", 100}});
  ASSERT_GT(patterns["total"], 0);
  const Json& first = patterns["patterns"][0];
  const Json before = desk.queue();
  const Json done = desk.say("review.decide_pattern", {{"pattern", first["pattern"]}, {"answer", "not_same"}});
  EXPECT_EQ(done["decided"], first["cases"]);
  const Json left = desk.value("review.patterns", {{"from", 0}, {"to", 100}});
  for (const Json& pattern : left["patterns"]) {
    EXPECT_NE(pattern["pattern"], first["pattern"]);
  }
  desk.say("decisions.undo", {{"seq", done["seq"]}});
  EXPECT_EQ(desk.queue()["cases"], before["cases"]);
}

TEST(Review, HandlesAreExactWhereTheResultIs) {
  Desk& desk = regency();
  const Json summary = desk.value("summary");
  const Json now = desk.value("review.handles");
  EXPECT_EQ(now["exact"], true);
  EXPECT_EQ(now["persons"], summary["counts"]["persons"]);
  EXPECT_EQ(now["families"], summary["counts"]["families"]);
  EXPECT_EQ(now["review_pairs"], summary["counts"]["review_pairs"]);
  const Json strict = desk.value("review.handles", {{"accept", 18}, {"review", -2}});
  EXPECT_EQ(strict["exact"], false);
  EXPECT_GT(strict["persons"], now["persons"]);
  EXPECT_LT(strict["false_links"]["expected"], now["false_links"]["expected"]);
  EXPECT_GT(strict["missed_links"]["expected"], now["missed_links"]["expected"]);
  EXPECT_EQ(desk.refusal("review.handles", {{"accept", -5}, {"review", 3}}), "request.invalid");
}

TEST(Audit, IsBlindSeededAndCounted) {
  Desk desk;
  add_regency(desk);
  desk.run();
  const Json sample = desk.value("audit.start", {{"seed", 7}, {"size", 60}});
  EXPECT_EQ(sample["total"], 60);
  EXPECT_EQ(desk.value("audit.start", {{"seed", 7}, {"size", 60}}), sample);
  EXPECT_EQ(desk.value("audit.result")["precision"], nullptr);
  Json item = desk.value("audit.next");
  EXPECT_EQ(item["left"], 60);
  while (!item["item"].is_null()) {
    EXPECT_FALSE(item["item"].contains("weight"));
    ASSERT_EQ(item["item"]["rows"].size(), 2U);
    const bool same = item["item"]["rows"][0]["name"] == item["item"]["rows"][1]["name"];
    desk.say("audit.answer", {{"item", item["item"]["item"]}, {"answer", same ? "same" : "not_same"}});
    item = desk.value("audit.next");
  }
  const Json result = desk.value("audit.result");
  // Rows that say the very same are one question to the log: of two answers to it the later stands.
  EXPECT_LE(result["answers"], 60);
  EXPECT_GE(result["answers"], 58);
  EXPECT_EQ(result["strata"].size(), sample["strata"].size());
  for (const char* measure : {"precision", "recall"}) {
    EXPECT_LE(result[measure]["low"], result[measure]["value"]);
    EXPECT_LE(result[measure]["value"], result[measure]["high"]);
    EXPECT_LT(result[measure]["low"], result[measure]["high"]);
  }
  EXPECT_EQ(desk.value("summary")["audit"], result);
  EXPECT_EQ(desk.refusal("audit.answer", {{"item", 60}, {"answer", "same"}, {"at", "x"}}), "request.invalid");
}

TEST(Decisions, ValueStatusAndExclusionReachTheResult) {
  Desk desk;
  desk.add("dtks.csv", "NIK,Nama,Tanggal Lahir,Jenis Kelamin,Desa\n"
                       "8801011203700001,SITI AMINAH,12-03-1970,P,Sukamaju\n"
                       "8801010506800002,BUDI SANTOSO,05-06-1980,L,Sukamaju\n"
                       "8801011707900003,RINA WATI,17-07-1990,P,Cibogo\n");
  desk.run();
  desk.say("decisions.append", {{"kind", "value"}, {"left", 0}, {"field", "name"}, {"value", "SITI AMINAH BINTI ALI"}});
  desk.say("decisions.append", {{"kind", "status"}, {"left", 1}, {"value", "dead"}});
  const Json excluded = desk.say("decisions.append", {{"kind", "exclude"}, {"left", 2}, {"scope", "person"}});
  desk.value("review.apply");
  desk.finish();
  const std::string persons = desk.table("persons");
  EXPECT_NE(persons.find("SITI AMINAH BINTI ALI"), std::string::npos);
  EXPECT_EQ(persons.find("RINA WATI"), std::string::npos);
  EXPECT_NE(desk.table("rows").find("excluded"), std::string::npos);
  const Json summary = desk.value("summary");
  EXPECT_EQ(summary["counts"]["rows"], 3);
  EXPECT_EQ(summary["counts"]["persons"], 2);
  EXPECT_EQ(summary["counts"]["families"], 2);
  EXPECT_EQ(summary["sources"][0]["excluded"], 1);
  EXPECT_EQ(summary["decisions_used"], 3);
  const Json person = desk.value("person", {{"index", 0}});
  for (const Json& field : person["fields"]) {
    if (field["field"] == "name") {
      EXPECT_EQ(field["rule"], "decision");
      EXPECT_EQ(field["dissenters"].size(), 1U);
    }
  }
  EXPECT_EQ(desk.value("person", {{"index", 1}})["flags"][0], "dead");
  desk.say("decisions.undo", {{"seq", excluded["seq"]}});
  desk.value("review.apply");
  desk.finish();
  EXPECT_EQ(desk.value("summary")["counts"]["persons"], 3);
}

TEST(Decisions, ABadLogChangesNothing) {
  Desk desk;
  desk.add("dtks.csv", "NIK,Nama\n8801011203700001,SITI AMINAH\n8801010506800002,BUDI SANTOSO\n");
  const std::string good =
      R"({"seq":1,"kind":"not_same","left":{"source":"dtks","row":1},"right":{"source":"dtks","row":2}})"
      "\n";
  ASSERT_TRUE(desk.load(good)["ok"].get<bool>());
  const auto refused = [&](const std::string& log) {
    const Json answer = desk.load(log);
    EXPECT_FALSE(answer["ok"].get<bool>());
    EXPECT_EQ(desk.log(), good);
    return answer["error"]["code"].get<std::string>();
  };
  EXPECT_EQ(refused(good + "{"), "decisions.invalid");
  EXPECT_EQ(refused(good + good), "decisions.sequence");
  EXPECT_EQ(refused(R"({"seq":1,"version":2,"kind":"undo","undoes":1})"), "decisions.version");
  EXPECT_EQ(refused(R"({"seq":1,"kind":"unsure","left":{"source":"x","row":1},"right":{"source":"y","row":2}})"),
            "decisions.foreign");
  EXPECT_EQ(desk.refusal("decisions.append", {{"kind", "same"}}), "match.not_run");
  EXPECT_EQ(desk.refusal("review.apply"), "match.not_run");
}

TEST(Decisions, HistoryNamesLostRowsAndSurvivesAnotherRun) {
  Desk desk;
  desk.add(
      "a.csv",
      "NIK,Nama,Tanggal Lahir\n8801011203700001,SITI AMINAH,12-03-1970\n8801010506800002,BUDI SANTOSO,05-06-1980\n");
  desk.add("b.csv", "NIK,Nama,Tanggal Lahir\n8801011203700001,SITI AMINAH,12-03-1970\n");
  desk.run();
  desk.say("decisions.append", {{"kind", "not_same"}, {"left", 0}, {"right", 2}, {"reason", "other_mother"}});
  desk.value("file.drop", {{"file", "b.csv"}});
  desk.run();
  EXPECT_EQ(desk.value("decisions.state")["lost"], 1);
  const Json lost = desk.value("decisions.history", {{"from", 0}, {"to", 5}})["events"][0];
  EXPECT_EQ(lost["left"]["found"], true);
  EXPECT_EQ(lost["left"]["name"], "SITI AMINAH");
  EXPECT_EQ(lost["right"]["found"], false);
  EXPECT_EQ(lost["reason"], "other_mother");
  desk.add(
      "b.csv",
      "NIK,Nama,Tanggal Lahir\n8801010506800002,BUDI SANTOSO,05-06-1980\n8801011203700001,SITI AMINAH,12-03-1970\n");
  desk.run(); // a new version: her row has moved
  EXPECT_EQ(desk.value("decisions.state")["lost"], 0);
  EXPECT_EQ(desk.value("summary")["counts"]["persons"], 3);
  EXPECT_EQ(desk.value("decisions.history", {{"from", 0}, {"to", 5}, {"search", "siti"}})["total"], 1);
  EXPECT_EQ(desk.value("decisions.history", {{"from", 0}, {"to", 5}, {"by", "Budi"}})["total"], 0);
  EXPECT_EQ(desk.value("decisions.history", {{"from", 0}, {"to", 5}, {"in_force", false}})["total"], 0);
}

} // namespace
} // namespace padan::codec
