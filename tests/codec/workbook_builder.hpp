#pragma once
// Tiny workbooks in memory, also crooked ones, and a readable picture of what was read.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

#include "padan/codec/workbook_reader.hpp"

namespace padan::test {

inline std::string little_endian(std::uint64_t value, unsigned bytes) {
  std::string out;
  for (unsigned i = 0; i < bytes; ++i) {
    out.push_back(i < 8 ? static_cast<char>(value >> (8 * i) & 0xFF) : '\0');
  }
  return out;
}

inline std::string deflated(std::string_view text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

/// How a zip may differ from the plain case.
struct ZipStyle {
  bool stored = false;      // not packed
  bool descriptors = false; // sizes of local headers left at 0, as streaming writers do
  bool zip64 = false;       // sizes and places in the Zip64 fields
  bool encrypted = false;
  std::uint32_t crc_error = 0;
  std::string prefix; // bytes before the archive, which its offsets do not count
  std::string suffix; // bytes after it
};

class ZipBuilder {
public:
  explicit ZipBuilder(ZipStyle style = {}) : style_(std::move(style)) {}

  ZipBuilder& add(const std::string& name, std::string_view text) {
    const std::string data = style_.stored ? std::string(text) : deflated(text);
    const auto crc = static_cast<std::uint32_t>(
                         crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()))) ^
                     style_.crc_error;
    const std::uint64_t place = body_.size();
    const std::string common = little_endian((style_.descriptors ? 8U : 0U) | (style_.encrypted ? 1U : 0U), 2) +
                               little_endian(style_.stored ? 0 : 8, 2) + little_endian(0, 4);
    const bool blank = style_.descriptors;
    body_ += "PK\3\4" + little_endian(20, 2) + common + little_endian(blank ? 0 : crc, 4) +
             little_endian(blank ? 0 : data.size(), 4) + little_endian(blank ? 0 : text.size(), 4) +
             little_endian(name.size(), 2) + little_endian(0, 2) + name + data;
    if (style_.descriptors) {
      body_ += "PK\7\b" + little_endian(crc, 4) + little_endian(data.size(), 4) + little_endian(text.size(), 4);
    }
    const std::string extra = style_.zip64
                                  ? little_endian(1, 2) + little_endian(24, 2) + little_endian(text.size(), 8) +
                                        little_endian(data.size(), 8) + little_endian(place, 8)
                                  : "";
    const auto or_mark = [&](std::uint64_t value) { return style_.zip64 ? 0xFFFFFFFFU : value; };
    directory_ += "PK\1\2" + little_endian(20, 2) + little_endian(20, 2) + common + little_endian(crc, 4) +
                  little_endian(or_mark(data.size()), 4) + little_endian(or_mark(text.size()), 4) +
                  little_endian(name.size(), 2) + little_endian(extra.size(), 2) + little_endian(0, 10) +
                  little_endian(or_mark(place), 4) + name + extra;
    ++count_;
    return *this;
  }

  [[nodiscard]] std::string bytes() const {
    std::string end;
    if (style_.zip64) {
      end = "PK\6\6" + little_endian(44, 8) + little_endian(45, 2) + little_endian(45, 2) + little_endian(0, 8) +
            little_endian(count_, 8) + little_endian(count_, 8) + little_endian(directory_.size(), 8) +
            little_endian(body_.size(), 8);
      end += "PK\6\7" + little_endian(0, 4) + little_endian(body_.size() + directory_.size(), 8) + little_endian(1, 4);
    }
    const auto or_mark = [&](std::uint64_t value) { return style_.zip64 ? 0xFFFFFFFFU : value; };
    end += "PK\5\6" + little_endian(0, 4) + little_endian(count_, 2) + little_endian(count_, 2) +
           little_endian(or_mark(directory_.size()), 4) + little_endian(or_mark(body_.size()), 4) + little_endian(0, 2);
    return style_.prefix + body_ + directory_ + end + style_.suffix;
  }

private:
  ZipStyle style_;
  std::string body_;
  std::string directory_;
  std::uint64_t count_ = 0;
};

/// The parts of an xlsx of one sheet; each may be replaced.
struct XlsxParts {
  std::string sheet = "<sheetData/>"; // inside <worksheet>
  std::string strings;                // inside <sst>
  std::string styles;                 // inside <styleSheet>
  std::string workbook = R"(<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>)";
  std::string prefix; // namespace prefix of the sheet, such as "x:"
};

inline std::string xlsx(const XlsxParts& parts, ZipStyle style = {}) {
  const std::string relation =
      R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
  const std::string header = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  ZipBuilder zip(std::move(style));
  zip.add("[Content_Types].xml", header + "<Types/>");
  zip.add("_rels/.rels",
          header + "<Relationships>" + relation + R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)");
  zip.add("xl/workbook.xml", header + "<workbook>" + parts.workbook + "</workbook>");
  zip.add("xl/_rels/workbook.xml.rels",
          header + "<Relationships>" + relation + R"(worksheet" Target="worksheets/sheet1.xml"/></Relationships>)");
  zip.add("xl/worksheets/sheet1.xml",
          header + "<" + parts.prefix + "worksheet>" + parts.sheet + "</" + parts.prefix + "worksheet>");
  zip.add("xl/sharedStrings.xml", header + "<sst>" + parts.strings + "</sst>");
  zip.add("xl/styles.xml", header + "<styleSheet>" + parts.styles + "</styleSheet>");
  return zip.bytes();
}

/// An xlsx whose sheet holds these rows.
inline std::string xlsx_rows(const std::string& rows, const std::string& strings = "", const std::string& styles = "") {
  XlsxParts parts;
  parts.sheet = "<sheetData>" + rows + "</sheetData>";
  parts.strings = strings;
  parts.styles = styles;
  return xlsx(parts);
}

/// "[Data] 1:a|b 3:#7" for rows 1 and 3; # marks numbers. Trailing empty cells of a row are left out. An error is its code and parameters.
inline std::string picture(std::string_view bytes, std::span<const std::string> passwords = {}) {
  const auto grids = codec::read_workbook(bytes, passwords);
  std::string out;
  if (!grids) {
    out = to_text(grids.error().code);
    for (const auto& [name, value] : grids.error().params) {
      out += " " + name + "=" + value;
    }
    return out;
  }
  for (const table::Grid& grid : *grids) {
    out += (out.empty() ? "[" : " [") + grid.sheet + "]";
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      std::string cells;
      for (std::uint32_t column = 0; column < grid.width(); ++column) {
        cells += (grid.is_numeric(row, column) ? "#" : "") + std::string(grid.cell(row, column)) + "|";
      }
      cells.resize(cells.find_last_not_of('|') + 1);
      out += " " + std::to_string(grid.lines[row]) + ":" + cells;
    }
  }
  return out;
}

} // namespace padan::test
