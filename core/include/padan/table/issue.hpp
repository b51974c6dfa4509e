#pragma once
// Facts about dirty data. They never stop a run: they are counted, and the first few places of each are kept.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace padan::table {

/// One row per kind of fault: enumerator, dotted text (the key of its sentence in the faces).
#define PADAN_ISSUE_CODES(X)                                                                                           \
  X(RowShort, "row.short")                  /* fewer cells than the header */                                          \
  X(RowLong, "row.long")                    /* more cells than the header */                                           \
  X(QuoteUnclosed, "quote.unclosed")        /* a quoted cell ran to the end of the file */                             \
  X(QuoteStray, "quote.stray")              /* a quote inside an unquoted cell, or text after a closing one */         \
  X(EncodingRepaired, "encoding.repaired")  /* a byte that is no UTF-8, read as Windows-1252 */                        \
  X(NulByte, "encoding.nul")                /* NUL bytes, dropped */                                                   \
  X(CellHuge, "cell.huge")                  /* a cell over 32 kB */                                                    \
  X(HeaderDuplicate, "header.duplicate")    /* the same header twice */                                                \
  X(HeaderRepeated, "header.repeated")      /* a header row again among the data (page breaks) */                      \
  X(RowTitle, "row.title")                  /* set aside: above the header */                                          \
  X(RowBlank, "row.blank")                  /* set aside */                                                            \
  X(RowTotal, "row.total")                  /* set aside: totals, signatures, notes */                                 \
  X(DateFromRtRw, "rtrw.date")              /* RT/RW that a spreadsheet turned into a date, turned back */             \
  X(NumberRounded, "number.rounded")        /* an identifier stored as a number of more than 15 digits */              \
  X(MacroIgnored, "workbook.macro")         /* a macro workbook: data read, macros never */                            \
  X(SheetSkipped, "workbook.sheet_skipped") /* a sheet without a table */

enum class IssueCode : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_ISSUE_CODES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};

std::string_view to_text(IssueCode code);

struct Issue {
  IssueCode code;
  std::uint64_t count = 0;
  std::vector<std::uint32_t> lines; // the first kExamples physical lines

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.code, self.count, self.lines);
  } // base/archive.hpp
};

/// Counts per code, with a few examples of where. One add is O(1); memory is bounded whatever the file.
class Issues {
public:
  static constexpr std::size_t kExamples = 8;
  void add(IssueCode code, std::uint32_t line, std::uint64_t count = 1);
  void merge(const Issues& other);
  [[nodiscard]] const std::vector<Issue>& all() const { return issues_; } // in order of code
  [[nodiscard]] std::uint64_t count(IssueCode code) const;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) { archive(self.issues_); }

private:
  std::vector<Issue> issues_;
};

} // namespace padan::table
