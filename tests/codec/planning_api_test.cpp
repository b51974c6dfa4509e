#include "padan/codec/api.hpp"

#include <cstring>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace padan::codec {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kRegister =
    "nik,kk,name,birth_date,sex,relation,village,district,decile,chronic_illness,programme:pkh,programme:pbi_apbd\n"
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
  EXPECT_EQ(names(opened), (std::vector<std::string>{"SITI AMINAH", "AGUS SARMIN", "BUDI SANTOSO", "JOKO LELONO"}));
  const Json rows = value("priority.rows", {{"view", opened["view"]}, {"from", 0}, {"to", 10}})["rows"];
  EXPECT_EQ(rows[0]["rank"], 1);
  EXPECT_EQ(rows[0]["points"], 40 + 20 + 20 + 20 + 30 + 10) << rows[0].dump();
  EXPECT_EQ(rows[0]["possible"], rows[0]["points"]);
  EXPECT_EQ(rows[0]["reasons"][0], Json({{"need", "sick"}, {"points", 20}}));
  EXPECT_TRUE(rows[1]["decile"].is_null()) << "unknown stays unknown";
  EXPECT_EQ(rows[1]["unknown"], Json({"sick"}));
  EXPECT_EQ(rows[1]["points"], 30);
  EXPECT_EQ(rows[1]["possible"], 30 + 20 + 40);
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
  which["which"] = "nobody";
  EXPECT_EQ(refusal("priority.open", which)["params"]["where"], "which");
  EXPECT_EQ(value("settings")["priority"]["weights"]["no_aid"], 30) << "a trial is no setting";
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
