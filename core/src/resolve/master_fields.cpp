#include "padan/resolve/master.hpp"

#include <algorithm>
#include <tuple>

#include "padan/base/hash.hpp"
#include "padan/prepare/date.hpp"
#include "padan/text/fold.hpp"

// Which value wins.

namespace padan::resolve {
namespace {

using prepare::Date;
using prepare::DateState;
using prepare::IdState;
using prepare::Record;
using prepare::Sex;
using prepare::Vital;

void append_digits(std::string& out, std::uint64_t value, std::size_t length) {
  const std::size_t begin = out.size();
  out.resize(begin + length);
  for (std::size_t i = out.size(); i-- > begin; value /= 10) {
    out[i] = static_cast<char>('0' + value % 10);
  }
}

std::string_view digits(std::uint64_t value, std::size_t length, std::string& scratch) {
  scratch.clear();
  append_digits(scratch, value, value != 0 ? length : 0);
  return scratch;
}

bool has_iso(const Date& date) { return date.full() || (date.state == DateState::YearOnly && date.spread == 0); }

std::string_view iso(const Date& date, std::string& scratch) {
  scratch.clear();
  if (has_iso(date)) {
    append_digits(scratch, date.year, 4);
  }
  if (date.full()) {
    append_digits(scratch.append("-"), date.month, 2);
    append_digits(scratch.append("-"), date.day, 2);
  }
  return scratch;
}

// RT and RW are written with three digits, or five where a list has such.
std::string_view neighbourhood(std::uint16_t number, std::string& scratch) {
  return digits(number, number < 1000 ? 3 : 5, scratch);
}

std::string_view vital_text(Vital vital) {
  switch (vital) {
  case Vital::Alive:
    return "alive";
  case Vital::Dead:
    return "dead";
  case Vital::Moved:
    return "moved";
  case Vital::Unknown:
    break;
  }
  return {};
}

bool is_placeholder(std::string_view folded) {
  return folded.find_first_not_of("-._0? ") == std::string_view::npos || folded == "KOSONG" || folded == "NULL" ||
         folded == "N/A" || folded == "TIDAK ADA";
}

std::uint64_t text_key(std::string_view text, std::string& scratch) {
  scratch.clear();
  text::append_folded(scratch, text);
  return is_placeholder(scratch) ? 0 : base::hash_bytes(scratch) | 1U;
}

std::uint8_t id_class(IdState state) { return state == IdState::Good ? 3 : state == IdState::Shared ? 2 : 1; }

// Majority first, date of the list second; the others are chosen by the worth of the value first.
bool decided_by_majority(FieldKind field) {
  return field == FieldKind::Village || field == FieldKind::District || field == FieldKind::Regency ||
         field == FieldKind::Address || field == FieldKind::Rt || field == FieldKind::Rw;
}

// "BANDUNG, 12-05-1970" without its date.
std::string_view before_date(std::string_view text) {
  const std::string_view place = text.substr(0, prepare::find_date(text));
  return place.substr(0, place.find_last_not_of(" ,;/-") + 1);
}

// Votes: lists, not rows, so that a list with a duplicate has one.
void count_votes(std::vector<Opinion>& all) {
  std::sort(all.begin(), all.end(),
            [](const Opinion& a, const Opinion& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
  for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
    std::uint32_t votes = 0;
    for (; end < all.size() && all[end].key == all[begin].key; ++end) {
      votes += end == begin || all[end].source != all[end - 1].source ? 1U : 0U;
    }
    for (std::size_t i = begin; i < end; ++i) {
      all[i].votes = votes;
    }
  }
  std::sort(all.begin(), all.end(), [](const Opinion& a, const Opinion& b) { return a.row < b.row; });
}

} // namespace

std::string MasterList::text(RowId row, FieldKind field) const {
  std::string scratch;
  return std::string(text(row, field, scratch));
}

std::string_view MasterList::text(RowId row, FieldKind field, std::string& scratch) const {
  const Record& r = corpus_.records[row];
  switch (field) {
  case FieldKind::Nik:
    return digits(r.nik, r.nik_length, scratch);
  case FieldKind::Kk:
    return digits(r.kk, r.kk_length, scratch);
  case FieldKind::BirthDate:
    return r.birth_from_nik ? std::string_view() : iso(r.birth, scratch);
  case FieldKind::Sex:
    return r.sex == Sex::Male ? "L" : r.sex == Sex::Female ? "P" : "";
  case FieldKind::Rt:
    return neighbourhood(r.rt, scratch);
  case FieldKind::Rw:
    return neighbourhood(r.rw, scratch);
  case FieldKind::Decile:
    return digits(r.decile, r.decile < 10 ? 1 : 2, scratch);
  case FieldKind::VitalStatus:
    return vital_text(r.vital);
  case FieldKind::Name:
    return r.name != 0 ? cells_.text(row, field, scratch) : std::string_view();
  case FieldKind::MotherName:
    return r.mother != 0 ? cells_.text(row, field, scratch) : std::string_view();
  case FieldKind::Address: {
    const std::string_view address = cells_.text(row, field, scratch);
    return address.empty() ? cells_.text(row, FieldKind::Hamlet, scratch) : address;
  }
  case FieldKind::BirthPlace: {
    const std::string_view place = cells_.text(row, field, scratch);
    return place.empty() ? before_date(cells_.text(row, FieldKind::BirthPlaceDate, scratch)) : place;
  }
  case FieldKind::Village:
  case FieldKind::District: {
    const std::string_view name = cells_.text(row, field, scratch);
    if (!name.empty() || r.village == 0) {
      return name;
    }
    const prepare::Place& place = corpus_.places[r.village]; // the list gives a code
    return corpus_
        .place_texts[corpus_.display_of[field == FieldKind::Village ? place.village_name : place.district_name]];
  }
  default:
    return cells_.text(row, field, scratch);
  }
}

// Returns false when the row says nothing.
bool MasterList::form(Opinion& opinion, FieldKind field, std::string (&scratch)[2]) const {
  const Record& r = corpus_.records[opinion.row];
  opinion.source = r.source;
  opinion.worth = 1;
  opinion.authority = say(r.source, field);
  const auto only_if = [&](bool sound) { opinion.authority = sound ? opinion.authority : std::uint8_t{0}; };
  switch (field) {
  case FieldKind::Nik:
    opinion.key = r.nik;
    opinion.worth = id_class(r.nik_state);
    only_if(r.nik_state == IdState::Good);
    break;
  case FieldKind::Kk:
    opinion.key = r.kk;
    opinion.worth = id_class(r.kk_state);
    only_if(r.kk_state == IdState::Good);
    break;
  case FieldKind::Name:
    opinion.key = r.name;
    break;
  case FieldKind::MotherName:
    opinion.key = r.mother;
    break;
  case FieldKind::BirthDate:
    opinion.key = r.birth_from_nik || !has_iso(r.birth) ? 0 : r.birth.packed();
    opinion.worth = r.birth.state == DateState::Full ? 3 : r.birth.state == DateState::Default ? 2 : 1;
    only_if(r.birth.full());
    break;
  case FieldKind::Sex:
    opinion.key = static_cast<std::uint64_t>(r.sex);
    opinion.worth = cells_.has(r.source, FieldKind::Sex) ? 2 : 1; // else read off the NIK
    break;
  case FieldKind::VitalStatus:
    opinion.key = static_cast<std::uint64_t>(r.vital);
    opinion.worth = r.vital == Vital::Dead ? 2 : 1; // nobody comes back
    break;
  case FieldKind::Decile:
    opinion.key = r.decile;
    break;
  case FieldKind::Village:
    opinion.key = r.village;
    break;
  case FieldKind::District:
    opinion.key = r.district;
    break;
  case FieldKind::Address:
    opinion.key = r.address;
    break;
  case FieldKind::Rt:
  case FieldKind::Rw: // an RT means nothing in another's RW
    opinion.key = r.rt != 0 ? r.rt << 16U | r.rw : 0;
    break;
  case FieldKind::Relation:
    opinion.key = cells_.text(opinion.row, field, scratch[0]).empty() ? 0 : static_cast<std::uint64_t>(r.relation);
    break;
  default: {
    const std::string_view value = text(opinion.row, field, scratch[0]);
    opinion.key = value.empty() ? 0 : text_key(value, scratch[1]);
    opinion.length = static_cast<std::uint32_t>(value.size());
  }
  }
  return opinion.key != 0;
}

void MasterList::weigh_names(std::vector<Opinion>& all) const {
  for (Opinion& opinion : all) {
    const auto name = static_cast<std::uint32_t>(opinion.key);
    opinion.length = static_cast<std::uint32_t>(corpus_.names.phrase(name).size());
    for (const std::uint32_t token : corpus_.names.tokens(name)) {
      const std::string_view word = corpus_.names.text(token);
      opinion.worth = word.size() == 1 && word != "I" ? 0 : opinion.worth; // I WAYAN is no abbreviation
    }
  }
}

void MasterList::ask(std::uint32_t person, FieldKind field, Opinions& out) const {
  std::vector<Opinion>& all = out.all;
  all.clear();
  for (const RowId row : rows_of(person)) {
    all.emplace_back().row = row;
    if (!form(all.back(), field, out.scratch)) {
      all.pop_back();
    }
  }
  const bool differ = std::any_of(all.begin(), all.end(), [&](const Opinion& o) { return o.key != all.front().key; });
  if (differ && (field == FieldKind::Name || field == FieldKind::MotherName)) { // else all weigh the same
    weigh_names(all);
  }
  count_votes(all);
  choose(field, out);
  follow(person, field, out);
}

void MasterList::take_decisions(std::vector<DecidedValue> decided) {
  const auto topic = [&](const DecidedValue& value) { return std::tuple(persons_.of_row[value.row], value.field); };
  std::stable_sort(decided.begin(), decided.end(),
                   [&](const DecidedValue& a, const DecidedValue& b) { return topic(a) < topic(b); });
  for (DecidedValue& value : decided) {
    if (!decided_.empty() && topic(decided_.back()) == topic(value)) {
      decided_.pop_back();
    }
    decided_.push_back(std::move(value));
  }
}

const DecidedValue* MasterList::decision(std::uint32_t person, FieldKind field) const {
  const auto wanted = std::tuple(person, field);
  const auto topic = [&](const DecidedValue& value) { return std::tuple(persons_.of_row[value.row], value.field); };
  const auto at = std::lower_bound(decided_.begin(), decided_.end(), wanted,
                                   [&](const DecidedValue& value, const auto& key) { return topic(value) < key; });
  return at != decided_.end() && topic(*at) == wanted ? &*at : nullptr;
}

const std::string* MasterList::decided(std::uint32_t person, FieldKind field) const {
  const DecidedValue* value = decision(person, field);
  return value == nullptr ? nullptr : &value->text;
}

// What a person has set outweighs every list; rows that say the same do not dissent.
void MasterList::follow(std::uint32_t person, FieldKind field, Opinions& opinions) const {
  opinions.decided = nullptr;
  const DecidedValue* decided = decision(person, field);
  if (decided == nullptr) {
    return;
  }
  opinions.decided = &decided->text;
  opinions.winner = {decided->row, Rule::Decision};
  opinions.key = 0;
  for (const Opinion& opinion : opinions.all) {
    if (text(opinion.row, field, opinions.scratch[0]) == decided->text) {
      opinions.winner = {opinion.row, Rule::Decision, true};
      opinions.key = opinion.key;
    }
  }
}

std::string_view MasterList::text(Opinions& opinions, FieldKind field) const {
  if (opinions.decided != nullptr) {
    return *opinions.decided;
  }
  return opinions.winner.known() ? text(opinions.winner.row, field, opinions.scratch[0]) : std::string_view();
}

void MasterList::choose(FieldKind field, Opinions& opinions) const {
  const std::vector<Opinion>& all = opinions.all;
  opinions.winner = {};
  opinions.key = 0;
  if (all.empty()) {
    return;
  }
  const bool dated = field == FieldKind::Decile;
  const bool voted = decided_by_majority(field);
  const auto newness = [&](const Opinion& o) { return newness_[o.source]; };
  const auto rank = [&](const Opinion& o) {
    const std::uint32_t first = o.authority != 0 ? newness(o) : 0; // of those who decide, the newest
    return dated   ? std::tuple(o.authority, first, newness(o), std::uint32_t{o.worth}, o.votes, o.length)
           : voted ? std::tuple(o.authority, first, o.votes, newness(o), std::uint32_t{o.worth}, o.length)
                   : std::tuple(o.authority, first, std::uint32_t{o.worth}, o.votes, newness(o), o.length);
  };
  const Opinion& best =
      *std::max_element(all.begin(), all.end(), [&](const Opinion& a, const Opinion& b) { return rank(a) < rank(b); });
  const auto others = [&](auto test) {
    return std::any_of(all.begin(), all.end(), [&](const Opinion& o) { return o.key != best.key && test(o); });
  };
  const auto rule = [&] {
    if (best.authority != 0) {
      return civil_[best.source] ? Rule::CivilRegistry : Rule::Authority;
    }
    if (!others([](const Opinion&) { return true; })) {
      return best.votes == 1 ? Rule::Only : Rule::Agreed;
    }
    if (!dated && !others([&](const Opinion& o) { return o.votes >= best.votes; })) {
      return Rule::Agreed;
    }
    const bool by_worth = !dated && !voted && others([&](const Opinion& o) { return o.worth < best.worth; });
    const bool newest = !by_worth && !others([&](const Opinion& o) { return newness(o) >= newness(best); });
    return newest ? Rule::Newest : Rule::BestQuality;
  };
  opinions.winner = {best.row, rule(), true};
  opinions.key = best.key;
}

Winner MasterList::winner(std::uint32_t person, FieldKind field) const {
  Opinions opinions;
  ask(person, field, opinions);
  return opinions.winner;
}

Value MasterList::resolve(std::uint32_t person, FieldKind field) const {
  Opinions opinions;
  ask(person, field, opinions);
  return {std::string(text(opinions, field)), opinions.winner.row, opinions.winner.rule};
}

std::vector<Dissenter> MasterList::dissenters(std::uint32_t person, FieldKind field) const {
  Opinions opinions;
  ask(person, field, opinions);
  std::vector<Dissenter> dissenters;
  for (const Opinion& opinion : opinions.all) {
    if (opinion.key != opinions.key) {
      dissenters.push_back({text(opinion.row, field), opinion.row});
    }
  }
  return dissenters;
}

} // namespace padan::resolve
