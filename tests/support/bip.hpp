#pragma once
// Made-up families, and a registry office that writes them as a Buku Induk Penduduk (BIP) in each of its four forms.

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "padan/base/rng.hpp"
#include "padan/table/grid.hpp"

namespace padan::support {

struct BipMember {
  std::string nik, name, place, birth, sex, relation, job, mother, father;
};

struct BipFamily {
  std::string kk, street, hamlet, rt, rw;
  std::vector<BipMember> members;
};

inline std::string padded(std::uint32_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Nobody lives in province 88.
inline std::string bip_number(base::Rng& rng) {
  return "880101" + padded(1 + rng.below(28), 2) + padded(1 + rng.below(12), 2) + padded(rng.below(100), 2) +
         padded(1 + rng.below(9999), 4);
}

inline std::vector<BipFamily> random_families(base::Rng& rng) {
  constexpr const char* kGiven[] = {"SITI", "BUDI", "AGUS", "DEWI", "ROHMAN", "TUTI", "EKO", "WAYAN"};
  constexpr const char* kLast[] = {"AMINAH", "SANTOSO", "LESTARI", "HIDAYAT", "PRATAMA", "SARI"};
  constexpr const char* kSexes[] = {"L", "P", "Lk", "Pr", "Laki-laki", "Perempuan"};
  constexpr const char* kJobs[] = {"BELUM/TIDAK BEKERJA", "PETANI/PEKEBUN", "MENGURUS RUMAH TANGGA",
                                   "BURUH HARIAN LEPAS"};
  const auto name = [&] {
    return std::string(kGiven[rng.below(std::size(kGiven))]) + " " + kLast[rng.below(std::size(kLast))];
  };
  std::vector<BipFamily> families(2 + rng.below(10));
  for (BipFamily& family : families) {
    family = {bip_number(rng),
              rng.chance(0.5) ? "JL MAWAR" : "",
              rng.chance(0.8) ? "KRAJAN" : "-",
              rng.chance(0.9) ? "00" + std::to_string(1 + rng.below(9)) : "-",
              rng.chance(0.9) ? "00" + std::to_string(1 + rng.below(9)) : "-",
              {}};
    const bool empty = &family != &families.front() && rng.chance(0.1);
    family.members.resize(empty ? 0 : 1 + rng.below(5));
    for (BipMember& member : family.members) {
      const bool head = &member == &family.members.front();
      member = {bip_number(rng),
                name(),
                "SUKAMAJU",
                padded(1 + rng.below(28), 2) + "-" + padded(1 + rng.below(12), 2) + "-" +
                    std::to_string(1940 + rng.below(80)),
                kSexes[rng.below(std::size(kSexes))],
                head ? "KEPALA KELUARGA" : "ANAK",
                kJobs[rng.below(std::size(kJobs))],
                name(),
                name()};
      if (rng.chance(0.15)) {
        member.nik = rng.chance(0.5) ? "-" : member.nik.substr(0, 12);
      }
    }
  }
  return families;
}

/// Writes sheets row by row.
class BipWriter {
public:
  enum Form { Bip2012, Bip2016, LuwuTimur, Ektp };
  using Row = std::vector<std::string>;

  BipWriter(Form form, base::Rng& rng)
      : form_(form), rng_(rng), shift_(rng.below(3)), headers_(rng.chance(0.8)), quotes_(rng.chance(0.3)) {}

  std::vector<table::Grid> write(const std::vector<BipFamily>& families) {
    begin_page();
    const std::size_t middle = families.size() / 2;
    for (std::size_t i = 0; i < families.size(); ++i) {
      write_head(families[i]);
      std::uint32_t number = 0;
      const bool turns = i + 1 == middle && families.size() > 6; // some families lie on two sheets
      for (const BipMember& member : families[i].members) {
        if (turns && number == 1) {
          end_sheet();
        } else if (rng_.chance(0.1)) { // or on two pages
          add({"Halaman 1 dari 9"});
          begin_page();
        }
        write_member(member, ++number);
      }
      if (rng_.chance(0.2)) {
        add({});
      }
    }
    add({"Keterangan:"});
    add({"- data per semester"});
    end_sheet();
    return std::move(sheets_);
  }

private:
  void add(Row cells) {
    cells.insert(cells.begin(), shift_, "");
    rows_.push_back(std::move(cells));
  }
  void end_sheet() {
    table::Grid grid;
    grid.sheet = "Sheet" + std::to_string(sheets_.size() + 1);
    grid.columns.resize(30);
    for (const Row& row : rows_) {
      for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        grid.columns[c].push_back(c < row.size() ? row[c] : "");
      }
      grid.lines.push_back(grid.rows() + 1);
    }
    sheets_.push_back(std::move(grid));
    rows_.clear();
    begin_page();
  }
  std::string number(const std::string& digits) const { return (quotes_ ? "'" : "") + digits; }

  void begin_page() {
    add({"BUKU INDUK PENDUDUK WNI"});
    add({"DESA : SUKAMAJU"});
    if (headers_ && (form_ == Bip2016 || form_ == Ektp || !rows_.empty())) {
      write_header();
    }
  }

  void write_header() {
    Row header;
    switch (form_) {
    case Bip2012:
    case LuwuTimur:
      header = {"",      "NO",     "NIK",     "NAMA",       "JK",        "TMPT LHR", "TGL LHR",  "G.DRH",
                "AGAMA", "STATUS", "HUB.KEL", "PENDIDIKAN", "PEKERJAAN", "NAMA IBU", "NAMA AYAH"};
      break;
    case Bip2016:
      header = {"NO",   "NAMA",  "NIK",        "TEMPAT LAHIR", "TGL LAHIR", "JK",
                "SHDK", "AGAMA", "PENDIDIKAN", "PEKERJAAN",    "NAMA IBU",  "NAMA AYAH"};
      break;
    case Ektp:
      header = {"NO",
                "Nama Lengkap",
                "NIK",
                "Tempat Lahir",
                "Tanggal Lahir",
                "JK",
                "Stat Kwn",
                "Gol. Drh",
                "SHDK",
                "Agama",
                "Pendidikan Terakhir",
                "No Akta Lahir",
                "Pekerjaan",
                "Nama Ibu",
                "Nama Ayah",
                "Wjb KTP",
                "KTP-eL",
                "Status",
                "Stat Rkm"};
      break;
    }
    add(header);
    if (rng_.chance(0.5)) {
      std::uint32_t n = 0;
      for (std::string& cell : header) {
        cell = cell.empty() ? "" : std::to_string(++n);
      }
      add(header);
    }
  }

  void write_head(const BipFamily& family) {
    const std::string place = family.rt + "/" + family.rw;
    const std::string street = family.street.empty() ? "" : family.street + ", ";
    switch (form_) {
    case Bip2012:
      add({"", "NO.KK", "", "", "", "", "ALAMAT"});
      add({"", number(family.kk), "", "", "", "",
           street + "DUSUN " + family.hamlet + ", RT:" + family.rt + ", RW:" + family.rw + ", Kodepos:88123,-"});
      break;
    case Bip2016:
      add({"No. KK : " + number(family.kk), "",
           "Alamat : " + street + "Nama Dusun : " + family.hamlet + ", RT/RW : " + place});
      return;
    case LuwuTimur:
      add({"", "BUKU INDUK KEPENDUDUKAN KABUPATEN CONTOH (DAFTAR  KELUARGA)"});
      add({});
      add({"", "PROVINSI :", "CONTOH RAYA", "", "", "", "", "", "", "", "NO. KK :", number(family.kk)});
      add({"", "KABUPATEN :", "CONTOH", "", "", "", "", "", "", "", "NAMA. KK :", "SITI AMINAH"});
      add({"", "KECAMATAN :", "SUKASARI", "", "", "", "", "", "", "",
           "ALAMAT :", street + "DSN. " + family.hamlet + ",Kodepos :88123,Telp :,-"});
      add({"", "DESA :", "SUKAMAJU", "", "", "", "", "", "", "", "NO.RT/RW :", place});
      add({});
      break;
    case Ektp:
      add({number(family.kk), "", "SITI AMINAH", "", "", "", "", "", "", "", "",
           street + "DESA SUKAMAJU RT/RW : " + place + " DUSUN : " + family.hamlet});
      return;
    }
    if (headers_) {
      write_header();
    }
  }

  void write_member(const BipMember& m, std::uint32_t n) {
    const std::string no = std::to_string(n);
    const std::string nik = m.nik == "-" ? m.nik : number(m.nik);
    switch (form_) {
    case Bip2012:
    case LuwuTimur:
      write_cells({"", no, nik, m.name, m.sex, m.place, m.birth, "-", "ISLAM", "KAWIN", m.relation, "SLTA", m.job,
                   m.mother, m.father});
      break;
    case Bip2016:
      write_cells({no, m.name, nik, m.place, m.birth, m.sex, m.relation, "ISLAM", "SLTA", m.job, m.mother, m.father});
      break;
    case Ektp:
      write_cells({no, m.name, nik, m.place, m.birth, m.sex, "K", "-", m.relation, "ISLAM", "SLTA", "-", m.job,
                   m.mother, m.father, "WAJIB", "KTP-eL", "SDH DPT", "CARD SHIPPED"});
      break;
    }
  }

  // Long cells go on in the row below.
  void write_cells(Row cells) {
    Row below(cells.size());
    bool wrapped = false;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::size_t blank = cells[c].rfind(' ');
      if (blank != std::string::npos && rng_.chance(0.05)) {
        below[c] = cells[c].substr(blank + 1);
        cells[c].resize(blank);
        wrapped = true;
      }
    }
    add(std::move(cells));
    if (wrapped) {
      add(std::move(below));
    }
  }

  Form form_;
  base::Rng& rng_;
  std::size_t shift_;
  bool headers_;
  bool quotes_;
  std::vector<Row> rows_;
  std::vector<table::Grid> sheets_;
};

} // namespace padan::support
