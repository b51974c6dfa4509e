#include "padan/synth/visits.hpp"

#include <algorithm>
#include <charconv>

#include "calendar.hpp"
#include "names.hpp"
#include "padan/base/hash.hpp"
#include "padan/base/rng.hpp"

namespace padan::synth {
namespace {

using base::Rng;

constexpr int kElderly = 60;
constexpr std::string_view kDocuments[] = {"KTP", "KK", "akta kelahiran"};
constexpr std::string_view kElsewhere[] = {"desa tetangga", "luar kecamatan", "luar kabupaten", "ikut anak di kota"};

std::string_view word(Rng& rng, std::string_view words) {
  const auto count = static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' ') + 1);
  std::size_t from = 0;
  for (std::uint32_t skip = rng.below(count); skip > 0; --skip) {
    from = words.find(' ', from) + 1;
  }
  return words.substr(from, words.find(' ', from) - from);
}

std::string made_up_name(Rng& rng, bool woman) {
  std::string name(word(rng, woman ? data::kIslamFemale : data::kMidMale));
  name.append(" ").append(word(rng, woman ? data::kJavaSecondFemale : data::kJavaSecondMale));
  return name;
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string spoken(Day day) { // as people write it
  const Date date = to_date(day);
  return two(date.day) + "/" + two(date.month) + "/" + std::to_string(date.year);
}

int number_at(std::string_view text, std::size_t from, std::size_t length) {
  int number = 0;
  const std::string_view part = text.substr(std::min(from, text.size()), length);
  std::from_chars(part.data(), part.data() + part.size(), number);
  return number;
}

Day day_of(std::string_view iso) { return to_day({number_at(iso, 0, 4), number_at(iso, 5, 2), number_at(iso, 8, 2)}); }

bool says(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string digits(Rng& rng, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += static_cast<char>('0' + rng.below(10));
  }
  return out;
}

// Six digits of the birth day as a NIK has them.
std::string birth_digits(const Date& birth, bool woman) {
  return two(birth.day + (woman ? 40 : 0)) + two(birth.month) + two(birth.year % 100);
}

// A number that could be somebody's, of a region that does not exist; it keeps what the printed one has right.
std::string mended_nik(const SheetRow& row, Rng& rng) {
  const bool iso = says(row.birth_date, "-") && row.birth_date.find('-') == 4;
  const Date birth =
      iso ? Date{number_at(row.birth_date, 0, 4), number_at(row.birth_date, 5, 2), number_at(row.birth_date, 8, 2)}
          : Date{number_at(row.birth_date, 6, 4), number_at(row.birth_date, 3, 2), number_at(row.birth_date, 0, 2)};
  const bool known = birth.year > 1900 && birth.month >= 1 && birth.month <= 12 && birth.day >= 1 && birth.day <= 31;
  const std::string region = row.nik.size() >= 6 && std::all_of(row.nik.begin(), row.nik.begin() + 6,
                                                                [](char c) { return c >= '0' && c <= '9'; })
                                 ? row.nik.substr(0, 6)
                                 : "990101";
  return known ? region + birth_digits(birth, rng.chance(0.5)) + "0" + digits(rng, 2) + "1" : std::string();
}

class Worker {
public:
  Worker(const VisitOptions& options, Rng rng) : rng_(rng), today_(day_of(options.today)) {}

  SheetAnswer visit(const SheetRow& row) {
    SheetAnswer answer;
    answer.visit_date = spoken(today_ - static_cast<Day>(rng_.below(2)));
    const int age = number_at(row.age, 0, 3);
    choose(row, age, answer);
    const bool met = answer.result.front() == '1' || answer.result.front() == '8';
    if (met) {
      answer.ticks = {rng_.chance(0.12), age >= kElderly, age >= kElderly && rng_.chance(0.2), rng_.chance(0.25),
                      rng_.chance(0.06)};
    }
    return answer;
  }

  Newcomer meet() {
    Newcomer who;
    const bool woman = rng_.chance(0.5);
    who.sex = woman ? "P" : "L";
    who.name = made_up_name(rng_, woman);
    const Day born = today_ - static_cast<Day>(365 * (20 + rng_.below(50)) + rng_.below(365));
    who.birth_date = spoken(born);
    who.nik = "990101" + birth_digits(to_date(born), woman) + "0" + digits(rng_, 2) + "1";
    who.kk = "990101" + birth_digits(to_date(born), false) + "0" + digits(rng_, 2) + "1";
    who.remark = "belum ada di daftar";
    return who;
  }

private:
  void choose(const SheetRow& row, int age, SheetAnswer& answer) {
    if (says(row.reasons, "meninggal") && rng_.chance(0.8)) {
      die(answer);
    } else if (says(row.reasons, "pindah") && rng_.chance(0.7)) {
      move(answer);
    } else if (says(row.reasons, "NIK") && rng_.chance(0.6)) {
      mend(row, answer);
    } else if (const double luck = rng_.unit(); luck < 0.70) {
      answer.result = "1 Layak";
    } else if (luck < 0.82) {
      answer.result = "2 Tidak layak";
      answer.remark = "sudah mampu";
    } else if (luck < (age >= kElderly ? 0.90 : 0.84)) {
      die(answer);
    } else if (luck < 0.94) {
      move(answer);
    } else if (luck < 0.97) {
      answer.result = "5 Tidak ditemukan";
    } else if (luck < 0.985) {
      answer.result = "7 Menolak";
    } else {
      answer.result = "9 Belum punya dokumen";
    }
  }

  void die(SheetAnswer& answer) {
    answer.result = "3 Meninggal";
    answer.heir = rng_.chance(0.5) ? "ada, dalam KK" : "";
  }

  void move(SheetAnswer& answer) {
    answer.result = "4 Pindah";
    answer.moved_to = kElsewhere[rng_.below(std::size(kElsewhere))];
  }

  void mend(const SheetRow& row, SheetAnswer& answer) {
    answer.result = "8 Perlu perbaikan";
    answer.new_nik = mended_nik(row, rng_);
    answer.document = kDocuments[rng_.below(std::size(kDocuments))];
    if (answer.new_nik.empty()) {
      answer.result = "9 Belum punya dokumen";
      answer.document.clear();
    }
  }

  Rng rng_;
  Day today_;
};

double share_of(Errors errors) {
  switch (errors) {
  case Errors::Light:
    return 0.1;
  case Errors::Medium:
    return 0.3;
  case Errors::Heavy:
    return 0.6;
  case Errors::None:
    break;
  }
  return 0;
}

// Spread evenly over the villages, and each kind in its turn.
Flaw flaw_of(Errors errors, std::uint64_t seed, std::uint32_t number) {
  const double share = share_of(errors);
  const auto before = static_cast<std::uint64_t>(number * share);
  const auto after = static_cast<std::uint64_t>((number + 1) * share);
  return after > before ? static_cast<Flaw>(1 + (seed + before) % (kFlaws - 1)) : Flaw::None;
}

} // namespace

std::string_view to_text(Flaw flaw) {
  constexpr std::array<std::string_view, kFlaws> kTexts{
#define PADAN_TEXT(name, text) text,
      PADAN_FLAWS(PADAN_TEXT)
#undef PADAN_TEXT
  };
  return kTexts[static_cast<std::size_t>(flaw)];
}

Visit pay_visits(const std::vector<SheetRow>& rows, const VisitOptions& options, std::string_view village,
                 std::uint32_t number) {
  const Rng rng = Rng(options.seed).fork(base::hash_bytes(village));
  Rng names = rng.fork(1);
  Visit visit;
  visit.flaw = flaw_of(options.errors, options.seed, number);
  visit.worker = made_up_name(names, names.chance(0.5));
  visit.second_worker = made_up_name(names, names.chance(0.5));
  Worker worker(options, rng.fork(2));
  for (const SheetRow& row : rows) {
    visit.answers.push_back(worker.visit(row));
  }
  for (std::size_t i = 0; i < 1 + rows.size() / 40; ++i) {
    if (names.chance(0.4)) {
      visit.newcomers.push_back(worker.meet());
    }
  }
  return visit;
}

} // namespace padan::synth
