#include "region_evidence.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "cell_remarks.hpp"
#include "padan/region/region_table.hpp"

namespace padan::engine {
namespace {

using region::RegionTable;
using table::FieldKind;
using enum RemarkCode;

constexpr double kSure = 0.9;
constexpr double kLikely = 0.5;
constexpr std::size_t kFullCode = 10; // digits down to the village, in both systems

const RegionTable& regions() { return RegionTable::builtin(); }

std::string digits_of(std::string_view cell) {
  std::string digits;
  std::copy_if(cell.begin(), cell.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits) {
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

// Where a list writes its places. Grid columns; kWholeRow where there is none.
struct Columns {
  explicit Columns(const ingest::Recognition& recognition) : all(recognition.columns) {}
  [[nodiscard]] std::uint32_t first(FieldKind kind) const {
    const auto found =
        std::find_if(all.begin(), all.end(), [kind](const auto& column) { return column.field.kind == kind; });
    return found == all.end() ? kWholeRow : static_cast<std::uint32_t>(found - all.begin());
  }
  const std::vector<ingest::Column>& all;
};

class Judge {
public:
  Judge(const Source& source, const ListFacts& facts, ListProfile& profile, RemarkBook& book)
      : source_(source), facts_(facts), profile_(profile), book_(book), columns_(source.recognition) {}

  // The next of what is to be looked at; home is known before names are judged by it.
  bool step() {
    switch (next_++) {
    case 0:
      find_home_by_names();
      break;
    case 1:
    case 2:
      judge_codes(next_ == 2 ? FieldKind::RegionCode : FieldKind::VillageCode);
      break;
    case 3:
      find_home_by_nik();
      break;
    default:
      constexpr std::array kNames{FieldKind::Province, FieldKind::Regency, FieldKind::District, FieldKind::Village};
      judge_names(kNames[next_ - 5]);
    }
    return next_ == 8;
  }

private:
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(source_.recognition.data_rows.size()); }
  [[nodiscard]] std::string_view cell(std::uint32_t position, std::uint32_t column) const {
    return column == kWholeRow ? std::string_view()
                               : source_.grid.cell(source_.recognition.data_rows[position], columns_.all[column].index);
  }

  // The most frequent of what the rows say, if it is most of it; 0 says nothing.
  template <class Say> bool settle_home(Home::From from, Say say) {
    std::map<std::uint32_t, std::uint32_t> votes;
    std::uint32_t said = 0;
    for (std::uint32_t i = 0; i < rows(); ++i) {
      if (const std::uint32_t code = say(i); code != 0) {
        ++votes[code];
        ++said;
      }
    }
    const auto best =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == votes.end() || best->second * 2 <= said) {
      return false;
    }
    const auto name = regions().regency(best->first);
    profile_.home = {best->first, std::string(name.value_or("")), from, static_cast<double>(best->second) / said};
    return true;
  }

  void find_home_by_names() {
    const std::uint32_t column = columns_.first(FieldKind::Regency);
    if (column == kWholeRow) {
      return;
    }
    table::Dictionary names;
    std::vector<std::uint32_t> codes{0};
    settle_home(Home::From::Names, [&](std::uint32_t i) {
      const std::string_view text = cell(i, column);
      const std::uint32_t name = names.intern(text);
      if (name == codes.size()) {
        codes.push_back(regions().find_regency(text).value_or(0));
      }
      return codes[name];
    });
  }

  void find_home_by_nik() {
    if (profile_.home.from == Home::From::Unknown) {
      settle_home(Home::From::Nik, [&](std::uint32_t i) {
        const RowFacts& row = facts_.rows[i];
        return row.nik_state == prepare::IdState::Good ? prepare::nik_parts(row.nik).region / 100 : 0;
      });
    }
  }

  // The code of a row, with its zeros; four columns of parts are joined as their digits tell.
  [[nodiscard]] std::string joined_code(std::uint32_t position, std::uint32_t column) const {
    const std::string own = digits_of(cell(position, column));
    if (columns_.all[column].field.kind != FieldKind::VillageCode || own.empty() || own.size() > 4) {
      return own;
    }
    const auto part = [&](FieldKind kind, std::size_t width) {
      const std::string digits = digits_of(cell(position, columns_.first(kind)));
      return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
    };
    const bool four = own.size() == 4; // BPS has three; a spreadsheet takes zeros in front away
    const std::string above = part(FieldKind::ProvinceCode, 2) + part(FieldKind::RegencyCode, 2) +
                              part(FieldKind::DistrictCode, four ? 2 : 3);
    return above + (four ? own : std::string(3 - own.size(), '0') + own);
  }

  struct CodeFacts {
    bool province = false, regency = false, district = false, village = false;
    bool tells = false, kemendagri = false, bps = false, other_name = false;
    std::uint32_t of_regency = 0;
  };

  static CodeFacts facts_of(const std::string& code, std::string_view name) {
    CodeFacts facts;
    const std::uint64_t value = number(code.substr(0, kFullCode));
    const auto head = [&](std::size_t digits) {
      return code.size() >= digits ? static_cast<std::uint32_t>(number(code.substr(0, digits))) : 0;
    };
    facts.province = regions().province(head(2)).has_value();
    facts.regency = regions().regency(head(4)).has_value();
    facts.of_regency = facts.regency ? head(4) : 0;
    facts.district = regions().knows_district(head(6));
    facts.village = code.size() == kFullCode && regions().village(value).has_value();
    facts.tells = code.size() == 6 || code.size() == 7 || code.size() == kFullCode;
    facts.other_name = facts.village && !is_blank(name) && regions().find_village(name, head(6)) != value;
    facts.kemendagri = code.size() == 6 ? facts.district : facts.village && !facts.other_name;
    const bool three = code.size() == 7 || (code.size() == kFullCode && code[6] == '0');
    facts.bps = facts.regency && three && !facts.village;
    return facts;
  }

  void judge_code(std::uint32_t column) {
    CodeEvidence evidence;
    evidence.column = column;
    const std::uint32_t village = columns_.first(FieldKind::Village);
    table::Dictionary seen;
    std::vector<CodeFacts> known(1);
    std::vector<std::uint32_t> of_row(rows(), 0);
    std::uint32_t telling = 0;
    for (std::uint32_t i = 0; i < rows(); ++i) {
      const std::string code = joined_code(i, column);
      if (code.empty() || code.size() > kFullCode) {
        continue;
      }
      const std::uint32_t key = seen.intern(code + ' ' + std::string(cell(i, village)));
      if (key == known.size()) {
        known.push_back(facts_of(code, cell(i, village)));
      }
      of_row[i] = key;
      const CodeFacts& facts = known[key];
      ++evidence.rows;
      evidence.province += facts.province;
      evidence.regency += facts.regency;
      evidence.district += facts.district;
      evidence.village += facts.village;
      evidence.for_kemendagri += facts.kemendagri;
      evidence.for_bps += facts.bps;
      evidence.against_name += facts.other_name;
      telling += facts.tells;
    }
    decide(evidence, telling);
    if (evidence.system == CodeSystem::Kemendagri) {
      for (std::uint32_t i = 0; i < rows(); ++i) {
        if (of_row[i] != 0 && known[of_row[i]].tells && !known[of_row[i]].kemendagri) {
          book_.at(CodeUnknown, column).rows.add(i);
        }
      }
    }
    if (evidence.system == CodeSystem::Kemendagri && profile_.home.from == Home::From::Unknown) {
      settle_home(Home::From::Codes, [&](std::uint32_t i) { return known[of_row[i]].of_regency; });
    }
    if (evidence.rows != 0) {
      profile_.codes.push_back(evidence);
    }
  }

  static void decide(CodeEvidence& evidence, std::uint32_t telling) {
    const bool kemendagri = evidence.for_kemendagri >= evidence.for_bps;
    const std::uint32_t most = kemendagri ? evidence.for_kemendagri : evidence.for_bps;
    evidence.share = telling == 0 ? 0 : static_cast<double>(most) / telling;
    if (evidence.share >= kLikely && evidence.for_kemendagri != evidence.for_bps) {
      evidence.system = kemendagri ? CodeSystem::Kemendagri : CodeSystem::Bps;
    }
    evidence.sure = evidence.system != CodeSystem::Unclear && evidence.share >= kSure && telling >= kEnoughCodes;
  }

  void judge_codes(FieldKind kind) {
    if (const std::uint32_t column = columns_.first(kind); column != kWholeRow) {
      judge_code(column);
    }
  }

  [[nodiscard]] std::uint32_t regency_of(std::string_view regency) const {
    const std::uint32_t named = is_blank(regency) ? 0 : regions().find_regency(regency).value_or(0);
    return named != 0 ? named : profile_.home.code;
  }

  [[nodiscard]] bool knows_village(std::string_view village, std::string_view district, std::uint32_t regency) const {
    if (!is_blank(district)) {
      const auto code = regions().find_district(district, regency);
      return code && regions().find_village(village, *code);
    }
    for (std::uint32_t code = regency * 100 + 1; code < regency * 100 + 100; ++code) {
      if (regions().knows_district(code) && regions().find_village(village, code)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] static bool knows_province(std::string_view name) {
    region::Search search(name);
    for (std::uint32_t code = 11; code < 100; ++code) {
      if (const auto official = regions().province(code)) {
        search.offer(code, region::read_place_name(*official), region::Kind::Unknown);
      }
    }
    return search.found().has_value();
  }

  [[nodiscard]] bool knows(FieldKind kind, std::string_view name, std::string_view district,
                           std::string_view regency) const {
    switch (kind) {
    case FieldKind::Province:
      return knows_province(name);
    case FieldKind::Regency:
      return regions().find_regency(name).has_value();
    case FieldKind::District:
      return regions().find_district(name, regency_of(regency)).has_value();
    default:
      return knows_village(name, district, regency_of(regency));
    }
  }

  void judge_name(FieldKind kind, std::uint32_t column) {
    const bool low = kind == FieldKind::Village || kind == FieldKind::District;
    const std::uint32_t district = kind == FieldKind::Village ? columns_.first(FieldKind::District) : kWholeRow;
    const std::uint32_t regency = low ? columns_.first(FieldKind::Regency) : kWholeRow;
    NameEvidence evidence;
    evidence.column = column;
    table::Dictionary seen; // a village within its district
    std::vector<char> known{0};
    std::map<std::string, std::uint32_t, std::less<>> unknown;
    std::string key;
    for (std::uint32_t i = 0; i < rows(); ++i) {
      const std::string_view name = cell(i, column);
      if (is_blank(name)) {
        continue;
      }
      key.assign(name).append("\n").append(cell(i, district)).append("\n").append(cell(i, regency));
      const std::uint32_t code = seen.intern(key);
      if (code == known.size()) {
        known.push_back(knows(kind, name, cell(i, district), cell(i, regency)) ? 1 : 0);
      }
      ++evidence.rows;
      if (known[code] != 0) {
        ++evidence.found;
        continue;
      }
      book_.at(PlaceUnknown, column).rows.add(i);
      const auto at = unknown.find(name);
      at == unknown.end() ? void(unknown.emplace(name, 1)) : void(++at->second);
    }
    keep_most_frequent(unknown, evidence);
    if (evidence.rows != 0) {
      profile_.names.push_back(std::move(evidence));
    }
  }

  static void keep_most_frequent(const std::map<std::string, std::uint32_t, std::less<>>& unknown,
                                 NameEvidence& evidence) {
    evidence.unknown_names = static_cast<std::uint32_t>(unknown.size());
    for (const auto& [text, count] : unknown) {
      evidence.unknown.push_back({text, count});
    }
    std::stable_sort(evidence.unknown.begin(), evidence.unknown.end(),
                     [](const UnknownPlace& a, const UnknownPlace& b) { return a.rows > b.rows; });
    evidence.unknown.resize(std::min<std::size_t>(evidence.unknown.size(), kShownPlaces));
  }

  void judge_names(FieldKind kind) {
    if (const std::uint32_t column = columns_.first(kind); column != kWholeRow) {
      judge_name(kind, column);
    }
  }

  const Source& source_;
  const ListFacts& facts_;
  ListProfile& profile_;
  RemarkBook& book_;
  Columns columns_;
  std::uint32_t next_ = 0;
};

} // namespace

struct RegionJudge::State {
  Judge judge;
};

RegionJudge::RegionJudge(const Source& source, const ListFacts& facts, ListProfile& profile, RemarkBook& book)
    : state_(std::make_unique<State>(State{Judge(source, facts, profile, book)})) {}
RegionJudge::~RegionJudge() = default;

bool RegionJudge::step() { return state_->judge.step(); }

} // namespace padan::engine
