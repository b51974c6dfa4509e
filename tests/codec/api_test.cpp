#include "padan/codec/api.hpp"

#include <cstring>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "codec/lists.hpp"

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

std::string refusal(Api& api, const std::string& method, const Json& arguments = Json::object()) {
  const Json answer = call(api, method, arguments);
  EXPECT_FALSE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
  return answer["error"]["code"];
}

void fill(Api& api, std::string_view bytes) {
  std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
}

Json add(Api& api, const std::string& name, std::string_view bytes) {
  api.open_file(name);
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 50))) {
    const std::string_view slice = bytes.substr(0, 50);
    fill(api, slice);
    api.feed(slice.size());
  }
  return call(api, "file.close");
}

Json run(Api& api) {
  value(api, "run.start", {{"workers", 1}, {"as_of", "2026-11-22"}});
  Json step;
  do {
    step = value(api, "run.step", {{"units", 1000}});
  } while (!step["finished"].get<bool>());
  return step;
}

void add_both(Api& api) {
  ASSERT_TRUE(add(api, "dtks.csv", test::kDtks)["ok"].get<bool>());
  ASSERT_TRUE(add(api, "pbi.csv", test::kPbi)["ok"].get<bool>());
}

std::string whole_export(Api& api, const Json& request) {
  const Json started = value(api, "export.start", request);
  std::string out;
  for (unsigned i = 0; i < started["parts"].get<unsigned>(); ++i) {
    value(api, "export.part", {{"index", i}});
    out += api.bytes();
  }
  return out;
}

TEST(Api, DescribesWhatItRead) {
  Api api;
  const Json source = add(api, "dtks.csv", test::kDtks)["value"]["sources"][0];
  EXPECT_EQ(source["file"], "dtks.csv");
  EXPECT_EQ(source["name"], "dtks");
  EXPECT_EQ(source["header_line"], 1);
  EXPECT_EQ(source["rows_read"], 4);
  EXPECT_EQ(source["rows"], 3);
  EXPECT_EQ(source["set_aside"]["header"], 1);
  EXPECT_EQ(source["columns"][0]["field"], "nik");
  EXPECT_EQ(source["columns"][0]["filled"], 3);
  EXPECT_EQ(source["columns"][1]["samples"][0], "SITI AMINAH");
  EXPECT_EQ(source["quality"]["nik_good"], 3);
  EXPECT_EQ(value(api, "sources").size(), 1U);

  const Json preview = value(api, "source.preview", {{"source", source["id"]}, {"from", 0}, {"to", 100}});
  EXPECT_EQ(preview["total"], 4);
  EXPECT_EQ(preview["rows"][0]["state"], "header");
  EXPECT_EQ(preview["rows"][3]["state"], "data");
  EXPECT_EQ(preview["rows"][3]["line"], 4);
  EXPECT_EQ(preview["rows"][3]["cells"][0], "8801011707900003") << "identifiers are text";
}

TEST(Api, ShowsEveryRowOfFamilyBlocks) {
  constexpr std::string_view kBip = "BUKU INDUK PENDUDUK WNI\n"
                                    "NO;NAMA;NIK;TEMPAT LAHIR;TGL LAHIR;JK\n"
                                    "No. KK : 8801010101120001;;Alamat : MAWAR, Nama Dusun : KRAJAN, RT/RW : 001/002\n"
                                    "1;BUDI;8801010612820001;SUKAMAJU;06-12-1982;L\n"
                                    ";SANTOSO\n"
                                    "Keterangan:\n";
  Api api;
  const Json source = add(api, "bip.csv", kBip)["value"]["sources"][0];
  EXPECT_EQ(source["layout"], "bip_2016");
  EXPECT_EQ(source["rows_read"], 6);
  EXPECT_EQ(source["rows"], 1);
  EXPECT_EQ(source["set_aside"], Json({{"title", 1}, {"header", 1}, {"blank", 0}, {"total", 1}, {"block", 2}}));
  std::vector<std::string> states;
  const Json rows = value(api, "source.preview", {{"source", source["id"]}, {"from", 0}, {"to", 100}})["rows"];
  for (const Json& row : rows) {
    states.push_back(row["state"]);
  }
  EXPECT_EQ(states, (std::vector<std::string>{"title", "header", "block", "data", "block", "total"}));
  EXPECT_EQ(rows[3]["cells"], Json({"1", "BUDI SANTOSO", "8801010612820001", "SUKAMAJU", "06-12-1982", "L",
                                    "8801010101120001", "MAWAR", "KRAJAN", "001", "002"}));
  EXPECT_EQ(rows[4]["cells"][1], "SANTOSO");

  // What the officer corrects is recognised anew, on the columns that are there already.
  const Json corrected =
      value(api, "source.set",
            {{"source", source["id"]}, {"header_line", 2}, {"mapping", {{"No. KK", "kk"}, {"NAMA", "name"}}}});
  EXPECT_EQ(corrected["layout"], "bip_2016");
  EXPECT_EQ(corrected["rows"], 1);
  EXPECT_EQ(corrected["columns"].size(), source["columns"].size());
}

TEST(Api, AFileOfNoUseLeavesTheOthers) {
  Api api;
  add_both(api);
  const Json answer = add(api, "empty.csv", "");
  EXPECT_EQ(answer["error"]["code"], "file.empty");
  EXPECT_EQ(answer["error"]["params"]["file"], "empty.csv");
  EXPECT_EQ(value(api, "sources").size(), 2U);
  EXPECT_EQ(refusal(api, "file.close"), "request.invalid") << "nothing is open";
  value(api, "file.drop", {{"file", "pbi.csv"}});
  EXPECT_EQ(value(api, "sources").size(), 1U);
}

TEST(Api, TakesWhatTheOfficerCorrects) {
  Api api;
  const Json id = add(api, "dtks.csv", test::kDtks)["value"]["sources"][0]["id"];
  const Json mapping = {
      {"NIK", "nik"}, {"Nama", "name"}, {"Tanggal Lahir", "text"}, {"Jenis Kelamin", "sex"}, {"Desa", "district"}};
  const Json source = value(
      api, "source.set",
      {{"source", id}, {"mapping", mapping}, {"owner", "Dinsos"}, {"duplicates", false}, {"data_date", "2026-01-31"}});
  EXPECT_EQ(source["columns"][2]["field"], "text");
  EXPECT_EQ(source["columns"][4]["field"], "district");
  EXPECT_EQ(source["owner"], "Dinsos");
  EXPECT_EQ(source["duplicates"], false);
  EXPECT_EQ(source["data_date"], "2026-01-31");
  const Json pbi = value(api, "source.set", {{"source", id}, {"layout", "pbi"}});
  EXPECT_EQ(pbi["layout"], "pbi");
  EXPECT_EQ(pbi["kind"], "recipients");
  EXPECT_EQ(pbi["owner"], "BPJS Kesehatan");
  EXPECT_EQ(pbi["confidence"], 1.0);
  EXPECT_EQ(refusal(api, "source.set", {{"source", id}, {"mapping", {{"NIK", "nikk"}}}}), "request.invalid");
  EXPECT_EQ(refusal(api, "source.set", {{"source", id}, {"data_date", "yesterday"}}), "request.invalid");
  EXPECT_EQ(refusal(api, "source.set", {{"source", 99}}), "request.invalid");
}

TEST(Api, RunsToAResultThatOpens) {
  Api api;
  add_both(api);
  EXPECT_EQ(value(api, "estimate")["rows"], 5);
  EXPECT_EQ(refusal(api, "summary"), "match.not_run");
  EXPECT_EQ(run(api)["stage"], "finished");

  const Json summary = value(api, "summary");
  EXPECT_EQ(summary["counts"]["rows"], 5);
  EXPECT_EQ(summary["counts"]["persons"], 4);
  EXPECT_EQ(summary["inputs"].size(), 2U);
  EXPECT_EQ(summary["histogram"]["accept"], 0.0);

  const Json view = value(api, "view.open", {{"kind", "persons"}, {"search", "siti"}});
  ASSERT_EQ(view["total"], 1);
  const Json siti = value(api, "view.rows", {{"view", view["view"]}, {"from", 0}, {"to", 10}})["rows"][0];
  EXPECT_EQ(siti["nik"], "8801011203700001");
  EXPECT_EQ(siti["sources"], Json({"dtks", "pbi"}));
  const Json person = value(api, "person", {{"index", siti["index"]}});
  EXPECT_EQ(person["rows"].size(), 2U);
  EXPECT_EQ(person["rows"][0]["cells"][0]["value"], "8801011203700001");

  const Json overlap = value(api, "overlap", {{"unit", "persons"}});
  EXPECT_EQ(overlap["matrix"], Json({{3, 1}, {1, 2}}));
  EXPECT_FALSE(value(api, "facets")["findings"].empty());
  EXPECT_TRUE(value(api, "places").is_array());
  value(api, "view.close", {{"view", view["view"]}});
  EXPECT_EQ(refusal(api, "view.rows", {{"view", view["view"]}, {"from", 0}, {"to", 1}}), "request.invalid");
}

TEST(Api, AResultFollowsItsSettings) {
  Api api;
  add_both(api);
  EXPECT_EQ(value(api, "settings.set", {{"rules", {{"pbi_ceiling", 3}}}}), Json({{"again", false}}));
  run(api);
  EXPECT_EQ(refusal(api, "settings.set", {{"rules", {{"pbi_ceiling", 11}}}}), "config.invalid");
  EXPECT_EQ(value(api, "settings")["rules"]["pbi_ceiling"], 3) << "a refusal changes nothing";
  value(api, "summary");
  EXPECT_EQ(value(api, "settings.set", {{"rules", Json::object()}}), Json({{"again", true}}));
  EXPECT_EQ(refusal(api, "summary"), "match.not_run");
  EXPECT_TRUE(value(api, "run.step", {{"units", 1}})["finished"].get<bool>());
  value(api, "summary");
  EXPECT_EQ(value(api, "project")["rules"]["pbi_ceiling"], 5);
}

TEST(Api, ExportsBytes) {
  Api api;
  add_both(api);
  run(api);
  const std::string rows = whole_export(api, {{"kind", "rows"}, {"format", "csv"}});
  EXPECT_EQ(rows.substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 6);
  EXPECT_EQ(whole_export(api, {{"kind", "persons"}, {"format", "xlsx"}}).substr(0, 2), "PK");
  EXPECT_EQ(whole_export(api, {{"kind", "persons"}, {"format", "csv"}, {"mask", true}}).find("8801011203700001"),
            std::string::npos);
  EXPECT_EQ(refusal(api, "export.start", {{"kind", "secrets"}, {"format", "csv"}}), "request.invalid");
  EXPECT_EQ(refusal(api, "export.part", {{"index", 7}}), "request.invalid");
}

// Sources changed: a result that spoke of the old ones must not be shown any more.
TEST(Api, AChangeOfSourcesDropsTheResult) {
  Api api;
  add_both(api);
  run(api);
  value(api, "file.drop", {{"file", "pbi.csv"}});
  EXPECT_EQ(refusal(api, "summary"), "match.not_run");
  EXPECT_EQ(refusal(api, "run.step", {{"units", 1}}), "match.not_run");
}

TEST(Api, CancelKeepsTheFiles) {
  Api api;
  add_both(api);
  value(api, "run.start", {{"workers", 1}});
  value(api, "run.step", {{"units", 1}});
  value(api, "run.cancel");
  EXPECT_EQ(refusal(api, "run.step"), "match.not_run");
  EXPECT_EQ(value(api, "sources").size(), 2U);
  run(api);
}

// The bytes that one engine left go with a call of the other.
void hand_over(Api& from, Api& to, const char* method, const Json& args = Json::object()) {
  const std::string bytes(from.bytes());
  fill(to, bytes);
  to.take(bytes.size());
  value(to, method, args);
}

std::string rows_of_sample(bool helped) {
  Api owner;
  const Json files = value(owner, "sample", {{"people", 600}, {"seed", 3}, {"errors", "medium"}})["files"];
  for (unsigned i = 0; i < files.size(); ++i) {
    value(owner, "sample.file", {{"index", i}});
    const std::string bytes(owner.bytes());
    EXPECT_EQ(bytes.size(), files[i]["size"].get<std::size_t>());
    EXPECT_TRUE(add(owner, files[i]["name"], bytes)["ok"].get<bool>());
  }
  if (!helped) {
    run(owner);
    return whole_export(owner, {{"kind", "rows"}, {"format", "csv"}}) +
           whole_export(owner, {{"kind", "pairs"}, {"format", "csv"}});
  }
  value(owner, "run.start", {{"workers", 2}, {"as_of", "2026-11-22"}});
  while (value(owner, "run.step", {{"units", 1'000'000}})["stage"] != "score") {
  }
  const unsigned parts = value(owner, "run.image")["parts"];
  Api helper;
  for (unsigned i = 0; i < parts; ++i) {
    EXPECT_EQ(refusal(helper, "image.load"), "request.invalid") << "not all there";
    value(owner, "run.part", {{"index", i}});
    hand_over(owner, helper, "image.put");
  }
  value(helper, "image.load");
  const unsigned count = value(owner, "run.partitions")["count"];
  for (unsigned i = 0; i < count; i += 2) { // the rest is left to the owner
    value(owner, "run.partition", {{"index", i}});
    hand_over(owner, helper, "score");
    for (int again = 0; again < 2; ++again) { // put twice: the second is ignored
      hand_over(helper, owner, "scores.put", {{"partition", i}});
    }
  }
  EXPECT_EQ(value(owner, "run.partitions")["done"], (count + 1) / 2);
  while (!value(owner, "run.step", {{"units", 1'000'000}})["finished"].get<bool>()) {
  }
  return whole_export(owner, {{"kind", "rows"}, {"format", "csv"}}) +
         whole_export(owner, {{"kind", "pairs"}, {"format", "csv"}});
}

TEST(Api, HelpersChangeNothingInTheResult) { EXPECT_EQ(rows_of_sample(false), rows_of_sample(true)); }

TEST(Api, TakesAFileThatAnotherEngineHasRead) {
  Api helper;
  helper.open_file("dtks.csv");
  fill(helper, test::kDtks);
  helper.feed(std::string_view(test::kDtks).size());
  const unsigned parts = value(helper, "file.image")["parts"];
  EXPECT_TRUE(value(helper, "sources").empty());
  Api owner;
  for (unsigned index = 0; index < parts; ++index) {
    EXPECT_EQ(refusal(owner, "file.take"), "request.invalid") << "not all there";
    value(helper, "file.part", {{"index", index}});
    hand_over(helper, owner, "file.put");
  }
  Api alone;
  EXPECT_EQ(value(owner, "file.take"), add(alone, "dtks.csv", test::kDtks)["value"]);
  EXPECT_EQ(value(owner, "project"), value(alone, "project")); // the hash of the bytes among it
  EXPECT_EQ(refusal(owner, "file.take"), "request.invalid") << "taken already";
  EXPECT_EQ(refusal(owner, "file.put"), "request.invalid");
  EXPECT_EQ(refusal(helper, "file.part", {{"index", parts}}), "request.invalid");
  helper.open_file("empty.csv");
  EXPECT_EQ(refusal(helper, "file.image"), "file.empty");
  EXPECT_EQ(refusal(helper, "file.part", {{"index", 0}}), "request.invalid");
}

TEST(Api, OpensALockedWorkbookAndForgetsItsPassword) {
  std::ifstream file(PADAN_SOURCE_DIR "/tests/support/locked.xlsx", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto feed = [&](Api& api) {
    api.open_file("p3ke.xlsx");
    fill(api, bytes);
    api.feed(bytes.size());
  };
  Api api;
  const Json right = {{"passwords", {"lain", "Rahasia-ñ€1"}}};
  feed(api);
  EXPECT_EQ(refusal(api, "file.close"), "file.encrypted");
  feed(api);
  EXPECT_EQ(refusal(api, "file.close", {{"passwords", {"lain"}}}), "file.password");
  feed(api);
  EXPECT_EQ(refusal(api, "file.close", {{"passwords", "lain"}}), "request.invalid");
  EXPECT_EQ(value(api, "file.close", right)["sources"][0]["rows"], 3) << "the file is still open";
  EXPECT_EQ(value(api, "project").dump().find("Rahasia"), std::string::npos);
  feed(api);
  EXPECT_EQ(refusal(api, "file.image"), "file.encrypted");
  feed(api);
  EXPECT_GT(value(api, "file.image", right)["parts"], 0);
}

// "Tanggal Lahir" is taken for what the officer says; the next list has titles above and its columns in another order.
constexpr const char* kNextDtks = "DAFTAR WARGA,,,,\n"
                                  "NAMA,NIK,Desa,Tanggal Lahir,Jenis Kelamin\n"
                                  "AGUS SARMIN,8801010102650004,Cibogo,01-02-1965,L\n";

Json memory_of(const Json& source) {
  Json mapping;
  for (const Json& column : source["columns"]) {
    mapping[column["header"].get<std::string>()] = column["field"];
  }
  return {{"shape", source["shape"]}, {"mapping", mapping}};
}

Json corrected_reading(Api& api) {
  const Json first = add(api, "dtks.csv", test::kDtks)["value"]["sources"][0];
  EXPECT_EQ(first["read_by"], "recognition");
  Json reading = memory_of(first);
  reading["mapping"]["Tanggal Lahir"] = "text";
  const Json source = value(api, "source.set", {{"source", first["id"]}, {"mapping", reading["mapping"]}});
  EXPECT_EQ(source["read_by"], "officer");
  EXPECT_EQ(memory_of(source), reading);
  reading["layout"] = "pbi";
  return reading;
}

std::string field_of(const Json& source, const std::string& header) {
  for (const Json& column : source["columns"]) {
    if (column["header"] == header) {
      return column["field"];
    }
  }
  return "?";
}

void open(Api& api, const std::string& name, std::string_view bytes) {
  api.open_file(name);
  fill(api, bytes);
  api.feed(bytes.size());
}

TEST(Api, ReadsTheNextListOfAShapeAsItWasCorrectedUntilItIsForgotten) {
  Api api;
  const Json reading = corrected_reading(api);
  open(api, "dtks 2.csv", kNextDtks);
  const Json foreign = {
      1, {{"shape", reading["shape"]}}, {{"shape", reading["shape"]}, {"mapping", {{"NIK", "later"}}}}};
  Json readings = foreign;
  readings.push_back(reading);
  const Json next = value(api, "file.close", {{"readings", readings}})["sources"][0];
  EXPECT_EQ(next["read_by"], "memory");
  EXPECT_EQ(next["shape"], reading["shape"]);
  EXPECT_EQ(field_of(next, "Tanggal Lahir"), "text");
  EXPECT_EQ(next["kind"], "recipients");
  const Json forgotten = value(api, "source.forget", {{"source", next["id"]}});
  EXPECT_EQ(forgotten["read_by"], "recognition");
  EXPECT_EQ(field_of(forgotten, "Tanggal Lahir"), "birth_date");
  EXPECT_EQ(forgotten["layout"], "general");
  EXPECT_EQ(forgotten["kind"], "register");
  open(api, "dtks 3.csv", kNextDtks);
  EXPECT_EQ(value(api, "file.close", {{"readings", foreign}})["sources"][0]["read_by"], "recognition");
  EXPECT_EQ(refusal(api, "source.forget", {{"source", 99}}), "request.invalid");
}

TEST(Api, HelpersRememberShapesToo) {
  Api owner;
  const Json knowledge = {{"readings", {corrected_reading(owner)}}};
  Api helper;
  open(helper, "dtks 2.csv", kNextDtks);
  const unsigned parts = value(helper, "file.image", knowledge)["parts"];
  for (unsigned index = 0; index < parts; ++index) {
    value(helper, "file.part", {{"index", index}});
    hand_over(helper, owner, "file.put");
  }
  Api alone;
  corrected_reading(alone);
  open(alone, "dtks 2.csv", kNextDtks);
  const Json taken = value(owner, "file.take")["sources"][0];
  EXPECT_EQ(taken, value(alone, "file.close", knowledge)["sources"][0]);
  Json mapping = memory_of(taken)["mapping"];
  mapping["Desa"] = "hamlet";
  const Json patch = {{"source", taken["id"]}, {"mapping", mapping}};
  EXPECT_EQ(value(owner, "source.set", patch), value(alone, "source.set", patch)) << "it still knows its header line";
}

TEST(Api, RefusesBytesThatAreNoImage) {
  Api api;
  fill(api, "not an image");
  api.take(12);
  EXPECT_EQ(refusal(api, "image.put"), "request.invalid");
  EXPECT_EQ(refusal(api, "image.load"), "request.invalid");
  EXPECT_EQ(refusal(api, "score"), "request.invalid");
  EXPECT_EQ(refusal(api, "run.image"), "match.not_run");
}

TEST(Api, KeepsTheProjectForFilesThatComeLater) {
  Api api;
  value(api, "project.load", {{"version", 1}, {"sources", {{{"file", "dtks.csv"}, {"owner", "Dinas Sosial"}}}}});
  EXPECT_EQ(add(api, "dtks.csv", test::kDtks)["value"]["sources"][0]["owner"], "Dinas Sosial");
  EXPECT_EQ(value(api, "project")["sources"][0]["owner"], "Dinas Sosial");
  EXPECT_EQ(refusal(api, "project.load", {{"version", 9}}), "config.version");
}

TEST(Api, AnswersEveryRequestWithAnEnvelope) {
  Api api;
  const char* kMethods[] = {"file.close",
                            "file.image",
                            "file.take",
                            "file.drop",
                            "sources",
                            "source.preview",
                            "source.set",
                            "source.forget",
                            "source.profile",
                            "source.remark",
                            "source.workbook",
                            "sample",
                            "sample.file",
                            "estimate",
                            "run.start",
                            "run.step",
                            "run.image",
                            "run.part",
                            "run.partition",
                            "run.partitions",
                            "image.put",
                            "image.load",
                            "score",
                            "scores.put",
                            "run.cancel",
                            "summary",
                            "view.open",
                            "view.rows",
                            "view.close",
                            "person",
                            "pair",
                            "overlap",
                            "facets",
                            "places",
                            "export.start",
                            "export.part",
                            "project",
                            "project.load",
                            "decisions.load",
                            "decisions.export",
                            "decisions.state",
                            "decisions.append",
                            "decisions.undo",
                            "decisions.history",
                            "review.options",
                            "review.queue",
                            "review.case",
                            "review.decide",
                            "review.group",
                            "review.patterns",
                            "review.decide_pattern",
                            "review.handles",
                            "review.thresholds",
                            "review.apply",
                            "audit.start",
                            "audit.next",
                            "audit.answer",
                            "audit.result",
                            "no.such.method"};
  const char* kArguments[] = {"",
                              "{",
                              "null",
                              "[]",
                              "{}",
                              R"({"source":-1})",
                              R"({"source":1e300,"from":"x"})",
                              R"({"people":0})",
                              R"({"index":18446744073709551616})",
                              R"({"kind":7,"mapping":[]})",
                              "\xFF\xFE",
                              R"({"view":1,"from":5,"to":4294967295})"};
  for (const bool finished : {false, true}) {
    if (finished) {
      add_both(api);
      run(api);
    }
    for (const char* method : kMethods) {
      for (const char* arguments : kArguments) {
        const Json answer = Json::parse(api.call(method, arguments), nullptr, false);
        ASSERT_TRUE(answer.is_object()) << method << arguments;
        const bool ok = answer.value("ok", false);
        ASSERT_EQ(answer.contains(ok ? "value" : "error"), true) << method << arguments;
        if (!ok) {
          ASSERT_NE(answer["error"]["code"], "bug") << method << arguments << answer.dump();
        }
      }
    }
  }
}

TEST(Api, SavesAModelAndUsesIt) {
  Api api;
  add_both(api);
  EXPECT_EQ(refusal(api, "model"), "match.not_run");
  EXPECT_EQ(refusal(api, "model.load", {{"version", 1}}), "model.invalid");
  run(api);
  value(api, "model");
  const std::string saved(api.bytes());
  const std::string persons = whole_export(api, {{"kind", "rows"}, {"format", "csv"}});
  EXPECT_FALSE(value(api, "summary")["model"].contains("saved"));

  Api other;
  add_both(other);
  EXPECT_EQ(value(other, "model.load", Json::parse(saved))["comparisons"][0], "identity");
  run(other);
  EXPECT_EQ(whole_export(other, {{"kind", "rows"}, {"format", "csv"}}), persons);
  EXPECT_EQ(value(other, "summary")["model"]["saved"][0], "identity");
  value(other, "model");
  EXPECT_EQ(other.bytes(), saved);
  value(other, "model.drop");
  run(other);
  EXPECT_FALSE(value(other, "summary")["model"].contains("saved"));
}

// Ten people of a list, from a number on.
std::string ten_rows(int from) {
  std::string csv = "NIK,Nama,Tanggal Lahir,Desa\n";
  for (int i = from; i < from + 10; ++i) {
    csv += "990101100370" + std::to_string(1001 + i) + ",ORANG " + std::string(1, static_cast<char>('A' + i)) +
           ",1970-03-10,Sukamaju\n";
  }
  return csv;
}

TEST(Api, FilesOfOneListAreOneUntilTheyAreParted) {
  Api api;
  add(api, "dtks 1.csv", ten_rows(0));
  const Json second = add(api, "dtks 2.csv", ten_rows(10))["value"]["sources"][0];
  EXPECT_EQ(second["joined"]["list"], "dtks");
  const Json lists = value(api, "lists");
  ASSERT_EQ(lists.size(), 2U);
  EXPECT_EQ(lists[0]["why"], "joined") << "the first file was alone when it came";
  run(api);
  Json summary = value(api, "summary");
  ASSERT_EQ(summary["sources"].size(), 1U);
  EXPECT_EQ(summary["sources"][0]["name"], "dtks");
  EXPECT_EQ(summary["sources"][0]["files"], Json({"dtks 1", "dtks 2"}));
  EXPECT_EQ(summary["sources"][0]["rows"], 20);
  EXPECT_EQ(summary["inputs"].size(), 2U);
  const std::string rows = whole_export(api, {{"kind", "rows"}, {"format", "csv"}});
  EXPECT_NE(rows.find("dtks 2,1,2,"), std::string::npos) << "rows stay those of their files";
  const Json project = value(api, "project");
  EXPECT_EQ(project["sources"][0]["list"], "dtks");

  value(api, "source.set", {{"source", second["id"]}, {"list", "dtks 2"}});
  EXPECT_EQ(value(api, "lists")[0]["why"], "alone");
  EXPECT_EQ(value(api, "lists")[1]["by_officer"], true);
  run(api);
  EXPECT_EQ(value(api, "summary")["sources"].size(), 2U);
  value(api, "project.load", project);
  EXPECT_EQ(value(api, "lists")[1]["list"], "dtks") << "the recipe reproduces the run";
}

TEST(Api, TwoVersionsOfAListSayWhyTheyAreTwo) {
  Api api;
  add(api, "dtks 1.csv", ten_rows(0));
  add(api, "dtks 2.csv", ten_rows(1));
  const Json lists = value(api, "lists");
  EXPECT_EQ(lists[0]["list"], "");
  EXPECT_EQ(lists[0]["why"], "same_people");
  EXPECT_EQ(lists[0]["like"], "dtks 2");
  EXPECT_DOUBLE_EQ(lists[0]["in_both"].get<double>(), 0.9);
}

TEST(Api, ShowsWhomARowNames) {
  Api api;
  add(api, "dtks.csv",
      "NIK,Nama,Tanggal Lahir,JK,Desa\n9901015205820003,LASMINI,1982-05-12,P,Sukamaju\n"
      "9901011203800001,PARMAN,1980-03-12,L,Sukamaju\n");
  add(api, "pip.csv",
      "Nama,NISN,Tanggal Lahir,Nama Ibu,NIK Ibu,Nama Ayah,NIK Ayah,Desa\n"
      "DIAN,0070000141,2012-12-06,LASMINI,9901015205820003,SUROTO,9901010101700009,Sukamaju\n");
  run(api);
  const Json summary = value(api, "summary");
  EXPECT_EQ(summary["counts"]["rows"], 3);
  EXPECT_EQ(summary["counts"]["persons"], 3) << "a companion is no person of the list";
  EXPECT_EQ(summary["sources"][1]["companions"], Json({{"named", 2}, {"found", 1}}));
  const Json view = value(api, "view.open", {{"kind", "persons"}, {"search", "DIAN"}});
  const Json found = value(api, "view.rows", {{"view", view["view"]}, {"from", 0}, {"to", 1}})["rows"][0];
  const Json child = value(api, "person", {{"index", found["index"]}});
  const Json companions = child["rows"][0]["companions"];
  ASSERT_EQ(companions.size(), 2U);
  EXPECT_EQ(companions[0]["role"], "mother");
  EXPECT_EQ(companions[0]["nik"], "9901015205820003");
  EXPECT_FALSE(companions[1].contains("person"));
  const Json mother = value(api, "person", {{"index", companions[0]["person"]}});
  EXPECT_EQ(mother["name"], "LASMINI");
  EXPECT_EQ(mother["id"], companions[0]["id"]);
  EXPECT_EQ(mother["sources"], Json({"dtks"}));
  ASSERT_EQ(mother["named"].size(), 1U);
  EXPECT_EQ(mother["named"][0]["role"], "mother");
  EXPECT_EQ(mother["named"][0]["row"]["name"], "DIAN");
  EXPECT_EQ(mother["family"], child["family"]);
  EXPECT_NE(whole_export(api, {{"kind", "persons"}, {"format", "csv"}}).find("pip:mother"), std::string::npos);
}

TEST(Api, ProfilesInStepsThatCanBeGivenUp) {
  Api api;
  const Json source = add(api, "dtks.csv", ten_rows(0))["value"]["sources"][0]["id"];
  EXPECT_EQ(refusal(api, "profile.step", {{"units", 10}}), "request.invalid") << "nothing was begun";
  EXPECT_FALSE(value(api, "profile.start", {{"source", source}})["finished"].get<bool>());
  value(api, "profile.step", {{"units", 1}});
  value(api, "profile.cancel");
  EXPECT_EQ(refusal(api, "profile.step", {{"units", 10}}), "request.invalid");
  Json progress = value(api, "profile.start", {{"source", source}});
  int steps = 0;
  while (!progress["finished"].get<bool>()) {
    progress = value(api, "profile.step", {{"units", 8}});
    ++steps;
  }
  EXPECT_GT(steps, 4);
  const Json stepped = value(api, "source.profile", {{"source", source}});
  EXPECT_TRUE(value(api, "profile.start", {{"source", source}})["finished"].get<bool>()) << "it is kept";
  Api other;
  add(other, "dtks.csv", ten_rows(0));
  EXPECT_EQ(stepped, value(other, "source.profile", {{"source", source}}));
}

} // namespace
} // namespace padan::codec
