#pragma once
// What all requests of review share: who answers, what is shown of rows, how an answer enters the log.

#include <vector>

#include "padan/engine/case_detail.hpp"
#include "state.hpp"

namespace padan::codec {

inline constexpr std::uint32_t kMostListed = 10'000; // of one page

/// Made when first asked for, and brought up to the log.
[[nodiscard]] engine::Review& review_of(State& state);

/// Who, when and why: the same in every request that leaves an event. Refuses a request without a time.
[[nodiscard]] review::Event read_author(JsonReader& read);
/// "same", "not_same" or "unsure" of `answer`.
[[nodiscard]] review::EventKind read_answer(JsonReader& read);
/// One answer, in the log at hand: its events share a group where there are several. The first seq.
std::uint64_t append(State& state, const review::Event& author, std::vector<review::Event> events);

/// Decisions that the result at hand does not know, or knows though they are undone.
[[nodiscard]] std::uint64_t pending(const State& state);
[[nodiscard]] Json figures_json(const engine::Figures& figures);
/// The main numbers, questions and pending decisions as they are now.
[[nodiscard]] Json live_json(State& state);
[[nodiscard]] Json case_json(const engine::Results& results, const engine::Review& review, std::uint32_t index);
/// The first case of the queue as it was asked for last; null when none is left.
[[nodiscard]] Json next_json(State& state);

/// All that is shown of a case: review.case.
[[nodiscard]] Json full_case_json(State& state, std::uint32_t index);
/// Of a request; refuses what is no list of parts, each row (below `rows`) once.
[[nodiscard]] std::vector<std::vector<engine::RowId>> read_parts(JsonReader& read, std::uint32_t rows);
[[nodiscard]] std::vector<review::Event> pair_events(const std::vector<review::RowVerdict>& verdicts);
/// A row that an event is about, and what is known of it at hand.
[[nodiscard]] Json side_json(State& state, const review::RowName& name);

/// What is seen of rows without any word of the machine.
void add_plain(const engine::CaseDetail& detail, Json& json);

} // namespace padan::codec
