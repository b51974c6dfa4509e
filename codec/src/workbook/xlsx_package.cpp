#include "xlsx_package.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "limits.hpp"
#include "padan/text/utf8.hpp"
#include "xml.hpp"

namespace padan::codec::workbook {
namespace {

using Token = XmlScanner::Token;

constexpr std::string_view kWorkbook = "xl/workbook.xml";

struct Relation {
  std::string type; // last word of the type's URI: officeDocument, worksheet, styles, sharedStrings
  std::string part; // full name in the package
};
using Relations = std::map<std::string, Relation>;

std::string folder_of(std::string_view part) {
  return std::string(part.substr(0, part.rfind('/') + 1));
} // npos + 1 is 0

// "../x.xml", "/xl/x.xml" and "x.xml", seen from a folder such as "xl/".
std::string resolve(std::string folder, std::string_view target) {
  if (!target.empty() && (target[0] == '/' || target[0] == '\\')) {
    return std::string(target.substr(1));
  }
  while (target.substr(0, 3) == "../" || target.substr(0, 2) == "./") {
    const bool up = target[1] == '.';
    target.remove_prefix(up ? 3 : 2);
    if (up && !folder.empty()) {
      folder.pop_back();
      folder = folder_of(folder);
    }
  }
  return folder.append(target);
}

Result<Relations> read_relations(const ZipArchive& zip, std::string_view part) {
  const std::string folder = folder_of(part);
  const auto text = read_part(zip, folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels");
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  Relations relations;
  MemorySource source(*text);
  XmlScanner xml(source);
  while (xml.next() != Token::End) {
    if (!xml.is_open("Relationship")) {
      continue;
    }
    std::string id;
    Relation relation;
    for (XmlAttribute attribute; xml.next_attribute(attribute);) {
      if (attribute.name == "Id") {
        id = attribute.decoded();
      } else if (attribute.name == "Type") {
        relation.type = attribute.raw.substr(attribute.raw.rfind('/') + 1);
      } else if (attribute.name == "Target") {
        relation.part = resolve(folder, attribute.decoded());
      }
    }
    relations[id] = relation;
  }
  return relations;
}

std::string part_of_type(const Relations& relations, std::string_view type, std::string_view otherwise) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) {
      return relation.part;
    }
  }
  return std::string(otherwise);
}

struct Tab {
  std::string name;
  std::string relation;
};

std::vector<Tab> read_tabs(std::string_view workbook, bool& date1904) {
  std::vector<Tab> tabs;
  MemorySource source(workbook);
  XmlScanner xml(source);
  while (xml.next() != Token::End) {
    XmlAttribute attribute;
    if (xml.is_open("workbookPr")) {
      while (xml.next_attribute(attribute)) {
        date1904 = date1904 || (attribute.name == "date1904" && attribute.raw != "0" && attribute.raw != "false");
      }
    } else if (xml.is_open("sheet")) {
      Tab tab;
      while (xml.next_attribute(attribute)) {
        if (attribute.name == "name") {
          tab.name = attribute.decoded();
        } else if (attribute.name == "id" && !attribute.prefix.empty()) {
          tab.relation = attribute.decoded();
        }
      }
      tabs.push_back(std::move(tab));
    }
  }
  return tabs;
}

// For packages whose workbook part names no sheet that exists: every part that looks like one, in the order of its number.
std::vector<SheetPart> sheets_by_name(const ZipArchive& zip) {
  constexpr std::string_view kFolder = "xl/worksheets/";
  std::vector<SheetPart> sheets;
  for (const ZipEntry& entry : zip.entries()) {
    const std::string_view name = entry.name;
    if (name.substr(0, kFolder.size()) == kFolder && name.find('/', kFolder.size()) == std::string_view::npos &&
        name.size() > 4 && name.substr(name.size() - 4) == ".xml") {
      sheets.push_back({std::string(name.substr(kFolder.size(), name.size() - kFolder.size() - 4)), &entry});
    }
  }
  std::stable_sort(sheets.begin(), sheets.end(), [](const SheetPart& a, const SheetPart& b) {
    return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name; // sheet2 before sheet10
  });
  return sheets;
}

// A tab whose part is missing keeps a null part, unless all are: then the names decide.
std::vector<SheetPart> find_sheets(const ZipArchive& zip, const std::vector<Tab>& tabs, const Relations& relations) {
  std::vector<SheetPart> sheets;
  for (const Tab& tab : tabs) {
    const auto relation = relations.find(tab.relation);
    if (relation != relations.end() && relation->second.type == "worksheet") { // charts and dialogs hold no cells
      sheets.push_back({tab.name, zip.find(relation->second.part)});
    }
  }
  const bool any =
      std::any_of(sheets.begin(), sheets.end(), [](const SheetPart& sheet) { return sheet.part != nullptr; });
  return any ? sheets : sheets_by_name(zip);
}

std::vector<DateKind> read_styles(std::string_view text) {
  std::map<std::uint32_t, DateKind> custom;
  std::vector<DateKind> styles;
  MemorySource source(text);
  XmlScanner xml(source);
  bool cell_formats = false;
  for (Token token = xml.next(); token != Token::End; token = xml.next()) {
    if (xml.name() == "cellXfs" && token != Token::Text) {
      cell_formats = token == Token::Open;
    }
    const bool defines = xml.is_open("numFmt");
    if (!defines && !(cell_formats && xml.is_open("xf"))) {
      continue;
    }
    std::uint32_t id = 0;
    std::string format;
    for (XmlAttribute attribute; xml.next_attribute(attribute);) {
      if (attribute.name == "numFmtId") {
        id = count_of(attribute.raw, 0);
      } else if (attribute.name == "formatCode") {
        format = attribute.decoded();
      }
    }
    if (defines) {
      custom[id] = date_kind(format);
    } else {
      const auto known = custom.find(id);
      styles.push_back(known == custom.end() ? built_in_date_kind(id) : known->second);
    }
  }
  return styles;
}

// <si> holds <t>, or runs <r><t>; <rPh> is a reading aid of Japanese and no text.
Result<table::StringColumn> read_strings(const ZipArchive& zip, std::string_view name, bool head) {
  table::StringColumn strings;
  const ZipEntry* part = zip.find(name);
  if (part == nullptr) {
    return strings;
  }
  ZipPartSource source(*part);
  XmlScanner xml(source);
  std::string value;
  std::uint64_t bytes = 0;
  bool in_text = false;
  for (Token token = xml.next(); token != Token::End; token = xml.next()) {
    if (token == Token::Text) {
      if (in_text) {
        xml.append_text(value);
      }
    } else if (xml.name() == "t") {
      in_text = token == Token::Open;
    } else if (xml.is_open("rPh")) {
      xml.skip_element();
    } else if (token == Token::Close && xml.name() == "si") {
      unescape(value);
      strings.push_back(value);
      bytes += value.size() + sizeof(std::uint32_t);
      value.clear();
      if (bytes > kMaxTextBytes) {
        return fail(ErrorCode::FileTooLarge);
      }
    }
  }
  if (const auto error = source.error(); error && !(head && error->code == ErrorCode::FileTruncated)) {
    return tl::unexpected<Error>(*error);
  }
  if (xml.cut() && !head) {
    return fail(ErrorCode::FileTruncated, {{"part", part->name}});
  }
  return strings;
}

bool all_plain(const table::StringColumn& strings) {
  for (std::uint32_t i = 0; i < strings.size(); ++i) {
    if (!text::is_plain(strings[i])) {
      return false;
    }
  }
  return true;
}

bool any_part(const ZipArchive& zip, std::string_view ending) {
  return std::any_of(zip.entries().begin(), zip.entries().end(), [&](const ZipEntry& entry) {
    return entry.name.size() >= ending.size() &&
           entry.name.compare(entry.name.size() - ending.size(), ending.size(), ending) == 0;
  });
}

} // namespace

void unescape(std::string& text) {
  for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    std::uint32_t unit = 0;
    const char* const digits = text.data() + at + 2;
    if (at + 7 > text.size() || text[at + 6] != '_' ||
        std::from_chars(digits, digits + 4, unit, 16).ptr != digits + 4) {
      continue;
    }
    std::string character; // NUL is dropped
    if (unit != 0) {
      text::append_utf8(character, unit);
    }
    text.replace(at, 7, character);
    at += character.size() - (character.empty() ? 0 : 1);
  }
}

bool is_xlsx(const ZipArchive& zip) {
  if (!sheets_by_name(zip).empty()) {
    return true;
  }
  const auto root = read_relations(zip, "");
  const auto relations = root ? read_relations(zip, part_of_type(*root, "officeDocument", kWorkbook)) : root;
  return relations && std::any_of(relations->begin(), relations->end(), [&](const auto& entry) {
           const Relation& relation = entry.second;
           return relation.type == "worksheet" && relation.part.find(".xml") != std::string::npos &&
                  zip.find(relation.part) != nullptr;
         });
}

Result<XlsxPackage> open_xlsx(const ZipArchive& zip, bool head) {
  const auto root = read_relations(zip, "");
  if (!root) {
    return tl::unexpected<Error>(root.error());
  }
  const std::string name = part_of_type(*root, "officeDocument", kWorkbook);
  const auto relations = read_relations(zip, name);
  const auto workbook = relations ? read_part(zip, name) : tl::unexpected<Error>(relations.error());
  const auto styles = workbook ? read_part(zip, part_of_type(*relations, "styles", "xl/styles.xml")) : workbook;
  if (!styles) {
    return tl::unexpected<Error>(styles.error());
  }
  auto strings = read_strings(zip, part_of_type(*relations, "sharedStrings", "xl/sharedStrings.xml"), head);
  if (!strings) {
    return tl::unexpected<Error>(strings.error());
  }
  XlsxPackage package;
  package.sheets = find_sheets(zip, read_tabs(*workbook, package.date1904), *relations);
  package.styles = read_styles(*styles);
  package.strings = std::move(*strings);
  package.strings_plain = all_plain(package.strings);
  package.has_macros = any_part(zip, "vbaproject.bin");
  return package;
}

} // namespace padan::codec::workbook
