#include "padan/resolve/master.hpp"

#include <algorithm>
#include <tuple>

#include "padan/base/hash.hpp"
#include "padan/prepare/date.hpp"
#include "padan/text/fold.hpp"

// Which value wins. A candidate is a row that knows the field; candidates of one key say the same thing.

namespace padan::resolve {
namespace {

using prepare::Date;
using prepare::DateState;
using prepare::IdState;
using prepare::Record;
using prepare::Sex;
using prepare::Vital;

std::string digits(std::uint64_t value, std::uint32_t length) {
  std::string text(length, '0');
  for (std::size_t i = text.size(); i-- > 0; value /= 10) {
    text[i] = static_cast<char>('0' + value % 10);
  }
  return text;
}

std::string iso(const Date& date) {
  if (date.full()) {
    return digits(date.year, 4) + '-' + digits(date.month, 2) + '-' + digits(date.day, 2);
  }
  return date.state == DateState::YearOnly && date.spread == 0 ? digits(date.year, 4) : std::string();
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

std::uint64_t text_key(std::string_view text) {
  const std::string folded = text::fold(text);
  return is_placeholder(folded) ? 0 : base::hash_bytes(folded) | 1U;
}

std::uint32_t id_class(IdState state) { return state == IdState::Good ? 3 : state == IdState::Shared ? 2 : 1; }

bool decided_by_registry(FieldKind field) {
  return field == FieldKind::Nik || field == FieldKind::Kk || field == FieldKind::Name ||
         field == FieldKind::BirthDate || field == FieldKind::Sex || field == FieldKind::VitalStatus;
}

// Majority first, date of the list second; the others are chosen by the worth of the value first.
bool decided_by_majority(FieldKind field) {
  return field == FieldKind::Village || field == FieldKind::District || field == FieldKind::Regency ||
         field == FieldKind::Address || field == FieldKind::Rt || field == FieldKind::Rw;
}

} // namespace

struct MasterList::Candidates {
  struct Candidate {
    RowId row;
    std::uint64_t key;    // equal keys are one value
    std::uint32_t worth;  // class of quality, higher is better
    std::uint32_t length; // among equals the longer name tells more
    std::uint32_t votes;  // lists that say so
    bool registry;        // may decide by authority
  };
  std::vector<Candidate> all;
};

std::string MasterList::text(RowId row, FieldKind field) const {
  const Record& r = corpus_.records[row];
  switch (field) {
  case FieldKind::Nik:
    return r.nik != 0 ? digits(r.nik, r.nik_length) : std::string();
  case FieldKind::Kk:
    return r.kk != 0 ? digits(r.kk, r.kk_length) : std::string();
  case FieldKind::BirthDate:
    return r.birth_from_nik ? std::string() : iso(r.birth);
  case FieldKind::Sex:
    return r.sex == Sex::Male ? "L" : r.sex == Sex::Female ? "P" : "";
  case FieldKind::Rt:
    return r.rt != 0 ? digits(r.rt, r.rt < 1000 ? 3 : 5) : std::string();
  case FieldKind::Rw:
    return r.rw != 0 ? digits(r.rw, r.rw < 1000 ? 3 : 5) : std::string();
  case FieldKind::Decile:
    return r.decile != 0 ? std::to_string(r.decile) : std::string();
  case FieldKind::VitalStatus:
    return std::string(vital_text(r.vital));
  case FieldKind::Name:
    return r.name != 0 ? cells_.text(row, field) : std::string();
  case FieldKind::MotherName:
    return r.mother != 0 ? cells_.text(row, field) : std::string();
  case FieldKind::Address: {
    std::string address = cells_.text(row, field);
    return address.empty() ? cells_.text(row, FieldKind::Hamlet) : address;
  }
  case FieldKind::BirthPlace: {
    std::string place = cells_.text(row, field);
    if (place.empty()) {
      place = cells_.text(row, FieldKind::BirthPlaceDate);
      place.resize(std::min(prepare::find_date(place), place.size()));
      place.resize(place.find_last_not_of(" ,;/-") + 1);
    }
    return place;
  }
  case FieldKind::Village:
  case FieldKind::District: {
    std::string name = cells_.text(row, field);
    if (name.empty() && r.village != 0) { // the list gives a code
      const prepare::Place& place = corpus_.places[r.village];
      name =
          corpus_
              .place_texts[corpus_.display_of[field == FieldKind::Village ? place.village_name : place.district_name]];
    }
    return name;
  }
  default:
    return cells_.text(row, field);
  }
}

void MasterList::collect(std::uint32_t person, FieldKind field, Candidates& out) const {
  for (const RowId row : rows_of(person)) {
    const Record& r = corpus_.records[row];
    Candidates::Candidate candidate{row, 0, 1, 0, 1, civil_[r.source] && decided_by_registry(field)};
    switch (field) {
    case FieldKind::Nik:
      candidate.key = r.nik;
      candidate.worth = id_class(r.nik_state);
      candidate.registry = candidate.registry && r.nik_state == IdState::Good;
      break;
    case FieldKind::Kk:
      candidate.key = r.kk;
      candidate.worth = id_class(r.kk_state);
      candidate.registry = candidate.registry && r.kk_state == IdState::Good;
      break;
    case FieldKind::Name:
    case FieldKind::MotherName: {
      candidate.key = field == FieldKind::Name ? r.name : r.mother;
      const std::string_view phrase = corpus_.names.phrase(static_cast<std::uint32_t>(candidate.key));
      candidate.length = static_cast<std::uint32_t>(phrase.size());
      for (const std::uint32_t token : corpus_.names.tokens(static_cast<std::uint32_t>(candidate.key))) {
        const std::string_view word = corpus_.names.text(token);
        candidate.worth = word.size() == 1 && word != "I" ? 0 : candidate.worth; // I WAYAN is no abbreviation
      }
      break;
    }
    case FieldKind::BirthDate:
      candidate.key = r.birth_from_nik || iso(r.birth).empty() ? 0 : r.birth.packed();
      candidate.worth = r.birth.state == DateState::Full ? 3 : r.birth.state == DateState::Default ? 2 : 1;
      candidate.registry = candidate.registry && r.birth.full();
      break;
    case FieldKind::Sex:
      candidate.key = static_cast<std::uint64_t>(r.sex);
      candidate.worth = cells_.has(r.source, FieldKind::Sex) ? 2 : 1; // else read off the NIK
      break;
    case FieldKind::VitalStatus:
      candidate.key = static_cast<std::uint64_t>(r.vital);
      candidate.worth = r.vital == Vital::Dead ? 2 : 1; // nobody comes back
      break;
    case FieldKind::Decile:
      candidate.key = r.decile;
      candidate.registry = dtsen_[r.source];
      break;
    case FieldKind::Village:
      candidate.key = r.village;
      break;
    case FieldKind::District:
      candidate.key = r.district;
      break;
    case FieldKind::Address:
      candidate.key = r.address;
      break;
    case FieldKind::Rt:
    case FieldKind::Rw:
      candidate.key = r.rt != 0 ? r.rt << 16U | r.rw : 0;
      break; // an RT means nothing in another's RW
    case FieldKind::Relation:
      candidate.key = text(row, field).empty() ? 0 : static_cast<std::uint64_t>(r.relation);
      break;
    default: {
      const std::string value = text(row, field);
      candidate.key = text_key(value);
      candidate.length = static_cast<std::uint32_t>(value.size());
    }
    }
    if (candidate.key != 0) {
      out.all.push_back(candidate);
    }
  }
  // Votes: lists, not rows, so that a list with a duplicate has one.
  std::vector<std::pair<std::uint64_t, std::uint16_t>> said;
  for (const Candidates::Candidate& candidate : out.all) {
    said.emplace_back(candidate.key, corpus_.records[candidate.row].source);
  }
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  for (Candidates::Candidate& candidate : out.all) {
    const auto from = std::lower_bound(said.begin(), said.end(), std::make_pair(candidate.key, std::uint16_t{0}));
    const auto to = std::upper_bound(from, said.end(), std::make_pair(candidate.key, std::uint16_t{UINT16_MAX}));
    candidate.votes = static_cast<std::uint32_t>(to - from);
  }
}

Winner MasterList::choose(FieldKind field, const Candidates& candidates) const {
  using Candidate = Candidates::Candidate;
  if (candidates.all.empty()) {
    return {};
  }
  const auto newness = [&](const Candidate& c) { return newness_[corpus_.records[c.row].source]; };
  const bool dated = field == FieldKind::Decile;
  const bool voted = decided_by_majority(field);
  const auto rank = [&](const Candidate& c) {
    return dated   ? std::tuple(c.registry, newness(c), c.worth, c.votes, c.length)
           : voted ? std::tuple(false, c.votes, newness(c), c.worth, c.length)
                   : std::tuple(c.registry, c.worth, c.votes, newness(c), c.length);
  };
  const auto better = [&](const Candidate& a, const Candidate& b) {
    const auto x = rank(a);
    const auto y = rank(b);
    return x != y ? x < y : a.row > b.row;
  };
  const Candidate& best = *std::max_element(candidates.all.begin(), candidates.all.end(), better);
  const auto others = [&](auto test) {
    return std::any_of(candidates.all.begin(), candidates.all.end(),
                       [&](const Candidate& c) { return c.key != best.key && test(c); });
  };
  const auto differ = [](const Candidate&) { return true; };
  if (best.registry) {
    return {best.row, dated ? Rule::Authority : Rule::CivilRegistry};
  }
  if (!others(differ)) {
    return {best.row, best.votes == 1 ? Rule::Only : Rule::Agreed};
  }
  if (!dated && !others([&](const Candidate& c) { return c.votes >= best.votes; })) {
    return {best.row, Rule::Agreed};
  }
  const bool by_worth = !dated && !voted && others([&](const Candidate& c) { return c.worth < best.worth; });
  const bool newest = !by_worth && !others([&](const Candidate& c) { return newness(c) >= newness(best); });
  return {best.row, newest ? Rule::Newest : Rule::BestQuality};
}

Winner MasterList::winner(std::uint32_t person, FieldKind field) const {
  Candidates candidates;
  collect(person, field, candidates);
  return choose(field, candidates);
}

Value MasterList::resolve(std::uint32_t person, FieldKind field) const {
  const Winner won = winner(person, field);
  return won.known() ? Value{text(won.row, field), won.row, won.rule} : Value{};
}

std::vector<Dissenter> MasterList::dissenters(std::uint32_t person, FieldKind field) const {
  Candidates candidates;
  collect(person, field, candidates);
  const Winner won = choose(field, candidates);
  std::vector<Dissenter> dissenters;
  std::uint64_t key = 0;
  for (const auto& candidate : candidates.all) {
    key = candidate.row == won.row ? candidate.key : key;
  }
  for (const auto& candidate : candidates.all) {
    if (candidate.key != key) {
      dissenters.push_back({text(candidate.row, field), candidate.row});
    }
  }
  return dissenters;
}

} // namespace padan::resolve
