#pragma once
// Records and strings of the binary .xls format (BIFF5 and BIFF8). Source: [MS-XLS].

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bytes.hpp"

namespace padan::codec::workbook {

enum XlsRecord : std::uint16_t {
  kFormula = 0x0006,
  kEof = 0x000A,
  kDateMode = 0x0022,
  kFilePass = 0x002F,
  kContinue = 0x003C,
  kBoundSheet = 0x0085,
  kMulRk = 0x00BD,
  kRString = 0x00D6,
  kXf = 0x00E0,
  kSst = 0x00FC,
  kLabelSst = 0x00FD,
  kNumber = 0x0203,
  kLabel = 0x0204,
  kBoolErr = 0x0205,
  kFormulaString = 0x0207,
  kRk = 0x027E,
  kFormat = 0x041E,
  kBof = 0x0809
};

/// One record of the stream: id, its bytes, and where the next begins.
struct Record {
  std::uint16_t id = 0;
  std::string_view data;
  std::size_t next = 0;
};

/// The record at a place; an EOF beyond the stream.
Record record_at(std::string_view stream, std::size_t at);

/// The bytes of a record and of the CONTINUE records behind it, read as one; each string may run over the seams.
class XlsStrings {
public:
  XlsStrings(std::string_view stream, std::size_t at, bool biff8);

  [[nodiscard]] bool more() const { return part_ < parts_.size(); }
  void skip(std::uint64_t bytes);
  std::uint32_t number(unsigned bytes); // little endian
  /// A string behind its length. BIFF5: one byte a character, Windows-1252. BIFF8: a flags byte, then one or two bytes a
  /// character; formatting and reading aids behind the text are skipped.
  void append_string(std::string& out, std::uint32_t length);

private:
  std::string_view take(std::size_t most); // from the current part only
  void append_wide(std::string& out, std::uint32_t length);

  std::vector<std::string_view> parts_;
  std::size_t part_ = 0; // the first with bytes left
  bool biff8_;
};

/// An RK: 30 bits of an integer or of a double, perhaps in hundredths.
double rk_value(std::uint32_t rk);
double double_at(std::string_view bytes, std::size_t at);

} // namespace padan::codec::workbook
