#include "output_folder.hpp"

#include <algorithm>
#include <filesystem>

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPart = ".part";

bool bears(const fs::path& folder, const Marker& marker) {
  std::ifstream stream(folder / marker.file, std::ios::binary);
  std::string head(4096, '\0');
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  return head.find(marker.words) != std::string::npos;
}

bool is_own(const fs::path& folder, const Marker& marker) {
  std::error_code error;
  if (!fs::exists(folder, error)) {
    return true;
  }
  if (!fs::is_directory(folder, error)) {
    return false;
  }
  // What an interrupted run left behind is ours as well.
  const auto foreign = [](const fs::directory_entry& entry) { return entry.path().extension() != kPart; };
  const fs::directory_iterator entries(folder, error);
  return bears(folder, marker) || std::none_of(begin(entries), end(entries), foreign);
}

tl::unexpected<Refusal> unwritable(const fs::path& file) {
  return tl::unexpected<Refusal>({Note::OutUnwritable, {{"file", file.string()}}});
}

// Under the name that says it is not finished.
tl::expected<void, Refusal> write_part(const fs::path& path,
                                       const std::function<void(const OutputFolder::Write&)>& produce) {
  const fs::path file = path.string() + std::string(kPart);
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  produce([&](std::string_view text) { stream.write(text.data(), static_cast<std::streamsize>(text.size())); });
  stream.close();
  if (!stream) {
    return unwritable(file);
  }
  return {};
}

tl::expected<void, Refusal> name_part(const fs::path& path) {
  std::error_code error;
  fs::rename(path.string() + std::string(kPart), path, error);
  if (error) {
    return unwritable(path);
  }
  return {};
}

} // namespace

tl::expected<void, Refusal> write_file(const std::string& path, std::string_view text) {
  const auto written = write_part(path, [&](const OutputFolder::Write& append) { append(text); });
  return written ? name_part(path) : written;
}

tl::expected<OutputFolder, Refusal> OutputFolder::open(const std::string& path, const std::vector<std::string>& names,
                                                       Marker marker, const std::vector<std::string>& inputs) {
  if (!is_own(path, marker)) {
    return tl::unexpected<Refusal>({Note::OutForeign, {{"folder", path}}});
  }
  for (const std::string& name : names) {
    for (const std::string& input : inputs) {
      std::error_code error;
      if (fs::equivalent(fs::path(path) / name, input, error)) {
        return tl::unexpected<Refusal>({Note::OutIsInput, {{"file", input}}});
      }
    }
  }
  return OutputFolder(path, std::move(marker));
}

tl::expected<void, Refusal> OutputFolder::write(const std::string& name,
                                                const std::function<void(const Write&)>& produce) {
  const auto written = write_part(fs::path(path_) / name, produce);
  if (written) {
    written_.push_back(name);
  }
  return written;
}

tl::expected<void, Refusal> OutputFolder::commit() {
  std::stable_partition(written_.begin(), written_.end(),
                        [&](const std::string& name) { return name != marker_.file; });
  for (const std::string& name : written_) {
    if (const auto named = name_part(fs::path(path_) / name); !named) {
      return named;
    }
  }
  written_.clear();
  for (const std::string& name : dropped_) {
    std::error_code absent;
    fs::remove(fs::path(path_) / name, absent);
  }
  return {};
}

} // namespace padan::cli
