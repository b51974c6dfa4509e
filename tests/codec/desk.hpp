#pragma once
// The JSON API as a page has it, and a small regency to try it on.

#include <cstring>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "padan/codec/api.hpp"

namespace padan::codec::test {

using Json = nlohmann::json;

class Desk {
public:
  Json call(const std::string& method, const Json& arguments = Json::object()) {
    return Json::parse(api.call(method, arguments.dump()));
  }
  Json value(const std::string& method, const Json& arguments = Json::object()) {
    Json answer = call(method, arguments);
    EXPECT_TRUE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
    return answer["value"];
  }
  /// A request that leaves an event.
  Json say(const std::string& method, Json arguments) {
    arguments.update({{"at", "2026-11-22T08:00:00Z"}, {"by", "Rina"}, {"capacity", "operator"}});
    return value(method, arguments);
  }
  std::string refusal(const std::string& method, const Json& arguments = Json::object()) {
    const Json answer = call(method, arguments);
    EXPECT_FALSE(answer["ok"].get<bool>()) << method << ": " << answer.dump();
    return answer["error"]["code"];
  }
  void add(const std::string& name, const std::string& bytes) {
    api.open_file(name);
    std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
    api.feed(bytes.size());
    value("file.close");
  }
  /// A call that takes bytes.
  Json give(const std::string& method, const std::string& bytes, const Json& arguments = Json::object()) {
    std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
    api.take(bytes.size());
    return call(method, arguments);
  }
  Json load(const std::string& log) { return give("decisions.load", log); }
  std::string log() {
    value("decisions.export");
    return std::string(api.bytes());
  }
  void finish() {
    while (!value("run.step", {{"units", 100'000}})["finished"].get<bool>()) {
    }
  }
  void run() {
    value("run.start", {{"workers", 1}, {"as_of", "2026-11-22"}});
    finish();
  }
  std::string table(const std::string& kind) {
    const Json started = value("export.start", {{"kind", kind}});
    std::string out;
    for (unsigned i = 0; i < started["parts"].get<unsigned>(); ++i) {
      value("export.part", {{"index", i}});
      out += api.bytes();
    }
    return out;
  }
  std::string tables() {
    std::string all;
    for (const char* kind : {"rows", "persons", "families", "pairs", "findings"}) {
      all += table(kind);
    }
    return all;
  }
  Json queue(const Json& more = Json::object()) {
    Json arguments = {{"from", 0}, {"to", 1000}};
    arguments.update(more);
    return value("review.queue", arguments);
  }

  Api api;
};

// With thresholds so strict that much is in doubt.
inline void add_regency(Desk& desk) {
  desk.value("review.thresholds", {{"accept", 14}, {"review", -7}});
  Desk maker;
  const Json files = maker.value("sample", {{"people", 900}, {"seed", 5}, {"errors", "heavy"}})["files"];
  for (unsigned i = 0; i < files.size(); ++i) {
    maker.value("sample.file", {{"index", i}});
    if (const std::string name = files[i]["name"]; name.find('/') == std::string::npos) {
      desk.add(name, std::string(maker.api.bytes()));
    }
  }
}

} // namespace padan::codec::test
