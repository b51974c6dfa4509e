#include "padan/codec/zip_writer.hpp"

#include <new>

#include <zlib.h>

namespace padan::codec {
namespace {

constexpr std::uint64_t kMost = 0xFFFF'FFFF; // without Zip64, which not every officer's unpacker knows
constexpr std::uint32_t kMostFiles = 0xFFFF;
constexpr std::uint16_t kVersion = 20; // of APPNOTE that can unpack: 2.0, deflate
constexpr std::uint16_t kUtf8 = 0x800;
constexpr std::uint32_t kNewYear2020 = (40U << 25U | 1U << 21U | 1U << 16U); // date and time as DOS counts them

void add16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>(value & 0xFFU));
  out.push_back(static_cast<char>(value >> 8U & 0xFFU));
}

void add32(std::string& out, std::uint64_t value) {
  add16(out, static_cast<std::uint32_t>(value & 0xFFFFU));
  add16(out, static_cast<std::uint32_t>(value >> 16U & 0xFFFFU));
}

std::string deflated(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib reads only
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// What stands alike in front of the file and in the directory.
std::string facts(std::string_view bytes, std::string_view packed, bool is_packed, std::string_view name) {
  std::string out;
  add16(out, kVersion);
  add16(out, kUtf8);
  add16(out, is_packed ? Z_DEFLATED : 0);
  add32(out, kNewYear2020);
  add32(out, crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
  add32(out, packed.size());
  add32(out, bytes.size());
  add16(out, static_cast<std::uint32_t>(name.size()));
  add16(out, 0); // extra field
  return out;
}

} // namespace

std::string ZipWriter::unique_name(std::string_view name) const {
  std::string candidate(name.substr(0, kMostFiles));
  const std::size_t slash = candidate.find_last_of('/');
  const std::size_t dot = candidate.find_last_of('.');
  const bool has_ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  const std::string stem = candidate.substr(0, has_ending ? dot : candidate.size());
  const std::string ending = candidate.substr(stem.size());
  for (int i = 2; names_.count(candidate) != 0; ++i) {
    candidate = stem + " (" + std::to_string(i) + ")" + ending;
  }
  return candidate;
}

Result<bool> ZipWriter::add(std::string& out, std::string_view name, std::string_view bytes, Packing packing) {
  if (files_ == kMostFiles || bytes.size() > kMost / 2) {
    return fail(ErrorCode::FileTooLarge);
  }
  const std::string own = unique_name(name);
  std::string packed = packing == Packing::Deflate ? deflated(bytes) : std::string();
  const bool is_packed = packing == Packing::Deflate && packed.size() < bytes.size();
  const std::string_view body = is_packed ? std::string_view(packed) : bytes;
  const std::string shared = facts(bytes, body, is_packed, own);
  if (written_ + directory_.size() + body.size() + shared.size() + own.size() > kMost - kMostFiles) {
    return fail(ErrorCode::FileTooLarge);
  }
  const std::size_t begin = out.size();
  out.append("PK\x03\x04").append(shared).append(own).append(body);

  directory_.append("PK\x01\x02");
  add16(directory_, kVersion);
  directory_.append(shared);
  add16(directory_, 0); // comment
  add16(directory_, 0); // disk
  add16(directory_, 0);
  add32(directory_, 0);
  add32(directory_, written_);
  directory_.append(own);
  names_.insert(own);
  written_ += out.size() - begin;
  ++files_;
  return true;
}

Result<bool> ZipWriter::finish(std::string& out) {
  if (written_ + directory_.size() > kMost) {
    return fail(ErrorCode::FileTooLarge);
  }
  out.append(directory_);
  out.append("PK\x05\x06");
  add32(out, 0); // disks
  add16(out, files_);
  add16(out, files_);
  add32(out, directory_.size());
  add32(out, written_);
  add16(out, 0); // comment
  return true;
}

} // namespace padan::codec
