// A worksheet goes out, is mishandled in every way that a village knows, and comes back.
#include <functional>

#include <gtest/gtest.h>

#include "padan/codec/decisions.hpp"
#include "padan/codec/fieldwork.hpp"
#include "padan/codec/returns_report.hpp"
#include "padan/codec/workbook_lock.hpp"
#include "padan/codec/workbook_writer.hpp"
#include "padan/codec/worksheet.hpp"
#include "support/session_run.hpp"

namespace padan::test {
namespace {

using act::VisitResult;
using support::SessionRun;
using Table = std::vector<std::vector<std::string>>;

constexpr const char* kToday = "2026-11-29";

// Six people of Sukamaju, one of Wanasari; two lists that do not agree.
const std::vector<support::CsvList>& lists() {
  static const std::vector<support::CsvList> kLists = {
      {"dtks", "nik,kk,name,birth_date,sex,rt,rw,village,district,region_code,decile\n"
               "3304011203700001,3304010101100001,SITI AMINAH,1970-03-12,P,2,1,Sukamaju,Mandala,3304012001,1\n"
               "3304010506800002,3304010101100001,BUDI SANTOSO,1980-06-05,L,2,1,Sukamaju,Mandala,3304012001,1\n"
               "3304011707900003,3304010101100002,RINA WATI,1990-07-17,P,1,1,Sukamaju,Mandala,3304012001,2\n"
               "33040102126500,3304010101100003,AGUS SARMIN,1965-12-02,L,1,2,Sukamaju,Mandala,3304012001,1\n"
               ",3304010101100004,TUTI LESTARI,1955-05-05,P,3,2,Sukamaju,Mandala,3304012001,1\n"
               "3304010909990006,3304010101100005,DEDI KURNIA,1999-09-09,L,1,1,Wanasari,Mandala,3304012002,3\n"},
      {"pbi",
       "nik,name,birth_date,sex,village,district,region_code\n"
       "3304011203700001,SITI AMINAH,1970-03-12,P,Sukamaju,Mandala,3304012001\n"
       "3304010506800002,BUDI SANTOSA,1980-06-05,L,Sukamaju,Mandala,3304012001\n",
       "recipients"}};
  return kLists;
}

// One village's worksheet as a table of texts, its header first, and everything needed to take it back.
class Office {
public:
  Office() : roster_(act::make_roster(*run().results, false)) {
    work.project = "0123456789abcdef";
    send(act::Scope::All);
  }

  void send(act::Scope scope) {
    work.batches.push_back(act::plan_batch(*roster_, {.number = work.next_number(), .scope = scope}));
    work.batches.back().made = "2026-11-27";
    work.batches.back().deadline = "2026-11-28";
  }

  [[nodiscard]] std::string workbook(std::uint32_t village = 0, std::size_t batch = 0, bool english = false) const {
    const act::Batch& out = work.batches[batch];
    const act::RosterVillage* found = nullptr;
    for (const act::RosterVillage& one : roster_->villages()) {
      found = one.key == out.villages[village].key ? &one : found;
    }
    codec::WorksheetFacts facts;
    facts.project = work.project;
    facts.batch = &out;
    facts.village = village;
    facts.lists = {{"dtks", "2026-11-01"}, {"pbi", ""}};
    facts.language = english ? codec::ProfileLanguage::English : codec::ProfileLanguage::Indonesian;
    return codec::write_worksheet(facts, act::sheet_rows(*roster_, *found, out.scope)).value();
  }

  static std::vector<table::Grid> sheets(const std::string& bytes, const std::string& password = {}) {
    codec::FileReader reader("lembar.xlsx");
    reader.feed(bytes);
    const std::vector<std::string> passwords{password};
    return std::move(reader.finish(passwords)->grids);
  }

  // Header and rows of the list, titles left away.
  [[nodiscard]] Table table(std::uint32_t village = 0, std::size_t batch = 0) const {
    const std::vector<table::Grid> all = sheets(workbook(village, batch));
    Table out;
    for (std::uint32_t row = 0; row < all[0].rows(); ++row) {
      if (out.empty() && all[0].cell(row, 0) != "Kode baris") {
        continue;
      }
      std::vector<std::string>& cells = out.emplace_back();
      for (std::uint32_t column = 0; column < all[0].width(); ++column) {
        cells.emplace_back(all[0].cell(row, column));
      }
    }
    return out;
  }

  static std::string csv(const Table& table, char separator = ',') {
    std::string out;
    for (const auto& row : table) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        out.append(i == 0 ? "" : std::string(1, separator)).append("\"").append(row[i]).append("\"");
      }
      out += "\r\n";
    }
    return out;
  }

  act::Return read(const std::string& bytes, const std::string& name = "kembali.csv",
                   const std::string& password = {}) const {
    codec::FileReader reader(name);
    reader.feed(bytes);
    const std::vector<std::string> passwords{password};
    return codec::read_returns(name, reader.finish(password.empty() ? std::vector<std::string>() : passwords), kToday)
        .front();
  }

  // Weighs, takes what stands alone, and says what came of it in one line.
  std::string take(std::vector<act::Return> returns) {
    intake = act::weigh_returns(work, returns, log.events(), run().results.get());
    std::string said;
    for (const act::Verdict& verdict : intake.verdicts) {
      said += (said.empty() ? "" : " ") + std::to_string(verdict.place.row + 1) + ":" +
              std::string(to_text(verdict.row.result));
      for (review::Event event : verdict.events) {
        said += "[" + std::string(to_text(event.kind)) + (event.value.empty() ? "" : " " + event.value) + "]";
        event.at = "2026-11-29T00:00:00Z";
        log.append(event);
      }
      act::note(work, verdict.place, verdict.row, kToday);
    }
    act::remember_files(work, intake);
    for (const act::Conflict& conflict : intake.conflicts) {
      said += " !" + std::to_string(conflict.place.row + 1) + ":" + std::to_string(conflict.sides.size()) +
              (conflict.stored == VisitResult::None ? "" : "+stored") + (conflict.decisions.empty() ? "" : "+decision");
    }
    for (const act::ProposalFrom& from : intake.proposals) {
      said += " +" + from.proposal.name;
    }
    for (const act::VillageRemarks& file : intake.files) {
      for (const act::Remark& remark : file.remarks) {
        said += " (" + std::string(to_text(remark.trouble)) +
                (remark.rows == 1 ? "" : " " + std::to_string(remark.rows)) + ")";
        EXPECT_GT(codec::trouble_sentence(remark, codec::ProfileLanguage::Indonesian).size(), 10U);
        EXPECT_GT(codec::trouble_sentence(remark, codec::ProfileLanguage::English).size(), 10U);
        EXPECT_EQ(codec::trouble_sentence(remark, codec::ProfileLanguage::Indonesian).find('{'), std::string::npos);
      }
    }
    return said;
  }

  act::Fieldwork work;
  codec::DecisionLog log;
  act::Intake intake;

private:
  // One run for all cases: it is only looked at.
  static const SessionRun& run() {
    static const SessionRun kRun(lists());
    return kRun;
  }

  std::unique_ptr<act::Roster> roster_;
};

std::size_t column(const Table& table, std::string_view header) {
  for (std::size_t i = 0; i < table[0].size(); ++i) {
    if (table[0][i] == header) {
      return i;
    }
  }
  ADD_FAILURE() << header;
  return 0;
}

void put(Table& table, std::size_t row, std::string_view header, const std::string& text) {
  table[row][column(table, header)] = text;
}

// All five rows of Sukamaju answered well: where the cases start from.
Table answered(const Office& office) {
  Table table = office.table();
  for (std::size_t row = 1; row < table.size(); ++row) {
    put(table, row, "HASIL", "1 Layak");
    put(table, row, "Tanggal kunjungan", "2026-11-28");
  }
  put(table, 1, "Petugas", "Ibu Ratna");
  return table;
}

TEST(Worksheet, WalksByRwAndRtWithReasonsInWords) {
  const Office office;
  const Table table = office.table();
  std::string seen;
  for (std::size_t row = 1; row < table.size(); ++row) {
    seen += table[row][column(table, "RW")] + "/" + table[row][column(table, "RT")] + " " +
            table[row][column(table, "Nama")] + ": " + table[row][column(table, "Alasan diperiksa")] + "\n";
  }
  EXPECT_NE(seen.find("001/001 RINA WATI"), std::string::npos) << seen;
  EXPECT_LT(seen.find("RINA WATI"), seen.find("SITI AMINAH")) << seen;
  EXPECT_LT(seen.find("SITI AMINAH"), seen.find("AGUS SARMIN")) << seen;
  EXPECT_LT(seen.find("AGUS SARMIN"), seen.find("TUTI LESTARI")) << seen;
  EXPECT_NE(seen.find("NIK kosong"), std::string::npos) << seen;
  EXPECT_NE(seen.find("nama lain di pbi: BUDI SANTOSA"), std::string::npos) << seen;
}

TEST(Worksheet, CheckHoldsOnlyThoseWithAReason) {
  Office office;
  office.send(act::Scope::Check);
  std::size_t all = 0;
  std::size_t check = 0;
  for (const act::BatchVillage& village : office.work.batches[0].villages) {
    all += village.rows.size();
  }
  for (const act::BatchVillage& village : office.work.batches[1].villages) {
    check += village.rows.size();
  }
  EXPECT_EQ(all, 6U);
  EXPECT_GT(check, 0U);
  EXPECT_LT(check, all);
}

TEST(Worksheet, IsReadBackInBothLanguages) {
  Office office;
  for (const bool english : {false, true}) {
    const act::Return back =
        act::read_return("lembar.xlsx", "sha", Office::sheets(office.workbook(0, 0, english)), kToday);
    EXPECT_EQ(back.rows.size(), 5U);
    EXPECT_EQ(back.manifest_project, office.work.project);
    EXPECT_EQ(back.village_key, "3304012001");
    EXPECT_EQ(back.batch, 1U);
    ASSERT_EQ(back.remarks.size(), 1U);
    EXPECT_EQ(back.remarks[0].trouble, act::Trouble::NotFilledIn);
  }
}

TEST(Worksheet, OpensOnlyWithItsPassword) {
  const Office office;
  codec::WorkbookLock lock("Rahasia désa", std::string(64, 'r'));
  const std::string clear = office.workbook();
  const std::string locked = lock.lock(clear).value();
  EXPECT_NE(locked, lock.lock(clear).value()); // another key each time
  EXPECT_EQ(Office::sheets(locked, "Rahasia désa").size(), Office::sheets(clear).size());
  codec::FileReader reader("lembar.xlsx");
  reader.feed(locked);
  const std::vector<std::string> wrong{"rahasia desa"};
  EXPECT_EQ(reader.finish(wrong).error().code, ErrorCode::FilePassword);
}

struct Case {
  const char* what;
  std::function<std::string(Office&)> bring;
  const char* comes;
};

std::string changed(Office& office, const std::function<void(Table&)>& change) {
  Table table = answered(office);
  change(table);
  return office.take({office.read(Office::csv(table))});
}

constexpr const char* kAllEligible =
    "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
    "5:eligible[status alive]";

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"filled in as it should be", [](Office& o) { return changed(o, [](Table&) {}); }, kAllEligible},
      {"sorted by name",
       [](Office& o) {
         return changed(
             o, [](Table& t) { std::sort(t.begin() + 1, t.end(), [](auto& a, auto& b) { return a[6] < b[6]; }); });
       },
       kAllEligible},
      {"columns turned round",
       [](Office& o) {
         return changed(o, [](Table& t) {
           for (auto& row : t) {
             std::reverse(row.begin(), row.end());
           }
         });
       },
       kAllEligible},
      {"columns deleted but code and result",
       [](Office& o) {
         return changed(o, [](Table& t) {
           const std::size_t result = column(t, "HASIL");
           const std::size_t name = column(t, "Nama");
           for (auto& row : t) {
             row = {row[0], row[name], row[result]};
           }
         });
       },
       kAllEligible},
      {"header of the code column renamed", [](Office& o) { return changed(o, [](Table& t) { t[0][0] = "Kolom1"; }); },
       kAllEligible},
      {"titles pasted above",
       [](Office& o) {
         return changed(o, [](Table& t) { t.insert(t.begin(), {{"LAPORAN DESA", "", ""}, {"tahun 2026", "", ""}}); });
       },
       kAllEligible},
      {"semicolons of an Indonesian Excel", [](Office& o) { return o.take({o.read(Office::csv(answered(o), ';'))}); },
       kAllEligible},
      {"words instead of codes",
       [](Office& o) {
         return changed(o, [](Table& t) {
           const char* words[] = {"layak", "MD", "tidak ditemukan", "wafat", "pindah"};
           for (std::size_t row = 1; row < t.size(); ++row) {
             put(t, row, "HASIL", words[row - 1]);
           }
         });
       },
       "1:eligible[status alive] 2:dead[status dead] 3:not_found[exclude] 4:dead[status dead] 5:moved[status moved]"},
      {"half filled",
       [](Office& o) {
         return changed(o, [](Table& t) {
           for (std::size_t row : {4U, 5U}) {
             put(t, row, "HASIL", "");
             put(t, row, "Tanggal kunjungan", "");
           }
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] (not_filled_in 2)"},
      {"not visited yet",
       [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "HASIL", "11 Belum dikunjungi"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "(not_filled_in)"},
      {"rows deleted", [](Office& o) { return changed(o, [](Table& t) { t.resize(4); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] (rows_missing 2)"},
      {"one code mistyped",
       [](Office& o) { return changed(o, [](Table& t) { t[5][0].back() = t[5][0].back() == 'A' ? 'B' : 'A'; }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "(broken_code)"},
      {"codes in small letters without dashes",
       [](Office& o) {
         return changed(o, [](Table& t) {
           for (std::size_t row = 1; row < t.size(); ++row) {
             std::erase(t[row][0], '-');
             for (char& c : t[row][0]) {
               c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
             }
             t[row][column(t, "Sidik baris")].clear();
           }
         });
       },
       kAllEligible},
      {"two answers in one cell", [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "HASIL", "3 / 4"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "(two_answers)"},
      {"an answer nobody knows",
       [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "HASIL", "tanya pak RT"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "(unknown_answer)"},
      {"a visit that is still to come",
       [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "Tanggal kunjungan", "30/11/2026"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "(future_visit)"},
      {"a date that is none",
       [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "Tanggal kunjungan", "kemarin"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] (bad_visit_date)"},
      {"a date but no result", [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "HASIL", ""); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "(no_answer) "
       "(not_filled_in)"},
      {"a NIK put right",
       [](Office& o) {
         return changed(o, [](Table& t) {
           put(t, 5, "HASIL", "8");
           put(t, 5, "Perbaikan NIK", "'3304014505550001");
           put(t, 5, "Dokumen dilihat", "KTP");
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:correction[status alive][value 3304014505550001]"},
      {"a NIK of fifteen digits",
       [](Office& o) {
         return changed(o, [](Table& t) {
           put(t, 5, "HASIL", "8");
           put(t, 5, "Perbaikan NIK", "330401450555001");
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:correction[status alive] (bad_nik) (nothing_corrected)"},
      {"a name put right without a document",
       [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "Perbaikan nama", "TUTIK LESTARI"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive][value TUTIK LESTARI] (no_document_seen)"},
      {"printed cells overwritten",
       [](Office& o) { return changed(o, [](Table& t) { put(t, 5, "Nama", "ORANG LAIN"); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] (identity_changed)"},
      {"ticks for the sick and the disabled",
       [](Office& o) {
         return changed(o, [](Table& t) {
           put(t, 5, "Sakit menahun", "v");
           put(t, 5, "Disabilitas", "ya");
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive][value ya][value ya]"},
      {"a double with its row code",
       [](Office& o) {
         return changed(o, [](Table& t) {
           put(t, 5, "HASIL", "ganda");
           put(t, 5, "Ganda dengan kode baris", t[1][0]);
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:duplicate[same]"},
      {"a double of nobody who went out",
       [](Office& o) {
         return changed(o, [](Table& t) {
           put(t, 5, "HASIL", "ganda");
           put(t, 5, "Ganda dengan kode baris", act::to_text({1, 1, 0, 0}));
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:duplicate[exclude] (unknown_twin)"},
      {"a row copied twice", [](Office& o) { return changed(o, [](Table& t) { t.push_back(t[1]); }); },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] (row_twice)"},
      {"a row twice with two answers",
       [](Office& o) {
         return changed(o, [](Table& t) {
           t.push_back(t[5]);
           put(t, 6, "HASIL", "3");
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] !5:2 "
       "(conflict 2)"},
      {"the same file twice",
       [](Office& o) {
         const std::string bytes = Office::csv(answered(o));
         o.take({o.read(bytes)});
         const std::size_t events = o.log.events().events().size();
         const std::string said = o.take({o.read(bytes)});
         EXPECT_EQ(o.log.events().events().size(), events);
         return said;
       },
       "1:eligible 2:eligible 3:eligible 4:eligible 5:eligible (same_file 0)"},
      {"two people, one answer",
       [](Office& o) {
         Table second = answered(o);
         put(second, 1, "Petugas", "Pak Karta");
         return o.take({o.read(Office::csv(answered(o)), "a.csv"), o.read(Office::csv(second), "b.csv")});
       },
       kAllEligible},
      {"two people who disagree",
       [](Office& o) {
         Table second = answered(o);
         put(second, 2, "HASIL", "meninggal");
         return o.take({o.read(Office::csv(answered(o)), "a.csv"), o.read(Office::csv(second), "b.csv")});
       },
       "1:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] 5:eligible[status alive] !2:2 "
       "(conflict) (conflict)"},
      {"another answer a day later",
       [](Office& o) {
         o.take({o.read(Office::csv(answered(o)))});
         return changed(o, [](Table& t) { put(t, 2, "HASIL", "3"); });
       },
       "1:eligible 3:eligible 4:eligible 5:eligible !2:1+stored+decision (conflict)"},
      {"blank after an answer",
       [](Office& o) {
         o.take({o.read(Office::csv(answered(o)))});
         const std::string said = changed(o, [](Table& t) {
           for (std::size_t row = 1; row < t.size(); ++row) {
             put(t, row, "HASIL", "");
             put(t, row, "Tanggal kunjungan", "");
           }
         });
         EXPECT_EQ(act::coverage_of(o.work.batches[0], kToday).answered, 5U);
         return said;
       },
       " (not_filled_in 5)"},
      {"an old batch",
       [](Office& o) {
         o.send(act::Scope::All);
         return changed(o, [](Table&) {});
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] (old_batch)"},
      {"a batch that is not known here",
       [](Office& o) {
         const std::string bytes = Office::csv(answered(o));
         o.work.batches[0].number = 2;
         return o.take({o.read(bytes)});
       },
       " (other_batch 5)"},
      {"another project",
       [](Office& o) {
         const std::string bytes = Office::csv(answered(o));
         o.work.project = "fedcba9876543210";
         return o.take({o.read(bytes)});
       },
       " (other_project 5)"},
      {"a worksheet that is not ours at all", [](Office& o) { return o.take({o.read("NIK,Nama\n1,A\n2,B\n")}); },
       " (no_table)"},
      {"a file that is no table", [](Office& o) { return o.take({o.read("\x89PNG\r\n\x1a\n0000")}); },
       " (file_refused)"},
      {"an empty file", [](Office& o) { return o.take({o.read("")}); }, " (file_refused)"},
      {"new people below the list",
       [](Office& o) {
         return changed(o, [](Table& t) {
           t.emplace_back(t[0].size());
           put(t, 6, "Nama", "WATI BARU");
           put(t, 6, "NIK", "3304014101010009");
           put(t, 6, "HASIL", "10");
           t.emplace_back(t[0].size());
           put(t, 7, "Nama", "TANPA APA-APA");
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] +WATI BARU (added_as_proposal) (no_code)"},
      {"ten thousand added rows",
       [](Office& o) {
         return changed(o, [](Table& t) {
           for (int i = 0; i < 10'000; ++i) {
             t.emplace_back(t[0].size());
             put(t, t.size() - 1, "Nama", "ORANG " + std::to_string(i));
           }
         });
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] (too_many_rows 10000)"},
      {"rows of two villages in one file",
       [](Office& o) {
         Table table = answered(o);
         Table other = o.table(1);
         put(other, 1, "HASIL", "2");
         table.insert(table.end(), other.begin() + 1, other.end());
         return o.take({o.read(Office::csv(table))});
       },
       "1:eligible[status alive] 2:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] "
       "5:eligible[status alive] 1:ineligible[status alive]"},
      {"a decision that stands against it",
       [](Office& o) {
         review::Event event;
         event.at = "2026-11-20T00:00:00Z";
         event.by = "Disdukcapil";
         event.kind = review::EventKind::Status;
         event.left = o.work.batches[0].villages[0].rows[1];
         event.value = "dead";
         o.log.append(event);
         return changed(o, [](Table&) {});
       },
       "1:eligible[status alive] 3:eligible[status alive] 4:eligible[status alive] 5:eligible[status alive] "
       "!2:1+decision (conflict)"},
  };
  return kCases;
}

TEST(Returns, GoldenCases) {
  EXPECT_GE(cases().size(), 30U);
  for (const Case& one : cases()) {
    Office office;
    EXPECT_EQ(one.bring(office), one.comes) << one.what;
  }
}

TEST(Returns, CoverageForecastsFromThePace) {
  Office office;
  changed(office, [](Table& t) {
    for (std::size_t row : {3U, 4U, 5U}) {
      put(t, row, "HASIL", "");
      put(t, row, "Tanggal kunjungan", "");
    }
  });
  const act::Coverage now = act::coverage_of(office.work.batches[0], kToday);
  EXPECT_EQ(now.rows, 6U);
  EXPECT_EQ(now.answered, 2U);
  EXPECT_EQ(now.villages, 2U);
  EXPECT_EQ(now.done, 0U);
  EXPECT_EQ(now.started, 1U);
  EXPECT_EQ(now.days, 3U);
  EXPECT_EQ(now.forecast, "2026-12-05"); // four rows at two thirds of a row a day
  EXPECT_TRUE(now.of_village[0].late);
  EXPECT_FALSE(act::coverage_of(office.work.batches[0], "2026-11-28").of_village[0].late);
}

TEST(Returns, FieldworkComesBackFromAProject) {
  Office office;
  changed(office, [](Table&) {});
  const std::string project = codec::with_fieldwork(R"({"version":1,"mine":true})", office.work);
  EXPECT_NE(project.find("\"mine\":true"), std::string::npos);
  EXPECT_EQ(project.find("SITI"), std::string::npos);
  const act::Fieldwork back = codec::read_fieldwork(project).value();
  EXPECT_EQ(codec::with_fieldwork(project, back), project);
  EXPECT_EQ(back.batches[0].villages[0].answers.size(), 5U);
  EXPECT_EQ(codec::read_fieldwork(R"({"fieldwork":{"batches":[{"number":0}]}})").error().code,
            ErrorCode::ConfigInvalid);
  EXPECT_TRUE(codec::read_fieldwork("").value().batches.empty());
}

} // namespace
} // namespace padan::test
