#include "padan/codec/seal.hpp"

#include <algorithm>

#include "padan/codec/sha256.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

void feed_files(Sha256& hash, std::string_view kind, std::vector<HashedFile> files) {
  std::sort(files.begin(), files.end(), [](const HashedFile& a, const HashedFile& b) { return a.name < b.name; });
  for (const HashedFile& file : files) {
    hash.feed(kind);
    hash.feed(" " + file.sha256 + " " + file.name + "\n");
  }
}

std::vector<HashedFile> read_files(JsonReader& reader, std::string_view key) {
  std::vector<HashedFile> files;
  const Json* list = reader.member(key);
  if (list == nullptr || !list->is_array()) {
    reader.refuse(key);
    return files;
  }
  for (const Json& item : *list) {
    JsonReader file(item);
    files.push_back({file.text("name").value_or(""), file.text("sha256").value_or("")});
    if (!file.ok() || files.back().name.empty()) {
      reader.refuse(key);
    }
  }
  return files;
}

} // namespace

std::string Seal::code() const {
  Sha256 hash;
  hash.feed("padan seal 1\n");
  feed_files(hash, "input", inputs);
  feed_files(hash, "output", outputs);
  return hash.hex();
}

Result<ReadSeal> read_seal(std::string_view summary) {
  const Json json = parse_json(summary);
  JsonReader reader(json);
  ReadSeal read;
  read.seal.inputs = read_files(reader, "inputs");
  read.seal.outputs = read_files(reader, "outputs");
  read.stated = reader.text("seal").value_or("");
  if (!reader.ok()) {
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  return read;
}

} // namespace padan::codec
