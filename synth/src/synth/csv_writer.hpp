#pragma once
// Builds separated text cell by cell in one growing string.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace padan::synth {

class CsvWriter {
public:
  CsvWriter(char separator, std::string_view line_end) : separator_(separator), line_end_(line_end) {}

  void reserve(std::size_t bytes) { out_.reserve(bytes); }

  /// A cell, in quotes where it must be.
  void cell(std::string_view text) {
    begin_cell();
    if (text.find_first_of(special_) == std::string_view::npos) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) {
      if (c == '"')
        out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  void cell(int number) { cell(std::string_view(std::to_string(number))); }

  /// A cell as careless programs write it: never in quotes.
  void raw_cell(std::string_view text) {
    begin_cell();
    out_ += text;
  }

  void cells(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts)
      cell(text);
  }

  void end_row() {
    out_ += line_end_;
    fresh_ = true;
  }

  /// Text outside any row: a byte order mark, a title, a blank row.
  void raw(std::string_view text) { out_ += text; }
  void raw_line(std::string_view text) {
    out_ += text;
    out_ += line_end_;
  }

  [[nodiscard]] std::string take() { return std::exchange(out_, std::string()); }

private:
  void begin_cell() {
    if (!fresh_)
      out_ += separator_;
    fresh_ = false;
  }

  char separator_;
  std::string_view line_end_;
  const char special_[5] = {separator_, '"', '\n', '\r', '\0'};
  std::string out_;
  bool fresh_ = true;
};

} // namespace padan::synth
