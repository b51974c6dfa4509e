#include "record.hpp"

#include <algorithm>

namespace padan::synth {
namespace {

constexpr std::string_view kCodes[] = {
    "nik_excel",         "nik_exponent",  "nik_digit",       "nik_swap",       "nik_short",     "nik_other_member",
    "nik_dummy",         "nik_missing",   "nik_placeholder", "nik_apostrophe", "nik_decimal",   "nik_spaces",
    "nik_letters",       "nik_is_kk",     "nik_shared",      "nik_mother",     "kk_digit",      "kk_missing",
    "kk_placeholder",    "kk_excel",      "kk_exponent",     "kk_is_nik",      "kk_old",        "name_typo",
    "name_old_spelling", "name_sound",    "name_dropped",    "name_joined",    "name_split",    "name_reordered",
    "name_abbreviated",  "name_title",    "name_nickname",   "name_alias",     "name_dead",     "name_parent",
    "name_baby",         "mother_name",   "date_swapped",    "date_default",   "date_year_off", "date_day_off",
    "date_two_digit",    "date_serial",   "date_missing",    "date_text",      "date_format",   "sex_flipped",
    "sex_missing",       "rt_rw_missing", "rt_rw_off",       "rt_rw_date",     "address_style", "village_spelling",
    "village_missing",   "moved",         "old_family",      "moved_away",     "deceased",      "duplicate",
    "broken_quote"};
static_assert(sizeof kCodes / sizeof kCodes[0] == static_cast<std::size_t>(Damage::kCount));

constexpr std::string_view kMonths[] = {"JANUARI", "FEBRUARI", "MARET",     "APRIL",   "MEI",      "JUNI",
                                        "JULI",    "AGUSTUS",  "SEPTEMBER", "OKTOBER", "NOVEMBER", "DESEMBER"};

std::string parent_name(const World& world, const Person& person, Sex sex) {
  base::Rng rng = world.root.fork(sex == Sex::Male ? 31 : 32).fork(person.sibling_key);
  return world.names.text(world.names.draw(rng, person.style, sex, to_date(person.birth).year - 26));
}

std::uint64_t number(int value) { return static_cast<std::uint64_t>(value); }

} // namespace

std::string_view damage_code(Damage damage) { return kCodes[static_cast<std::size_t>(damage)]; }

std::string_view month_name(int month) { return kMonths[month - 1]; }

std::string date_text(Date date, DateStyle style) {
  const std::string year = digits(number(date.year), 4);
  const std::string month = digits(number(date.month), 2);
  const std::string day = digits(number(date.day), 2);
  switch (style) {
  case DateStyle::Iso:
    return year + "-" + month + "-" + day;
  case DateStyle::DayDash:
    return day + "-" + month + "-" + year;
  case DateStyle::DaySlash:
    return day + "/" + month + "/" + year;
  case DateStyle::TwoDigit:
    return day + "/" + month + "/" + year.substr(2);
  case DateStyle::Serial:
    return std::to_string(to_day(date) + 25'569); // Excel counts from 1899-12-30
  case DateStyle::Text:
    return std::to_string(date.day) + " " + title_case(month_name(date.month)) + " " + year;
  case DateStyle::Compact:
    return year + month + day;
  case DateStyle::IsoTime:
    return year + "-" + month + "-" + day + " 00:00:00";
  }
  return {};
}

std::string birth_text(const Record& record) {
  return record.birth_known ? date_text(record.birth, record.date_style) : std::string();
}

std::string mother_name(const World& world, const Person& person) {
  return person.mother != kNone ? world.names.text(world.people[person.mother].name)
                                : parent_name(world, person, Sex::Female);
}

std::string father_name(const World& world, const Person& person) {
  return person.father != kNone ? world.names.text(world.people[person.father].name)
                                : parent_name(world, person, Sex::Male);
}

std::string title_case(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 1; i < out.size(); ++i)
    if (out[i] >= 'A' && out[i] <= 'Z' && out[i - 1] != ' ' && out[i - 1] != '.')
      out[i] = static_cast<char>(out[i] - 'A' + 'a');
  return out;
}

} // namespace padan::synth
