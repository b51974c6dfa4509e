#include "padan/codec/api.hpp"

#include <algorithm>
#include <cstring>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "padan/codec/finding_words.hpp"

// What Satu data asks of the core: every number is as many as the view behind it has lines.

namespace padan::codec {
namespace {

using Json = nlohmann::json;

Json call(Api& api, const std::string& method, const Json& arguments = Json::object()) {
  return Json::parse(api.call(method, arguments.dump()));
}

Json value(Api& api, const std::string& method, const Json& arguments = Json::object()) {
  Json answer = call(api, method, arguments);
  EXPECT_TRUE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
  return answer["value"];
}

std::size_t opened(Api& api, const Json& query) {
  const Json view = value(api, "view.open", query);
  value(api, "view.close", {{"view", view["view"]}});
  return view["total"];
}

void finish(Api& api) {
  while (!value(api, "run.step", {{"units", 1'000'000}})["finished"].get<bool>()) {
  }
}

// A small made-up regency, matched once for all tests.
Api& regency() {
  static Api api;
  static const bool made = [] {
    const Json files = value(api, "sample", {{"people", 1500}, {"seed", 7}, {"errors", "medium"}})["files"];
    for (std::size_t i = 0; i < files.size(); ++i) {
      value(api, "sample.file", {{"index", i}});
      const std::string bytes(api.bytes());
      api.open_file(files[i]["name"]);
      std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
      api.feed(bytes.size());
      value(api, "file.close");
    }
    value(api, "run.start", {{"workers", 1}, {"as_of", "2026-11-22"}});
    finish(api);
    return true;
  }();
  EXPECT_TRUE(made);
  return api;
}

TEST(UnifiedApi, TheOneNumberOpensInEveryVillage) {
  Api& api = regency();
  const Json official = value(api, "official");
  EXPECT_TRUE(official["by_registers"].get<bool>());
  EXPECT_LE(official["persons"]["low"], official["persons"]["count"]);
  EXPECT_GE(official["persons"]["high"], official["persons"]["count"]);
  EXPECT_EQ(official["persons"]["count"], opened(api, {{"kind", "persons"}, {"official", true}}));
  EXPECT_EQ(official["families"]["count"], opened(api, {{"kind", "families"}, {"official", true}}));
  std::size_t persons = 0;
  for (const Json& place : official["places"]) {
    persons += place["persons"]["count"].get<std::size_t>();
    const Json query = {{"kind", "persons"}, {"official", true}, {"village", place["code"]}};
    EXPECT_EQ(place["persons"]["count"], opened(api, query)) << place.dump();
  }
  EXPECT_EQ(official["persons"]["count"], persons);
}

TEST(UnifiedApi, TilesShowWhatAQueryFindsInEachVillage) {
  Api& api = regency();
  std::size_t hits = 0;
  for (const Json& tile : value(api, "tiles", {{"unit", "persons"}, {"flag", "several_lists"}})) {
    hits += tile["hits"].get<std::size_t>();
    EXPECT_LE(tile["hits"], tile["units"]);
    EXPECT_EQ(tile["hits"], opened(api, {{"kind", "persons"}, {"flag", "several_lists"}, {"village", tile["code"]}}));
  }
  EXPECT_EQ(hits, opened(api, {{"kind", "persons"}, {"flag", "several_lists"}}));
  EXPECT_FALSE(call(api, "tiles", {{"unit", "rows"}})["ok"].get<bool>());
}

TEST(UnifiedApi, FindingsStandByConsequenceAndOpen) {
  Api& api = regency();
  const Json findings = value(api, "findings", {{"language", "en"}});
  ASSERT_EQ(findings.size(), analyse::kCodes);
  EXPECT_EQ(findings[0]["code"], "deceased_receiving");
  for (const Json& finding : findings) {
    EXPECT_EQ(finding["count"], opened(api, {{"kind", "findings"}, {"finding", finding["code"]}})) << finding["code"];
    EXPECT_NE(finding["sentence"].get<std::string>().find("{n}"), std::string::npos);
  }
  const std::string village = value(api, "places")[0]["code"];
  for (const Json& finding : value(api, "findings", {{"village", village}})) {
    const Json query = {{"kind", "findings"}, {"finding", finding["code"]}, {"village", village}};
    EXPECT_EQ(finding["count"], opened(api, query)) << finding["code"];
  }
}

TEST(UnifiedApi, ConflictsSayWhoSaysWhatAndAreDecidedByAValue) {
  Api& api = regency();
  const Json names = value(api, "conflicts")[2];
  ASSERT_EQ(names["field"], "name");
  EXPECT_EQ(names["basis"], "UU 24/2013");
  const Json view = value(api, "view.open", {{"kind", "persons"}, {"conflict", "name"}});
  ASSERT_EQ(names["open"], view["total"]);
  const Json rows =
      value(api, "conflict.rows", {{"view", view["view"]}, {"field", "name"}, {"from", 0}, {"to", 5}})["rows"];
  ASSERT_FALSE(rows.empty());
  ASSERT_GE(rows[0]["sayings"].size(), 2U);
  EXPECT_TRUE(rows[0]["sayings"][0]["in_use"].get<bool>());
  const Json& other = rows[0]["sayings"][1];
  value(api, "decisions.append",
        {{"at", "2026-11-22T08:00:00Z"},
         {"by", "Ani"},
         {"capacity", "Dinsos"},
         {"kind", "value"},
         {"left", other["row"]},
         {"field", "name"},
         {"value", other["value"]},
         {"scope", "person"}});
  value(api, "review.apply");
  finish(api);
  const Json after = value(api, "conflicts")[2];
  EXPECT_EQ(after["open"], names["open"].get<int>() - 1);
  EXPECT_EQ(after["decided"], 1);
}

TEST(UnifiedApi, CivilStatusesOpenPerList) {
  Api& api = regency();
  std::set<std::string> seen;
  for (const Json& status : value(api, "civil")) {
    for (const Json& list : status["lists"]) {
      const Json query = {
          {"kind", "rows"}, {"civil_status", status["status"]}, {"sources", {{"any", Json::array({list["source"]})}}}};
      EXPECT_EQ(list["rows"], opened(api, query)) << status["status"] << list["source"];
      if (list["rows"] != 0) {
        seen.insert(status["status"]);
      }
    }
  }
  EXPECT_TRUE(seen.count("PADAN") != 0 && seen.count("PADAN_PERLU_CEK") != 0 && seen.count("MENINGGAL") != 0);
}

TEST(UnifiedApi, TheAuthorityMatrixIsASectionOfTheProjectThatResultsFollow) {
  Api& api = regency();
  const Json before = value(api, "settings")["authority"];
  EXPECT_EQ(before["rules"][0]["topic"], "nik");
  EXPECT_FALSE(call(api, "settings.set", {{"authority", {{"rules", {{{"topic", "umur"}}}}}}})["ok"].get<bool>());
  const Json matrix = {{"rules", {{{"topic", "name"}, {"order", {{{"layout", "dtks"}}}}, {"basis", "SK Bupati"}}}}};
  EXPECT_TRUE(value(api, "settings.set", {{"authority", matrix}})["again"].get<bool>());
  finish(api);
  EXPECT_EQ(value(api, "conflicts")[2]["basis"], "SK Bupati");
  EXPECT_EQ(value(api, "project")["authority"]["rules"].size(), 1U);
  value(api, "settings.set", {{"authority", Json::object()}});
  finish(api);
  EXPECT_EQ(value(api, "settings")["authority"], before);
}

TEST(UnifiedApi, ActionsOpenAndLeaveOnlyWhileTheResultIsLocked) {
  Api& api = regency();
  const Json actions = value(api, "actions");
  ASSERT_FALSE(actions.empty());
  for (const Json& line : actions) {
    for (const char* action : {"keep", "add", "remove", "mend", "check"}) {
      const std::string asked = line["programme"].get<std::string>() + ":" + action;
      EXPECT_EQ(line[action], opened(api, {{"kind", "persons"}, {"action", asked}})) << asked;
    }
  }
  EXPECT_FALSE(call(api, "view.open", {{"kind", "persons"}, {"action", "pkh:hapus"}})["ok"].get<bool>());

  const Json request = {{"kind", "actions"}, {"format", "csv"}, {"only", actions[0]["programme"]}};
  EXPECT_EQ(call(api, "export.start", request)["error"]["params"]["where"], "locked");
  const Json who = {{"by", "Ani"}, {"capacity", "Dinsos"}, {"at", "2026-11-22T09:00:00Z"}};
  EXPECT_FALSE(call(api, "lock", who)["ok"].get<bool>()) << "without a reason";
  Json signed_off = who;
  signed_off["reason"] = "Hasil rakor";
  EXPECT_FALSE(call(api, "unlock", signed_off)["ok"].get<bool>()) << "nothing is locked";
  EXPECT_TRUE(value(api, "lock", signed_off)["locked"].get<bool>());
  EXPECT_EQ(value(api, "export.start", request)["name"], "actions.csv");
  EXPECT_EQ(value(api, "project")["locked"]["events"][0]["by"], "Ani");

  value(api, "settings.set", {{"rules", {{"pbi_ceiling", 4}}}});
  finish(api);
  const Json after = value(api, "lock.state");
  EXPECT_FALSE(after["locked"].get<bool>());
  EXPECT_TRUE(after["changed"].get<bool>());
  EXPECT_FALSE(call(api, "export.start", request)["ok"].get<bool>());
  value(api, "settings.set", {{"rules", Json::object()}});
  finish(api);
  EXPECT_TRUE(value(api, "lock.state")["locked"].get<bool>()) << "the same result is still the one that was locked";
  EXPECT_EQ(value(api, "unlock", signed_off)["events"].size(), 2U);
}

TEST(UnifiedApi, WhatLeavesIsExplainedAndSealed) {
  Api& api = regency();
  value(api, "export.start", {{"kind", "civil_check"}, {"format", "zip"}, {"language", "en"}});
  value(api, "export.part", {{"index", 0}});
  const std::string archive(api.bytes());
  for (const char* name : {"civil_check.csv", "Data dictionary.csv", "Metadata.csv", "SHA256SUMS"}) {
    EXPECT_NE(archive.find(name), std::string::npos) << name;
  }
  const Json owners = value(api, "correction.owners");
  ASSERT_FALSE(owners.empty());
  const Json request = {{"kind", "corrections"}, {"format", "csv"}, {"only", owners[0]["owner"]}};
  const Json started = value(api, "export.start", request);
  std::size_t lines = 0;
  for (unsigned part = 0; part < started["parts"].get<unsigned>(); ++part) {
    value(api, "export.part", {{"index", part}});
    const std::string_view bytes = api.bytes();
    lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  }
  EXPECT_EQ(lines, owners[0]["lines"].get<std::size_t>() + 1);
}

std::string first_part(Api& api, const Json& request) {
  value(api, "export.start", request);
  value(api, "export.part", {{"index", 0}});
  return std::string(api.bytes());
}

TEST(UnifiedApi, LayoutsOfApplicationsAreKeptAndWritten) {
  Api& api = regency();
  const Json before = value(api, "settings")["exports"];
  EXPECT_EQ(before["templates"][0]["name"], "DTKS");
  const std::vector<std::string> columns = value(api, "export.columns");
  EXPECT_NE(std::find(columns.begin(), columns.end(), "nik"), columns.end());
  const Json made = {{"name", "Aplikasi X"},
                     {"columns",
                      {{{"header", "NIK Penerima"}, {"from", "nik"}},
                       {{"header", "Tahap"}, {"text", "1"}},
                       {{"header", "Kosong"}, {"from", "id_lain"}}}}};
  EXPECT_FALSE(
      call(api, "settings.set", {{"exports", {{"templates", {{{"name", "tanpa kolom"}}}}}}})["ok"].get<bool>());
  EXPECT_FALSE(value(api, "settings.set", {{"exports", {{"templates", {made}}}}})["again"].get<bool>());
  const std::string csv = first_part(api, {{"kind", "persons"}, {"format", "csv"}, {"template", "Aplikasi X"}});
  EXPECT_NE(csv.find("NIK Penerima,Tahap,Kosong\r\n"), std::string::npos) << csv.substr(0, 60);
  const std::size_t line = csv.find('\n') + 1;
  EXPECT_EQ(csv.substr(line, csv.find('\r', line) - line).substr(16), ",1,");
  EXPECT_FALSE(call(api, "export.start", {{"kind", "rows"}, {"template", "Aplikasi X"}})["ok"].get<bool>());
  value(api, "settings.set", {{"exports", Json::object()}});
  EXPECT_EQ(value(api, "settings")["exports"], before);
}

TEST(UnifiedApi, OverlapsLeaveByVillageAndAddUp) {
  Api& api = regency();
  const Json overlap = value(api, "overlap", {{"unit", "persons"}});
  const std::string csv = first_part(api, {{"kind", "overlap"}, {"format", "csv"}});
  std::size_t everywhere = 0;
  for (std::size_t at = 0; (at = csv.find("\n,,*,,yes,", at)) != std::string::npos; ++at) {
    ++everywhere;
  }
  std::size_t combinations = 0;
  for (const Json& each : overlap["combinations"]) {
    combinations += each["count"] != 0 ? 1 : 0;
  }
  EXPECT_GE(everywhere, combinations) << "families may stand on further sets of lists";
}

TEST(FindingsGuide, HasEveryCodeOnceInBothLanguages) {
  std::set<analyse::Code> codes;
  for (const FindingEntry& entry : finding_catalogue()) {
    codes.insert(entry.code);
    for (const FindingWords& words : entry.words) {
      EXPECT_NE(std::string(words.sentence).find("{n}"), std::string::npos) << analyse::to_text(entry.code);
      EXPECT_STRNE(words.meaning, "");
      EXPECT_STRNE(words.remedy, "");
    }
  }
  EXPECT_EQ(codes.size(), finding_catalogue().size());
  EXPECT_EQ(codes.size(), analyse::kCodes);
  analyse::Severity last = analyse::Severity::Grave;
  for (const FindingEntry& entry : finding_catalogue()) {
    EXPECT_LE(analyse::severity_of(entry.code), last) << "graver ones come first: " << analyse::to_text(entry.code);
    last = analyse::severity_of(entry.code);
  }
}

} // namespace
} // namespace padan::codec
