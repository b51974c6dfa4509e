#include "family_facts.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace padan::ingest {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(FamilyFact::Count)> kHeaders = {
    "No. KK", "Alamat", "Dusun", "RT", "RW", "RT/RW", "Kode Pos", "Desa", "Kecamatan", "Kabupaten", "Provinsi"};

/// What makes words a label; a colon or the end of the cell always does.
enum class Sign : std::uint8_t { Colon, Number, Start, Always };

struct Label {
  std::string_view words;
  FamilyFact fact; // Count: only ends the value before it
  Sign sign;
};

// Where one label begins with another the longer one stands first.
constexpr Label kLabels[] = {
    {"NO KK", FamilyFact::Kk, Sign::Colon},
    {"NOMOR KK", FamilyFact::Kk, Sign::Colon},
    {"NAMA DUSUN", FamilyFact::Hamlet, Sign::Colon},
    {"NAMA KK", FamilyFact::Count, Sign::Colon},
    {"NAMA KEPALA KELUARGA", FamilyFact::Count, Sign::Colon},
    {"ALAMAT", FamilyFact::Address, Sign::Colon},
    {"DUSUN", FamilyFact::Hamlet, Sign::Always},
    {"DSN", FamilyFact::Hamlet, Sign::Always},
    {"NO RT RW", FamilyFact::RtRw, Sign::Number},
    {"RT RW", FamilyFact::RtRw, Sign::Number},
    {"RT", FamilyFact::Rt, Sign::Number},
    {"RW", FamilyFact::Rw, Sign::Number},
    {"KODE POS", FamilyFact::Postcode, Sign::Number},
    {"TELP", FamilyFact::Count, Sign::Colon},
    {"DESA KELURAHAN", FamilyFact::Village, Sign::Colon},
    {"DESA", FamilyFact::Village, Sign::Start},
    {"KELURAHAN DESA", FamilyFact::Village, Sign::Colon},
    {"KELURAHAN", FamilyFact::Village, Sign::Start},
    {"KECAMATAN", FamilyFact::District, Sign::Colon},
    {"KABUPATEN KOTA", FamilyFact::Regency, Sign::Colon},
    {"KABUPATEN", FamilyFact::Regency, Sign::Colon},
    {"PROVINSI", FamilyFact::Province, Sign::Colon},
    {"PROPINSI", FamilyFact::Province, Sign::Colon},
};

constexpr std::string_view kBetweenWords = " ./_";
constexpr std::string_view kBeforeValue = " \t\n:.'";
constexpr std::string_view kAfterValue = " \t\r,'";

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip(std::string_view text, std::size_t at, std::string_view what) {
  return std::min(text.find_first_not_of(what, at), text.size());
}

/// The end of the words that begin at a place, nothing when others stand there.
std::optional<std::size_t> match(std::string_view text, std::size_t at, std::string_view words) {
  for (const char c : words) {
    if (c == ' ') {
      at = skip(text, at, kBetweenWords);
    } else if (at < text.size() && upper(text[at]) == c) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return at < text.size() && is_letter(text[at]) ? std::nullopt : std::optional<std::size_t>(at);
}

struct Found {
  const Label* label;
  std::size_t begin;
  std::size_t end;
};

bool is_label(std::string_view text, const Found& found) {
  const std::size_t next = skip(text, found.end, " .");
  if (next == text.size() || text[next] == ':' || text[next] == '\n') {
    return true;
  }
  const auto starts = [&] {
    const std::size_t before = text.find_last_not_of(' ', found.begin == 0 ? 0 : found.begin - 1);
    return found.begin == 0 || before == std::string_view::npos || text[before] == '\n' || text[before] == ',';
  };
  switch (found.label->sign) {
  case Sign::Colon:
    return false;
  case Sign::Number:
    return is_digit(text[next]) || text[next] == '-';
  case Sign::Start:
    return starts();
  case Sign::Always:
    break;
  }
  return true;
}

std::vector<Found> find_labels(std::string_view text) {
  std::vector<Found> all;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text[at]) || (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1])))) {
      continue;
    }
    for (const Label& label : kLabels) {
      const auto end = match(text, at, label.words);
      if (end && is_label(text, {&label, at, *end})) {
        all.push_back({&label, at, *end});
        at = *end - 1;
        break;
      }
    }
  }
  return all;
}

std::string_view trim(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBeforeValue), text.size()));
  return text.substr(0, text.find_last_not_of(kAfterValue) + 1);
}

bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; });
}

bool is_of_address(FamilyFact fact) { return fact >= FamilyFact::Address && fact <= FamilyFact::Postcode; }

} // namespace

std::string_view header_of(FamilyFact fact) { return kHeaders[static_cast<std::size_t>(fact)]; }

void FamilyFacts::take(FamilyFact fact, std::string_view value) {
  if (fact == FamilyFact::RtRw) { // two numbers, unless a spreadsheet made a date of them
    const std::size_t slash = value.find('/');
    if (slash != std::string_view::npos && value.find('/', slash + 1) == std::string_view::npos) {
      take(FamilyFact::Rt, trim(value.substr(0, slash)));
      take(FamilyFact::Rw, trim(value.substr(slash + 1)));
      return;
    }
  }
  std::string& known = values_[static_cast<std::size_t>(fact)];
  if (known.empty() || says_something(value)) {
    known = value;
  }
}

void FamilyFacts::read(std::string_view cells) {
  const std::vector<Found> labels = find_labels(cells);
  std::size_t claimed = 0; // what lies before belongs to a label
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto [label, begin, end] = labels[i];
    // "JL MAWAR 5, DUSUN KRAJAN, RT:001": the street bears no label.
    const std::size_t cell = cells.rfind('\n', begin) + 1; // npos + 1 == 0
    if (is_of_address(label->fact) && label->fact != FamilyFact::Address && cell >= claimed &&
        says_something(cells.substr(cell, begin - cell))) {
      take(FamilyFact::Address, trim(cells.substr(cell, begin - cell)));
    }
    const std::size_t next = i + 1 < labels.size() ? labels[i + 1].begin : cells.size();
    const std::size_t from = std::min(skip(cells, end, kBeforeValue), next);
    const std::size_t stop =
        std::min(cells.find_first_of(label->fact == FamilyFact::Address ? "\n" : "\n,", from), next);
    claimed = stop;
    if (label->fact != FamilyFact::Count) {
      take(label->fact, trim(cells.substr(from, stop - from)));
    }
  }
}

void FamilyFacts::add_region(const FamilyFacts& page) {
  for (std::size_t i = static_cast<std::size_t>(FamilyFact::Village); i < values_.size(); ++i) {
    if (!says_something(values_[i])) {
      values_[i] = page.values_[i];
    }
  }
}

bool begins_with_card_number(std::string_view cell) {
  const std::size_t first = skip(cell, 0, " '");
  if (first == cell.size() || upper(cell[first]) != 'N') {
    return false; // almost every cell
  }
  const std::vector<Found> labels = find_labels(cell.substr(0, 24));
  return !labels.empty() && labels.front().begin == first && labels.front().label->fact == FamilyFact::Kk &&
         cell.find(':') != std::string_view::npos;
}

} // namespace padan::ingest
