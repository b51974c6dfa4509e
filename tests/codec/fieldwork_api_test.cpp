// The page's way through a batch: plan, write, take back, decide.
#include <cstring>
#include <map>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "padan/codec/api.hpp"
#include "padan/codec/file_reader.hpp"

namespace padan::codec {
namespace {

using Json = nlohmann::json;

constexpr const char* kList =
    "NIK,No KK,Nama,Tanggal Lahir,Jenis Kelamin,RT,RW,Desa,Kecamatan,Kode Wilayah\n"
    "3304011203700001,3304010101100001,SITI AMINAH,12-03-1970,P,2,1,Sukamaju,Mandala,3304012001\n"
    "3304010506800002,3304010101100001,BUDI SANTOSO,05-06-1980,L,2,1,Sukamaju,Mandala,3304012001\n"
    ",3304010101100004,TUTI LESTARI,05-05-1955,P,3,2,Sukamaju,Mandala,3304012001\n";

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
  return answer["error"].value("code", "");
}

void feed(Api& api, const std::string& name, std::string_view bytes) {
  api.open_file(name);
  std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
  api.feed(bytes.size());
}

void match(Api& api) {
  feed(api, "dtks.csv", kList);
  value(api, "file.close");
  value(api, "run.start", {{"workers", 1}, {"as_of", "2026-11-22"}});
  while (!value(api, "run.step", {{"units", 100'000}})["finished"].get<bool>()) {
  }
}

std::string batch(Api& api, Json request = Json::object()) {
  request.update({{"scope", "all"}, {"made", "2026-11-27"}, {"deadline", "2026-11-28"}});
  const Json started = value(api, "fieldwork.start", request);
  EXPECT_EQ(started["villages"], 1);
  EXPECT_EQ(started["rows"], 3);
  std::string zip;
  for (std::uint32_t index = 0; index < started["parts"]; ++index) {
    value(api, "fieldwork.part", {{"index", index}});
    zip += api.bytes();
  }
  return zip;
}

// The list of the only worksheet as CSV, with these cells below these headers.
std::string filled(const std::string& zip, const std::map<std::string, std::vector<std::string>>& cells) {
  FileReader reader("all.zip");
  reader.feed(zip);
  const table::Grid grid = std::move(reader.finish()->grids.front());
  std::uint32_t header = 0;
  while (grid.cell(header, 0) != "Kode baris") {
    ++header;
  }
  std::string out;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      const auto found = cells.find(std::string(grid.cell(header, column)));
      const bool here = row > header && found != cells.end() && row - header <= found->second.size();
      const std::string text = here ? found->second[row - header - 1] : std::string(grid.cell(row, column));
      out.append(column == 0 ? "\"" : ",\"").append(text).append("\"");
    }
    out += "\n";
  }
  return out;
}

std::string answered(const std::string& zip, const std::vector<std::string>& results) {
  return filled(zip, {{"HASIL", results}});
}

Json give(Api& api, const std::vector<std::string>& files) {
  value(api, "returns.clear");
  for (std::size_t i = 0; i < files.size(); ++i) {
    feed(api, "kembali" + std::to_string(i) + ".csv", files[i]);
    value(api, "returns.close", {{"today", "2026-11-29"}});
  }
  return value(api, "returns.take", {{"today", "2026-11-29"}, {"at", "2026-11-29T08:00:00Z"}});
}

TEST(FieldworkApi, PlansWritesAndTakesBack) {
  Api api;
  EXPECT_EQ(refusal(api, "fieldwork.villages"), "match.not_run");
  match(api);
  const Json villages = value(api, "fieldwork.villages");
  ASSERT_EQ(villages.size(), 1U);
  EXPECT_EQ(villages[0]["key"], "3304012001");
  EXPECT_EQ(villages[0]["persons"], 3);
  EXPECT_EQ(refusal(api, "fieldwork.start", {{"scope", "some"}, {"made", "2026-11-27"}}), "request.invalid");
  EXPECT_EQ(refusal(api, "fieldwork.start", {{"made", "yesterday"}}), "request.invalid");
  EXPECT_EQ(refusal(api, "fieldwork.part", {{"index", 0}}), "request.invalid");

  const std::string zip = batch(api, {{"workers", {{"3304012001", "Ibu Sri"}}}});
  const Json before = value(api, "fieldwork.board", {{"today", "2026-11-29"}})["batches"][0];
  EXPECT_EQ(before["answered"], 0);
  EXPECT_EQ(before["villages"][0]["worker"], "Ibu Sri");
  EXPECT_TRUE(before["villages"][0]["late"].get<bool>());

  const Json intake = give(api, {answered(zip, {"1", "meninggal", "3/4"})});
  EXPECT_EQ(intake["answered"], 2);
  EXPECT_EQ(intake["events"], 2);
  EXPECT_EQ(intake["files"][0]["remarks"][0]["code"], "two_answers");
  const Json after = value(api, "fieldwork.board", {{"today", "2026-11-29"}})["batches"][0];
  EXPECT_EQ(after["answered"], 2);
  EXPECT_EQ(after["results"]["dead"], 1);
  const Json rows = value(api, "fieldwork.rows", {{"batch", 1}, {"village", "3304012001"}, {"from", 0}, {"to", 9}});
  EXPECT_EQ(rows["total"], 3);
  EXPECT_EQ(rows["rows"][1]["result"], "dead");
  EXPECT_FALSE(rows["rows"][0]["name"].get<std::string>().empty());
  const Json history = value(api, "decisions.history", {{"from", 0}, {"to", 9}});
  EXPECT_EQ(history["total"], 2);
  EXPECT_EQ(history["events"][0]["by"], "Ibu Sri");

  // The project carries it on, without a word of any person.
  const Json project = value(api, "project");
  EXPECT_EQ(project["fieldwork"].dump().find("SITI"), std::string::npos);
  EXPECT_FALSE(value(api, "settings").contains("fieldwork"));
  Api other;
  match(other);
  value(other, "project.load", project);
  EXPECT_EQ(value(other, "fieldwork.board", {{"today", "2026-11-29"}})["batches"][0]["answered"], 2);
}

TEST(FieldworkApi, IsSealedWithTheResultNumberByNumber) {
  Api api;
  match(api);
  EXPECT_FALSE(value(api, "figures").contains("fieldwork"));
  const std::string zip = batch(api);
  give(api, {answered(zip, {"1", "meninggal", ""})});
  EXPECT_EQ(refusal(api, "seal.start"), "seal.pending");
  value(api, "review.apply");
  while (!value(api, "run.step", {{"units", 100'000}})["finished"].get<bool>()) {
  }
  const Json board = value(api, "fieldwork.board", {{"today", "2026-11-29"}})["batches"][0];
  value(api, "seal.start");
  while (!value(api, "seal.step")["finished"].get<bool>()) {
  }
  value(api, "versions.freeze", {{"name", "Rakor"}, {"at", "2026-11-30"}, {"by", "Uji"}, {"capacity", "Dinsos"}});
  const Json version = value(api, "versions.figures", {{"version", 0}});
  const Json stated = version["figures"]["fieldwork"];
  EXPECT_EQ(stated["batches"], 1);
  EXPECT_EQ(stated["rows"], board["rows"]);
  EXPECT_EQ(stated["answered"], board["answered"]);
  EXPECT_EQ(stated["results"], board["results"]);
  EXPECT_EQ(stated["villages"], 1);
  EXPECT_EQ(stated["done"], 0);
  EXPECT_EQ(stated["repaired"], 0);
  EXPECT_EQ(stated["proposals"], 0);
  ASSERT_EQ(stated["by_village"].size(), 1U);
  EXPECT_EQ(stated["by_village"][0]["village"], "Sukamaju");
  EXPECT_EQ(stated["by_village"][0]["results"]["dead"], 1);

  // Who decides what is that of the sealed project, whatever the project at hand says by now.
  value(api, "settings.set", {{"authority", {{"rules", Json::array()}}}});
  EXPECT_EQ(value(api, "authority.in_force"), Json::array());
  EXPECT_EQ(value(api, "versions.figures", {{"version", 0}})["authority"][0]["topic"], "nik");
}

std::uint32_t rows_of(Api& api, const std::string& method, Json request) {
  request.update({{"from", 0}, {"to", 99}});
  const Json page = value(api, method, request);
  EXPECT_EQ(page["rows"].size(), page["total"].get<std::size_t>()) << request.dump();
  return page["total"];
}

// Law 8: behind each number as many rows as it says.
TEST(FieldworkApi, OpensEveryNumberToItsRows) {
  Api api;
  match(api);
  const Json villages = value(api, "fieldwork.villages");
  EXPECT_EQ(rows_of(api, "fieldwork.planned", {{"scope", "all"}}), villages[0]["persons"].get<std::uint32_t>());
  EXPECT_EQ(rows_of(api, "fieldwork.planned", {{"scope", "check"}}), villages[0]["to_check"].get<std::uint32_t>());
  const std::string zip = batch(api);
  const Json intake = give(api, {answered(zip, {"1", "meninggal", "3/4"})});
  const Json board = value(api, "fieldwork.board", {{"today", "2026-11-29"}})["batches"][0];
  for (const Json& batch : {Json(0), Json(1)}) {
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}}), board["rows"].get<std::uint32_t>());
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}, {"state", "answered"}}), 2U);
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}, {"state", "open"}}), 1U);
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}, {"result", "dead"}}), 1U);
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}, {"district", "Mandala"}}), 3U);
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}, {"village", "lain"}}), 0U);
    EXPECT_EQ(rows_of(api, "fieldwork.rows", {{"batch", batch}, {"repaired", "any"}}), 0U);
  }
  EXPECT_EQ(refusal(api, "fieldwork.rows", {{"batch", 7}, {"from", 0}, {"to", 9}}), "request.invalid");
  EXPECT_EQ(refusal(api, "fieldwork.rows", {{"state", "lain"}, {"from", 0}, {"to", 9}}), "request.invalid");

  EXPECT_EQ(rows_of(api, "returns.rows", {{"what", "answered"}}), intake["answered"].get<std::uint32_t>());
  EXPECT_EQ(rows_of(api, "returns.rows", {{"what", "fresh"}}), 2U);
  EXPECT_EQ(rows_of(api, "returns.rows", {{"what", "conflicts"}}), 0U);
  EXPECT_EQ(rows_of(api, "returns.rows", {{"what", "proposals"}}), 0U);
  const Json& remarks = intake["files"][0]["remarks"];
  for (std::uint32_t i = 0; i < remarks.size(); ++i) {
    ASSERT_TRUE(remarks[i]["opens"].get<bool>()) << remarks[i].dump();
    const Json request = {{"what", "remark"}, {"file", 0}, {"remark", i}, {"from", 0}, {"to", 9}};
    const Json page = value(api, "returns.rows", request);
    EXPECT_EQ(page["total"], remarks[i]["rows"]);
    EXPECT_EQ(page["rows"][0]["name"], "TUTI LESTARI"); // whose row has two answers in one cell
    EXPECT_GT(page["rows"][0]["line"], 0);
  }
  EXPECT_EQ(refusal(api, "returns.rows", {{"what", "remark"}, {"file", 3}, {"remark", 0}, {"from", 0}, {"to", 9}}),
            "request.invalid");
}

// No list says who is ill; the village does, and the ranking follows.
TEST(FieldworkApi, TicksReachTheRanking) {
  Api api;
  match(api);
  const auto sick = [&] { return value(api, "priority", {{"unit", "persons"}})["needs"][0]; };
  EXPECT_EQ(sick()["need"], "sick");
  EXPECT_FALSE(sick()["asked"].get<bool>());
  const std::string zip = batch(api);
  give(api, {filled(zip, {{"HASIL", {"1", "1", "1"}}, {"Sakit menahun", {"v", "", ""}}})});
  value(api, "review.apply");
  while (!value(api, "run.step", {{"units", 100'000}})["finished"].get<bool>()) {
  }
  EXPECT_TRUE(sick()["asked"].get<bool>());
  EXPECT_EQ(sick()["yes"], 1);
}

TEST(FieldworkApi, AsksAPersonWhereTwoAnswersStandAgainstEachOther) {
  Api api;
  match(api);
  const std::string zip = batch(api);
  Json intake = give(api, {answered(zip, {"1", "1", "1"}), answered(zip, {"3", "1", "1"})});
  ASSERT_EQ(intake["conflicts"].size(), 1U);
  EXPECT_EQ(intake["conflicts"][0]["sides"].size(), 2U);
  EXPECT_EQ(refusal(api, "returns.decide", {{"conflict", 7}, {"at", "x"}, {"today", "2026-11-29"}}), "request.invalid");
  const Json sign = {{"conflict", 0}, {"side", 1},           {"today", "2026-11-29"}, {"at", "2026-11-29T09:00:00Z"},
                     {"by", "Sri"},   {"capacity", "Dinsos"}};
  EXPECT_EQ(value(api, "returns.decide", sign)["left"], 0);
  EXPECT_EQ(value(api, "returns.state")["conflicts"].size(), 0U);

  // The other one again: now it stands against what was decided, and deciding so undoes that by name.
  intake = give(api, {answered(zip, {"1", "1", "1"})});
  ASSERT_EQ(intake["conflicts"].size(), 1U);
  EXPECT_EQ(intake["conflicts"][0]["stored"], "dead");
  EXPECT_EQ(intake["conflicts"][0]["decisions"].size(), 1U);
  Json again = sign;
  again["side"] = 0;
  value(api, "returns.decide", again);
  const Json board = value(api, "fieldwork.board", {{"today", "2026-11-29"}})["batches"][0];
  EXPECT_EQ(board["results"]["dead"], 0);
  EXPECT_EQ(board["results"]["eligible"], 3);
  EXPECT_EQ(give(api, {answered(zip, {"1", "1", "1"})})["conflicts"].size(), 0U);
}

TEST(FieldworkApi, LocksWithAPassphraseAndAsksForIt) {
  Api api;
  match(api);
  EXPECT_EQ(refusal(api, "fieldwork.start", {{"made", "2026-11-27"}, {"passphrase", "x"}, {"random", "short"}}),
            "request.invalid");
  const std::string zip = batch(api, {{"passphrase", "Rahasia"}, {"random", std::string(64, 'r')}});
  feed(api, "all.zip", zip);
  EXPECT_EQ(refusal(api, "returns.close", {{"today", "2026-11-29"}}), "file.encrypted");
  feed(api, "all.zip", zip);
  EXPECT_EQ(value(api, "returns.close", {{"today", "2026-11-29"}, {"passwords", {"Rahasia"}}})["files"], 1);
  feed(api, "all.zip", zip);
  EXPECT_EQ(value(api, "returns.close", {{"today", "2026-11-29"}, {"final", true}})["files"], 2);
  const Json intake = value(api, "returns.take", {{"today", "2026-11-29"}, {"at", "2026-11-29T08:00:00Z"}});
  EXPECT_EQ(intake["files"][0]["village"], "Sukamaju");
  EXPECT_EQ(intake["files"][1]["remarks"][0]["code"], "file_refused");
  EXPECT_EQ(value(api, "returns.proposals")["rows"], 0);
  EXPECT_EQ(value(api, "returns.report", {{"today", "2026-11-29"}})["name"], "eskalasi-verval.xlsx");
  EXPECT_EQ(api.bytes().substr(0, 2), "PK");
}

} // namespace
} // namespace padan::codec
