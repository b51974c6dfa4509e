#include "padan/table/differences.hpp"

#include <algorithm>
#include <numeric>

namespace padan::table {
namespace {

using Rows = std::vector<std::uint32_t>;

class Comparison {
public:
  Comparison(const Grid& before, const Grid& after, std::uint32_t keys, std::uint32_t most)
      : before_(before), after_(after), keys_(std::min(keys, before.width())), most_(most) {}

  Differences find() {
    if (!one_header()) {
      found_.headers_differ = true;
      return std::move(found_);
    }
    const Rows left = sorted(before_);
    const Rows right = sorted(after_);
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() || b != right.end()) {
      const int order = a == left.end() ? 1 : b == right.end() ? -1 : compare_keys(before_, *a, after_, *b);
      if (order < 0) {
        only(Difference::Kind::Removed, found_.removed, before_, *a++);
      } else if (order > 0) {
        only(Difference::Kind::Added, found_.added, after_, *b++);
      } else {
        compare_cells(*a++, *b++);
      }
    }
    return std::move(found_);
  }

private:
  [[nodiscard]] bool one_header() const {
    bool same = before_.width() == after_.width() && (before_.rows() > 0) == (after_.rows() > 0);
    for (std::uint32_t column = 0; same && before_.rows() > 0 && column < before_.width(); ++column) {
      same = before_.cell(0, column) == after_.cell(0, column);
    }
    return same;
  }

  [[nodiscard]] int compare_keys(const Grid& a, std::uint32_t row, const Grid& b, std::uint32_t other) const {
    for (std::uint32_t column = 0; column < keys_; ++column) {
      if (const int order = a.cell(row, column).compare(b.cell(other, column)); order != 0) {
        return order;
      }
    }
    return 0;
  }

  [[nodiscard]] Rows sorted(const Grid& grid) const {
    Rows rows(grid.rows() == 0 ? 0 : grid.rows() - 1);
    std::iota(rows.begin(), rows.end(), 1U);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return compare_keys(grid, a, grid, b) < 0; });
    return rows;
  }

  // The cells from one column to before another that hold something.
  [[nodiscard]] static std::string text(const Grid& grid, std::uint32_t row, std::uint32_t from, std::uint32_t to) {
    std::string text;
    for (std::uint32_t column = from; column < to; ++column) {
      const std::string_view cell = grid.cell(row, column);
      text.append(text.empty() || cell.empty() ? "" : " ").append(cell);
    }
    return text;
  }

  void only(Difference::Kind kind, std::uint32_t& count, const Grid& grid, std::uint32_t row) {
    if (count++ < most_) {
      const bool removed = kind == Difference::Kind::Removed;
      const std::string cells = text(grid, row, keys_, grid.width());
      found_.examples.push_back({kind, text(grid, row, 0, keys_), {}, removed ? cells : "", removed ? "" : cells});
    }
  }

  void compare_cells(std::uint32_t row, std::uint32_t other) {
    bool differs = false;
    for (std::uint32_t column = keys_; column < before_.width(); ++column) {
      const std::string_view left = before_.cell(row, column);
      const std::string_view right = after_.cell(other, column);
      if (left == right) {
        continue;
      }
      differs = true;
      if (found_.changed < most_) {
        found_.examples.push_back({Difference::Kind::Changed, text(before_, row, 0, keys_),
                                   std::string(before_.cell(0, column)), std::string(left), std::string(right)});
      }
    }
    found_.changed += differs ? 1U : 0U;
  }

  const Grid& before_;
  const Grid& after_;
  std::uint32_t keys_;
  std::uint32_t most_;
  Differences found_;
};

} // namespace

Differences find_differences(const Grid& before, const Grid& after, std::uint32_t keys, std::uint32_t most) {
  return Comparison(before, after, keys, most).find();
}

} // namespace padan::table
