#include "padan/act/worksheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "ingest/header_words.hpp"
#include "ingest/tsv.hpp"
#include "padan/prepare/codes.hpp"
#include "padan/text/fold.hpp"

namespace padan::act {

extern const std::string_view kVervalTsv; // data/id/verval.tsv

namespace {

constexpr std::array<std::string_view, kSheetFields> kFieldTexts{
#define PADAN_TEXT(name, text) text,
    PADAN_SHEET_FIELDS(PADAN_TEXT)
#undef PADAN_TEXT
};
constexpr std::array<std::string_view, kVisitResults> kResultTexts{
#define PADAN_TEXT(name, text) text,
    PADAN_VISIT_RESULTS(PADAN_TEXT)
#undef PADAN_TEXT
};

struct Words {
  std::map<std::string, SheetField> columns;
  std::map<std::string, VisitResult> answers; // by words run together

  Words() {
    ingest::for_each_line(kVervalTsv, [&](const std::vector<std::string_view>& line) {
      for (const std::string_view spelling : ingest::split_list(line[2])) {
        if (line[0] == "column") {
          const auto* at = std::find(kFieldTexts.begin(), kFieldTexts.end(), line[1]);
          columns.emplace(ingest::header_key(spelling), static_cast<SheetField>(at - kFieldTexts.begin()));
        } else {
          answers.emplace(ingest::compact(spelling), parse_visit_result(line[1]).value());
        }
      }
    });
  }
};

const Words& words() {
  static const Words kWords;
  return kWords;
}

std::optional<VisitResult> of_number(std::string_view digits) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.remove_prefix(first);
  const int number = digits.size() == 1   ? digits[0] - '0'
                     : digits.size() == 2 ? (digits[0] - '0') * 10 + digits[1] - '0'
                                          : 0;
  return number >= 1 && number < static_cast<int>(kVisitResults) ? std::optional(static_cast<VisitResult>(number))
                                                                 : std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The cell as runs of digits and runs of words, cut where people part two answers.
std::vector<std::string> pieces(std::string_view folded) {
  std::vector<std::string> out;
  std::string piece;
  char last = ' '; // of the piece, blanks aside
  const auto close = [&] {
    const std::string compact = ingest::compact(piece);
    if (!compact.empty()) {
      out.push_back(piece);
    }
    piece.clear();
    last = ' ';
  };
  for (const char c : folded) {
    const bool parts = c == '/' || c == ',' || c == ';' || c == '&' || c == '+' || c == '-' || c == ':' || c == '(' ||
                       c == ')' || c == '.' || c == '=';
    const bool turns = c != ' ' && last != ' ' && is_digit(c) != is_digit(last);
    if (parts || turns) {
      close();
    }
    if (!parts) {
      piece.push_back(c);
      last = c == ' ' ? last : c;
    }
  }
  close();
  return out;
}

std::optional<VisitResult> of_words(std::string_view text) {
  const auto found = words().answers.find(ingest::compact(text));
  return found == words().answers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<VisitResult> of_piece(std::string_view piece) {
  const std::string compact = ingest::compact(piece);
  const bool number = std::all_of(compact.begin(), compact.end(), is_digit);
  return number ? of_number(compact) : of_words(piece);
}

} // namespace

std::string_view to_text(SheetField field) { return kFieldTexts[static_cast<std::size_t>(field)]; }
std::string_view to_text(VisitResult result) { return kResultTexts[static_cast<std::size_t>(result)]; }

std::optional<VisitResult> parse_visit_result(std::string_view code) {
  const auto* at = std::find(kResultTexts.begin(), kResultTexts.end(), code);
  return at == kResultTexts.end() ? std::nullopt : std::optional(static_cast<VisitResult>(at - kResultTexts.begin()));
}

Answer read_answer(std::string_view cell) {
  const std::string folded = text::fold(cell);
  if (ingest::compact(folded).empty()) {
    return {};
  }
  if (const auto whole = of_words(folded)) {
    return {Answer::State::Understood, *whole};
  }
  Answer answer{Answer::State::Unknown, VisitResult::None};
  bool strange = false;
  for (const std::string& piece : pieces(folded)) {
    const auto result = of_piece(piece);
    strange = strange || !result;
    if (result && answer.result != VisitResult::None && answer.result != *result) {
      return {Answer::State::TwoAnswers, VisitResult::None};
    }
    answer.result = result.value_or(answer.result);
  }
  // "3 dua tahun lalu": a known number in front tells, whatever is said behind it.
  const bool leads = of_piece(pieces(folded).empty() ? std::string() : pieces(folded).front()).has_value();
  answer.state =
      answer.result != VisitResult::None && (!strange || leads) ? Answer::State::Understood : Answer::State::Unknown;
  answer.result = answer.state == Answer::State::Understood ? answer.result : VisitResult::None;
  return answer;
}

std::optional<SheetField> read_sheet_header(std::string_view header) {
  const auto found = words().columns.find(ingest::header_key(header));
  return found == words().columns.end() ? std::nullopt : std::optional(found->second);
}

bool is_ticked(std::string_view cell) {
  const std::string folded = text::fold(cell);
  if (folded == "V" || folded == "X" || folded == "\u2713" || folded == "\u2714" || folded == "\u221A") {
    return true;
  }
  return prepare::read_truth(cell) == prepare::Truth::Yes;
}

} // namespace padan::act
