#include "load.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <new>
#include <set>

#include "padan/codec/file_reader.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSlice = 1 << 20;

struct Input {
  fs::path path;
  std::string name; // that the result will show
};

// Paths of distinct files; one given twice (also by another spelling) is read once.
std::vector<Input> distinct(const std::vector<std::string>& paths, Console& console) {
  std::vector<Input> inputs;
  std::set<fs::path> seen;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (!seen.insert(fs::weakly_canonical(path, ignored)).second) {
      console.tell(sentence(console.language(), Note::GivenTwice, {{"file", path}}));
      continue;
    }
    inputs.push_back({path, fs::path(path).filename().string()});
  }
  return inputs;
}

// kab1/dtks.csv and kab2/dtks.csv must not become one list: names grow folder by folder until they differ.
void make_distinct(std::vector<Input>& inputs) {
  for (std::size_t depth = 1; depth < 32; ++depth) {
    bool grown = false;
    std::vector<std::string> names;
    for (const Input& input : inputs) {
      names.push_back(input.name);
    }
    for (Input& input : inputs) {
      if (std::count(names.begin(), names.end(), input.name) < 2) {
        continue;
      }
      fs::path folder = fs::absolute(input.path).lexically_normal().parent_path();
      for (std::size_t up = 1; up < depth; ++up) {
        folder = folder.parent_path();
      }
      if (!folder.filename().empty()) {
        input.name = folder.filename().string() + "/" + input.name;
        grown = true;
      }
    }
    if (!grown) {
      return;
    }
  }
}

Result<codec::ReadFile> read(const Input& input, Console& console) {
  std::error_code error;
  const std::uintmax_t size = fs::is_regular_file(input.path, error) ? fs::file_size(input.path, error) : 0;
  std::ifstream stream(input.path, std::ios::binary);
  if (!stream || fs::is_directory(input.path, error)) {
    return fail(ErrorCode::FileUnreadable, {{"file", input.name}});
  }
  codec::FileReader reader(input.name);
  std::vector<char> slice(kSlice);
  for (std::uintmax_t done = 0; stream;) {
    stream.read(slice.data(), static_cast<std::streamsize>(slice.size()));
    const auto count = static_cast<std::size_t>(stream.gcount());
    reader.feed({slice.data(), count});
    done += count;
    console.reading(input.name, done, size);
  }
  if (stream.bad()) {
    return fail(ErrorCode::FileUnreadable, {{"file", input.name}});
  }
  return reader.finish();
}

Result<bool> load(engine::Session& session, const Input& input, Console& console, const codec::ProjectHints& hints) {
  try {
    Result<codec::ReadFile> file = read(input, console);
    if (!file) {
      return tl::unexpected<Error>(std::move(file.error()));
    }
    const auto ids =
        session.add_file(input.name, std::move(file->grids), std::move(file->sha256), hints.of_file(input.name));
    return ids ? Result<bool>(true) : tl::unexpected<Error>(ids.error());
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::FileTooLarge, {{"file", input.name}});
  }
}

} // namespace

Loaded load_files(engine::Session& session, const std::vector<std::string>& paths, Console& console,
                  const codec::ProjectHints& hints) {
  std::vector<Input> inputs = distinct(paths, console);
  make_distinct(inputs);
  Loaded loaded;
  for (const Input& input : inputs) {
    const Result<bool> done = load(session, input, console, hints);
    loaded.used += done ? 1 : 0;
    loaded.refused += done ? 0 : 1;
    if (!done) {
      console.refuse(sentence(console.language(), done.error()));
    }
  }
  console.wipe();
  return loaded;
}

} // namespace padan::cli
