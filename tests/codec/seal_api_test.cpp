// A result sealed, frozen, packed, opened elsewhere and checked again, as the page does it.
#include "padan/codec/api.hpp"

#include <cstring>
#include <map>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "codec/lists.hpp"

namespace padan::codec {
namespace {

using Json = nlohmann::json;
using Files = std::map<std::string, std::string>;

Json call(Api& api, const std::string& method, const Json& arguments = Json::object()) {
  return Json::parse(api.call(method, arguments.dump()));
}

Json value(Api& api, const std::string& method, const Json& arguments = Json::object()) {
  const Json answer = call(api, method, arguments);
  EXPECT_TRUE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
  return answer.value("value", Json());
}

std::string refusal(Api& api, const std::string& method, const Json& arguments = Json::object()) {
  const Json answer = call(api, method, arguments);
  EXPECT_FALSE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
  return answer["error"]["code"];
}

void give(Api& api, std::string_view bytes) {
  std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
  api.take(bytes.size());
}

void add(Api& api, const std::string& name, std::string_view bytes) {
  api.open_file(name);
  std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
  api.feed(bytes.size());
  value(api, "file.close");
}

void run(Api& api, const std::string& as_of = "2026-11-22") {
  value(api, "run.start", {{"workers", 1}, {"as_of", as_of}});
  while (!value(api, "run.step", {{"units", 100'000}})["finished"].get<bool>()) {
  }
}

void match_both(Api& api, const std::string& pbi = test::kPbi) {
  add(api, "dtks.csv", test::kDtks);
  add(api, "pbi.csv", pbi);
  run(api);
}

Json decide(Api& api) {
  return value(api, "decisions.append",
               {{"at", "2026-11-22T08:00:00Z"},
                {"by", "Uji"},
                {"capacity", "Dinsos"},
                {"kind", "not_same"},
                {"left", 1},
                {"right", 4}});
}

Json seal(Api& api, Files* files = nullptr) {
  value(api, "seal.start");
  for (;;) {
    const Json step = value(api, "seal.step");
    if (step["finished"].get<bool>()) {
      return step;
    }
    if (files != nullptr) {
      (*files)[step["file"]] += std::string(api.bytes());
    }
  }
}

std::string hash(Api& api, std::string_view bytes) {
  value(api, "hash.start");
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 100))) {
    give(api, bytes.substr(0, 100));
    value(api, "hash.put");
  }
  return value(api, "hash.finish")["sha256"];
}

/// Checks as the page does it: an engine of its own, hashes first, tables only where they differ.
Json check(const Files& folder, const Files& lists) {
  Api api;
  Json given = Json::array();
  for (const auto& [name, bytes] : lists) {
    given.push_back({{"name", name}, {"sha256", hash(api, bytes)}});
  }
  Json lying = Json::array();
  for (const auto& [name, bytes] : folder) {
    lying.push_back({{"name", name}, {"sha256", hash(api, bytes)}});
  }
  const auto text = [&](const char* name) { return folder.count(name) != 0 ? folder.at(name) : std::string(); };
  const Json opened = value(api, "verify.open",
                            {{"summary", text("summary.json")},
                             {"project", text("project.json")},
                             {"decisions", text("recipe/decisions.jsonl")},
                             {"model", text("recipe/model.json")},
                             {"given", given},
                             {"folder", lying}});
  bool complete = true;
  for (const Json& input : opened["inputs"]) {
    complete = complete && input["state"] != "absent";
    if (input["state"] == "same" || input["state"] == "changed") {
      add(api, input["name"], lists.at(input["given"]));
    }
  }
  if (complete) {
    run(api, opened["as_of"]);
    seal(api);
    const Json tables = value(api, "verify.tables");
    for (const Json& name : tables["compare"]) {
      give(api, folder.at(name));
      value(api, "verify.table", {{"name", name}});
    }
  }
  return value(api, "verify.finish");
}

TEST(SealApi, SealsAllThatBelongsToAResult) {
  Api api;
  match_both(api);
  Files files;
  const Json sealed = seal(api, &files);
  EXPECT_EQ(sealed["seal"].get<std::string>().size(), 64U);
  for (const char* name : {"rows.csv", "persons.csv", "families.csv", "pairs.csv", "findings.csv", "priorities.csv",
                           "project.json", "figures.json", "summary.json"}) {
    EXPECT_EQ(files.count(name), 1U) << name;
  }
  EXPECT_EQ(files.count("actions.csv"), 0U) << "nobody has locked it";
  EXPECT_EQ(Json::parse(files["summary.json"])["seal"], sealed["seal"]);
  EXPECT_EQ(Json::parse(files["figures.json"]), value(api, "figures"));
  EXPECT_EQ(Json::parse(files["figures.json"])["counts"]["persons"], value(api, "summary")["counts"]["persons"]);
  EXPECT_EQ(seal(api)["seal"], sealed["seal"]); // it has not changed by being sealed
}

TEST(SealApi, SaysSameOrWhereItDiffers) {
  Api api;
  match_both(api);
  Files files;
  const Json sealed = seal(api, &files);
  const Files lists = {{"salinan dtks.csv", test::kDtks}, {"pbi.csv", test::kPbi}};
  const Json same = check(files, lists);
  EXPECT_TRUE(same["same"].get<bool>()) << same.dump(2);
  EXPECT_EQ(same["seal"], sealed["seal"]);

  std::string pbi = test::kPbi;
  pbi.replace(pbi.find("SARMIN"), 6, "SARMEN");
  const Json other = check(files, {{"dtks.csv", test::kDtks}, {"pbi.csv", pbi}});
  EXPECT_FALSE(other["same"].get<bool>());
  EXPECT_EQ(other["inputs"][1]["state"], "changed");
  EXPECT_NE(other.dump().find("AGUS SARMEN"), std::string::npos) << other.dump(2);

  const Json missing = check(files, {{"dtks.csv", test::kDtks}});
  EXPECT_FALSE(missing["same"].get<bool>() || missing["computed"].get<bool>());

  Files edited = files;
  edited["persons.csv"] += " ";
  EXPECT_FALSE(check(edited, lists)["same"].get<bool>());
  edited = files;
  edited["project.json"] += " ";
  EXPECT_FALSE(check(edited, lists)["same"].get<bool>());
}

TEST(SealApi, ActionListsBelongToALockedResult) {
  Api api;
  match_both(api);
  value(api, "lock", {{"by", "Ani"}, {"capacity", "Dinsos"}, {"at", "2026-11-22T09:00:00Z"}, {"reason", "Rakor"}});
  Files files;
  seal(api, &files);
  ASSERT_EQ(files.count("actions.csv"), 1U);
  const Files lists = {{"dtks.csv", test::kDtks}, {"pbi.csv", test::kPbi}};
  EXPECT_TRUE(check(files, lists)["same"].get<bool>());
  files["actions.csv"] += " ";
  EXPECT_FALSE(check(files, lists)["same"].get<bool>());
}

TEST(SealApi, FollowsDecisionsOnlyOnceTheyAreInTheResult) {
  Api api;
  match_both(api);
  decide(api);
  EXPECT_EQ(refusal(api, "seal.start"), "seal.pending");
  value(api, "review.apply");
  while (!value(api, "run.step", {{"units", 100'000}})["finished"].get<bool>()) {
  }
  Files files;
  seal(api, &files);
  EXPECT_EQ(files.count("recipe/decisions.jsonl"), 1U);
  const Json same = check(files, {{"dtks.csv", test::kDtks}, {"pbi.csv", test::kPbi}});
  EXPECT_TRUE(same["same"].get<bool>()) << same.dump(2);
  value(api, "review.options", {{"learn_from_decisions", true}});
  EXPECT_EQ(refusal(api, "seal.start"), "seal.pending"); // a run from the beginning would learn from them
}

Json freeze(Api& api, const std::string& name) {
  return value(
      api, "versions.freeze",
      {{"name", name}, {"year", "2027"}, {"at", "2026-11-22T09:00:00Z"}, {"by", "Uji"}, {"capacity", "Dinsos"}});
}

TEST(ProjectFile, CarriesDecisionsAndFrozenVersionsElsewhere) {
  Api api;
  match_both(api);
  EXPECT_EQ(refusal(api, "versions.freeze", {{"name", "Awal"}, {"at", "2026"}}),
            "request.invalid"); // nothing sealed yet
  const std::string code = seal(api)["seal"];
  EXPECT_EQ(freeze(api, "Perencanaan 2027")["version"], 0);
  decide(api);
  give(api, "");
  value(api, "project.pack");
  const std::string packed(api.bytes());

  Api other;
  give(other, packed);
  const Json opened = value(other, "project.unpack");
  EXPECT_EQ(opened["decisions"], 1);
  EXPECT_EQ(opened["versions"], 1);
  EXPECT_EQ(opened["absent_files"].size(), 2U);
  EXPECT_EQ(value(other, "versions")[0]["seal"], code);
  const Json detail = value(other, "versions.figures", {{"version", 0}});
  EXPECT_EQ(detail["figures"]["counts"]["persons"], detail["counts"]["persons"]);
  EXPECT_EQ(detail["inputs"].size(), 2U);

  add(other, "dtks.csv", test::kDtks);
  std::string changed = test::kPbi;
  changed += "TONO;8801010102700009;1970-02-01\n";
  add(other, "pbi.csv", changed);
  const Json wanted = value(other, "project.files");
  EXPECT_EQ(wanted[0]["state"], "same");
  EXPECT_EQ(wanted[1]["state"], "changed");

  // The frozen version can be checked without any table.
  Files folder;
  for (const char* name : {"summary.json", "project.json", "figures.json", "recipe/decisions.jsonl"}) {
    value(other, "versions.file", {{"version", 0}, {"name", name}});
    if (!other.bytes().empty()) {
      folder[name] = other.bytes();
    }
  }
  EXPECT_TRUE(check(folder, {{"dtks.csv", test::kDtks}, {"pbi.csv", test::kPbi}})["same"].get<bool>());
  EXPECT_FALSE(check(folder, {{"dtks.csv", test::kDtks}, {"pbi.csv", changed}})["same"].get<bool>());
}

TEST(ProjectFile, IsLockedWithAPassphrase) {
  Api api;
  match_both(api);
  give(api, "0123456789012345678901234567");
  value(api, "project.pack", {{"passphrase", "kopi tubruk pagi"}});
  const std::string packed(api.bytes());
  EXPECT_EQ(packed.find("dtks"), std::string::npos);
  Api other;
  give(other, packed);
  EXPECT_EQ(refusal(other, "project.unpack"), "file.encrypted");
  give(other, packed);
  EXPECT_EQ(refusal(other, "project.unpack", {{"passphrase", "salah"}}), "box.passphrase");
  give(other, packed);
  EXPECT_EQ(value(other, "project.unpack", {{"passphrase", "kopi tubruk pagi"}})["absent_files"].size(), 2U);
}

TEST(ProjectFile, RefusesWhatIsNoneAndChangesNothing) {
  Api api;
  match_both(api);
  decide(api);
  for (const std::string text : {"", "bukan proyek", "PK\x03\x04", "[1]", R"({"version": 99})"}) {
    give(api, text);
    EXPECT_FALSE(call(api, "project.unpack")["ok"].get<bool>()) << text;
  }
  EXPECT_EQ(value(api, "decisions.state")["events"], 1);
  EXPECT_TRUE(call(api, "summary")["ok"].get<bool>());
  give(api, R"({"version": 1, "sources": [{"name": "dtks", "file": "dtks.csv", "owner": "Dinsos"}]})");
  value(api, "project.unpack"); // written by hand
  EXPECT_EQ(value(api, "sources")[0]["owner"], "Dinsos");
}

} // namespace
} // namespace padan::codec
