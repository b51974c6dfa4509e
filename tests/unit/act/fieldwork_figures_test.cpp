#include "padan/act/fieldwork_figures.hpp"

#include <gtest/gtest.h>

namespace padan::act {
namespace {

using review::Event;
using review::EventKind;
using table::FieldKind;

constexpr std::size_t at(VisitResult result) { return static_cast<std::size_t>(result); }

review::RowName row(std::uint32_t number) { return {"dtks", number, {}}; }

RowAnswer answer(std::uint32_t place, VisitResult result, const char* taken) { return {place, result, 0, {}, taken}; }

Event repair(std::uint64_t seq, std::uint32_t number, FieldKind field, const char* reason = "verval:correction") {
  Event event;
  event.seq = seq;
  event.kind = EventKind::Value;
  event.left = row(number);
  event.field = field;
  event.value = "x";
  event.reason = reason;
  return event;
}

// Two batches; row 2 went out in both.
Fieldwork two_batches() {
  Fieldwork work;
  work.project = "contoh";
  work.batches = {
      {1, Scope::Check, false, "2026-11-01", "", {{"9901012001", "Sukamaju", "Cibogo", "", {row(1), row(2)}, {}}}},
      {2,
       Scope::All,
       false,
       "2026-11-10",
       "",
       {{"9901012001", "Sukamaju", "Cibogo", "", {row(2), row(3)}, {}},
        {"9901012002", "Mekarsari", "Cibogo", "", {row(4)}, {}}}}};
  return work;
}

TEST(FieldworkFigures, AreNoneBeforeAnythingWentOut) {
  const FieldworkFigures figures = fieldwork_figures({}, {});
  EXPECT_EQ(figures.batches, 0U);
  EXPECT_EQ(figures.total.rows, 0U);
  EXPECT_TRUE(figures.villages.empty());
}

TEST(FieldworkFigures, CountARowOfTwoBatchesOnceAndTakeItsLatestAnswer) {
  Fieldwork work = two_batches();
  work.batches[0].villages[0].answers = {answer(0, VisitResult::Dead, "2026-11-03"),
                                         answer(1, VisitResult::Eligible, "2026-11-12")};
  work.batches[1].villages[0].answers = {answer(0, VisitResult::Moved, "2026-11-11")};
  const FieldworkFigures figures = fieldwork_figures(work, {});
  EXPECT_EQ(figures.batches, 2U);
  EXPECT_EQ(figures.total.rows, 4U);
  EXPECT_EQ(figures.total.answered, 2U);
  EXPECT_EQ(figures.total.results[at(VisitResult::Dead)], 1U);
  EXPECT_EQ(figures.total.results[at(VisitResult::Eligible)], 1U);
  EXPECT_EQ(figures.total.results[at(VisitResult::Moved)], 0U);
  ASSERT_EQ(figures.villages.size(), 2U);
  EXPECT_EQ(figures.villages[0].tally.rows, 3U);
  EXPECT_EQ(figures.villages[1].place.village, "Mekarsari");
  EXPECT_EQ(figures.done, 0U);
}

TEST(FieldworkFigures, OfOneDayTheLaterBatchCountsAndNotVisitedIsNoAnswer) {
  Fieldwork work = two_batches();
  work.batches[0].villages[0].answers = {answer(1, VisitResult::Eligible, "2026-11-11")};
  work.batches[1].villages[0].answers = {answer(0, VisitResult::Moved, "2026-11-11")};
  work.batches[1].villages[1].answers = {answer(0, VisitResult::NotVisited, "2026-11-11")};
  const FieldworkFigures figures = fieldwork_figures(work, {});
  EXPECT_EQ(figures.total.results[at(VisitResult::Moved)], 1U);
  EXPECT_EQ(figures.total.results[at(VisitResult::Eligible)], 0U);
  EXPECT_EQ(figures.total.answered, 1U);
  EXPECT_EQ(figures.total.results[at(VisitResult::NotVisited)], 1U);
}

TEST(FieldworkFigures, CountAVillageDoneWhenEachOfItsRowsIsAnswered) {
  Fieldwork work = two_batches();
  work.batches[1].villages[1].answers = {answer(0, VisitResult::Refused, "2026-11-11")};
  EXPECT_EQ(fieldwork_figures(work, {}).done, 1U);
}

TEST(FieldworkFigures, CountRepairsThatStandAndCameFromVillages) {
  review::EventLog log;
  log.append(repair(1, 1, FieldKind::Nik));
  log.append(repair(2, 1, FieldKind::Name));
  log.append(repair(3, 2, FieldKind::Nik));
  Event undo;
  undo.seq = 4;
  undo.kind = EventKind::Undo;
  undo.undoes = 3;
  log.append(undo);
  log.append(repair(5, 3, FieldKind::Nik, "sesuai KTP")); // decided at a desk
  log.append(repair(6, 4, FieldKind::ChronicIllness));    // a tick, nothing that was wrong
  log.append(repair(7, 99, FieldKind::Nik));              // of a row that never went out
  const FieldworkFigures figures = fieldwork_figures(two_batches(), log);
  EXPECT_EQ(figures.total.repaired, 1U);
  EXPECT_EQ(figures.total.repairs, (std::array<std::uint32_t, 4>{0, 1, 1, 0}));
  EXPECT_EQ(figures.villages[0].tally.repaired, 1U);
}

TEST(FieldworkFigures, OpenToTheirRows) {
  Fieldwork work = two_batches();
  work.batches[0].villages[0].answers = {answer(1, VisitResult::Eligible, "2026-11-11")};
  const FieldworkRows all = fieldwork_rows(work, {});
  ASSERT_EQ(all.rows.size(), 4U);
  EXPECT_EQ(all.rows[1].row->row, 2U);
  EXPECT_EQ(all.rows[1].code.batch, 1U); // whose answer counts
  EXPECT_EQ(all.rows[2].row->row, 3U);
  EXPECT_EQ(fieldwork_rows(work, {}, {.batch = 2}).rows.size(), 3U);
  EXPECT_EQ(fieldwork_rows(work, {}, {.batch = 2, .village = "9901012002"}).rows.size(), 1U);
}

} // namespace
} // namespace padan::act
