#include "inventory.hpp"

#include <span>

#include "names.hpp"

namespace padan::synth {
namespace {

enum List : std::uint8_t {
  kEnd, // no word
  kSundaM,
  kSundaF,
  kSundaM2,
  kSundaF2,
  kJavaM,
  kJavaF,
  kJavaM2,
  kJavaF2,
  kMuhammad,
  kAhmad,
  kAbdul,
  kServant,
  kIslamM,
  kFaithM,
  kIslamF,
  kSiti,
  kNur,
  kNurF,
  kMidM,
  kMidF,
  kMidM2,
  kMidF2,
  kModM,
  kModF,
  kModM2,
  kModF2,
  kBaliHe,
  kBaliShe,
  kBaliOrd,
  kBaliOrdF,
  kBaliM,
  kBaliF,
  kBugisM,
  kBugisF,
  kBatakM,
  kBatakF,
  kMarga,
  kMinangM,
  kMinangF,
  kBantenM,
  kBantenF,
  kNoble,
  kListCount
};

struct Pattern {
  std::uint8_t weight;
  std::array<std::uint8_t, Name::kMost> lists;
};
using Patterns = std::span<const Pattern>;

// By style: sex, then generation (born before 1965, 1965-1994, later).
constexpr Pattern kSundaMOld[] = {
    {42, {kSundaM}}, {30, {kSundaM, kSundaM2}}, {9, {kJavaM}}, {7, {kIslamM}}, {6, {kFaithM}}, {6, {kSundaM2}}};
constexpr Pattern kSundaMMid[] = {
    {12, {kSundaM}},         {40, {kSundaM, kSundaM2}}, {16, {kMidM, kSundaM2}}, {8, {kMidM, kMidM2}},
    {6, {kSundaM, kFaithM}}, {6, {kSundaM, kMidM2}},    {5, {kSundaM2}},         {4, {kFaithM}},
    {3, {kSundaM, kSundaM}}};
constexpr Pattern kSundaMNew[] = {{30, {kModM, kModM2}},
                                  {16, {kMuhammad, kModM, kModM2}},
                                  {14, {kModM, kSundaM2}},
                                  {8, {kMuhammad, kModM}},
                                  {10, {kModM, kModM, kModM2}},
                                  {8, {kSundaM, kSundaM2}},
                                  {8, {kMidM, kModM2}},
                                  {4, {kModM}},
                                  {2, {kMuhammad, kModM, kModM, kModM2}}};
constexpr Pattern kSundaFOld[] = {{46, {kSundaF}}, {26, {kSundaF, kSundaF2}}, {10, {kJavaF}},
                                  {8, {kIslamF}},  {8, {kSundaF2}},           {2, {kSiti, kIslamF}}};
constexpr Pattern kSundaFMid[] = {{14, {kSundaF}},      {42, {kSundaF, kSundaF2}}, {12, {kMidF, kSundaF2}},
                                  {8, {kMidF, kMidF2}}, {8, {kSundaF2}},           {4, {kSiti, kIslamF}},
                                  {4, {kNur, kNurF}},   {8, {kSundaF, kIslamF}}};
constexpr Pattern kSundaFNew[] = {
    {30, {kModF, kModF2}},      {18, {kModF, kSundaF2}}, {12, {kModF, kModF, kModF2}}, {4, {kSiti, kModF}},
    {14, {kSundaF, kSundaF2}},  {12, {kMidF, kModF2}},   {2, {kSiti, kNur, kNurF}},    {6, {kModF}},
    {2, {kSiti, kModF, kModF2}}};
constexpr Pattern kJavaMOld[] = {
    {66, {kJavaM}}, {14, {kJavaM, kJavaM2}}, {8, {kIslamM}}, {8, {kFaithM}}, {4, {kAbdul, kServant}}};
constexpr Pattern kJavaMMid[] = {{34, {kJavaM}}, {18, {kMidM, kJavaM2}},  {14, {kMidM, kMidM2}}, {10, {kJavaM2}},
                                 {8, {kFaithM}}, {8, {kAbdul, kServant}}, {8, {kJavaM, kJavaM2}}};
constexpr Pattern kJavaMNew[] = {{34, {kModM, kModM2}},
                                 {18, {kMuhammad, kModM, kModM2}},
                                 {14, {kModM, kJavaM2}},
                                 {10, {kMuhammad, kModM}},
                                 {10, {kModM, kModM, kModM2}},
                                 {8, {kMidM, kJavaM2}},
                                 {6, {kModM}}};
constexpr Pattern kJavaFOld[] = {
    {72, {kJavaF}}, {10, {kIslamF}}, {4, {kSiti, kIslamF}}, {8, {kJavaF, kJavaF2}}, {6, {kSundaF2}}};
constexpr Pattern kJavaFMid[] = {{38, {kJavaF}},        {16, {kMidF, kJavaF2}}, {12, {kMidF, kMidF2}},
                                 {5, {kSiti, kIslamF}}, {5, {kNur, kNurF}},     {10, {kJavaF, kJavaF2}},
                                 {14, {kIslamF}}};
constexpr Pattern kJavaFNew[] = {{36, {kModF, kModF2}}, {14, {kModF, kModF, kModF2}}, {14, {kModF, kJavaF2}},
                                 {5, {kSiti, kModF}},   {16, {kMidF, kJavaF2}},       {3, {kSiti, kNur, kNurF}},
                                 {12, {kModF}}};
constexpr Pattern kFaithMOld[] = {
    {24, {kIslamM}},         {20, {kFaithM}},        {20, {kAbdul, kServant}}, {12, {kMuhammad, kIslamM}},
    {12, {kAhmad, kIslamM}}, {6, {kAhmad, kFaithM}}, {6, {kMuhammad, kFaithM}}};
constexpr Pattern kFaithMMid[] = {
    {14, {kIslamM}},         {16, {kFaithM}},         {18, {kAbdul, kServant}},  {14, {kMuhammad, kIslamM}},
    {12, {kAhmad, kIslamM}}, {10, {kAhmad, kFaithM}}, {8, {kMuhammad, kFaithM}}, {8, {kIslamM, kSundaM2}}};
constexpr Pattern kFaithMNew[] = {
    {26, {kMuhammad, kModM, kModM2}}, {18, {kMuhammad, kIslamM}}, {14, {kAhmad, kModM}},
    {12, {kMuhammad, kModM}},         {10, {kAbdul, kServant}},   {10, {kAhmad, kIslamM, kModM2}},
    {10, {kMuhammad, kModM, kIslamM}}};
constexpr Pattern kFaithFOld[] = {
    {52, {kIslamF}}, {20, {kSiti, kIslamF}}, {14, {kNur, kNurF}}, {14, {kIslamF, kIslamF}}};
constexpr Pattern kFaithFMid[] = {
    {32, {kIslamF}}, {20, {kSiti, kIslamF}}, {16, {kNur, kNurF}}, {4, {kSiti, kNur, kNurF}}, {28, {kMidF, kIslamF}}};
constexpr Pattern kFaithFNew[] = {{38, {kModF, kModF2}},     {10, {kSiti, kIslamF}}, {8, {kSiti, kModF, kModF2}},
                                  {4, {kSiti, kNur, kNurF}}, {10, {kNur, kNurF}},    {30, {kModF, kIslamF}}};
constexpr Pattern kBantenMOld[] = {{70, {kBantenM}}, {12, {kNoble, kBantenM}}, {10, {kIslamM}}, {8, {kFaithM}}};
constexpr Pattern kBantenMMid[] = {{34, {kBantenM}},
                                   {26, {kMidM, kBantenM}},
                                   {10, {kNoble, kMidM}},
                                   {16, {kMuhammad, kBantenM}},
                                   {14, {kAhmad, kFaithM}}};
constexpr Pattern kBantenFOld[] = {{80, {kBantenF}}, {20, {kSiti, kBantenF}}};
constexpr Pattern kBantenFMid[] = {{50, {kBantenF}}, {16, {kSiti, kBantenF}}, {34, {kMidF, kBantenF}}};
constexpr Pattern kBaliM_[] = {
    {70, {kBaliHe, kBaliOrd, kBaliM}}, {18, {kBaliOrd, kBaliM}}, {12, {kBaliHe, kBaliOrd, kModM, kBaliM}}};
constexpr Pattern kBaliF_[] = {
    {76, {kBaliShe, kBaliOrdF, kBaliF}}, {14, {kBaliOrdF, kBaliF}}, {10, {kBaliShe, kBaliOrdF, kModF, kBaliF}}};
constexpr Pattern kBugisMAll[] = {{40, {kBugisM, kBugisM}}, {36, {kBugisM}}, {24, {kMuhammad, kBugisM}}};
constexpr Pattern kBugisFAll[] = {{44, {kBugisF}}, {36, {kBugisF, kBugisF}}, {20, {kMidF, kBugisF}}};
constexpr Pattern kBatakMAll[] = {{70, {kBatakM, kMarga}}, {30, {kBatakM, kBatakM, kMarga}}};
constexpr Pattern kBatakFAll[] = {{66, {kBatakF, kMarga}}, {34, {kBatakF, kBatakF, kMarga}}};
constexpr Pattern kMinangMAll[] = {{56, {kMinangM}}, {26, {kMidM, kMinangM}}, {18, {kMuhammad, kMinangM}}};
constexpr Pattern kMinangFAll[] = {{60, {kMinangF}}, {40, {kMidF, kMinangF}}};

constexpr Patterns kPatterns[8][2][3] = {
    {{kSundaMOld, kSundaMMid, kSundaMNew}, {kSundaFOld, kSundaFMid, kSundaFNew}},
    {{kJavaMOld, kJavaMMid, kJavaMNew}, {kJavaFOld, kJavaFMid, kJavaFNew}},
    {{kFaithMOld, kFaithMMid, kFaithMNew}, {kFaithFOld, kFaithFMid, kFaithFNew}},
    {{kBantenMOld, kBantenMMid, kSundaMNew}, {kBantenFOld, kBantenFMid, kFaithFNew}},
    {{kBaliM_, kBaliM_, kBaliM_}, {kBaliF_, kBaliF_, kBaliF_}},
    {{kBugisMAll, kBugisMAll, kFaithMNew}, {kBugisFAll, kBugisFAll, kFaithFNew}},
    {{kBatakMAll, kBatakMAll, kBatakMAll}, {kBatakFAll, kBatakFAll, kBatakFAll}},
    {{kMinangMAll, kMinangMAll, kFaithMNew}, {kMinangFAll, kMinangFAll, kJavaFNew}},
};

std::size_t generation(int birth_year) { return birth_year < 1965 ? 0U : birth_year < 1995 ? 1U : 2U; }

const Pattern& draw_pattern(base::Rng& rng, Patterns patterns) {
  std::uint32_t total = 0;
  for (const Pattern& pattern : patterns)
    total += pattern.weight;
  std::uint32_t rest = rng.below(total);
  for (const Pattern& pattern : patterns) {
    if (rest < pattern.weight)
      return pattern;
    rest -= pattern.weight;
  }
  return patterns.front();
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

} // namespace

std::vector<std::string> split_words(std::string_view words) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : words) {
    if (c == ' ') {
      if (!word.empty())
        out.push_back(std::move(word));
      word.clear();
    } else {
      word += c == '_' ? ' ' : upper(c);
    }
  }
  if (!word.empty())
    out.push_back(std::move(word));
  return out;
}

Inventory::Range Inventory::add_words(std::string_view words) {
  const auto first = static_cast<std::uint16_t>(words_.size());
  for (std::string& word : split_words(words))
    words_.push_back(std::move(word));
  return {first, static_cast<std::uint16_t>(words_.size() - first)};
}

// Diagonal by diagonal, so that the first compounds join common heads with common tails.
Inventory::Range Inventory::add_compounds(std::string_view heads, std::string_view tails) {
  const std::vector<std::string> head = split_words(heads);
  const std::vector<std::string> tail = split_words(tails);
  const auto first = static_cast<std::uint16_t>(words_.size());
  for (std::size_t sum = 0; sum < head.size() + tail.size(); ++sum)
    for (std::size_t t = 0; t < tail.size() && t <= sum; ++t)
      if (sum - t < head.size() && head[sum - t].back() != tail[t].front())
        words_.push_back(head[sum - t] + tail[t]);
  return {first, static_cast<std::uint16_t>(words_.size() - first)};
}

Inventory::Inventory() : lists_(kListCount) {
  namespace d = data;
  const struct {
    List list;
    std::string_view words;
  } plain[] = {{kSundaM, d::kSundaMale},
               {kSundaF, d::kSundaFemale},
               {kSundaM2, d::kSundaSecondMale},
               {kSundaF2, d::kSundaSecondFemale},
               {kJavaM2, d::kJavaSecondMale},
               {kJavaF2, d::kJavaSecondFemale},
               {kMuhammad, d::kMuhammad},
               {kAhmad, d::kAhmad},
               {kAbdul, d::kAbdul},
               {kServant, d::kServantOf},
               {kIslamM, d::kIslamMale},
               {kIslamF, d::kIslamFemale},
               {kSiti, "Siti"},
               {kNur, "Nur"},
               {kNurF, d::kNurFemale},
               {kMidM, d::kMidMale},
               {kMidF, d::kMidFemale},
               {kMidM2, d::kMidSecondMale},
               {kMidF2, d::kMidSecondFemale},
               {kModM, d::kModernMale},
               {kModF, d::kModernFemale},
               {kModM2, d::kModernSecondMale},
               {kModF2, d::kModernSecondFemale},
               {kBaliHe, d::kBaliHe},
               {kBaliShe, d::kBaliShe},
               {kBaliOrd, d::kBaliOrder},
               {kBaliOrdF, d::kBaliOrderShe},
               {kBaliM, d::kBaliMale},
               {kBaliF, d::kBaliFemale},
               {kBugisM, d::kBugisMale},
               {kBugisF, d::kBugisFemale},
               {kBatakM, d::kBatakMale},
               {kBatakF, d::kBatakFemale},
               {kMarga, d::kMarga},
               {kMinangM, d::kMinangMale},
               {kMinangF, d::kMinangFemale},
               {kBantenM, d::kBantenMale},
               {kBantenF, d::kBantenFemale},
               {kNoble, d::kNoble}};
  for (const auto& entry : plain)
    lists_[entry.list] = add_words(entry.words);
  lists_[kJavaM] = add_compounds(d::kJavaHeadMale, d::kJavaTailMale);
  lists_[kJavaF] = add_compounds(d::kJavaHeadFemale, d::kJavaTailFemale);
  lists_[kFaithM] = add_compounds(d::kFaithHead, d::kFaithTail);
}

// Favours the front of a list about as unevenly as given names are in a real register.
std::uint16_t Inventory::pick(base::Rng& rng, std::uint8_t list) const {
  const Range range = lists_[list];
  const double u = rng.unit();
  return static_cast<std::uint16_t>(range.first + static_cast<std::uint16_t>(u * (0.3 + 0.7 * u) * range.count));
}

Name Inventory::draw(base::Rng& rng, Style style, Sex sex, int birth_year, std::uint16_t family_word) const {
  const Pattern& pattern = draw_pattern(
      rng, kPatterns[static_cast<std::size_t>(style)][static_cast<std::size_t>(sex)][generation(birth_year)]);
  Name name;
  for (const std::uint8_t list : pattern.lists) {
    if (list == kEnd)
      break;
    if (list == kMarga && family_word != kNoWord) {
      name.add(family_word);
      continue;
    }
    std::uint16_t word = pick(rng, list);
    for (int tries = 0; tries < 4 && name.count > 0 && words_[name.words[name.count - 1]] == words_[word]; ++tries)
      word = pick(rng, list);
    name.add(word);
  }
  return name;
}

std::string Inventory::text(const Name& name) const {
  std::string out;
  for (std::uint8_t i = 0; i < name.count; ++i) {
    if (i > 0)
      out += ' ';
    out += words_[name.words[i]];
  }
  return out;
}

} // namespace padan::synth
