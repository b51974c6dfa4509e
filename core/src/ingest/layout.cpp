#include "layout.hpp"

#include <algorithm>
#include <set>

#include "header_words.hpp"
#include "padan/ingest/layouts.hpp"
#include "tsv.hpp"

namespace padan::ingest {

extern const std::string_view kLayoutsTsv;

namespace {

constexpr double kEnough = 0.6; // of the points for certainty

struct Facts {
  std::set<std::string> headers; // compact; both the whole and the lower part of a header of two rows
  std::set<std::string> fields;
  std::string file_name; // compact
};

Facts facts_of(const std::vector<Column>& columns, std::string_view file_name) {
  Facts facts;
  facts.file_name = compact(file_name);
  for (const Column& column : columns) {
    facts.headers.insert(compact(column.header));
    const std::size_t dash = column.header.find(" \u2013 ");
    if (dash != std::string::npos) {
      facts.headers.insert(compact(column.header.substr(dash)));
    }
    facts.fields.insert(to_text(column.field));
  }
  return facts;
}

double points_of(std::string_view sign, const Facts& facts) {
  const std::size_t colon = sign.rfind(':');
  const std::string_view what = sign.substr(0, colon);
  bool holds = false;
  if (what.front() == '[') {
    holds = facts.fields.count(std::string(what.substr(1, what.size() - 2))) > 0;
  } else if (what.front() == '@') {
    holds = facts.file_name.find(compact(what)) != std::string::npos;
  } else {
    holds = facts.headers.count(compact(what)) > 0;
  }
  return holds ? to_number(sign.substr(colon + 1)) : 0;
}

} // namespace

Layout judge_layout(const std::vector<Column>& columns, std::string_view file_name) {
  const Facts facts = facts_of(columns, file_name);
  Layout best;
  for_each_line(kLayoutsTsv, [&](const std::vector<std::string_view>& line) {
    double points = 0;
    bool by_content = false; // a file name never decides alone
    for (const std::string_view sign : split_list(line[4])) {
      const double gain = points_of(sign, facts);
      points += gain;
      by_content = by_content || (gain > 0 && sign.front() != '@');
    }
    const double share = points / to_number(line[3]);
    if (by_content && share >= kEnough && share > best.confidence) {
      best = {std::string(line[0]), std::string(line[1]), std::string(line[2]), share};
    }
  });
  best.confidence = std::min(best.confidence, 1.0);
  return best;
}

std::optional<KnownLayout> known_layout(std::string_view name) {
  std::optional<KnownLayout> known;
  for_each_line(kLayoutsTsv, [&](const std::vector<std::string_view>& line) {
    if (line[0] == name) {
      known = {std::string(line[1]), std::string(line[2]), std::string(line[5])};
    }
  });
  return known;
}

} // namespace padan::ingest
