#include "load.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <new>
#include <numeric>
#include <set>
#include <sstream>

#include "padan/codec/file_reader.hpp"
#include "padan/codec/sha256.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSlice = 1 << 18; // stays in the cache of its processor from the disk to the grid

struct Input {
  fs::path path;
  std::string name; // that the result will show
  std::uintmax_t size = 0;
};

// One bar for files that are read at one time.
class Bar {
public:
  Bar(Console& console, std::uintmax_t total) : console_(console), total_(total) {}
  void add(const std::string& file, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    done_ += bytes;
    console_.reading(file, done_, total_);
  }

private:
  Console& console_;
  std::uintmax_t total_;
  std::mutex mutex_;
  std::uintmax_t done_ = 0;
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
    const std::uintmax_t size = fs::is_regular_file(path, ignored) ? fs::file_size(path, ignored) : 0;
    inputs.push_back({path, fs::path(path).filename().string(), size});
  }
  return inputs;
}

// kab1/dtks.csv and kab2/dtks.csv must not become one list: names grow folder by folder until they differ.
void make_distinct(std::vector<Input>& inputs, const FileNames& given) {
  for (Input& input : inputs) {
    const auto found = given.find(input.path.string());
    input.name = found == given.end() ? input.name : found->second;
  }
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

Result<codec::ReadFile> read(const Input& input, const std::vector<std::string>& passwords, Bar& bar) {
  std::error_code error;
  std::ifstream stream(input.path, std::ios::binary);
  if (!stream || fs::is_directory(input.path, error)) {
    return fail(ErrorCode::FileUnreadable, {{"file", input.name}});
  }
  codec::FileReader reader(input.name);
  std::vector<char> slice(kSlice);
  while (stream) {
    stream.read(slice.data(), static_cast<std::streamsize>(slice.size()));
    const auto count = static_cast<std::size_t>(stream.gcount());
    reader.feed({slice.data(), count});
    bar.add(input.name, count);
  }
  if (stream.bad()) {
    return fail(ErrorCode::FileUnreadable, {{"file", input.name}});
  }
  return reader.finish(passwords);
}

Result<engine::Session::Sources> load(const Input& input, const std::vector<std::string>& passwords, Bar& bar,
                                      const codec::ProjectHints& hints) {
  try {
    return read(input, passwords, bar).and_then([&](codec::ReadFile&& file) {
      return engine::Session::understand(input.name, std::move(file.grids), file.sha256, hints.of_file(input.name),
                                         hints.readings());
    });
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::FileTooLarge, {{"file", input.name}});
  }
}

// The largest first: begun last it would keep one worker busy when the others have nothing left.
std::vector<std::size_t> by_size(const std::vector<Input>& inputs) {
  std::vector<std::size_t> order(inputs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return inputs[a].size > inputs[b].size; });
  return order;
}

} // namespace

Result<std::string> read_whole(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream || stream.bad()) {
    return fail(ErrorCode::FileUnreadable, {{"file", path}});
  }
  return text;
}

tl::unexpected<Error> in_file(Error error, const std::string& path) {
  error.params.insert(error.params.begin(), {"file", path});
  return tl::unexpected<Error>(std::move(error));
}

Result<std::string> hash_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string slice(kSlice, '\0');
  codec::Sha256 hash;
  while (stream) {
    stream.read(slice.data(), static_cast<std::streamsize>(slice.size()));
    hash.feed(std::string_view(slice).substr(0, static_cast<std::size_t>(stream.gcount())));
  }
  std::error_code ignored;
  if (!stream.eof() || fs::is_directory(path, ignored)) {
    return fail(ErrorCode::FileUnreadable, {{"file", path}});
  }
  return hash.hex();
}

Result<std::vector<std::string>> read_passwords(const std::string& path) {
  std::vector<std::string> passwords;
  if (path.empty()) {
    return passwords;
  }
  return read_whole(path).map([&](const std::string& text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // Notepad writes one
    std::istringstream lines(text.compare(0, 3, kByteOrderMark) == 0 ? text.substr(3) : text);
    for (std::string line; std::getline(lines, line);) {
      line.resize(line.find_last_not_of('\r') + 1); // a space may belong to the password
      if (!line.empty()) {
        passwords.push_back(line);
      }
    }
    return passwords;
  });
}

Loaded load_files(engine::Session& session, const std::vector<std::string>& paths,
                  const std::vector<std::string>& passwords, Console& console, const base::Executor& executor,
                  const codec::ProjectHints& hints, const FileNames& names) {
  std::vector<Input> inputs = distinct(paths, console);
  make_distinct(inputs, names);
  const auto add_size = [](std::uintmax_t sum, const Input& input) { return sum + input.size; };
  Bar bar(console, std::accumulate(inputs.begin(), inputs.end(), std::uintmax_t{0}, add_size));
  std::vector<Result<engine::Session::Sources>> files(inputs.size());
  const std::vector<std::size_t> order = by_size(inputs);
  executor.run(static_cast<std::uint32_t>(order.size()),
               [&](std::uint32_t task) { files[order[task]] = load(inputs[order[task]], passwords, bar, hints); });
  Loaded loaded;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i]) {
      session.add(std::move(*files[i]));
      ++loaded.used;
    } else {
      console.refuse(sentence(console.language(), files[i].error()));
      ++loaded.refused;
      if (Result<std::string> sha256 = hash_file(inputs[i].path.string())) {
        loaded.unused.push_back({inputs[i].name, std::move(*sha256)});
      }
    }
  }
  console.wipe();
  return loaded;
}

} // namespace padan::cli
