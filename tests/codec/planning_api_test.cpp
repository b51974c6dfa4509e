#include "padan/codec/api.hpp"

#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace padan::codec {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kRegister =
    "NIK,No KK,Nama,Tanggal Lahir,JK,SHDK,Desa,Kecamatan,Desil,Penyakit Kronis,PKH,PBI APBD\n"
    "8801015203500001,8801011205100001,SITI AMINAH,1950-03-12,P,KEPALA KELUARGA,Satu,Utara,1,Asma,TIDAK,TIDAK\n"
    "8801010506800002,8801011205100002,BUDI SANTOSO,1980-06-05,L,KEPALA KELUARGA,Satu,Utara,2,Tidak,YA,YA\n"
    "8801015707850003,8801011205100002,RINA WATI,1985-07-17,P,ISTRI,Satu,Utara,2,Tidak,TIDAK,YA\n"
    "8801010102900004,8801011205100003,AGUS SARMIN,1990-02-01,L,KEPALA KELUARGA,Dua,Utara,,,TIDAK,TIDAK\n"
    "8801015102930005,8801011205100003,WATI SARMIN,1993-02-11,P,ISTRI,Dua,Utara,,,TIDAK,TIDAK\n"
    "8801010103600006,8801011205100004,JOKO LELONO,1960-03-01,L,KEPALA KELUARGA,Tiga,Selatan,8,Tidak,YA,TIDAK\n"
    "8801015103620007,8801011205100004,INAH SUMINAH,1962-03-11,P,ISTRI,Tiga,Selatan,8,Tidak,TIDAK,TIDAK\n";

class PlanningApi : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_TRUE(add("register.csv", kRegister)["ok"].get<bool>());
    SetResult();
  }
  void SetResult() {
    value("run.start", {{"workers", 1}, {"as_of", "2026-11-22"}});
    while (!value("run.step", {{"units", 1000}})["finished"].get<bool>()) {
    }
  }

  Json call(const std::string& method, const Json& arguments = Json::object()) {
    return Json::parse(api_.call(method, arguments.dump()));
  }
  Json value(const std::string& method, const Json& arguments = Json::object()) {
    Json answer = call(method, arguments);
    EXPECT_TRUE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
    return answer["value"];
  }
  Json refusal(const std::string& method, const Json& arguments = Json::object()) {
    Json answer = call(method, arguments);
    EXPECT_FALSE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
    return answer["error"];
  }
  void feed(const std::string& name, std::string_view bytes) {
    api_.open_file(name);
    std::memcpy(api_.buffer(bytes.size()).data(), bytes.data(), bytes.size());
    api_.feed(bytes.size());
  }
  std::string workbook(const Json& request) {
    value("extract", request);
    return std::string(api_.bytes());
  }
  Json add(const std::string& name, std::string_view bytes) {
    feed(name, bytes);
    return call("file.close");
  }
  std::vector<std::string> names(const Json& opened) {
    std::vector<std::string> names;
    const Json rows = value("view.rows", {{"view", opened["view"]}, {"from", 0}, {"to", 100}})["rows"];
    for (const Json& row : rows) {
      names.push_back(row.contains("head") ? row["head"] : row["name"]);
    }
    EXPECT_EQ(opened["total"], names.size());
    return names;
  }

  Api api_;
};

TEST_F(PlanningApi, RanksFamiliesAndTellsWhy) {
  const Json figures = value("priority", {{"unit", "families"}});
  EXPECT_EQ(figures["total"], 4);
  EXPECT_EQ(figures["deciles"][0], 1);
  EXPECT_TRUE(figures["line"].is_null()) << "no quota, no line";
  const Json opened = value("priority.open", {{"unit", "families"}});
  EXPECT_EQ(names(opened), (std::vector<std::string>{"SITI AMINAH", "BUDI SANTOSO", "AGUS SARMIN", "JOKO LELONO"}))
      << "equal points: the known decile stands before the unknown";
  const Json rows = value("priority.rows", {{"view", opened["view"]}, {"from", 0}, {"to", 10}})["rows"];
  EXPECT_EQ(rows[0]["rank"], 1);
  EXPECT_EQ(rows[0]["points"], 40 + 20 + 20 + 20 + 30 + 10) << rows[0].dump();
  EXPECT_EQ(rows[0]["possible"], rows[0]["points"]);
  EXPECT_EQ(rows[0]["reasons"][0], Json({{"need", "sick"}, {"points", 20}}));
  EXPECT_EQ(rows[1]["rank"], 2);
  EXPECT_EQ(rows[2]["rank"], 2) << "equal points share a rank";
  EXPECT_EQ(rows[2]["place"], 3);
  EXPECT_EQ(rows[2]["tied"], 2);
  EXPECT_TRUE(rows[2]["decile"].is_null()) << "unknown stays unknown";
  EXPECT_EQ(rows[2]["unknown"], Json({"sick"}));
  EXPECT_EQ(rows[2]["points"], 30);
  EXPECT_EQ(rows[2]["possible"], 30 + 20 + 40);
  EXPECT_EQ(refusal("priority.rows", {{"view", 999}, {"from", 0}, {"to", 1}})["code"], "request.invalid");
}

TEST_F(PlanningApi, WeightsThatAreTriedMoveTheLineAndNothingElse) {
  value("settings.set", {{"priority", {{"quota", {{"families", 1}}}}}});
  Json tried = value("settings")["priority"];
  EXPECT_EQ(tried["quota"]["families"], 1);
  EXPECT_EQ(tried["weights"]["no_aid"], 30);
  tried["weights"] = {{"sick", 0}, {"elderly", 0}, {"alone", 0}, {"no_aid", 0}, {"female_head", 0}};
  tried["deciles"] = Json::array({0, 90, 0, 0, 0, 0, 0, 0, 0, 0});
  const Json request = {{"unit", "families"}, {"try", tried}};
  const Json line = value("priority", request)["line"];
  EXPECT_EQ(line["points"], 90);
  EXPECT_EQ(line["entered"], 1);
  EXPECT_EQ(line["left"], 1);
  Json which = request;
  which["which"] = "entered";
  EXPECT_EQ(names(value("priority.open", which)), std::vector<std::string>{"BUDI SANTOSO"});
  which["which"] = "left";
  EXPECT_EQ(names(value("priority.open", which)), std::vector<std::string>{"SITI AMINAH"});
  which["which"] = "stayed";
  EXPECT_EQ(value("priority.open", which)["total"], line["stayed"]);
  which["which"] = "nobody";
  EXPECT_EQ(refusal("priority.open", which)["params"]["where"], "which");
  EXPECT_EQ(value("settings")["priority"]["weights"]["no_aid"], 30) << "a trial is no setting";
}

TEST_F(PlanningApi, AProgrammeThatStatesItsTargetIsToldWhomToAdd) {
  const Json silent = value("actions");
  for (const Json& line : silent) {
    EXPECT_TRUE(line["programme"] != "pkh" || line["add"] == 0) << "no ceiling, no target";
  }
  const Json pkh = {{"name", "pkh"}, {"fund", "apbn"}, {"unit", "families"}, {"ceiling", 2}};
  const Json planned = {{"name", "sembako_desa"}, {"fund", "apbdes"}, {"unit", "persons"}, {"ceiling", 2}};
  value("settings.set", {{"programmes", {{"list", {pkh, planned}}}}});
  Json counts;
  for (const Json& line : value("actions")) {
    counts[line["programme"].get<std::string>()] = line;
  }
  EXPECT_EQ(counts["pkh"],
            Json({{"programme", "pkh"}, {"keep", 1}, {"add", 1}, {"remove", 0}, {"mend", 0}, {"check", 2}}));
  const auto listed = [&](const std::string& action) {
    return names(value("view.open", {{"kind", "persons"}, {"action", action}}));
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(listed("pkh:keep"), Names{"BUDI SANTOSO"});
  EXPECT_EQ(listed("pkh:add"), Names{"SITI AMINAH"}) << "the head of a family within the ceiling that has none";
  EXPECT_EQ(listed("pkh:check"), (Names{"AGUS SARMIN", "JOKO LELONO"})) << "no decile on record; above the ceiling";
  EXPECT_EQ(listed("sembako_desa:add"), (Names{"SITI AMINAH", "BUDI SANTOSO", "RINA WATI"})) << "planned for persons";
  EXPECT_EQ(listed("sembako_desa:check"), (Names{"AGUS SARMIN", "WATI SARMIN"}));
  EXPECT_EQ(refusal("view.open", {{"kind", "persons"}, {"action", "bst:add"}})["params"]["where"], "action");

  const Json view = value("view.open", {{"kind", "persons"}, {"action", "pkh:check"}})["view"];
  const Json rows = value("action.rows", {{"view", view}, {"programme", "pkh"}, {"from", 0}, {"to", 9}})["rows"];
  EXPECT_EQ(rows[0]["reasons"], Json({"decile_unknown"}));
  EXPECT_EQ(rows[1]["reasons"], Json({"above_ceiling"}));

  const Json gap = value("programmes")["programmes"];
  const auto of_pkh = std::find_if(gap.begin(), gap.end(), [](const Json& each) { return each["name"] == "pkh"; });
  EXPECT_EQ((*of_pkh)["gap"], counts["pkh"]["add"]) << "the gap of the programme is who might be added";

  value("lock", {{"by", "Ani"}, {"capacity", "Dinsos"}, {"at", "2026-11-22T09:00:00Z"}, {"reason", "Rakor"}});
  value("export.start", {{"kind", "actions"}, {"only", "pkh"}});
  value("export.part", {{"index", 0}});
  const std::string csv(api_.bytes());
  EXPECT_NE(csv.find("pkh,add,within_ceiling,"), std::string::npos) << csv;
  EXPECT_NE(csv.find("pkh,check,decile_unknown,"), std::string::npos) << csv;
  EXPECT_NE(csv.find("pkh,check,above_ceiling,"), std::string::npos) << csv;
  Json higher = pkh;
  higher["ceiling"] = 3;
  value("settings.set", {{"programmes", {{"list", {higher}}}}});
  EXPECT_TRUE(value("lock.state")["changed"].get<bool>()) << "another target is another list";
  value("settings.set", {{"programmes", {{"list", {pkh, planned}}}}});
  EXPECT_TRUE(value("lock.state")["locked"].get<bool>());
}

TEST_F(PlanningApi, WhoseFamilyIsAskedAboutIsCheckedFirst) {
  // The same woman as it seems, in another card: whether she is one of the household is an open question.
  ASSERT_TRUE(
      add("usulan.csv", "Nama,Tanggal Lahir,JK,Desa,Kecamatan,Desil\nSITI AMINAHH,1950-03-12,P,Satu,Utara,1\n")["ok"]
          .get<bool>());
  value("review.thresholds", {{"accept", 60}, {"review", -10}});
  SetResult();
  ASSERT_GT(value("summary")["counts"]["review_pairs"], 0);
  const Json pkh = {{"name", "pkh"}, {"fund", "apbn"}, {"unit", "families"}, {"ceiling", 1}};
  value("settings.set", {{"programmes", {{"list", {pkh}}}}});
  for (const Json& line : value("actions")) {
    EXPECT_TRUE(line["programme"] != "pkh" || line["add"] == 0) << line.dump();
  }
}

TEST_F(PlanningApi, ThePriorityVillagesNarrowEveryFigureOfTheOneListAlike) {
  std::string key;
  for (const Json& place : value("places")) {
    key = place["village"] == "Satu" ? place["code"].get<std::string>() : key;
  }
  value("settings.set", {{"lokus", {{"mode", "list"}, {"villages", {key}}}}});
  const Json inside = {{"village", key}};
  const Json lokus = {{"lokus", true}};
  const auto both = [&](const std::string& method, Json request) {
    Json here = request;
    here.update(inside);
    request.update(lokus);
    return std::pair(value(method, request), value(method, here));
  };
  for (const char* kind : {"persons", "families", "rows"}) {
    const auto [narrowed, of_village] = both("view.open", {{"kind", kind}});
    EXPECT_EQ(narrowed["total"], of_village["total"]) << kind;
    EXPECT_LT(narrowed["total"], value("view.open", {{"kind", kind}})["total"]) << kind;
  }
  const auto [findings, findings_there] = both("findings", Json::object());
  EXPECT_EQ(findings, findings_there);
  for (const Json& entry : findings) {
    const Json opened = value("view.open", {{"kind", "findings"}, {"finding", entry["code"]}, {"lokus", true}});
    EXPECT_EQ(opened["total"], entry["count"]) << entry["code"];
  }
  const auto [overlap, overlap_there] = both("overlap", {{"unit", "persons"}});
  EXPECT_EQ(overlap, overlap_there);
  EXPECT_EQ(overlap["combinations"][0]["count"], 3);
  const Json tiles = value("tiles", {{"unit", "persons"}, {"lokus", true}});
  ASSERT_EQ(tiles.size(), 1U) << "other villages are not shown";
  EXPECT_EQ(tiles[0]["units"], 3);
  value("settings.set", {{"lokus", {{"mode", "list"}, {"villages", {"9999999999"}}}}});
  EXPECT_EQ(value("view.open", {{"kind", "persons"}, {"lokus", true}})["total"], 0) << "nobody is there";
}

TEST_F(PlanningApi, SectionsAreRefusedWhole) {
  EXPECT_EQ(refusal("settings.set", {{"priority", {{"weights", {{"sick", 5000}}}}}})["params"]["where"],
            "priority.weights.sick");
  EXPECT_EQ(refusal("settings.set", {{"priority", {{"deciles", {1, 2}}}}})["params"]["where"], "priority.deciles");
  EXPECT_EQ(refusal("settings.set", {{"lokus", {{"mode", "guess"}}}})["params"]["where"], "lokus.mode");
  EXPECT_EQ(
      refusal("settings.set", {{"programmes", {{"list", {{{"name", "x"}, {"fund", "gold"}}}}}}})["params"]["where"],
      "programmes.list[0].fund");
  const Json twice = {{"programmes", {{"list", {{{"name", "x"}}, {{"name", "x"}}}}}}};
  EXPECT_EQ(refusal("settings.set", twice)["params"]["where"], "programmes.list[1].name");
  EXPECT_TRUE(value("settings")["programmes"]["list"].empty());
}

TEST_F(PlanningApi, EveryFigureOfAProgrammeOpens) {
  value("settings.set", {{"programmes",
                          {{"list",
                            {{{"name", "pkh"}, {"fund", "apbn"}, {"ceiling", 4}, {"quota", 1}, {"amount", 1000}},
                             {{"name", "bedah_rumah"}, {"fund", "csr"}, {"ceiling", 1}, {"quota", 2}}}}}}});
  const Json answer = value("programmes");
  EXPECT_EQ(answer["known"], Json({"pbi_apbd", "pkh"}));
  const Json& pkh = answer["programmes"][1];
  EXPECT_EQ(pkh["receivers"], 2) << "families";
  EXPECT_EQ(pkh["above"], 1);
  EXPECT_EQ(pkh["eligible"], 2);
  EXPECT_EQ(pkh["gap"], 1);
  EXPECT_EQ(pkh["nothing"], 1);
  EXPECT_EQ(pkh["cost"], 2000);
  EXPECT_EQ(pkh["budget"], 1000);
  EXPECT_EQ(answer["programmes"][0]["unit"], "persons");
  EXPECT_EQ(answer["programmes"][0]["receivers"], 2);
  EXPECT_TRUE(answer["programmes"][0]["cost"].is_null()) << "nobody has said a price";
  EXPECT_EQ(answer["programmes"][2]["name"], "bedah_rumah") << "planned, received by nobody";
  EXPECT_EQ(answer["programmes"][2]["receivers"], 0);
  EXPECT_EQ(answer["counts"], Json({2, 1, 1, 0, 0}));
  const Json gap = {
      {"unit", "families"},
      {"select", {{"presence", "there"}, {"decile", {{"min", 1}, {"max", 4}}}, {"programmes", {{"none", {"pkh"}}}}}}};
  EXPECT_EQ(names(value("people.open", gap)), std::vector<std::string>{"SITI AMINAH"});
  const Json above = {{"unit", "families"}, {"select", {{"decile", {{"min", 5}}}, {"programmes", {{"all", {"pkh"}}}}}}};
  EXPECT_EQ(names(value("people.open", above)), std::vector<std::string>{"JOKO LELONO"});
  const Json outside = {{"unit", "families"}, {"select", {{"funds", {{"none", {"apbn", "apbd"}}}}}}};
  EXPECT_EQ(names(value("people.open", outside)), (std::vector<std::string>{"SITI AMINAH", "AGUS SARMIN"}));
  const Json zakat = {{"unit", "families"}, {"select", {{"funds", {{"any", {"zakat"}}}}}}};
  EXPECT_EQ(value("people.open", zakat)["total"], 0) << "no programme is paid so";
  EXPECT_EQ(refusal("people.open", {{"select", {{"programmes", {{"all", {"nothing"}}}}}}})["params"]["where"],
            "select.programmes");
}

TEST_F(PlanningApi, ATrialSaysWhoEntersWhoLeavesAndWhatItCosts) {
  const Json request = {{"name", "pkh"}, {"ceiling", 4}, {"quota", 1}, {"amount", 1000}};
  const Json trial = value("programmes.try", request);
  EXPECT_EQ(trial, Json({{"unit", "families"},
                         {"eligible", 2},
                         {"unknown", 1},
                         {"receivers", 2},
                         {"targeted", 1},
                         {"entered", 1},
                         {"left", 2},
                         {"stayed", 0},
                         {"cost", 2000},
                         {"cost_after", 1000}}));
  Json which = request;
  which["which"] = "entered";
  EXPECT_EQ(names(value("programmes.try.open", which)), std::vector<std::string>{"SITI AMINAH"});
  which["which"] = "left";
  EXPECT_EQ(names(value("programmes.try.open", which)), (std::vector<std::string>{"BUDI SANTOSO", "JOKO LELONO"}));
  EXPECT_EQ(refusal("programmes.try", {{"name", "nothing"}})["params"]["where"], "name");
}

TEST_F(PlanningApi, LokusIsCountedOrGiven) {
  Json figures = value("lokus");
  EXPECT_EQ(figures["chosen"]["villages"], 0);
  value("settings.set", {{"lokus", {{"mode", "computed"}, {"n", 1}, {"decile", 2}}}});
  figures = value("lokus");
  EXPECT_EQ(figures["chosen"], Json({{"villages", 1}, {"districts", 1}}));
  std::string key;
  for (const Json& village : figures["villages"]) {
    if (village["order"] == 1) {
      key = village["key"];
      EXPECT_EQ(village["poor"], 2);
      EXPECT_EQ(village["unaided"], 1);
      EXPECT_EQ(village["families"], 2);
    }
  }
  EXPECT_EQ(value("view.open", {{"kind", "families"}, {"lokus", true}})["total"], 2);
  EXPECT_EQ(value("priority", {{"unit", "families"}, {"lokus", true}})["total"], 2);

  const Json match = value("lokus.match", {{"entries", {{"Dua", "Utara"}, {"dua"}, {"Satu", "Selatan"}, {"Empat"}}}});
  EXPECT_EQ(match[0]["trouble"], "");
  EXPECT_EQ(match[1]["trouble"], "twice");
  EXPECT_EQ(match[2]["trouble"], "unknown") << "of another district: another village";
  EXPECT_EQ(match[3]["trouble"], "unknown");
  value("settings.set", {{"lokus", {{"mode", "list"}, {"villages", {match[0]["key"], "8801012001"}}}}});
  figures = value("lokus");
  EXPECT_EQ(figures["chosen"]["villages"], 2);
  EXPECT_EQ(figures["absent"][0]["key"], "8801012001");
  EXPECT_EQ(value("view.open", {{"kind", "persons"}, {"lokus", true}})["total"], 2);
}

TEST_F(PlanningApi, AFileOfVillagesBecomesNoList) {
  feed("lokus.csv", "Daftar lokus\nNo,Desa,Kecamatan\n1,SATU,UTARA\n2,Tiga,Selatan\n3,Lima,Selatan\n");
  const Json match = value("lokus.file");
  ASSERT_EQ(match.size(), 3U) << match.dump();
  EXPECT_EQ(match[0]["village"], "Satu");
  EXPECT_EQ(match[2]["trouble"], "unknown");
  EXPECT_EQ(value("sources").size(), 1U);
  EXPECT_EQ(refusal("lokus.file")["code"], "request.invalid");
}

TEST_F(PlanningApi, AnExtractHoldsWhatItsReceiverNeeds) {
  value("settings.set", {{"programmes", {{"list", {{{"name", "pkh"}, {"fund", "apbn"}, {"agency", "Kemensos"}}}}}}});
  EXPECT_EQ(names(value("extract.open", {{"kind", "donor"}, {"decile", 4}})), std::vector<std::string>{"SITI AMINAH"});
  EXPECT_EQ(names(value("extract.open", {{"kind", "agency"}, {"agency", "Kemensos"}})),
            (std::vector<std::string>{"BUDI SANTOSO", "JOKO LELONO"}));
  EXPECT_EQ(names(value("extract.open", {{"kind", "rkpdes"}, {"decile", 4}})), std::vector<std::string>{"SITI AMINAH"});
  for (const char* kind : {"donor", "rkpdes", "priority"}) {
    feed("extract.xlsx", workbook({{"kind", kind}, {"words", {{"name", "Nama"}, {"elderly", "lansia"}}}}));
    EXPECT_TRUE(call("file.close")["ok"].get<bool>()) << kind;
    const Json sources = value("sources");
    const std::string told = sources.dump();
    EXPECT_NE(told.find("Nama"), std::string::npos) << kind;
    const bool numbers = told.find("\"header\":\"nik\"") != std::string::npos;
    EXPECT_EQ(numbers, std::string(kind) != "donor") << "donors get no numbers";
    value("file.drop", {{"file", "extract.xlsx"}});
    SetResult();
  }
  EXPECT_EQ(refusal("extract", {{"kind", "agency"}, {"agency", "nobody"}})["params"]["where"], "agency");
  EXPECT_EQ(refusal("extract", {{"kind", "donor"}, {"decile", 11}})["params"]["where"], "decile");
  EXPECT_EQ(refusal("sheets", {{"sheets", {{{"headers", {"A"}}, {"rows", {{true}}}}}}})["params"]["where"],
            "sheets[0].rows");
}

TEST_F(PlanningApi, AnEarlierResultStandsBesideThisOne) {
  EXPECT_EQ(refusal("change")["params"]["where"], "persons");
  for (const char* kind : {"persons", "rows"}) {
    const Json started = value("export.start", {{"kind", kind}, {"format", "csv"}});
    std::string text;
    for (unsigned part = 0; part < started["parts"].get<unsigned>(); ++part) {
      value("export.part", {{"index", part}});
      text += api_.bytes();
    }
    if (std::string(kind) == "persons") { // somebody whom no list names any more
      text += "PQQQQQQQQQQ,KQQQQQQQQQQ,8801010707770007,,TONO GUNAWAN\r\n";
    }
    feed(std::string(kind) + ".csv", text);
    value("change.take");
  }
  const Json figures = value("change");
  EXPECT_EQ(figures["old"]["persons"], 8);
  EXPECT_EQ(figures["new"]["persons"], 7);
  EXPECT_EQ(figures["persons"]["left"], 1);
  EXPECT_EQ(figures["persons"]["entered"], 0);
  EXPECT_EQ(figures["persons"]["stayed"], 7);
  const Json left = value("change.rows", {{"change", "left"}, {"from", 0}, {"to", 10}});
  EXPECT_EQ(left["total"], 1);
  EXPECT_EQ(left["rows"][0]["name"], "TONO GUNAWAN");
  EXPECT_EQ(refusal("change.rows", {{"change", "lost"}, {"from", 0}, {"to", 1}})["params"]["where"], "change");
  feed("other.csv", kRegister);
  EXPECT_EQ(refusal("change.take")["code"], "file.no_known_column");
  value("change.drop");
  EXPECT_EQ(refusal("change")["code"], "request.invalid");
}

TEST_F(PlanningApi, ThePyramidCountsEverybodyOnce) {
  std::uint32_t people = 0;
  for (const Json& band : value("pyramid", {{"select", Json::object()}})) {
    people += band["L"].get<unsigned>() + band["P"].get<unsigned>() + band["unknown"].get<unsigned>();
    if (band["L"] != 0) {
      Json age = band["from"].is_null() ? Json({{"unknown", true}}) : Json({{"min", band["from"]}});
      if (!band["to"].is_null()) {
        age["max"] = band["to"];
      }
      EXPECT_EQ(value("people.open", {{"unit", "persons"}, {"select", {{"age", age}, {"sex", "L"}}}})["total"],
                band["L"]);
    }
  }
  EXPECT_EQ(people, 7U);
}

TEST_F(PlanningApi, TheProjectKeepsItAll) {
  value("settings.set", {{"priority", {{"elderly_from", 65}}},
                         {"lokus", {{"references", {{{"name", "Provinsi"}, {"value", "10,5 %"}}}}}},
                         {"programmes", {{"list", {{{"name", "pkh"}, {"quota", 7}}}}}}});
  const Json project = value("project");
  EXPECT_EQ(project["priority"]["elderly_from"], 65);
  EXPECT_EQ(project["lokus"]["references"][0]["value"], "10,5 %") << "as it was typed";
  EXPECT_EQ(project["programmes"]["list"][0]["quota"], 7);
  EXPECT_TRUE(project["programmes"]["list"][0].contains("ceiling"));
}

} // namespace
} // namespace padan::codec
