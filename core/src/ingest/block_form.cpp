#include "block_form.hpp"

#include <algorithm>
#include <array>

#include "column_probe.hpp"
#include "family_facts.hpp"
#include "header_words.hpp"

namespace padan::ingest {
namespace {

using Headers = std::vector<std::string_view>; // from the column at which families begin

const Headers kNumberFirst = {"NO",    "NIK",          "NAMA", "JK",         "TEMPAT LAHIR", "TGL LAHIR", "GOL DRH",
                              "AGAMA", "STATUS KAWIN", "SHDK", "PENDIDIKAN", "PEKERJAAN",    "NAMA IBU",  "NAMA AYAH"};
const Headers kNameFirst = {"NO",   "NAMA",  "NIK",        "TEMPAT LAHIR", "TGL LAHIR", "JK",
                            "SHDK", "AGAMA", "PENDIDIKAN", "PEKERJAAN",    "NAMA IBU",  "NAMA AYAH"};
const Headers kEktp = {"NO",        "NAMA LENGKAP", "NIK",    "TEMPAT LAHIR", "TANGGAL LAHIR", "JK",        "STAT KWN",
                       "GOL. DRH",  "SHDK",         "AGAMA",  "PENDIDIKAN",   "NO AKTA LAHIR", "PEKERJAAN", "NAMA IBU",
                       "NAMA AYAH", "WJB KTP",      "KTP-EL", "STATUS",       "STAT RKM"};

bool is_nik_header(std::string_view cell) {
  const auto meaning = header_meaning(cell);
  return meaning && meaning->field.kind == table::FieldKind::Nik;
}

// "NO.KK" in a row that heads no list of persons.
std::optional<std::uint32_t> begins_2012(const FilledCells& filled) {
  const auto is_title = [](const auto& cell) {
    return cell.second.size() <= 8 && cell.second.find(':') == std::string_view::npos && compact(cell.second) == "NOKK";
  };
  const auto title = std::find_if(filled.begin(), filled.end(), is_title);
  if (title == filled.end() ||
      std::any_of(filled.begin(), filled.end(), [](const auto& cell) { return is_nik_header(cell.second); })) {
    return std::nullopt;
  }
  return title->first;
}

// A number of 16 digits, or what is left of it beside "RT/RW", then a gap and no other number: a list of persons has more to
// say of each.
std::optional<std::uint32_t> begins_ektp(std::uint32_t width, const FilledCells& filled) {
  constexpr std::size_t kMostCells = 5;
  const std::uint32_t first = filled.front().first;
  const bool gap = first + 1 < width && (filled.size() == 1 || filled[1].first > first + 1);
  const auto has_rt_rw = [](const auto& cell) { return compact(cell.second).find("RTRW") != std::string::npos; };
  if (!gap || filled.size() > kMostCells ||
      (!looks_like_identifier(filled.front().second) && std::none_of(filled.begin() + 1, filled.end(), has_rt_rw)) ||
      std::any_of(filled.begin() + 1, filled.end(), [](const auto& cell) { return looks_like_data(cell.second); })) {
    return std::nullopt;
  }
  return first;
}

} // namespace

std::string_view layout_of(BlockForm form) {
  constexpr std::array<std::string_view, static_cast<std::size_t>(BlockForm::Count)> kLayouts = {
      "bip_2012", "bip_2016", "bip_luwu_timur", "bip_ektp"};
  return kLayouts[static_cast<std::size_t>(form)];
}

std::optional<std::uint32_t> family_begins(BlockForm form, std::uint32_t width, const FilledCells& filled) {
  if (filled.empty()) {
    return std::nullopt;
  }
  const std::uint32_t first = filled.front().first;
  switch (form) {
  case BlockForm::Bip2012:
    return begins_2012(filled);
  case BlockForm::Bip2016:
    return begins_with_card_number(filled.front().second) ? std::optional(first) : std::nullopt;
  case BlockForm::LuwuTimur: {
    const auto is_number = [](const auto& cell) { return begins_with_card_number(cell.second); };
    return std::any_of(filled.begin(), filled.end(), is_number) ? std::optional(first) : std::nullopt;
  }
  case BlockForm::Ektp:
    return begins_ektp(width, filled);
  case BlockForm::Count:
    break;
  }
  return std::nullopt;
}

std::optional<BlockShape> find_shape(const table::Grid& grid, std::uint32_t width, std::uint32_t rows) {
  std::array<std::uint32_t, static_cast<std::size_t>(BlockForm::Count)> families{};
  std::array<std::uint32_t, static_cast<std::size_t>(BlockForm::Count)> markers{};
  FilledCells filled;
  for (std::uint32_t row = 0; row < std::min(grid.rows(), rows); ++row) {
    find_filled(grid, row, width, filled);
    for (std::size_t form = 0; form < families.size(); ++form) {
      const auto marker = family_begins(static_cast<BlockForm>(form), width, filled);
      if (marker && families[form]++ == 0) {
        markers[form] = *marker;
      }
    }
  }
  const auto most = std::max_element(families.begin(), families.end());
  const auto form = static_cast<std::size_t>(most - families.begin());
  return *most == 0 ? std::nullopt : std::optional(BlockShape{static_cast<BlockForm>(form), markers[form]});
}

std::vector<std::string> usual_headers(BlockForm form, std::uint32_t marker, std::uint32_t width) {
  const Headers& usual = form == BlockForm::Ektp ? kEktp : form == BlockForm::Bip2016 ? kNameFirst : kNumberFirst;
  std::vector<std::string> headers(width);
  for (std::size_t i = 0; i < usual.size() && marker + i < width; ++i) {
    headers[marker + i] = usual[i];
  }
  return headers;
}

} // namespace padan::ingest
