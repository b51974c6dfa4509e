#include "padan/codec/worksheet.hpp"

#include <algorithm>

#include "padan/base/hash.hpp"
#include "padan/codec/workbook_writer.hpp"
#include "padan/resolve/identity.hpp"
#include "worksheet_words.hpp"

namespace padan::codec {
namespace {

using act::RosterPerson;
using act::SheetField;
using act::VisitResult;

constexpr std::uint32_t kProposalRows = 30;
constexpr SheetField kProposalFields[] = {SheetField::Rt,        SheetField::Rw,        SheetField::Kk,
                                          SheetField::Nik,       SheetField::Name,      SheetField::Relation,
                                          SheetField::Sex,       SheetField::BirthDate, SheetField::Address,
                                          SheetField::VisitDate, SheetField::Worker,    SheetField::Remark};

double width_of(SheetField field) {
  switch (field) {
  case SheetField::RowCode:
  case SheetField::Kk:
  case SheetField::Nik:
  case SheetField::NewKk:
  case SheetField::NewNik:
  case SheetField::Twin:
    return 18;
  case SheetField::Number:
  case SheetField::Rt:
  case SheetField::Rw:
  case SheetField::Sex:
  case SheetField::Age:
  case SheetField::Decile:
    return 5;
  case SheetField::Sick:
  case SheetField::Elderly:
  case SheetField::Alone:
  case SheetField::WithoutAid:
  case SheetField::Disability:
    return 9;
  case SheetField::Name:
  case SheetField::NewName:
  case SheetField::Address:
  case SheetField::Remark:
    return 22;
  case SheetField::Reasons:
    return 32;
  case SheetField::Result:
    return 20;
  default:
    return 12;
  }
}

std::string spoken_day(std::string_view iso) { // 2026-11-29 as 29/11/2026
  return iso.size() == 10
             ? std::string(iso.substr(8)).append("/").append(iso.substr(5, 2)).append("/").append(iso.substr(0, 4))
             : std::string(iso);
}

class Book {
public:
  Book(const WorksheetFacts& facts, const std::vector<RosterPerson>& rows)
      : facts_(facts), rows_(rows), words_(worksheet_words(facts.language)),
        village_(facts.batch->villages[facts.village]) {}

  Result<std::string> write() {
    list();
    proposals();
    form();
    guide();
    manifest();
    return writer_.finish();
  }

private:
  void line(std::initializer_list<std::string_view> cells) {
    writer_.add_row(std::span<const std::string_view>(cells.begin(), cells.size()));
  }

  [[nodiscard]] std::string_view header(SheetField field) const {
    return words_.headers[static_cast<std::size_t>(field)];
  }

  [[nodiscard]] std::string reasons_of(const RosterPerson& person) const {
    std::string reasons;
    for (const act::Reason& reason : person.reasons) {
      reasons += (reasons.empty() ? "" : "; ") + reason_text(reason, facts_.language);
    }
    return reasons;
  }

  [[nodiscard]] std::vector<std::string> choices() const {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < words_.choices.size(); ++i) {
      if (static_cast<VisitResult>(i) != VisitResult::Proposal) { // these have a sheet of their own
        out.emplace_back(words_.choices[i]);
      }
    }
    return out;
  }

  [[nodiscard]] std::string village_name() const {
    return village_.village.empty() ? std::string(words_.unknown_village) : village_.village;
  }

  [[nodiscard]] SheetStyle style(std::string title) const {
    const act::Batch& batch = *facts_.batch;
    SheetStyle style;
    const bool has_code = village_.key.find_first_not_of("0123456789") == std::string::npos && !village_.key.empty();
    style.titles.push_back(std::move(title));
    style.titles.push_back(std::string(words_.village) + ": " + village_name() +
                           (has_code ? " (" + village_.key + ")" : "") + "   " + std::string(words_.district) + ": " +
                           village_.district);
    std::string about = std::string(words_.batch) + " " + std::to_string(batch.number) + ", " +
                        std::string(words_.made) + " " + spoken_day(batch.made);
    if (!batch.deadline.empty()) {
      about += ", " + std::string(words_.deadline) + " " + spoken_day(batch.deadline);
    }
    about += "   " + std::string(words_.worker) + ": " +
             (village_.worker.empty() ? "........................" : village_.worker);
    style.titles.push_back(std::move(about));
    std::string sources = std::string(words_.sources) + ": ";
    for (const auto& [name, day] : facts_.lists) {
      sources += (sources.back() == ' ' && sources.size() == words_.sources.size() + 2 ? "" : ", ") + name +
                 (day.empty() ? "" : " (" + spoken_day(day) + ")");
    }
    style.titles.push_back(std::move(sources));
    if (batch.masked) {
      style.titles.emplace_back(words_.masked);
    }
    style.paper = Paper::Folio;
    style.grid = true;
    style.header_height = 42;
    style.page_header = "&L" + escaped(village_name() + ", " + village_.district) + "&R" + std::string(words_.batch) +
                        " " + std::to_string(batch.number);
    style.page_footer = "&L" + escaped(facts_.project) + "&R" + std::string(words_.page) + " &P/&N";
    return style;
  }

  static std::string escaped(std::string text) { // & begins a code in the head of a page
    for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 2)) {
      text.insert(at, "&");
    }
    return text.substr(0, 100);
  }

  [[nodiscard]] SheetColumn column(SheetField field, bool open) const {
    SheetColumn column{std::string(header(field)), width_of(field)};
    column.open = open;
    column.wrap = field == SheetField::Reasons || field == SheetField::Remark || field == SheetField::Address ||
                  field == SheetField::Name || field == SheetField::Lists || field == SheetField::Programmes;
    column.hidden = field == SheetField::Print;
    if (field == SheetField::Result) {
      column.choices = choices();
      column.hint = words_.choose;
    } else if (field == SheetField::VisitDate) {
      column.date = true;
      column.hint = words_.day;
    } else if (is_tick(field)) {
      column.choices = {std::string(words_.yes)};
    }
    return column;
  }

  void list() {
    std::vector<SheetColumn> columns;
    for (std::uint32_t i = 0; i < act::kSheetFields; ++i) {
      const auto field = static_cast<SheetField>(i);
      columns.push_back(column(field, is_filled_in(field)));
    }
    SheetStyle look = style(std::string(words_.title));
    look.locked = true;
    look.frozen_columns = 7; // up to the name
    writer_.start_sheet(words_.list, std::move(columns), std::move(look));
    std::vector<std::string_view> cells(act::kSheetFields);
    act::RowCode code{act::project_mark(facts_.project), facts_.batch->number, facts_.village, 0};
    for (const RosterPerson& person : rows_) {
      const std::string row_code = act::to_text(code);
      const std::string number = std::to_string(++code.row);
      const std::string print = act::print_of(row_code, person);
      const std::string reasons = reasons_of(person);
      const auto put = [&](SheetField field, std::string_view text) { cells[static_cast<std::size_t>(field)] = text; };
      put(SheetField::RowCode, row_code);
      put(SheetField::Number, number);
      put(SheetField::Rt, person.rt);
      put(SheetField::Rw, person.rw);
      put(SheetField::Kk, person.kk);
      put(SheetField::Nik, person.nik);
      put(SheetField::Name, person.name);
      put(SheetField::Relation, person.relation);
      put(SheetField::Sex, person.sex);
      put(SheetField::BirthDate, person.birth_date);
      put(SheetField::Age, person.age);
      put(SheetField::Address, person.address);
      put(SheetField::Decile, person.decile);
      put(SheetField::Lists, person.lists);
      put(SheetField::Programmes, person.programmes);
      put(SheetField::Reasons, reasons);
      put(SheetField::Worker, village_.worker);
      put(SheetField::Print, print);
      writer_.add_row(cells);
      digest_ = base::combine(digest_, base::hash_bytes(print));
    }
  }

  void proposals() {
    std::vector<SheetColumn> columns;
    for (const SheetField field : kProposalFields) {
      columns.push_back(column(field, true));
    }
    SheetStyle look = style(std::string(words_.proposal_title));
    look.filter = false;
    writer_.start_sheet(words_.proposals, std::move(columns), std::move(look));
    for (std::uint32_t row = 0; row < kProposalRows; ++row) {
      writer_.add_row({});
    }
  }

  // What fits on paper. Its result has another header, so that a return is never read from here.
  void form() {
    constexpr std::pair<SheetField, double> kShown[] = {
        {SheetField::RowCode, 18},   {SheetField::Number, 4},   {SheetField::Rt, 4},      {SheetField::Rw, 4},
        {SheetField::Kk, 17},        {SheetField::Nik, 17},     {SheetField::Name, 20},   {SheetField::Sex, 4},
        {SheetField::BirthDate, 11}, {SheetField::Address, 16}, {SheetField::Reasons, 32}};
    std::vector<SheetColumn> columns;
    for (const auto& [field, width] : kShown) {
      columns.push_back({std::string(header(field)), width});
      columns.back().wrap = true;
    }
    columns.push_back({std::string(words_.pen_result), 8});
    for (const std::string_view tick : words_.pen_ticks) {
      columns.push_back({std::string(tick), 3});
    }
    columns.push_back({std::string(words_.pen_correction), 30});
    columns.push_back({std::string(header(SheetField::Remark)), 18});
    columns.push_back({std::string(header(SheetField::Initials)), 7});
    SheetStyle look = style(std::string(words_.title));
    look.titles.emplace_back(words_.by_pen);
    look.locked = true;
    look.filter = false;
    look.row_height = 36; // room for a pen, and for three lines of reasons
    writer_.start_sheet(words_.print, std::move(columns), std::move(look));
    act::RowCode code{act::project_mark(facts_.project), facts_.batch->number, facts_.village, 0};
    for (const RosterPerson& person : rows_) {
      const std::string row_code = act::to_text(code);
      const std::string number = std::to_string(++code.row);
      const std::string reasons = reasons_of(person);
      line({row_code, number, person.rt, person.rw, person.kk, person.nik, person.name, person.sex, person.birth_date,
            person.address, reasons});
    }
  }

  void guide() {
    SheetStyle look;
    look.titles = {std::string(words_.how)};
    for (std::size_t i = 0; i < words_.steps.size(); ++i) {
      look.titles.push_back(std::to_string(i + 1) + ". " + std::string(words_.steps[i]));
    }
    look.titles.emplace_back();
    look.filter = false;
    look.paper = Paper::Folio;
    writer_.start_sheet(words_.guide,
                        {{std::string(words_.what), 26}, {std::string(words_.means), 40}, {"", 26}, {"", 22}},
                        std::move(look));
    for (std::size_t i = 1; i < words_.choices.size(); ++i) {
      line({words_.choices[i], words_.meanings[i]});
    }
    line({});
    line({words_.contacts, words_.office, words_.person, words_.phone});
    constexpr std::string_view kLevels[] = {"village", "district", "regency", "province"};
    for (std::size_t level = 0; level < words_.levels.size(); ++level) {
      bool any = false;
      for (const Contact& contact : facts_.contacts) {
        if (contact.level == kLevels[level]) {
          line({words_.levels[level], contact.office, contact.name, contact.phone});
          any = true;
        }
      }
      if (!any) {
        constexpr std::string_view kDots = "................................";
        line({words_.levels[level], kDots, kDots.substr(0, 24), kDots.substr(0, 20)});
      }
    }
    line({});
    line({words_.trouble});
    constexpr std::string_view kRule = "................................................";
    for (int i = 0; i < 5; ++i) {
      line({kRule.substr(0, 30), kRule, kRule.substr(0, 30), kRule.substr(0, 24)});
    }
  }

  void manifest() {
    SheetStyle look;
    look.hidden = true;
    look.filter = false;
    writer_.start_sheet(act::kManifestSheet, {{"format", 12}, {std::string(act::kManifestFormat), 40}},
                        std::move(look));
    line({"project", facts_.project});
    line({"batch", std::to_string(facts_.batch->number)});
    line({"village", village_.key});
    line({"scope", act::to_text(facts_.batch->scope)});
    line({"rows", std::to_string(rows_.size())});
    line({"digest", resolve::key_text(digest_)});
  }

  const WorksheetFacts& facts_;
  const std::vector<RosterPerson>& rows_;
  const WorksheetWords& words_;
  const act::BatchVillage& village_;
  WorkbookWriter writer_;
  std::uint64_t digest_ = 0;
};

} // namespace

Result<std::string> write_worksheet(const WorksheetFacts& facts, const std::vector<RosterPerson>& rows) {
  return Book(facts, rows).write();
}

std::string worksheet_name(const WorksheetFacts& facts) {
  const act::BatchVillage& village = facts.batch->villages[facts.village];
  std::string name =
      village.district + " - " +
      (village.village.empty() ? std::string(worksheet_words(facts.language).unknown_village) : village.village) + " " +
      village.key + " g" + std::to_string(facts.batch->number);
  for (char& c : name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
    c = plain ? c : '-';
  }
  const std::size_t first = std::min(name.find_first_not_of("- "), name.size());
  return name.substr(first) + ".xlsx";
}

} // namespace padan::codec
