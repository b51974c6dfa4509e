#pragma once
// What all requests of review share: who answers, what is shown of rows, how an answer enters the log.

#include <vector>

#include "padan/engine/case_detail.hpp"
#include "state.hpp"

namespace padan::codec {

/// Made when first asked for, and brought up to the log.
[[nodiscard]] engine::Review& review_of(State& state);

/// Who, when and why: the same in every request that leaves an event. Refuses a request without a time.
[[nodiscard]] review::Event read_author(JsonReader& read);
/// "same", "not_same" or "unsure" of `answer`.
[[nodiscard]] review::EventKind read_answer(JsonReader& read);
/// One answer: its events share a group where there are several. The first seq.
std::uint64_t append(State& state, const review::Event& author, std::vector<review::Event> events);

/// What is seen of rows without any word of the machine.
void add_plain(const engine::CaseDetail& detail, Json& json);

} // namespace padan::codec
