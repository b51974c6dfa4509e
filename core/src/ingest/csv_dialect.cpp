#include "csv_dialect.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "csv_scanner.hpp"

namespace padan::ingest {
namespace {

constexpr std::array<char, 4> kSeparators = {';', '|', '\t', ','};
constexpr std::size_t kMaxRecords = 2000;

struct Magic {
  std::string_view bytes;
  std::string_view kind;
};
constexpr Magic kMagics[] = {
    {"PK\x03\x04", "zip"}, {"PK\x05\x06", "zip"},    {"\xD0\xCF\x11\xE0", "ole"},
    {"\x89PNG", "png"},    {"\xFF\xD8\xFF", "jpeg"}, {"GIF8", "gif"},
    {"%PDF", "pdf"},       {"{\\rtf", "rtf"},        {"\x1F\x8B", "gzip"},
    {"Rar!\x1A", "rar"},   {"7z\xBC\xAF", "7z"},
};

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  const auto to_lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [&](char a, char b) { return to_lower(b) == a; });
}

// How the sample falls into records under one separator.
struct Cut {
  std::vector<std::uint32_t> widths; // cells of each record that is not blank
  std::uint32_t stray = 0;           // quotes that do not fit
};

Cut cut(const std::string& sample, char separator, bool cr_ends_lines, bool whole) {
  CsvScanner scanner(separator, cr_ends_lines, 0);
  scanner.start(sample);
  CsvRecord record;
  Cut result;
  const auto filled = [](const CsvCell& cell) { return cell.size > 0; };
  while (!scanner.at_end() && result.widths.size() < kMaxRecords) {
    const bool complete = scanner.next(false, record);
    if (!complete && !((whole || result.widths.empty()) && scanner.next(true, record))) {
      break;
    }
    if (std::any_of(record.cells.begin(), record.cells.end(), filled)) {
      result.widths.push_back(static_cast<std::uint32_t>(record.cells.size()));
      result.stray += record.stray + record.unclosed;
    }
  }
  return result;
}

// The most frequent width of at least two cells, the larger of equals; 1 when there is none.
std::uint32_t usual_width(const Cut& cut) {
  std::vector<std::uint32_t> sorted = cut.widths;
  sorted.erase(std::remove(sorted.begin(), sorted.end(), 1U), sorted.end());
  std::sort(sorted.begin(), sorted.end());
  std::uint32_t best = 1;
  std::size_t best_count = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end] == sorted[i]) {
      ++end;
    }
    if (end - i >= best_count) {
      best = sorted[i];
      best_count = end - i;
    }
    i = end;
  }
  return best;
}

// How evenly a separator cuts: the share of records with the usual width and with any cut, from the first record of the usual
// width on (titles come before). 0 for a separator that cuts nothing or less than half of the records.
double evenness(const Cut& cut) {
  const std::uint32_t usual = usual_width(cut);
  if (usual < 2) {
    return 0;
  }
  const auto first = std::find(cut.widths.begin(), cut.widths.end(), usual);
  const auto total = static_cast<double>(cut.widths.end() - first);
  const auto with_usual = static_cast<double>(std::count(first, cut.widths.end(), usual));
  const auto with_any = total - static_cast<double>(std::count(first, cut.widths.end(), 1U));
  if (with_any < total / 2) {
    return 0;
  }
  const double fit = 1 / (1 + static_cast<double>(cut.stray) / total);
  return fit * (0.6 * with_usual + 0.4 * with_any) / total * (1 + std::log2(static_cast<double>(usual)) / 8);
}

// "12,5;101,2" and "JL. A, RT 1": commas between digits or before blanks belong to the text when another separator is there.
bool commas_are_text(std::string_view sample) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t commas = 0;
  std::size_t in_text = 0;
  for (std::size_t i = 1; i + 1 < sample.size(); ++i) {
    if (sample[i] == ',') {
      ++commas;
      in_text += sample[i + 1] == ' ' || (is_digit(sample[i - 1]) && is_digit(sample[i + 1])) ? 1U : 0U;
    }
  }
  return in_text * 10 >= commas * 8;
}

void judge_separator(std::string_view sample, bool whole, Dialect& dialect) {
  const std::string text(sample); // the scanner wants a NUL behind the end
  double best_score = 0;
  for (const char separator : kSeparators) {
    const Cut result = cut(text, separator, dialect.cr_ends_lines, whole);
    double score = evenness(result);
    if (separator == ',' && best_score > 0 && commas_are_text(sample)) {
      score /= 2;
    }
    if (score > best_score) {
      best_score = score;
      dialect.separator = separator;
      dialect.width = usual_width(result);
    }
  }
}

// "sep=;" alone on the first line, quoted or not: spreadsheets write and honour it.
std::uint32_t separator_line(std::string_view sample, char& separator) {
  std::string_view line = sample.substr(0, sample.find_first_of("\r\n"));
  const std::size_t line_size = line.size();
  if (line.size() > 2 && line.front() == '"' && line.back() == '"') {
    line = line.substr(1, line.size() - 2);
  }
  if (line.size() != 5 || !starts_with_ignoring_case(line, "sep=") || line[4] == '"' || line[4] == '\0') {
    return 0;
  }
  separator = line[4];
  std::size_t skip = line_size;
  skip += skip < sample.size() && sample[skip] == '\r' ? 1U : 0U;
  skip += skip < sample.size() && sample[skip] == '\n' ? 1U : 0U;
  return static_cast<std::uint32_t>(skip);
}

} // namespace

std::string_view binary_kind(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.substr(0, magic.bytes.size()) == magic.bytes) {
      return magic.kind;
    }
  }
  if (judge_encoding(head) != Encoding::Bytes) {
    return {};
  }
  std::string_view text = head.substr(0, 3) == "\xEF\xBB\xBF" ? head.substr(3) : head;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  for (const std::string_view tag : {"<html", "<!doctype html", "<table", "<head", "<style", "<meta"}) {
    if (starts_with_ignoring_case(text, tag)) {
      return "html";
    }
  }
  if (starts_with_ignoring_case(text, "<?xml")) {
    return "xml";
  }
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1A) || byte == 0x7F;
  };
  return std::count_if(head.begin(), head.end(), is_control) * 10 > static_cast<std::ptrdiff_t>(head.size()) ? "binary"
                                                                                                             : "";
}

Encoding judge_encoding(std::string_view head) {
  if (head.substr(0, 2) == "\xFF\xFE") {
    return Encoding::Utf16Le;
  }
  if (head.substr(0, 2) == "\xFE\xFF") {
    return Encoding::Utf16Be;
  }
  // Without a mark: Latin text in UTF-16 has a NUL in every other byte.
  std::array<std::size_t, 2> nul{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    nul[i % 2] += head[i] == '\0' ? 1U : 0U;
  }
  const std::size_t half = head.size() / 2;
  const std::size_t many = half * 6 / 10;
  const std::size_t few = half / 20;
  if (half >= 2 && nul[1] >= std::max<std::size_t>(many, 1) && nul[0] <= few) {
    return Encoding::Utf16Le;
  }
  if (half >= 2 && nul[0] >= std::max<std::size_t>(many, 1) && nul[1] <= few) {
    return Encoding::Utf16Be;
  }
  return Encoding::Bytes;
}

Dialect judge_dialect(std::string_view sample, bool whole) {
  Dialect dialect;
  std::size_t feeds = 0;
  std::size_t lone_returns = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    feeds += sample[i] == '\n' ? 1U : 0U;
    lone_returns +=
        sample[i] == '\r' && (i + 1 == sample.size() || (sample[i + 1] != '\n' && sample[i + 1] != '\r')) ? 1U : 0U;
  }
  dialect.cr_ends_lines = lone_returns > feeds;
  dialect.skip = separator_line(sample, dialect.separator);
  sample.remove_prefix(dialect.skip);
  if (dialect.skip == 0) {
    judge_separator(sample, whole, dialect);
  } else {
    dialect.width = usual_width(cut(std::string(sample), dialect.separator, dialect.cr_ends_lines, whole));
  }
  return dialect;
}

} // namespace padan::ingest
