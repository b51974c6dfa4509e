#include "padan/act/fieldwork.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/decisions.hpp"

namespace padan::act {
namespace {

using review::Event;
using review::EventKind;
using review::RowName;
using table::FieldKind;

bool same_row(const RowName& a, const RowName& b) {
  return a.source == b.source && (a.row == b.row || (!a.key.empty() && a.key == b.key));
}

// Decisions in force about rows, by what they speak of.
class Standing {
public:
  Standing(const review::EventLog& log, const engine::Results* results) : log_(log) {
    if (results != nullptr) {
      finder_.emplace(results->scoring().corpus);
      persons_ = &results->master().persons();
    }
    const std::vector<bool> overtaken = log.overtaken();
    for (std::size_t i = 0; i < log.events().size(); ++i) {
      const Event& event = log.events()[i];
      const bool about_row = !is_about_pair(event.kind) && event.kind != EventKind::Undo;
      if (log.stands(i) && !overtaken[i] && about_row) {
        by_person_[key_of(event.left)].push_back(i);
      } else if (log.stands(i) && !overtaken[i] && event.kind == EventKind::Same) {
        pairs_.push_back(i);
      }
    }
  }

  // Whether the log says the same already; what stands against the event goes to `against`.
  bool has(const Event& event, std::vector<std::uint64_t>& against) {
    if (event.kind == EventKind::Same) {
      return std::any_of(pairs_.begin(), pairs_.end(), [&](std::size_t i) {
        const Event& other = log_.events()[i];
        return (same_row(other.left, event.left) && same_row(other.right, event.right)) ||
               (same_row(other.left, event.right) && same_row(other.right, event.left));
      });
    }
    bool known = false;
    const auto found = by_person_.find(key_of(event.left));
    for (std::size_t k = 0; found != by_person_.end() && k < found->second.size(); ++k) {
      const Event& other = log_.events()[found->second[k]];
      if (!same_topic(event, other)) {
        continue;
      }
      if (event.kind == other.kind && event.value == other.value) {
        known = known || event.reason == other.reason || event.kind == EventKind::Value;
      } else {
        against.push_back(other.seq);
      }
    }
    return known;
  }

private:
  // Being there, dead, moved or left out is one question.
  static bool same_topic(const Event& a, const Event& b) {
    const auto presence = [](const Event& event) {
      return event.kind == EventKind::Status || event.kind == EventKind::Exclude ||
             (event.kind == EventKind::Value && event.field == FieldKind::VitalStatus);
    };
    return presence(a) || presence(b) ? presence(a) && presence(b) : a.field == b.field;
  }

  std::string key_of(const RowName& name) {
    if (finder_) {
      if (const auto row = finder_->find(name)) {
        return "\n" + std::to_string(persons_->of_row[*row]);
      }
    }
    return name.source + "\n" + std::to_string(name.row);
  }

  const review::EventLog& log_;
  std::optional<engine::RowFinder> finder_;
  const clustering::Persons* persons_ = nullptr;
  std::map<std::string, std::vector<std::size_t>> by_person_;
  std::vector<std::size_t> pairs_;
};

std::optional<RowPlace> find_place(const Fieldwork& work, const RowCode& code) {
  for (std::size_t batch = 0; batch < work.batches.size(); ++batch) {
    const auto& villages = work.batches[batch].villages;
    if (work.batches[batch].number == code.batch && code.village < villages.size() &&
        code.row < villages[code.village].rows.size()) {
      return RowPlace{batch, code.village, code.row};
    }
  }
  return std::nullopt;
}

const RowAnswer* stored_answer(const Fieldwork& work, const RowPlace& place) {
  const auto& answers = work.batches[place.batch].villages[place.village].answers;
  const auto at = std::lower_bound(answers.begin(), answers.end(), place.row,
                                   [](const RowAnswer& answer, std::uint32_t row) { return answer.row < row; });
  return at != answers.end() && at->row == place.row ? &*at : nullptr;
}

class Weigher {
public:
  Weigher(const Fieldwork& work, const std::vector<Return>& returns, const review::EventLog& log,
          const engine::Results* results)
      : work_(work), returns_(returns), mark_(project_mark(work.project)), standing_(log, results) {}

  Intake weigh() {
    for (std::size_t from = 0; from < returns_.size(); ++from) {
      take_file(from);
    }
    for (auto& [code, answers] : rows_) {
      weigh_row(answers);
    }
    return std::move(intake_);
  }

private:
  struct Answers {
    RowPlace place;
    std::vector<Conflict::Side> sides; // of different content
  };

  void take_file(std::size_t from) {
    const Return& file = returns_[from];
    VillageRemarks& report = intake_.files.emplace_back();
    report.file = file.file;
    report.remarks = file.remarks;
    const bool foreign = !file.manifest_project.empty() && file.manifest_project != work_.project;
    if (foreign || is_foreign(file)) {
      report.remarks = {{Trouble::OtherProject, 0, static_cast<std::uint32_t>(file.rows.size()), {}, spots_of(file)}};
      return;
    }
    if (std::find(work_.taken.begin(), work_.taken.end(), file.sha256) != work_.taken.end()) {
      report.remarks.insert(report.remarks.begin(), {Trouble::SameFile, 0, 0, {}});
    }
    std::optional<RowPlace> home;
    for (const ReturnedRow& row : file.rows) {
      const auto place = find_place(work_, row.code);
      if (row.code.project != mark_) {
        add(report, Trouble::OtherProject, row);
      } else if (work_.find(row.code.batch) == nullptr) {
        add(report, Trouble::OtherBatch, row, std::to_string(row.code.batch));
      } else if (!place) {
        add(report, Trouble::UnknownRow, row);
      } else {
        home = home ? home : place;
        if (is_answered(row.result)) {
          take_row(from, row, *place);
        }
      }
    }
    name_village(file, home, report);
    find_missing(home, file, report);
    take_proposals(file, report);
    if (home || !file.proposals.empty()) {
      intake_.hashes.push_back(file.sha256);
    }
  }

  [[nodiscard]] bool is_foreign(const Return& file) const {
    return !file.rows.empty() && std::none_of(file.rows.begin(), file.rows.end(),
                                              [&](const ReturnedRow& row) { return row.code.project == mark_; });
  }

  static std::vector<Spot> spots_of(const Return& file) {
    std::vector<Spot> spots;
    for (const ReturnedRow& row : file.rows) {
      spots.push_back({row.line, row.code});
    }
    return spots;
  }

  // One line a trouble: a worksheet of another batch has a hundred rows that say the same.
  static void add(VillageRemarks& report, Trouble trouble, const ReturnedRow& row, std::string detail = {}) {
    const Spot spot{row.line, row.code};
    for (Remark& remark : report.remarks) {
      if (remark.trouble == trouble && remark.detail == detail) {
        ++remark.rows;
        remark.spots.push_back(spot);
        return;
      }
    }
    report.remarks.push_back({trouble, row.line, 1, std::move(detail), {spot}});
  }

  void name_village(const Return& file, const std::optional<RowPlace>& home, VillageRemarks& report) {
    const BatchVillage* village = nullptr;
    if (home) {
      village = &work_.batches[home->batch].villages[home->village];
      const bool later = std::any_of(work_.batches.begin(), work_.batches.end(), [&](const Batch& batch) {
        return batch.number > work_.batches[home->batch].number &&
               std::any_of(batch.villages.begin(), batch.villages.end(),
                           [&](const BatchVillage& other) { return other.key == village->key; });
      });
      if (later) {
        report.remarks.push_back({Trouble::OldBatch, 0, 1, std::to_string(work_.batches[home->batch].number), {}});
      }
    } else if (const Batch* batch = work_.find(file.batch)) {
      const auto found = std::find_if(batch->villages.begin(), batch->villages.end(),
                                      [&](const BatchVillage& one) { return one.key == file.village_key; });
      village = found == batch->villages.end() ? nullptr : &*found;
    }
    if (village != nullptr) {
      report.key = village->key;
      report.village = village->village;
      report.district = village->district;
    }
  }

  // Rows of the worksheet that the file does not have, in whatever state.
  void find_missing(const std::optional<RowPlace>& home, const Return& file, VillageRemarks& report) {
    if (!home) {
      return;
    }
    const std::uint32_t number = work_.batches[home->batch].number;
    std::vector<bool> there(work_.batches[home->batch].villages[home->village].rows.size());
    const auto mark = [&](const RowCode& code) {
      if (code.project == mark_ && code.batch == number && code.village == home->village && code.row < there.size()) {
        there[code.row] = true;
      }
    };
    std::size_t broken = 0; // rows that are there, but nobody can say which
    for (const ReturnedRow& row : file.rows) {
      mark(row.code);
    }
    for (const Remark& remark : report.remarks) {
      broken += remark.trouble == Trouble::BrokenCode ? 1U : 0U;
      for (const Spot& spot : remark.spots) {
        if (spot.code) {
          mark(*spot.code);
        }
      }
    }
    std::vector<Spot> spots;
    for (std::uint32_t row = 0; row < there.size(); ++row) {
      if (!there[row]) {
        spots.push_back({0, RowCode{mark_, number, static_cast<std::uint32_t>(home->village), row}});
      }
    }
    if (spots.size() > broken) {
      const auto rows = static_cast<std::uint32_t>(spots.size() - broken);
      report.remarks.push_back(
          {Trouble::RowsMissing, 0, rows, {}, broken == 0 ? std::move(spots) : std::vector<Spot>()});
    }
  }

  void take_proposals(const Return& file, const VillageRemarks& report) {
    for (const ReturnedProposal& proposal : file.proposals) {
      const bool known =
          std::any_of(intake_.proposals.begin(), intake_.proposals.end(), [&](const ProposalFrom& other) {
            return other.key == report.key && other.proposal.same_person(proposal);
          });
      if (!known) {
        intake_.proposals.push_back({report.village, report.district, report.key, file.file, proposal});
      }
    }
  }

  void take_row(std::size_t from, const ReturnedRow& row, const RowPlace& place) {
    Answers& answers = rows_[to_text(row.code)];
    answers.place = place;
    const bool said = std::any_of(answers.sides.begin(), answers.sides.end(),
                                  [&](const Conflict::Side& side) { return side.row.same_answer(row); });
    if (!said) {
      answers.sides.push_back({from, row});
    }
  }

  void weigh_row(const Answers& answers) {
    const RowName& anchor = work_.batches[answers.place.batch].villages[answers.place.village].rows[answers.place.row];
    Conflict conflict{answers.place, answers.sides, VisitResult::None, {}};
    const RowAnswer* stored = stored_answer(work_, answers.place);
    std::vector<Event> fresh;
    for (const Conflict::Side& side : answers.sides) {
      const RowName* twin = side.row.twin ? find_row(work_, *side.row.twin) : nullptr;
      if (side.row.twin && twin == nullptr) {
        add(intake_.files[side.from], Trouble::UnknownTwin, side.row);
      }
      for (Event& event : events_of(side.row, anchor, twin)) {
        if (!standing_.has(event, conflict.decisions)) {
          fresh.push_back(std::move(event));
        }
      }
      if (stored != nullptr && stored->result != side.row.result) {
        conflict.stored = stored->result;
      }
    }
    if (answers.sides.size() > 1 || conflict.stored != VisitResult::None || !conflict.decisions.empty()) {
      for (const Conflict::Side& side : answers.sides) {
        add(intake_.files[side.from], Trouble::Conflict, side.row);
      }
      intake_.conflicts.push_back(std::move(conflict));
      return;
    }
    const Conflict::Side& only = answers.sides.front();
    ++intake_.answered;
    const bool is_new = !fresh.empty() || stored == nullptr;
    intake_.unchanged += is_new ? 0U : 1U;
    intake_.verdicts.push_back({answers.place, only.from, only.row, std::move(fresh), is_new});
  }

  const Fieldwork& work_;
  const std::vector<Return>& returns_;
  std::uint32_t mark_;
  Standing standing_;
  std::map<std::string, Answers> rows_; // by row code: the order of villages and rows
  Intake intake_;
};

// Days since 1 March 0000 of an ISO day, and back. Source: H. Hinnant, chrono-compatible low-level date algorithms.
std::int64_t day_number(std::string_view iso) {
  const auto part = [&](std::size_t at, std::size_t length) {
    std::int64_t value = 0;
    for (const char c : iso.substr(at, length)) {
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const std::int64_t month = part(5, 2);
  const std::int64_t year = part(0, 4) - (month <= 2 ? 1 : 0);
  const std::int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + part(8, 2) - 1;
  return year * 365 + year / 4 - year / 100 + year / 400 + of_year;
}

std::string day_text(std::int64_t number) {
  const std::int64_t era = number / 146097;
  const std::int64_t of_era = number % 146097;
  const std::int64_t of_eras_year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t of_year = of_era - (365 * of_eras_year + of_eras_year / 4 - of_eras_year / 100);
  const std::int64_t shifted = (5 * of_year + 2) / 153;
  const std::int64_t day = of_year - (153 * shifted + 2) / 5 + 1;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  const std::int64_t year = of_eras_year + era * 400 + (month <= 2 ? 1 : 0);
  const auto padded = [](std::int64_t value, std::size_t width) {
    const std::string text = std::to_string(value);
    return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
  };
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

bool is_day(std::string_view iso) { return iso.size() == 10 && iso[4] == '-' && iso[7] == '-'; }

} // namespace

std::uint32_t Fieldwork::next_number() const {
  std::uint32_t highest = 0;
  for (const Batch& batch : batches) {
    highest = std::max(highest, batch.number);
  }
  return highest + 1;
}

const Batch* Fieldwork::find(std::uint32_t number) const {
  const auto found =
      std::find_if(batches.begin(), batches.end(), [&](const Batch& batch) { return batch.number == number; });
  return found == batches.end() ? nullptr : &*found;
}

Batch plan_batch(const Roster& roster, const BatchPlan& plan) {
  Batch batch;
  batch.number = plan.number;
  batch.scope = plan.scope;
  for (const RosterVillage& village : roster.villages()) {
    const bool wanted = plan.villages.empty() ||
                        std::find(plan.villages.begin(), plan.villages.end(), village.key) != plan.villages.end();
    if (!wanted || (plan.scope == Scope::Check ? village.to_check == 0 : village.persons.empty())) {
      continue;
    }
    BatchVillage& out = batch.villages.emplace_back();
    out.key = village.key;
    out.village = village.village;
    out.district = village.district;
    for (RosterPerson& person : sheet_rows(roster, village, plan.scope)) {
      out.rows.push_back(std::move(person.anchor));
    }
  }
  return batch;
}

Intake weigh_returns(const Fieldwork& work, const std::vector<Return>& returns, const review::EventLog& log,
                     const engine::Results* results) {
  return Weigher(work, returns, log, results).weigh();
}

std::vector<Event> events_of(const ReturnedRow& row, const RowName& anchor, const RowName* twin) {
  std::vector<Event> events;
  const std::string reason = "verval:" + std::string(to_text(row.result));
  const auto add = [&](EventKind kind, std::string value, FieldKind field = FieldKind::Text) {
    Event& event = events.emplace_back();
    event.kind = kind;
    event.left = anchor;
    event.by = row.worker;
    event.field = field;
    event.value = std::move(value);
    event.reason = reason;
    event.note = row.remark;
    for (const std::string* more : {&row.document, &row.moved_to, &row.heir}) {
      event.note.append(event.note.empty() || more->empty() ? "" : "; ").append(*more);
    }
  };
  switch (row.result) {
  case VisitResult::Eligible:
  case VisitResult::Ineligible:
  case VisitResult::Correction:
  case VisitResult::NoDocument:
    add(EventKind::Status, "alive");
    break;
  case VisitResult::Dead:
    add(EventKind::Status, "dead");
    break;
  case VisitResult::Moved:
    add(EventKind::Status, "moved");
    break;
  case VisitResult::NotFound:
    add(EventKind::Exclude, {});
    events.back().whole_person = true;
    break;
  case VisitResult::Duplicate:
    add(twin == nullptr ? EventKind::Exclude : EventKind::Same, {});
    if (twin == nullptr) {
      events.back().whole_person = true;
    } else {
      events.back().right = *twin;
    }
    break;
  case VisitResult::None:
  case VisitResult::Refused:
  case VisitResult::Proposal:
  case VisitResult::NotVisited:
    break;
  }
  const auto value = [&](FieldKind field, const std::string& text) {
    if (!text.empty()) {
      add(EventKind::Value, text, field);
    }
  };
  value(FieldKind::Kk, row.kk);
  value(FieldKind::Nik, row.nik);
  value(FieldKind::Name, row.name);
  value(FieldKind::BirthDate, row.birth_date);
  constexpr std::uint8_t kSick = 1;
  constexpr std::uint8_t kDisability = 16;
  value(FieldKind::ChronicIllness, (row.ticks & kSick) != 0 ? "ya" : "");
  value(FieldKind::Disability, (row.ticks & kDisability) != 0 ? "ya" : "");
  return events;
}

const RowName* find_row(const Fieldwork& work, const RowCode& code) {
  const auto place = find_place(work, code);
  return place && code.project == project_mark(work.project)
             ? &work.batches[place->batch].villages[place->village].rows[place->row]
             : nullptr;
}

void note(Fieldwork& work, const RowPlace& place, const ReturnedRow& row, std::string_view today) {
  auto& answers = work.batches[place.batch].villages[place.village].answers;
  const auto at = std::lower_bound(answers.begin(), answers.end(), place.row,
                                   [](const RowAnswer& answer, std::uint32_t wanted) { return answer.row < wanted; });
  RowAnswer answer{place.row, row.result, row.ticks, row.visit_date, std::string(today)};
  if (at == answers.end() || at->row != place.row) {
    answers.insert(at, std::move(answer));
  } else if (at->result != row.result || at->ticks != row.ticks) { // the same again keeps its day
    *at = std::move(answer);
  }
}

void remember_files(Fieldwork& work, const Intake& intake) {
  for (const std::string& hash : intake.hashes) {
    if (std::find(work.taken.begin(), work.taken.end(), hash) == work.taken.end()) {
      work.taken.push_back(hash);
    }
  }
}

Coverage coverage_of(const Batch& batch, std::string_view today) {
  Coverage coverage;
  std::map<std::string, std::uint32_t> days;
  const bool over = is_day(batch.deadline) && today > batch.deadline;
  for (const BatchVillage& village : batch.villages) {
    VillageCoverage& here = coverage.of_village.emplace_back();
    here.rows = static_cast<std::uint32_t>(village.rows.size());
    for (const RowAnswer& answer : village.answers) {
      ++coverage.results[static_cast<std::size_t>(answer.result)];
      here.answered += is_answered(answer.result) ? 1U : 0U;
      ++days[answer.taken];
    }
    here.late = over && here.answered < here.rows;
    coverage.rows += here.rows;
    coverage.answered += here.answered;
    coverage.done += here.answered == here.rows ? 1U : 0U;
    coverage.started += here.answered != 0 ? 1U : 0U;
  }
  coverage.villages = static_cast<std::uint32_t>(batch.villages.size());
  coverage.by_day.assign(days.begin(), days.end());
  if (is_day(batch.made) && is_day(today)) {
    const std::int64_t now = day_number(today);
    coverage.days = static_cast<std::uint32_t>(std::max<std::int64_t>(1, now - day_number(batch.made) + 1));
    coverage.pace = static_cast<double>(coverage.answered) / coverage.days;
    const std::uint32_t left = coverage.rows - coverage.answered;
    if (coverage.answered != 0 && left != 0) {
      const std::int64_t more =
          (static_cast<std::int64_t>(left) * coverage.days + coverage.answered - 1) / coverage.answered;
      coverage.forecast = day_text(now + more);
    }
  }
  return coverage;
}

} // namespace padan::act
