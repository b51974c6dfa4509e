#include "tables.hpp"

#include <algorithm>
#include <vector>

namespace padan::cli {

void write_table(const engine::Planned& planned, engine::TableKind kind, const base::Executor& executor,
                 const std::function<void(std::string_view)>& append) {
  const codec::TableExport table(planned.planning->results(),
                                 {.kind = kind, .byte_order_mark = false, .planned = planned});
  const base::Executor hands = kind == engine::TableKind::Pairs ? base::Executor{} : executor;
  const std::uint32_t window = 4 * hands.workers;
  std::vector<std::string> ready;
  for (std::uint32_t from = 0; from < table.parts() || !ready.empty(); from += window) {
    std::vector<std::string> next(std::min(window, table.parts() - std::min(from, table.parts())));
    hands.run(static_cast<std::uint32_t>(next.size()) + 1, [&](std::uint32_t task) {
      if (task == 0) {
        std::for_each(ready.begin(), ready.end(), append);
      } else {
        next[task - 1] = table.part(from + task - 1).value_or(std::string());
      }
    });
    ready.swap(next);
  }
}

} // namespace padan::cli
