#include <algorithm>
#include <string>

#include "padan/codec/workbook_reader.hpp"

namespace padan::codec {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHead = 4096;

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Lower case ASCII without NULs (so that UTF-16 reads as well), byte order mark and leading space.
std::string plain(std::string_view head) {
  std::string out;
  for (const char c : head.substr(0, kHead)) {
    const bool leading = out.empty() && (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0xEF);
    if (c != '\0' && !leading && !(out.empty() && (c == '\xBB' || c == '\xBF'))) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
  }
  return out;
}

FileFormat sniff_zip(std::string_view head) {
  const auto says = [head](std::string_view word) {
    return head.substr(0, kHead).find(word) != std::string_view::npos;
  };
  if (says("opendocument.spreadsheet")) {
    return FileFormat::Ods;
  }
  const bool office = says("[Content_Types].xml") || says("_rels/") || says("docProps/") || says("xl/");
  return office && !says("word/") && !says("ppt/") ? FileFormat::Xlsx : FileFormat::Zip;
}

bool is_picture(std::string_view head) {
  constexpr std::string_view kMarks[] = {"\x89PNG"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv};
  const bool webp = starts_with(head, "RIFF") && head.substr(std::min<std::size_t>(8, head.size()), 4) == "WEBP";
  const bool heic = head.substr(std::min<std::size_t>(4, head.size()), 4) == "ftyp";
  const bool bmp = starts_with(head, "BM") && head.substr(0, 16).find('\0') != std::string_view::npos;
  return webp || heic || bmp || std::any_of(std::begin(kMarks), std::end(kMarks), [head](std::string_view mark) {
           return starts_with(head, mark);
         });
}

FileFormat sniff_markup(std::string_view text) {
  if (text.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos &&
      text.find("<html") == std::string_view::npos) {
    return FileFormat::ExcelXml;
  }
  if (text.find("<office:document") != std::string_view::npos) {
    return FileFormat::Ods;
  }
  constexpr std::string_view kTags[] = {"<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<tr"};
  const bool html = std::any_of(std::begin(kTags), std::end(kTags),
                                [text](std::string_view tag) { return text.find(tag) != std::string_view::npos; });
  return html ? FileFormat::Html : FileFormat::Text;
}

// Control bytes that no text of any encoding holds; NUL is left to UTF-16.
bool is_binary(std::string_view head) {
  const bool utf16 = starts_with(head, "\xFF\xFE") || starts_with(head, "\xFE\xFF");
  const auto odd = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 9 || (byte > 13 && byte < 32 && byte != 26 && byte != 27);
  });
  return !utf16 && odd * 10 > static_cast<std::ptrdiff_t>(head.size());
}

} // namespace

FileFormat sniff(std::span<const char> bytes) {
  const std::string_view head(bytes.data(), std::min(bytes.size(), kHead));
  if (starts_with(head, "PK\3\4") || starts_with(head, "PK\5\6")) {
    return sniff_zip(head);
  }
  if (starts_with(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    return plain(head.substr(8)).find("encryptedpackage") == std::string::npos ? FileFormat::Xls
                                                                               : FileFormat::Encrypted;
  }
  if (starts_with(head, "\x09\x08") && head.size() > 8 && (head[2] == '\x10' || head[2] == '\x08') && head[3] == '\0') {
    return FileFormat::Xls; // a bare BIFF stream
  }
  if (starts_with(head, "%PDF")) {
    return FileFormat::Pdf;
  }
  if (is_picture(head)) {
    return FileFormat::Picture;
  }
  const std::string text = plain(head);
  if (starts_with(text, "<")) {
    return sniff_markup(text);
  }
  return is_binary(head) ? FileFormat::Unknown : FileFormat::Text;
}

} // namespace padan::codec
