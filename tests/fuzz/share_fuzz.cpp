// Any bytes inside a box as a share of questions, and edits of a right one: no crash, and what was opened can be asked and answered.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "padan/codec/api.hpp"
#include "padan/codec/box.hpp"

namespace {

using namespace padan::codec;

constexpr std::string_view kShare =
    R"({"format":"padan share","version":1,"split":"ab12","hand":1,"hands":2,"to":"Siti","from":"Rina","at":"x","accept":5,)"
    R"("rows":[{"source":"a","row":1},{"source":"b","row":2,"key":"k"},{"source":"a","row":7}],"questions":[{"question":3,)"
    R"("case":{"kind":"cluster","weight":3.5,"rows":[{"index":0},{"index":1},{"index":2}],"left":{"index":0},"right":{"index":1}}}]})";

std::string boxed(std::string_view text) { return seal_box(text, "kopi", std::string(kBoxRandom, 'r'), 1).value(); }

std::string give(Api& api, const char* method, const std::string& bytes, const char* arguments) {
  std::memcpy(api.buffer(bytes.size()).data(), bytes.data(), bytes.size());
  api.take(bytes.size());
  return api.call(method, arguments);
}

bool is_bug(const std::string& answer) { return answer.find("\"bug\"") != std::string::npos; }

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string text(bytes);
  if (size > 0 && data[0] % 2 == 0) { // three bytes each: place (two) and value
    text = kShare;
    for (std::size_t at = 1; at + 2 < size; at += 3) {
      text[(data[at] * 256U + data[at + 1]) % text.size()] = static_cast<char>(data[at + 2]);
    }
  }
  Api api;
  const std::string opened = give(api, "share.open", boxed(text), R"({"passphrase":"kopi"})");
  if (is_bug(opened)) {
    std::abort();
  }
  if (opened.find("\"ok\":true") == std::string::npos) {
    return 0;
  }
  const char* const who = R"(,"at":"t","by":"S","capacity":""})";
  for (const std::string& answer :
       {api.call("review.queue", R"({"from":0,"to":9})"), api.call("review.case", R"({"case":0})"),
        api.call("review.decide", std::string(R"({"case":0,"answer":"same")") + who),
        api.call("review.group", std::string(R"({"parts":[[0],[1,2]])") + who),
        api.call("decisions.history", R"({"from":0,"to":9})"),
        give(api, "share.answers", std::string(kBoxRandom, 'q'), R"({"passphrase":"kopi","at":"t"})")}) {
    if (is_bug(answer)) {
      std::abort();
    }
  }
  return 0;
}
