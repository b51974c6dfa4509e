// Lists with known damage: every kind is named, counted, and leads to its rows.

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "padan/engine/list_profile.hpp"
#include "padan/region/region_table.hpp"
#include "sessions.hpp"

namespace {

using namespace padan;
using namespace padan::engine;
using enum RemarkCode;

struct Checked {
  Session session;
  ListProfile profile;

  [[nodiscard]] const Source& source() const { return *session.sources().front(); }
  [[nodiscard]] std::vector<std::uint32_t> lines(RemarkCode code, const std::string& header = "") const {
    std::vector<std::uint32_t> lines;
    for (const Remark& remark : profile.remarks) {
      const bool here = header.empty() ||
                        (remark.column != kWholeRow && source().recognition.columns[remark.column].header == header);
      if (remark.code == code && here) {
        for (const std::uint32_t position : remark.rows.slice(0, remark.rows.count())) {
          lines.push_back(source().grid.lines[source().recognition.data_rows[position]]);
        }
      }
    }
    return lines;
  }
  [[nodiscard]] const Remark& remark(RemarkCode code) const {
    const auto found = std::find_if(profile.remarks.begin(), profile.remarks.end(),
                                    [code](const Remark& remark) { return remark.code == code; });
    if (found == profile.remarks.end()) {
      throw std::runtime_error(std::string(to_text(code)));
    }
    return *found;
  }
};

using Lines = std::vector<std::uint32_t>;

Checked check(const std::string& csv) {
  Checked checked;
  test::add(checked.session, "daftar.csv", csv);
  checked.profile = profile_list(checked.source(), 2026);
  return checked;
}

TEST(ListProfile, NamesTheDamageOfNumbers) {
  const Checked list = check("NIK,No KK,Nama,Tanggal Lahir\n"
                             "3304010101800001,3304010101100001,SITI AMINAH,01-02-1980\n" // 2
                             "3.30401E+15,3304010101100002,BUDI SANTOSO,03-02-1980\n"
                             "330401010180002,3304010101100003,AGUS SARMIN,04-02-1980\n"
                             "KOSONG,3304010101100004,DEWI LASTRI,05-02-1980\n"
                             "1111111111111111,3304010101100005,EKO PRASETYO,06-02-1980\n"
                             "3304010101800000,3304010101100006,FITRI YANI,07-02-1980\n"
                             "3304013202800001,3304010101100007,GUNAWAN,08-02-1980\n"
                             "0904010101800001,3304010101100008,HARTONO,09-02-1980\n"
                             "3304990101800001,3304010101100009,INDAH SARI,10-02-1980\n"
                             "3304010101100010,3304010101100010,JOKO SUWARJI,11-02-1980\n");
  EXPECT_EQ(list.lines(NumberScientific), Lines{3});
  EXPECT_EQ(list.lines(NumberLength), Lines{4});
  EXPECT_EQ(list.lines(NumberPlaceholder), Lines{5});
  EXPECT_EQ(list.lines(NumberDummy), Lines{6});
  EXPECT_EQ(list.lines(NumberSerial), Lines{7});
  EXPECT_EQ(list.lines(NumberDate), Lines{8});
  EXPECT_EQ(list.lines(NumberRegion), Lines{9});
  EXPECT_EQ(list.lines(NumberPrefix), Lines{10});
  EXPECT_EQ(list.lines(NikIsKk), Lines{11});
  EXPECT_TRUE(list.lines(NumberLastDigit).empty());
}

TEST(ListProfile, NamesTheDamageOfDatesNamesAndTheRest) {
  const Checked list = check("NIK,Nama,Tanggal Lahir,L/P,RT/RW\n"
                             "3304011503800001,SITI AMINAH,15-03-1980,P,001/002\n"
                             "3304011503800002,BUDI 2,31-02-1980,X,01-Feb\n"
                             "3304011503800003,C,15-03-80,L,tidak jelas\n"
                             "3304011503800004,-,01-01-1980,L,003/001\n"
                             "3304011503800005,EKO,15-03-2031,L,#N/A\n"
                             "3304011503800006,FAJAR,1980,L,2026-02-01\n"
                             "3304010506800007,GITA,06-05-1980,P,000/000\n"
                             "3304011503800008,HADI,,L,1/1\n");
  EXPECT_EQ(list.lines(DateImpossible), Lines{3});
  EXPECT_EQ(list.lines(DateShortYear), Lines{4});
  EXPECT_EQ(list.lines(DateDefault), Lines{5});
  EXPECT_EQ(list.lines(DateFuture), Lines{6});
  EXPECT_EQ(list.lines(DatePartial), Lines{7});
  EXPECT_EQ(list.lines(DateSwapped), Lines{8}); // the NIK says 5 June
  EXPECT_EQ(list.lines(NameDigits), Lines{3});
  EXPECT_EQ(list.lines(NameLetter), Lines{4});
  EXPECT_EQ(list.lines(NamePlaceholder), Lines{5});
  EXPECT_EQ(list.lines(SexUnknown), Lines{3});
  EXPECT_EQ(list.lines(RtRwDate), (Lines{3, 7}));
  EXPECT_EQ(list.lines(RtRwUnread), Lines{4});
  EXPECT_EQ(list.lines(CellError), Lines{6});
  EXPECT_EQ(list.lines(CellMissing, "Tanggal Lahir"), Lines{9});
  EXPECT_EQ(list.lines(SexDiffers), (Lines{2, 8})); // their NIK are a man's
  EXPECT_EQ(list.lines(BirthAgrees), (Lines{2, 4}));
  EXPECT_EQ(list.lines(BirthDiffers), (Lines{5, 8}));
}

TEST(ListProfile, FindsRowsThatStandTwice) {
  const Checked list = check("NIK,No KK,Nama,Tanggal Lahir\n"
                             "3304011503800001,,SITI AMINAH,15-03-1980\n"
                             "3304011503800001,,SITI AMINAH,15-03-1980\n" // the same person again
                             "3304011603800002,,BUDI SANTOSO,16-03-1980\n"
                             "3304011603800002,,DEWI LASTRI,17-03-1981\n" // somebody else's number
                             "3304011603800002,,KARTONO,18-03-1982\n"
                             "3304011903800003,,EKO PRASETYO,19-03-1980\n"
                             ",,Eko Prasetyo,19-03-1980\n"
                             "3304012003800004,,HJ. FITRI YANI,20-03-1980\n");
  EXPECT_EQ(list.lines(SameNik), (Lines{2, 3}));
  EXPECT_EQ(list.remark(SameNik).groups, 1U);
  EXPECT_EQ(list.lines(NikShared), (Lines{4, 5, 6}));
  EXPECT_EQ(list.remark(NikShared).largest, 3U);
  EXPECT_EQ(list.lines(SamePerson), (Lines{7, 8}));
}

TEST(ListProfile, SaysWhatCanBeMatched) {
  const Checked list = check("NIK,No KK,Nama,Tanggal Lahir,Desa\n"
                             "3304011503800001,,SITI AMINAH,15-03-1980,SUKA\n"
                             "330401150380002,,BUDI SANTOSO,,\n"
                             ",,DEWI LASTRI,15-03-1981,SUKA\n"
                             ",3304011503100005,EKO PRASETYO,,\n"
                             ",,FITRI YANI,15-03-1981,\n"
                             ",,,15-03-1981,SUKA\n");
  EXPECT_EQ(list.lines(ByNik), Lines{2});
  EXPECT_EQ(list.lines(ByDamagedNik), Lines{3});
  EXPECT_EQ(list.lines(ByBirth), Lines{4});
  EXPECT_EQ(list.lines(ByCard), Lines{5});
  EXPECT_EQ(list.lines(Thin), Lines{6});
  EXPECT_EQ(list.lines(Nameless), Lines{7});
  EXPECT_EQ(list.profile.matchable(), 4U);
}

std::string with_codes(const std::vector<std::pair<std::string, std::string>>& places) {
  std::string csv = "Nama,NIK,Kode Desa,Nama Desa,Nama Kecamatan,Nama Kabupaten\n";
  for (std::uint32_t i = 0; i < 30; ++i) {
    const auto& [code, village] = places[i % places.size()];
    csv += "WARGA " + std::string(1, static_cast<char>('A' + i % 26)) + "AN,33040115038000" + std::to_string(10 + i) +
           "," + code + "," + village + ",SUSUKAN,BANJARNEGARA\n";
  }
  return csv;
}

TEST(ListProfile, TellsKemendagriFromBps) {
  const auto official = [](const char* village) {
    return std::to_string(region::RegionTable::builtin().find_village(village, "SUSUKAN", "BANJARNEGARA").value());
  };
  const Checked kemendagri =
      check(with_codes({{official("GUMELEM WETAN"), "GUMELEM WETAN"}, {official("GUMELEM KULON"), "GUMELEM KULON"}}));
  ASSERT_EQ(kemendagri.profile.codes.size(), 1U);
  EXPECT_EQ(kemendagri.profile.codes[0].system, CodeSystem::Kemendagri);
  EXPECT_TRUE(kemendagri.profile.codes[0].sure);
  EXPECT_EQ(kemendagri.profile.codes[0].rows, 30U);
  EXPECT_EQ(kemendagri.profile.home.code, 3304U);
  EXPECT_EQ(kemendagri.profile.home.from, Home::From::Names);
  const Checked bps = check(with_codes({{"3304010001", "GUMELEM WETAN"}, {"3304010002", "GUMELEM KULON"}}));
  ASSERT_EQ(bps.profile.codes.size(), 1U);
  EXPECT_EQ(bps.profile.codes[0].system, CodeSystem::Bps);
  EXPECT_TRUE(bps.profile.codes[0].sure);
  EXPECT_EQ(bps.profile.codes[0].for_bps, 30U);
}

TEST(ListProfile, ListsPlacesThatNobodyKnows) {
  const Checked list =
      check(with_codes({{"1", "GUMELEM WETAN"}, {"2", "NEGERI DONGENG"}, {"3", "DESA GUMELEM KULON"}}));
  const auto villages =
      std::find_if(list.profile.names.begin(), list.profile.names.end(), [&](const NameEvidence& names) {
        return list.source().recognition.columns[names.column].field.kind == table::FieldKind::Village;
      });
  ASSERT_NE(villages, list.profile.names.end());
  EXPECT_EQ(villages->rows, 30U);
  EXPECT_EQ(villages->found, 20U);
  ASSERT_EQ(villages->unknown.size(), 1U);
  EXPECT_EQ(villages->unknown[0].text, "NEGERI DONGENG");
  EXPECT_EQ(villages->unknown[0].rows, 10U);
}

TEST(ListProfile, CountsBirthsByDecade) {
  const Checked list = check("NIK,Nama,Tanggal Lahir\n,SITI,15-03-1979\n,BUDI,15-03-1980\n,DEWI,1989\n,EKO,\n");
  std::vector<std::pair<std::uint32_t, std::uint32_t>> decades;
  for (const Remark& remark : list.profile.remarks) {
    if (remark.code == BornIn) {
      decades.emplace_back(remark.value, remark.rows.count());
    }
  }
  EXPECT_EQ(decades, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1970, 1}, {1980, 2}}));
}

TEST(RowSet, SlicesInOrder) {
  RowSet rows(300);
  for (const std::uint32_t position : {0U, 63U, 64U, 200U, 299U, 200U}) {
    rows.add(position);
  }
  EXPECT_EQ(rows.count(), 5U);
  EXPECT_EQ(rows.slice(0, 9), (Lines{0, 63, 64, 200, 299}));
  EXPECT_EQ(rows.slice(1, 3), (Lines{63, 64}));
  EXPECT_TRUE(rows.slice(5, 9).empty());
}

} // namespace
