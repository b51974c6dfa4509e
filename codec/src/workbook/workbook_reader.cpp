#include "padan/codec/workbook_reader.hpp"

#include "formats.hpp"
#include "lock.hpp"
#include "xlsx_package.hpp"

namespace padan::codec {
namespace {

using workbook::CompoundFile;
using workbook::Grids;
using workbook::ZipArchive;

tl::unexpected<Error> not_a_table(std::string_view kind) {
  return fail(ErrorCode::FileNotATable, {{"kind", std::string(kind)}});
}

bool has_folder(const ZipArchive& zip, std::string_view folder) {
  for (const workbook::ZipEntry& entry : zip.entries()) {
    if (entry.name.compare(0, folder.size(), folder) == 0) {
      return true;
    }
  }
  return false;
}

Result<Grids> read_zip(std::string_view bytes) {
  const auto zip = ZipArchive::open(bytes);
  return zip ? workbook::read_package(*zip) : tl::unexpected<Error>(zip.error());
}

Result<Grids> read_ole(std::string_view bytes, std::span<const std::string> passwords) {
  if (!CompoundFile::is_one(bytes)) {
    return workbook::read_bare_xls(bytes);
  }
  const CompoundFile file(bytes);
  if (file.find("encryptedpackage") == nullptr) {
    return workbook::read_xls(file);
  }
  const auto package = workbook::unlock(file, passwords);
  return package ? read_zip(*package) : tl::unexpected<Error>(package.error());
}

Result<Grids> read_any(std::string_view bytes, std::span<const std::string> passwords) {
  switch (sniff(bytes)) {
  case FileFormat::Xlsx:
  case FileFormat::Zip:
    return read_zip(bytes);
  case FileFormat::Ods:
    return bytes.substr(0, 2) == "PK" ? read_zip(bytes) : workbook::read_flat_ods(bytes);
  case FileFormat::Xls:
  case FileFormat::Encrypted:
    return read_ole(bytes, passwords);
  case FileFormat::Html:
    return workbook::read_html(bytes);
  case FileFormat::ExcelXml:
    return workbook::read_excel_xml(bytes);
  case FileFormat::Picture:
    return not_a_table("picture");
  case FileFormat::Pdf:
    return not_a_table("pdf");
  case FileFormat::Text:
    return fail(ErrorCode::FormatUnknown, {{"kind", "text"}});
  case FileFormat::Unknown:
    break;
  }
  return not_a_table("binary");
}

} // namespace

Result<Grids> workbook::read_package(const ZipArchive& zip, std::uint32_t rows) {
  if (is_xlsx(zip)) {
    return read_xlsx(zip, rows);
  }
  if (zip.find("xl/workbook.bin") != nullptr) {
    return fail(ErrorCode::FormatUnknown, {{"kind", "xlsb"}});
  }
  const auto mimetype = read_part(zip, "mimetype");
  if (mimetype && mimetype->find("opendocument.spreadsheet") != std::string::npos) {
    return read_ods(zip, rows);
  }
  const bool document = has_folder(zip, "word/") || has_folder(zip, "ppt/") || (mimetype && !mimetype->empty());
  return not_a_table(document ? "document" : "zip");
}

Result<std::vector<table::Grid>> read_workbook(std::string_view bytes, std::span<const std::string> passwords) {
  auto grids = read_any(bytes, passwords);
  if (grids && grids->empty()) {
    return fail(ErrorCode::FileEmpty);
  }
  return grids;
}

} // namespace padan::codec
