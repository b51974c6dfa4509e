// What leaves for agencies, villages and donors, as workbooks. The core knows no language: the face gives the words.
#include <algorithm>

#include "padan/act/extract.hpp"
#include "padan/codec/workbook_writer.hpp"
#include "planning.hpp"

namespace padan::codec {
namespace {

using act::Extract;
using act::ExtractColumn;
using analyse::Fund;

/// `words` of a request: texts by code; a code without one is written as it is.
class Words {
public:
  explicit Words(JsonReader& read) : json_(read.member("words")) {}
  [[nodiscard]] std::string of(std::string_view code) const {
    if (json_ == nullptr || !json_->is_object()) {
      return std::string(code);
    }
    const auto found = json_->find(std::string(code));
    return found != json_->end() && found->is_string() ? found->get<std::string>() : std::string(code);
  }
  /// "sick|elderly" in words.
  [[nodiscard]] std::string list(std::string_view codes) const {
    std::string text;
    while (!codes.empty()) {
      const std::size_t bar = std::min(codes.find('|'), codes.size());
      text.append(text.empty() ? "" : ", ").append(of(codes.substr(0, bar)));
      codes.remove_prefix(std::min(bar + 1, codes.size()));
    }
    return text;
  }

private:
  const Json* json_;
};

bool is_number(ExtractColumn column) {
  return column == ExtractColumn::Rank || column == ExtractColumn::Points || column == ExtractColumn::Possible ||
         column == ExtractColumn::Members || column == ExtractColumn::Decile;
}

bool is_list_of_codes(ExtractColumn column) {
  return column == ExtractColumn::Reasons || column == ExtractColumn::Unknown || column == ExtractColumn::Programmes;
}

double width_of(ExtractColumn column) {
  return is_number(column)                                                   ? 9
         : is_list_of_codes(column)                                          ? 40
         : column == ExtractColumn::Name || column == ExtractColumn::Address ? 28
         : column == ExtractColumn::Rt || column == ExtractColumn::Rw        ? 6
                                                                             : 18;
}

void write_sheet(WorkbookWriter& writer, std::string_view name, const engine::Planning& planning,
                 const Extract& extract, bool masked, const Words& words) {
  std::vector<SheetColumn> columns;
  for (const ExtractColumn column : extract.columns) {
    columns.push_back({words.of(to_text(column)), width_of(column), is_number(column)});
  }
  writer.start_sheet(name, std::move(columns));
  engine::Cells cells;
  std::vector<std::string> shown(extract.columns.size());
  for (std::uint32_t row = 0; row < extract.items.size(); ++row) {
    act::read_extract(planning, extract, row, masked, cells);
    std::vector<std::string_view> views = cells.views();
    for (std::size_t i = 0; i < views.size(); ++i) {
      if (is_list_of_codes(extract.columns[i])) {
        shown[i] = words.list(views[i]);
        views[i] = shown[i];
      }
    }
    writer.add_row(views);
  }
}

template <class Test> std::vector<std::uint16_t> programmes_where(State& state, const Test& test) {
  std::vector<std::uint16_t> numbers;
  const std::vector<std::string>& names = planning_of(state).aid().names();
  for (std::uint16_t i = 0; i < names.size(); ++i) {
    if (test(state.settings.programmes.plan_of(names[i]))) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

/// The extracts of a request, each a sheet by its code.
Result<std::vector<std::pair<std::string, Extract>>> read_extracts(State& state, JsonReader& read) {
  const std::string kind = read.text("kind").value_or("");
  const std::string agency = read.text("agency").value_or("");
  const std::uint32_t decile = read.number32("decile").value_or(4);
  const analyse::Unit unit = read_unit(read);
  const std::vector<bool> places = read_places(state, read);
  if (decile < 1 || decile > 10) {
    read.refuse("decile");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  engine::Planning& planning = planning_of(state);
  const analyse::Weights& weights = state.settings.priority.weights;
  const auto most = static_cast<std::uint8_t>(decile);
  std::vector<std::pair<std::string, Extract>> extracts;
  if (kind == "priority") {
    extracts.emplace_back(kind, act::priority_extract(planning, unit, weights, places));
  } else if (kind == "agency") {
    const auto of_agency = programmes_where(state, [&](const auto& plan) { return plan.agency == agency; });
    if (of_agency.empty()) {
      return fail(ErrorCode::RequestInvalid, {{"where", "agency"}});
    }
    extracts.emplace_back(kind, act::receivers_extract(planning, of_agency, places));
  } else if (kind == "donor") {
    const auto public_funds =
        programmes_where(state, [](const auto& plan) { return plan.fund == Fund::Apbn || plan.fund == Fund::Apbd; });
    extracts.emplace_back(kind, act::donor_extract(planning, public_funds, weights, most, places));
  } else if (kind == "rkpdes") {
    static constexpr std::string_view kExcluding[] = {"pkh", "bpnt", "sembako", "blt_dd"};
    const auto excluding = programmes_where(state, [](const auto& plan) {
      return std::find(std::begin(kExcluding), std::end(kExcluding), plan.name) != std::end(kExcluding);
    });
    extracts.emplace_back("candidates", act::village_extract(planning, excluding, weights, most, places));
    extracts.emplace_back("to_ask", act::village_extract(planning, excluding, weights, 0, places));
  } else {
    return fail(ErrorCode::RequestInvalid, {{"where", "kind"}});
  }
  return extracts;
}

// Candidates per village with the reasons that a village council asks for.
void write_recap(WorkbookWriter& writer, const engine::Planning& planning, const Extract& candidates,
                 const Extract& to_ask, const Words& words) {
  struct Counts {
    std::uint32_t candidates = 0;
    std::uint32_t poorest = 0;
    std::uint32_t sick = 0;
    std::uint32_t elderly_alone = 0;
    std::uint32_t to_ask = 0;
  };
  const engine::Results& results = planning.results();
  std::vector<Counts> by_place(results.scoring().corpus.places.size());
  std::vector<std::uint32_t> order; // places as they come
  const auto counts_of = [&](std::uint32_t family) -> Counts& {
    const std::uint32_t place = planning.place_of(analyse::Unit::Families, family);
    if (by_place[place].candidates == 0 && by_place[place].to_ask == 0) {
      order.push_back(place);
    }
    return by_place[place];
  };
  for (const std::uint32_t family : candidates.items) {
    const analyse::Situation& of = planning.needs().families()[family];
    Counts& counts = counts_of(family);
    ++counts.candidates;
    counts.poorest += of.decile == 1 ? 1U : 0U;
    counts.sick += of.has(analyse::Need::Sick) ? 1U : 0U;
    counts.elderly_alone += of.has(analyse::Need::Elderly) && of.has(analyse::Need::Alone) ? 1U : 0U;
  }
  for (const std::uint32_t family : to_ask.items) {
    ++counts_of(family).to_ask;
  }
  writer.start_sheet(words.of("recap"), {{words.of("village"), 22},
                                         {words.of("district"), 22},
                                         {words.of("candidates"), 12, true},
                                         {words.of("poorest"), 12, true},
                                         {words.of("sick"), 12, true},
                                         {words.of("elderly_alone"), 18, true},
                                         {words.of("to_ask"), 20, true}});
  for (const std::uint32_t place : order) {
    const Counts& counts = by_place[place];
    const std::string numbers[] = {std::to_string(counts.candidates), std::to_string(counts.poorest),
                                   std::to_string(counts.sick), std::to_string(counts.elderly_alone),
                                   std::to_string(counts.to_ask)};
    std::vector<std::string_view> cells{results.village_text(place), results.district_text(place)};
    cells.insert(cells.end(), std::begin(numbers), std::end(numbers));
    writer.add_row(cells);
  }
}

Result<Json> extract(State& state, JsonReader& read) {
  const bool masked = read.flag("mask").value_or(false);
  const Words words(read);
  auto extracts = read_extracts(state, read);
  if (!extracts) {
    return tl::unexpected<Error>(std::move(extracts.error()));
  }
  const engine::Planning& planning = planning_of(state);
  WorkbookWriter writer;
  if (extracts->size() == 2) {
    write_recap(writer, planning, (*extracts)[0].second, (*extracts)[1].second, words);
  }
  for (const auto& [sheet, one] : *extracts) {
    write_sheet(writer, words.of(sheet), planning, one, masked, words);
  }
  Result<std::string> bytes = writer.finish();
  if (!bytes) {
    return tl::unexpected<Error>(std::move(bytes.error()));
  }
  state.bytes = std::move(*bytes);
  return Json{{"rows", extracts->front().second.items.size()}};
}

/// How many an extract would hold, and a view of them: who stands behind the number.
Result<Json> open_extract(State& state, JsonReader& read) {
  auto extracts = read_extracts(state, read);
  if (!extracts) {
    return tl::unexpected<Error>(std::move(extracts.error()));
  }
  Extract& first = extracts->front().second;
  Json opened = keep_items(state, first.unit, std::move(first.items));
  opened["unit"] = first.unit == analyse::Unit::Persons ? "persons" : "families";
  return opened;
}

// Tables that a face has put together in its own words.
Result<Json> sheets(State& state, JsonReader& read) {
  const Json* list = read.member("sheets");
  if (list == nullptr || !list->is_array() || list->empty()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "sheets"}});
  }
  WorkbookWriter writer;
  for (std::size_t i = 0; i < list->size(); ++i) {
    JsonReader sheet((*list)[i], "sheets[" + std::to_string(i) + "]");
    std::vector<SheetColumn> columns;
    const std::vector<std::string> headers = sheet.texts("headers");
    const Json* rows = sheet.member("rows");
    const bool table = !headers.empty() && rows != nullptr && rows->is_array() &&
                       std::all_of(rows->begin(), rows->end(), [&](const Json& row) {
                         return row.is_array() && row.size() <= headers.size() &&
                                std::all_of(row.begin(), row.end(), [](const Json& cell) {
                                  return cell.is_string() || cell.is_number_integer();
                                });
                       });
    if (!table) {
      sheet.refuse("rows");
    }
    if (!sheet.ok()) {
      return sheet.refusal(ErrorCode::RequestInvalid);
    }
    for (std::size_t column = 0; column < headers.size(); ++column) {
      const bool number = !rows->empty() && std::all_of(rows->begin(), rows->end(), [&](const Json& row) {
        return column < row.size() && row[column].is_number();
      });
      columns.push_back({headers[column], column == 0 ? 40.0 : 20.0, number});
    }
    writer.start_sheet(sheet.text("name").value_or("1"), std::move(columns));
    for (const Json& row : *rows) {
      std::vector<std::string> texts;
      for (const Json& cell : row) {
        texts.push_back(cell.is_string() ? cell.get<std::string>() : to_text(cell));
      }
      writer.add_row(std::vector<std::string_view>(texts.begin(), texts.end()));
    }
  }
  Result<std::string> bytes = writer.finish();
  if (!bytes) {
    return tl::unexpected<Error>(std::move(bytes.error()));
  }
  state.bytes = std::move(*bytes);
  return Json::object();
}

} // namespace

std::vector<NamedMethod> extract_methods() {
  return {{"extract", extract, true}, {"extract.open", open_extract, true}, {"sheets", sheets}};
}

} // namespace padan::codec
