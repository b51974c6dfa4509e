#include "temporary_file.hpp"

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace padan::codec::workbook {

std::string temporary_folder() {
  constexpr const char* kMemory = "/dev/shm";
  if (access(kMemory, R_OK | W_OK | X_OK) == 0) {
    return kMemory;
  }
  const char* const chosen = std::getenv("TMPDIR");
  return chosen != nullptr && *chosen != '\0' ? chosen : "/tmp";
}

TemporaryFile::TemporaryFile() : path_(temporary_folder() + "/padan-XXXXXX") {
  const int descriptor = mkstemp(path_.data());
  if (descriptor < 0) {
    path_.clear();
  } else {
    close(descriptor);
  }
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) {
    unlink(path_.c_str());
  }
}

std::string TemporaryFile::contents() const {
  std::string bytes;
  std::FILE* const file = std::fopen(path_.c_str(), "rb");
  if (file == nullptr) {
    return bytes;
  }
  std::fseek(file, 0, SEEK_END);
  const long size = std::ftell(file);
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  std::rewind(file);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  return bytes;
}

} // namespace padan::codec::workbook
