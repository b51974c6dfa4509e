// padan synth --fill: worksheets as made-up villages send them back.
#include <algorithm>
#include <filesystem>
#include <map>

#include "commands.hpp"
#include "load.hpp"
#include "output_folder.hpp"
#include "padan/act/row_code.hpp"
#include "padan/act/worksheet.hpp"
#include "padan/codec/file_reader.hpp"
#include "padan/codec/workbook_writer.hpp"
#include "padan/engine/csv.hpp"
#include "padan/synth/visits.hpp"
#include "recipe.hpp"
#include "refuse.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

using act::SheetField;
using synth::Flaw;

constexpr const char* kKey = "truth/answers.csv"; // what was answered, and what is wrong with each file
constexpr std::string_view kPicture = "\x89PNG\r\n\x1a\n";

// A sheet as text, with the columns that its header names.
struct Sheet {
  std::string name;
  std::vector<std::string> titles;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::size_t column(SheetField field) const {
    const auto at = std::find_if(header.begin(), header.end(),
                                 [&](const std::string& text) { return act::read_sheet_header(text) == field; });
    return static_cast<std::size_t>(at - header.begin());
  }
  [[nodiscard]] std::string cell(std::size_t row, SheetField field) const {
    const std::size_t at = column(field);
    return at < header.size() ? rows[row][at] : std::string();
  }
  void put(std::size_t row, SheetField field, const std::string& text) {
    const std::size_t at = column(field);
    if (at < header.size()) {
      rows[row][at] = text;
    }
  }
};

Sheet read_sheet(const table::Grid& grid) {
  Sheet sheet;
  sheet.name = grid.sheet;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    std::vector<std::string> cells;
    std::size_t known = 0;
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      cells.emplace_back(grid.cell(row, column));
      known += act::read_sheet_header(cells.back()) ? 1U : 0U;
    }
    if (!sheet.header.empty()) {
      sheet.rows.push_back(std::move(cells));
    } else if (known > 2 || cells.front() == "format") {
      sheet.header = std::move(cells);
    } else {
      sheet.titles.push_back(cells.front());
    }
  }
  return sheet;
}

// What of a worksheet goes out and comes back: the list, the proposals, and what says which it is.
struct Book {
  std::string file;
  Sheet list;
  Sheet proposals;
  Sheet manifest;
};

std::optional<Book> read_book(const std::string& file, const std::vector<table::Grid>& grids) {
  Book book;
  book.file = file;
  for (const table::Grid& grid : grids) {
    Sheet sheet = read_sheet(grid);
    const bool codes = sheet.column(SheetField::RowCode) < sheet.header.size();
    const bool results = sheet.column(SheetField::Result) < sheet.header.size();
    if (codes && results) {
      book.list = std::move(sheet);
    } else if (!codes && sheet.column(SheetField::Nik) < sheet.header.size()) {
      book.proposals = std::move(sheet);
    } else if (!sheet.header.empty() && sheet.header.front() == "format") {
      book.manifest = std::move(sheet);
    }
  }
  std::erase_if(book.list.rows, [&](const std::vector<std::string>& row) {
    return !act::parse_row_code(row[book.list.column(SheetField::RowCode)]);
  });
  return book.list.header.empty() ? std::nullopt : std::optional<Book>(std::move(book));
}

void write_answer(Sheet& list, std::size_t row, const synth::SheetAnswer& answer) {
  list.put(row, SheetField::Result, answer.result);
  list.put(row, SheetField::VisitDate, answer.visit_date);
  constexpr SheetField kTicks[] = {SheetField::Sick, SheetField::Elderly, SheetField::Alone, SheetField::WithoutAid,
                                   SheetField::Disability};
  for (std::size_t i = 0; i < std::size(kTicks); ++i) {
    list.put(row, kTicks[i], answer.ticks[i] ? "v" : "");
  }
  list.put(row, SheetField::NewNik, answer.new_nik);
  list.put(row, SheetField::NewName, answer.new_name);
  list.put(row, SheetField::Document, answer.document);
  list.put(row, SheetField::Heir, answer.heir);
  list.put(row, SheetField::MovedTo, answer.moved_to);
  list.put(row, SheetField::Remark, answer.remark);
}

void clear_answer(Sheet& list, std::size_t row) { write_answer(list, row, {}); }

void write_newcomers(Sheet& sheet, const synth::Visit& visit, std::size_t from) {
  for (std::size_t i = 0; i < visit.newcomers.size(); ++i) {
    const synth::Newcomer& who = visit.newcomers[i];
    const std::size_t row = from + i;
    sheet.rows.resize(std::max(sheet.rows.size(), row + 1), std::vector<std::string>(sheet.header.size()));
    sheet.put(row, SheetField::Nik, who.nik);
    sheet.put(row, SheetField::Kk, who.kk);
    sheet.put(row, SheetField::Name, who.name);
    sheet.put(row, SheetField::Sex, who.sex);
    sheet.put(row, SheetField::BirthDate, who.birth_date);
    sheet.put(row, SheetField::Remark, who.remark);
  }
}

void sort_and_move(Sheet& list) {
  const std::size_t name = list.column(SheetField::Name);
  std::stable_sort(list.rows.begin(), list.rows.end(), [&](const auto& a, const auto& b) { return a[name] < b[name]; });
  std::rotate(list.header.begin(), list.header.begin() + 3, list.header.end());
  for (std::vector<std::string>& row : list.rows) {
    std::rotate(row.begin(), row.begin() + 3, row.end());
  }
}

// What the flaw does to the list after it was filled in; of rows that are there, see Flaw.
void spoil(Flaw flaw, const std::string& today, Sheet& list) {
  const std::size_t rows = list.rows.size();
  const std::size_t middle = rows / 2;
  switch (flaw) {
  case Flaw::Unfinished:
    for (std::size_t row = rows - (rows + 2) / 3; row < rows; ++row) {
      clear_answer(list, row);
    }
    break;
  case Flaw::OwnWords: {
    constexpr std::string_view kWords[] = {"ada", "MD", "sudah pindah", "tdk ditemukan", "mampu", "lihat catatan"};
    for (std::size_t row = 0; row < rows; ++row) {
      const auto result = act::read_answer(list.cell(row, SheetField::Result)).result;
      const auto at = static_cast<std::size_t>(result);
      constexpr std::size_t kOfResult[] = {5, 0, 4, 1, 2, 3};
      if (at < std::size(kOfResult)) {
        list.put(row, SheetField::Result, std::string(kWords[kOfResult[at]]));
      }
    }
    list.put(middle, SheetField::Result, std::string(kWords[5]));
    break;
  }
  case Flaw::TwoAnswers:
    list.put(middle, SheetField::Result, "3 / 4");
    break;
  case Flaw::FutureVisit:
    list.put(middle, SheetField::VisitDate, "31/12/" + std::to_string(std::stoi(today.substr(0, 4)) + 1));
    break;
  case Flaw::BrokenCode: {
    std::string code = list.cell(middle, SheetField::RowCode);
    code.back() = code.back() == '7' ? '8' : '7';
    list.put(middle, SheetField::RowCode, code);
    break;
  }
  case Flaw::RowsDeleted:
    std::erase_if(list.rows, [&](const std::vector<std::string>& row) {
      return act::read_answer(row[list.column(SheetField::Result)]).result != act::VisitResult::Eligible;
    });
    break;
  case Flaw::Sorted:
    sort_and_move(list);
    break;
  default:
    break;
  }
}

void write_sheet(codec::WorkbookWriter& writer, const Sheet& sheet) {
  std::vector<codec::SheetColumn> columns;
  for (const std::string& header : sheet.header) {
    columns.push_back({header});
  }
  codec::SheetStyle style;
  style.titles = sheet.titles;
  style.filter = false;
  writer.start_sheet(sheet.name, std::move(columns), std::move(style));
  for (const std::vector<std::string>& row : sheet.rows) {
    const std::vector<std::string_view> cells(row.begin(), row.end());
    writer.add_row(cells);
  }
}

Result<std::string> workbook_of(const Book& book) {
  codec::WorkbookWriter writer;
  write_sheet(writer, book.list);
  if (!book.proposals.header.empty()) {
    write_sheet(writer, book.proposals);
  }
  if (!book.manifest.header.empty()) {
    write_sheet(writer, book.manifest);
  }
  return writer.finish();
}

std::string csv_of(const Sheet& list) {
  std::string out;
  const auto add = [&](const std::vector<std::string>& row) {
    engine::append_csv_row(out, std::vector<std::string_view>(row.begin(), row.end()));
  };
  add(list.header);
  for (const std::vector<std::string>& row : list.rows) {
    add(row);
  }
  return out;
}

struct Filled {
  std::map<std::string, std::string> files; // by name
  std::string key;                          // lines of the key of answers
};

class Filler {
public:
  explicit Filler(const synth::VisitOptions& options) : options_(options) {}

  Result<bool> fill(Book book, std::uint32_t number) {
    const std::string village = book.file.substr(0, book.file.rfind('.'));
    std::vector<synth::SheetRow> rows;
    for (std::size_t row = 0; row < book.list.rows.size(); ++row) {
      rows.push_back({book.list.cell(row, SheetField::Nik), book.list.cell(row, SheetField::Name),
                      book.list.cell(row, SheetField::BirthDate), book.list.cell(row, SheetField::Age),
                      book.list.cell(row, SheetField::Reasons)});
    }
    const synth::Visit visit = synth::pay_visits(rows, options_, village, number);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      write_answer(book.list, row, visit.answers[row]);
      engine::append_csv_row(filled_.key, {book.file, to_text(visit.flaw), book.list.cell(row, SheetField::RowCode),
                                           visit.answers[row].result, visit.answers[row].new_nik});
    }
    if (!rows.empty()) {
      book.list.put(0, SheetField::Worker, visit.worker);
    }
    add_newcomers(visit, book);
    spoil(visit.flaw, options_.today, book.list);
    return save(visit, book, village);
  }

  [[nodiscard]] Filled take() { return std::move(filled_); }

private:
  static void add_newcomers(const synth::Visit& visit, Book& book) {
    if (visit.flaw != Flaw::AddedRows) {
      write_newcomers(book.proposals, visit, 0);
      return;
    }
    write_newcomers(book.list, visit, book.list.rows.size());
    book.list.rows.emplace_back(book.list.header.size());
    book.list.put(book.list.rows.size() - 1, SheetField::Name, "tetangga sebelah");
  }

  Result<bool> save(const synth::Visit& visit, Book& book, const std::string& village) {
    switch (visit.flaw) {
    case Flaw::NotReturned:
      return true;
    case Flaw::Photo:
      filled_.files["foto " + village + ".jpg"] = std::string(kPicture) + "isian dengan pena";
      return true;
    case Flaw::Csv:
      filled_.files[village + ".csv"] = csv_of(book.list);
      return true;
    default:
      break;
    }
    const Result<std::string> bytes = workbook_of(book);
    if (!bytes) {
      return tl::unexpected<Error>(bytes.error());
    }
    filled_.files[book.file] = *bytes;
    if (visit.flaw == Flaw::Twice) {
      filled_.files["salinan " + book.file] = *bytes;
    } else if (visit.flaw == Flaw::Contradiction && !book.list.rows.empty()) {
      book.list.put(0, SheetField::Worker, visit.second_worker);
      const auto first = act::read_answer(book.list.cell(0, SheetField::Result)).result;
      book.list.put(0, SheetField::Result, first == act::VisitResult::Dead ? "1 Layak" : "3 Meninggal");
      book.list.put(0, SheetField::NewNik, "");
      const Result<std::string> again = workbook_of(book);
      if (!again) {
        return tl::unexpected<Error>(again.error());
      }
      filled_.files["susulan " + book.file] = *again;
    }
    return true;
  }

  synth::VisitOptions options_;
  Filled filled_;
};

std::vector<std::string> worksheets_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_regular_file(error) && entry.path().extension() == ".xlsx") {
      names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<Filled> fill_all(const Arguments& arguments, const std::vector<std::string>& names) {
  const Result<std::vector<std::string>> passwords = read_passwords(arguments.password_file);
  if (!passwords) {
    return tl::unexpected<Error>(passwords.error());
  }
  Filler filler({arguments.synth.seed, arguments.synth.errors, arguments.as_of.empty() ? today() : arguments.as_of});
  std::uint32_t number = 0;
  for (const std::string& name : names) {
    const std::string path = (fs::path(arguments.fill) / name).string();
    const Result<std::string> bytes = read_whole(path);
    if (!bytes) {
      return tl::unexpected<Error>(bytes.error());
    }
    codec::FileReader reader(path);
    reader.feed(*bytes);
    const Result<codec::ReadFile> file = reader.finish(*passwords);
    if (!file) {
      return tl::unexpected<Error>(file.error());
    }
    std::optional<Book> book = read_book(name, file->grids);
    if (!book) {
      continue; // a workbook that is no worksheet
    }
    if (const Result<bool> done = filler.fill(std::move(*book), number++); !done) {
      return tl::unexpected<Error>(done.error());
    }
  }
  return filler.take();
}

} // namespace

int fill_worksheets(const Arguments& arguments, Console& console) {
  auto folder = OutputFolder::open(arguments.out, {}, {kKey, "file,flaw,code"}, {});
  if (!folder) {
    return refuse(console, folder.error());
  }
  const std::vector<std::string> names = worksheets_in(arguments.fill);
  const Result<Filled> filled =
      names.empty() ? fail(ErrorCode::FileUnreadable, {{"file", arguments.fill}}) : fill_all(arguments, names);
  if (!filled) {
    return refuse(console, filled.error());
  }
  tl::expected<void, Refusal> done;
  for (const auto& [name, bytes] : filled->files) {
    const std::string& text = bytes;
    done = done ? folder->write(name, [&](const auto& append) { append(text); }) : done;
  }
  const std::string key = "file,flaw,code,result,new_nik\r\n" + filled->key;
  done = done ? folder->write(kKey, [&](const auto& append) { append(key); }) : done;
  done = done ? folder->commit() : done;
  if (!done) {
    return refuse(console, done.error());
  }
  console.tell(sentence(console.language(), Note::FillDone,
                        {{"files", std::to_string(filled->files.size())},
                         {"villages", std::to_string(names.size())},
                         {"folder", arguments.out}}));
  return kDone;
}

} // namespace padan::cli
