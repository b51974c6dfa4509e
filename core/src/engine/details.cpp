#include "padan/engine/details.hpp"

#include <algorithm>

#include "level_texts.hpp"

namespace padan::engine {
namespace {

using resolve::FieldKind;
using resolve::MasterList;

std::string joined(std::string left, const std::string& right, std::string_view between) {
  return left.empty() || right.empty() ? left + right : left.append(between).append(right);
}

// What a row says in a comparison, as its list has it.
std::string compared_text(const MasterList& master, RowId row, std::uint32_t comparison) {
  const auto cell = [&](FieldKind kind) { return master.cells().text(row, kind); };
  switch (comparison) {
  case matching::kIdentity: {
    const std::string birth = joined(cell(FieldKind::BirthDate), cell(FieldKind::BirthPlaceDate), " ");
    return joined(cell(FieldKind::Nik),
                  birth.empty() ? joined(cell(FieldKind::BirthYear), cell(FieldKind::Age), " ") : birth, ", ");
  }
  case matching::kName:
    return joined(cell(FieldKind::Name), cell(FieldKind::Alias), " / ");
  case matching::kSex:
    return master.text(row, FieldKind::Sex);
  case matching::kRelation:
    return cell(FieldKind::Relation);
  case matching::kMother:
    return joined(cell(FieldKind::MotherName), joined(cell(FieldKind::FatherName), cell(FieldKind::ParentName), " / "),
                  " / ");
  case matching::kPlace:
    return joined(master.text(row, FieldKind::Village), master.text(row, FieldKind::District), ", ");
  case matching::kRt:
    return joined(master.text(row, FieldKind::Rt), master.text(row, FieldKind::Rw), "/");
  case matching::kAddress:
    return master.text(row, FieldKind::Address);
  case matching::kKk:
    return cell(FieldKind::Kk);
  default: {
    const prepare::Extra& extra = master.corpus().extras[comparison - matching::kExtra];
    return std::string(extra.values[extra.codes[row]]);
  }
  }
}

PairDetail explain(const Results& results, RowId left, RowId right, const float* kept) {
  const Scoring& scoring = results.scoring();
  const MasterList& master = results.master();
  matching::Evidence evidence;
  const model::Weight weighed = results.scorer().weigh(left, right, evidence);
  const model::WeightTable weights(scoring.model);
  PairDetail detail;
  detail.left = row_line(results, left);
  detail.right = row_line(results, right);
  detail.weight = kept != nullptr ? static_cast<double>(*kept) : weighed.match;
  detail.probability = model::probability(detail.weight);
  detail.prior = weights.match_prior(
      scoring.model.source_pair(scoring.corpus.records[left].source, scoring.corpus.records[right].source));
  double sum = detail.prior;
  for (std::uint32_t c = 0; c < scoring.model.comparisons.size(); ++c) {
    const std::uint8_t level = evidence.levels[c];
    detail.steps.push_back({scoring.model.comparisons[c].name, joined_level_text(c, level),
                            compared_text(master, left, c), compared_text(master, right, c), weights.match(c, level),
                            static_cast<double>(evidence.bits[c])});
    sum += detail.steps.back().weight + detail.steps.back().rarity;
  }
  detail.steps.push_back({"family", {}, {}, {}, detail.weight - sum, 0.0});
  return detail;
}

std::vector<CompanionDetail> companions_of(const Results& results, RowId row) {
  const MasterList& master = results.master();
  const resolve::FileInfo& source = master.cells().source_of(row);
  const auto& mentions = master.corpus().mentions;
  std::vector<CompanionDetail> out;
  for (auto at = std::lower_bound(mentions.begin(), mentions.end(), row,
                                  [](const prepare::Mention&mention, RowId wanted) { return mention.row < wanted; });
       at != mentions.end() && at->row == row; ++at) {
    CompanionDetail& companion = out.emplace_back();
    companion.role = at->role;
    for (const ingest::Column& column : source.recognition->columns) {
      const auto said = table::companion_fact(column.field);
      if (said && said->role == at->role) {
        std::string_view& place = said->fact == FieldKind::Name  ? companion.name
                                  : said->fact == FieldKind::Nik ? companion.nik
                                                                 : companion.birth;
        place = place.empty() ? source.grid->cell(master.cells().grid_row(row), column.index) : place;
      }
    }
    companion.person = results.outcome().named.person[static_cast<std::size_t>(at - mentions.begin())];
    if (companion.person != resolve::Named::kNone) {
      companion.id = master.person_id(companion.person);
    }
  }
  return out;
}

} // namespace

PersonDetail person_detail(const Results& results, std::uint32_t person) {
  const MasterList& master = results.master();
  PersonDetail detail;
  detail.line = person_line(results, person);
  for (const FieldKind field : resolve::kMasterFields) {
    resolve::Value value = master.resolve(person, field);
    if (value.rule != resolve::Rule::None) {
      const bool by_authority = value.rule == resolve::Rule::CivilRegistry || value.rule == resolve::Rule::Authority;
      const std::string_view basis =
          by_authority ? std::string_view(master.authority_of(field)->basis) : std::string_view();
      detail.fields.push_back({field, std::move(value), master.dissenters(person, field), basis});
    }
  }
  for (const RowId row : master.rows_of(person)) {
    const resolve::FileInfo& source = master.cells().source_of(row);
    RowDetail& out = detail.rows.emplace_back();
    out.line = row_line(results, row);
    for (const ingest::Column& column : source.recognition->columns) {
      out.cells.push_back(
          {column.header, table::to_text(column.field), source.grid->cell(master.cells().grid_row(row), column.index)});
    }
    out.companions = companions_of(results, row);
  }
  for (const std::uint32_t at : results.outcome().named.of_person(person)) {
    const prepare::Mention& mention = master.corpus().mentions[at];
    detail.named.push_back({mention.role, row_line(results, mention.row)});
  }
  return detail;
}

PairDetail pair_detail(const Results& results, RowId left, RowId right) {
  const RowId low = std::min(left, right);
  const RowId high = std::max(left, right);
  for (const matching::ScoredPair& pair : results.outcome().pairs) {
    if (pair.left == low && pair.right == high) {
      return explain(results, low, high, &pair.weight);
    }
  }
  return explain(results, low, high, nullptr);
}

PairDetail pair_detail(const Results& results, RowId left, RowId right, float weight) {
  return explain(results, std::min(left, right), std::max(left, right), &weight);
}

PairDetail open_pair_detail(const Results& results, std::uint32_t open_pair) {
  const matching::ScoredPair& pair = results.outcome().pairs[results.open_pairs().pairs[open_pair].pair];
  return explain(results, pair.left, pair.right, &pair.weight);
}

} // namespace padan::engine
