#include "padan/prepare/address.hpp"

#include <algorithm>
#include <array>

#include "padan/prepare/date.hpp"
#include "padan/text/fold.hpp"
#include "word_list.hpp"

namespace padan::prepare {
namespace {

constexpr std::string_view kAddressKinds[] = {
    "KP",       "KAMP",      "KAMPUNG",   "DSN",       "DUSUN",   "DN",        "DK",     "DUKUH", "DS",    "DESA",
    "KEL",      "KELURAHAN", "KEC",       "KECAMATAN", "KAB",     "KABUPATEN", "JL",     "JLN",   "JALAN", "GG",
    "GANG",     "BLOK",      "BLK",       "NO",        "NOMOR",   "LR",        "LORONG", "LK",    "LINGK", "LINGKUNGAN",
    "LINK",     "PERUM",     "PERUMAHAN", "KOMP",      "KOMPLEK", "PSR",       "BANJAR", "BJR",   "BR",    "JORONG",
    "NAGARI",   "GAMPONG",   "STREET",    "ST",        "ROAD",    "RD",        "AVENUE", "AVE",   "PLACE", "PL",
    "CRESCENT", "CRES",      "COURT",     "CT",        "DRIVE",   "DR",        "CLOSE",  "CL"};
constexpr std::string_view kPlaceKinds[] = {
    "DESA",      "DS",   "KEL",      "KELURAHAN", "KEC",    "KECAMATAN", "KAB",
    "KABUPATEN", "PROV", "PROVINSI", "PROP",      "NAGARI", "GAMPONG"}; // not KOTA: villages and districts are called KOTA BARU, KOTABARU and KOTA

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::uint16_t small_number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    value = std::min<std::uint32_t>(value * 10 + static_cast<std::uint32_t>(c - '0'), 10000);
  }
  return static_cast<std::uint16_t>(value < 1000 ? value : 0); // no village has a thousand RT
}

// The next run of digits at or after at; at moves behind it. Empty when none is left.
std::string_view next_digits(std::string_view text, std::size_t& at) {
  while (at < text.size() && !is_digit(text[at])) {
    ++at;
  }
  const std::size_t start = at;
  while (at < text.size() && is_digit(text[at])) {
    ++at;
  }
  return text.substr(start, at - start);
}

// Words are runs of letters or of digits: "RT01" is RT and 01.
template <class Visit> void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_letter(text[at])) {
      while (at < text.size() && (is_letter(text[at]) || text[at] == '\'')) {
        ++at;
      }
    } else if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) {
        ++at;
      }
    } else {
      ++at;
      continue;
    }
    visit(text.substr(start, at - start));
  }
}

// "Mar-50", "Jan-13": no day of a month, so the number was the RW.
RtRw month_and_year(std::string_view folded) {
  const Date month = read_date("01-" + std::string(folded.substr(0, 3)) + "-2000", DateOrder::DayFirst, 2100);
  std::size_t at = 0;
  const std::uint16_t number = small_number(next_digits(folded, at));
  const bool bare = !folded.empty() && at == folded.size() && folded.size() <= 6 && is_letter(folded[0]);
  return month.full() && bare && number > 12 && number < 100 ? RtRw{month.month, number} : RtRw{};
}

} // namespace

std::uint16_t read_rt(std::string_view cell) {
  std::size_t at = 0;
  return small_number(next_digits(cell, at));
}

RtRw read_rt_rw(std::string_view cell, bool& from_date) {
  from_date = false;
  const bool has_letters =
      std::any_of(cell.begin(), cell.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  const std::string folded = has_letters ? text::fold(cell) : std::string(cell);
  const bool names_rt = folded.find("RT") != std::string::npos || folded.find("RW") != std::string::npos;
  const Date date = read_date(cell, DateOrder::DayFirst, 2100);
  const bool iso = date.full() && cell.size() >= 10 && cell[4] == '-';
  if (!names_rt && date.full() && (iso || has_letters)) {
    from_date = true;
    const bool other_century = date.year >= 1930 && date.year < 2000 && date.day == 1;
    return other_century ? RtRw{date.month, static_cast<std::uint16_t>(date.year - 1900)} : RtRw{date.day, date.month};
  }
  if (const RtRw both = has_letters && !names_rt ? month_and_year(folded) : RtRw{}; both.rt != 0) {
    from_date = true;
    return both;
  }
  if (has_letters && !names_rt) { // "01-Feb": day and month without a year
    const Date with_year = read_date(std::string(cell) + "-2000", DateOrder::DayFirst, 2100);
    from_date = with_year.full();
    return from_date ? RtRw{with_year.day, with_year.month} : RtRw{};
  }
  if (!names_rt && date.full() && std::count(cell.begin(), cell.end(), '/') == 2) { // "1/2/2026"
    from_date = true;
    return {date.day, date.month};
  }
  RtRw out;
  std::size_t at = 0;
  out.rt = small_number(next_digits(folded, at));
  out.rw = small_number(next_digits(folded, at));
  const std::size_t rt_at = folded.find("RT");
  const std::size_t rw_at = folded.find("RW");
  if (rw_at != std::string::npos && (rt_at == std::string::npos || rw_at < rt_at)) {
    std::swap(out.rt, out.rw); // "RW 02 RT 01"
  }
  return out;
}

void read_address(std::string_view cell, Address& out) {
  out.tokens.clear();
  out.rt_rw = {};
  const std::string folded = text::fold(cell);
  enum class Next { Word, Rt, Rw } next = Next::Word;
  for_each_word(folded, [&](std::string_view word) {
    if (word == "RT" || word == "RW" || word == "RTRW") {
      const bool pair = word == "RW" && next == Next::Rt; // "RT/RW 01/02": the first number is still the RT
      next = word == "RW" && !pair ? Next::Rw : Next::Rt;
      return;
    }
    if (is_digit(word[0]) && next != Next::Word) {
      (next == Next::Rt ? out.rt_rw.rt : out.rt_rw.rw) = small_number(word);
      next = next == Next::Rt && out.rt_rw.rw == 0 ? Next::Rw : Next::Word; // "RT 01/02": the second number is the RW
      return;
    }
    next = Next::Word;
    if (listed(kAddressKinds, word)) {
      return;
    }
    if (!out.tokens.empty()) {
      out.tokens.push_back(' ');
    }
    if (is_digit(word[0])) { // 007 and 7 are one house
      const std::size_t first = std::min(word.find_first_not_of('0'), word.size() - 1);
      word.remove_prefix(first);
    }
    out.tokens.append(word);
  });
}

void read_place(std::string_view cell, std::string& out) {
  out.clear();
  const std::string folded = text::fold(cell);
  bool first = true;
  for_each_word(folded, [&](std::string_view word) {
    if (!(first && listed(kPlaceKinds, word)) && !(is_digit(word[0]) && word.size() > 3)) {
      out.append(word); // a leading code ("3209052001 SUKAMAJU") is not part of the name
      first = false;
    }
  });
}

} // namespace padan::prepare
