#include "sealed_result.hpp"

#include <algorithm>
#include <fstream>

#include "load.hpp"
#include "padan/codec/box.hpp"
#include "padan/codec/sha256.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 16; // bytes that tell a box

std::string head_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kHead, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

Result<std::string> open_with_any(const std::string& box, const std::vector<std::string>& passwords) {
  Result<std::string> opened = fail(ErrorCode::FileEncrypted);
  for (const std::string& password : passwords) {
    opened = codec::open_box(box, password);
    if (opened || opened.error().code != ErrorCode::BoxPassphrase) {
      break;
    }
  }
  return opened;
}

} // namespace

bool is_among(const codec::HashedFile& input, const std::vector<codec::HashedFile>& given) {
  return std::any_of(given.begin(), given.end(),
                     [&](const codec::HashedFile& file) { return file.sha256 == input.sha256; });
}

bool is_project(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return false;
  }
  std::string ending = fs::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending == ".padan" || codec::is_box(head_of(path));
}

Result<codec::ProjectFile> open_project(const std::string& path, const std::vector<std::string>& passwords) {
  Result<std::string> bytes = read_whole(path);
  if (!bytes) {
    return tl::unexpected<Error>(bytes.error());
  }
  if (codec::is_box(*bytes)) {
    bytes = open_with_any(*bytes, passwords);
    if (!bytes) {
      return in_file(bytes.error(), path);
    }
  }
  Result<codec::ProjectFile> file = codec::unpack_project(*bytes);
  return file ? std::move(file) : in_file(file.error(), path);
}

Result<SealedResult> SealedResult::of_folder(const std::string& folder) {
  SealedResult result;
  result.folder_ = folder;
  const std::string summary = (result.folder_ / kSummary).string();
  const Result<std::string> text = read_whole(summary);
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  Result<codec::ReadSeal> seal = codec::read_seal(*text);
  if (!seal) {
    return in_file(seal.error(), summary);
  }
  result.seal_ = std::move(*seal);
  return result;
}

Result<SealedResult> SealedResult::of_version(codec::FrozenVersion version, const std::string& project) {
  SealedResult result;
  Result<codec::ReadSeal> seal = codec::read_seal(version.file(kSummary));
  if (!seal) {
    return in_file(seal.error(), project);
  }
  result.seal_ = std::move(*seal);
  result.version_ = std::move(version);
  return result;
}

bool SealedResult::holds(std::string_view name) const {
  return std::any_of(seal().outputs.begin(), seal().outputs.end(),
                     [&](const codec::HashedFile& file) { return file.name == name; });
}

std::optional<std::string> SealedResult::text(std::string_view name) const {
  if (version_) {
    const std::string_view kept = version_->file(name);
    return kept.empty() ? std::nullopt : std::optional<std::string>(kept);
  }
  Result<std::string> read = read_whole((folder_ / name).string());
  return read ? std::optional<std::string>(std::move(*read)) : std::nullopt;
}

std::vector<codec::HashedFile> SealedResult::kept() const {
  std::vector<codec::HashedFile> files;
  for (const codec::HashedFile& sealed : seal().outputs) {
    if (!version_) {
      if (Result<std::string> sha256 = hash_file((folder_ / sealed.name).string())) {
        files.push_back({sealed.name, std::move(*sha256)});
      }
    } else if (const auto kept = text(sealed.name)) {
      files.push_back({sealed.name, codec::sha256_of(*kept)});
    }
  }
  return files;
}

std::optional<codec::FrozenVersion> version_for(const codec::ProjectFile& project,
                                                const std::vector<codec::HashedFile>& given) {
  for (auto version = project.versions.rbegin(); version != project.versions.rend(); ++version) {
    const Result<codec::ReadSeal> seal = codec::read_seal(version->file(kSummary));
    if (seal && std::all_of(seal->seal.inputs.begin(), seal->seal.inputs.end(),
                            [&](const codec::HashedFile& input) { return is_among(input, given); })) {
      return *version;
    }
  }
  return project.versions.empty() ? std::nullopt : std::optional<codec::FrozenVersion>(project.versions.back());
}

} // namespace padan::cli
