#pragma once
// Bounds that no honest list reaches and that stop a file made (or damaged) to eat all memory or time.

#include <cstddef>
#include <cstdint>

namespace padan::codec::workbook {

constexpr std::uint32_t kMaxColumns = 16384;               // Excel's own; LibreOffice may go further, lists do not
constexpr std::uint32_t kMaxRows = 4U << 20;               // four full Excel sheets
constexpr std::uint32_t kAllRows = UINT32_MAX;             // no bound but kMaxRows
constexpr std::uint64_t kMaxCells = 400ULL << 20;          // of one sheet, counting empty ones: 1.6 GB of offsets
constexpr std::uint64_t kMaxTextBytes = 1ULL << 30;        // of one sheet, or of all shared strings
constexpr std::uint64_t kMaxPartBytes = 16ULL << 30;       // of one part of a package, unpacked
constexpr std::uint64_t kMaxArchiveBytes = 4ULL << 30;     // of all files of an archive, unpacked
constexpr std::uint64_t kSuspiciousPartBytes = 1ULL << 30; // from here on the ratio is looked at
constexpr std::uint64_t kMaxRatio = 400;                   // real sheets pack 10 to 60 times
constexpr std::size_t kMaxXmlToken = 16U << 20;            // one tag or CDATA block
constexpr std::size_t kMaxParts = 65536;                   // entries of a package

} // namespace padan::codec::workbook
