#include "source_plan.hpp"

#include <algorithm>

#include "padan/prepare/identifier.hpp"

namespace padan::prepare {
namespace {

using table::FieldKind;

constexpr std::uint32_t kProbes = 2000;

template <class Visit>
void probe(const table::Grid& grid, const ingest::Recognition& recognition, const SourcePlan::Columns& columns,
           Visit visit) {
  if (columns.empty() || recognition.data_rows.empty()) {
    return;
  }
  const std::size_t stride = recognition.data_rows.size() / kProbes + 1;
  for (std::size_t i = 0; i < recognition.data_rows.size(); i += stride) {
    visit(grid.cell(recognition.data_rows[i], columns.front()));
  }
}

bool last_digit_lost(const table::Grid& grid, const ingest::Recognition& recognition,
                     const SourcePlan::Columns& columns) {
  LastDigitVote vote;
  probe(grid, recognition, columns, [&](std::string_view cell) { vote.add(cell); });
  return vote.lost();
}

// A name alone is no more than what the rows compare as the name of a parent or head.
std::vector<CompanionColumns> companions_of(const table::Grid& grid, const ingest::Recognition& recognition) {
  std::vector<CompanionColumns> found;
  for (const table::Role role : table::kRoles) {
    CompanionColumns of{role};
    for (const ingest::Column& column : recognition.columns) {
      const auto said = table::companion_fact(column.field);
      if (said && said->role == role) {
        std::uint32_t& place = said->fact == FieldKind::Name  ? of.name
                               : said->fact == FieldKind::Nik ? of.nik
                                                              : of.birth;
        place = place == CompanionColumns::kNone ? column.index : place;
      }
    }
    if (of.nik != CompanionColumns::kNone) {
      of.nik_last_digit_lost = last_digit_lost(grid, recognition, {of.nik});
    }
    if (of.birth != CompanionColumns::kNone) {
      DateOrderVote vote;
      probe(grid, recognition, {of.birth}, [&](std::string_view cell) { vote.add(cell); });
      of.birth_order = vote.order();
    }
    if (of.nik != CompanionColumns::kNone ||
        (of.name != CompanionColumns::kNone && of.birth != CompanionColumns::kNone)) {
      found.push_back(of);
    }
  }
  return found;
}

} // namespace

SourcePlan plan_source(const table::Grid& grid, const ingest::Recognition& recognition) {
  SourcePlan plan;
  for (const ingest::Column& column : recognition.columns) {
    const FieldKind kind = column.field.kind;
    plan.of[static_cast<std::size_t>(kind)].push_back(column.index);
    if (kind == FieldKind::Id || kind == FieldKind::Phone || kind == FieldKind::Email || kind == FieldKind::Postcode ||
        kind == FieldKind::BirthPlace) {
      plan.extras.push_back({column.index, table::to_text(column.field), kind});
    }
  }
  for (const FieldKind kind : {FieldKind::BirthDate, FieldKind::BirthPlaceDate}) {
    DateOrderVote vote;
    probe(grid, recognition, plan.columns(kind), [&](std::string_view cell) {
      const std::size_t at = kind == FieldKind::BirthPlaceDate ? find_date(cell) : 0;
      vote.add(cell.substr(std::min(at, cell.size())));
    });
    if (plan.has(kind)) {
      plan.birth_order = vote.order();
    }
  }
  plan.companions = companions_of(grid, recognition);
  plan.nik_last_digit_lost = last_digit_lost(grid, recognition, plan.columns(FieldKind::Nik));
  plan.kk_last_digit_lost = last_digit_lost(grid, recognition, plan.columns(FieldKind::Kk));
  return plan;
}

} // namespace padan::prepare
