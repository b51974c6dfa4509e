#include "padan/codec/returns_report.hpp"

#include <algorithm>

#include "padan/codec/workbook_writer.hpp"
#include "padan/engine/csv.hpp"
#include "worksheet_words.hpp"

namespace padan::codec {
namespace {

using act::Remark;
using act::Trouble;

struct Both {
  std::string_view indonesian;
  std::string_view english;
};

Both refusal_words(std::string_view error) {
  if (error == "file.encrypted" || error == "file.password") {
    return {"Berkas terkunci kata sandi yang tidak dikenal. Mintalah kata sandinya, atau kirim ulang tanpa kata sandi.",
            "The file is locked with a password that is not known. Ask for it, or have it sent without one."};
  }
  if (error == "file.truncated" || error == "file.unreadable") {
    return {"Berkas rusak atau terpotong. Kirim ulang; bila tetap rusak, isikan lagi dari cetakan.",
            "The file is damaged or cut short. Have it sent again; else enter it again from paper."};
  }
  if (error == "file.empty" || error == "file.header_only") {
    return {"Berkas kosong. Periksa apakah penyimpanannya selesai, lalu kirim ulang.",
            "The file is empty. Check that it was saved to the end and have it sent again."};
  }
  return {"Berkas ini bukan buku kerja. Bila itu foto atau PDF, isikan ke lembar kerja, lalu kirim ulang.",
          "The file is no workbook. If it is a photograph or a PDF, enter it into the worksheet and send that."};
}

Both words_of(const Remark& remark) {
  switch (remark.trouble) {
  case Trouble::FileRefused:
    return refusal_words(remark.detail);
  case Trouble::NoTable:
    return {"Tidak ada kolom kode baris di berkas ini. Pakai lembar kerja yang dibagikan, lalu kirim ulang.",
            "There is no column of row codes in this file. Use the worksheet that was handed out and send it again."};
  case Trouble::OtherProject:
    return {"Lembar ini milik proyek lain ({rows} baris). Serahkan ke kantor yang membagikannya.",
            "This worksheet belongs to another project ({rows} rows). Hand it to the office that gave it out."};
  case Trouble::OtherBatch:
    return {"Lembar dari gelombang {detail}, yang tidak tercatat di proyek ini ({rows} baris). Buka proyek yang "
            "membuatnya.",
            "A worksheet of batch {detail}, which this project does not know ({rows} rows). Open the project that made "
            "it."};
  case Trouble::OldBatch:
    return {
        "Lembar dari gelombang {detail}; desa ini sudah mendapat gelombang yang lebih baru. Jawabannya tetap diterima.",
        "A worksheet of batch {detail}; this village has a newer one. Its answers are taken all the same."};
  case Trouble::BrokenCode:
    return {"Kode baris \"{detail}\" salah ketik. Salin kode dari lembar asli, lalu kirim ulang.",
            "The row code \"{detail}\" has a slip. Copy it from the original worksheet and send it again."};
  case Trouble::UnknownRow:
    return {"Kode barisnya utuh, tetapi baris itu tidak pernah dibagikan ({rows} baris).",
            "The row codes are whole, but no such rows went out ({rows} rows)."};
  case Trouble::NoCode:
    return {"{rows} baris tanpa kode baris disisihkan. Orang baru ditulis di lembar Usulan baru.",
            "{rows} rows without a row code were set aside. New people belong on the sheet New proposals."};
  case Trouble::TooManyRows:
    return {
        "{rows} baris tambahan tanpa kode: terlalu banyak untuk usulan, disisihkan semua. Kirim daftar itu tersendiri.",
        "{rows} added rows without a code: too many for proposals, all set aside. Send that list by itself."};
  case Trouble::RowTwice:
    return {"Baris ini ada dua kali dengan jawaban sama; dihitung sekali.",
            "This row stands twice with the same answer; it counts once."};
  case Trouble::TwoAnswers:
    return {"Dua jawaban dalam satu sel: \"{detail}\". Pilih satu, lalu kirim ulang.",
            "Two answers in one cell: \"{detail}\". Choose one and send it again."};
  case Trouble::UnknownAnswer:
    return {"Jawaban \"{detail}\" tidak dikenal. Pilih dari daftar angka 1 sampai 11.",
            "The answer \"{detail}\" is not known. Choose from the list of numbers 1 to 11."};
  case Trouble::NoAnswer:
    return {"Ada isian, tetapi kolom HASIL kosong. Pilih hasil kunjungan.",
            "Something is filled in, but RESULT is empty. Choose the result of the visit."};
  case Trouble::FutureVisit:
    return {"Tanggal kunjungan {detail} belum tiba; baris tidak diterima. Betulkan tanggalnya.",
            "The date of visit {detail} is yet to come; the row is not taken. Mend the date."};
  case Trouble::BadVisitDate:
    return {"Tanggal kunjungan \"{detail}\" bukan tanggal; jawaban diterima tanpa tanggal.",
            "The date of visit \"{detail}\" is no date; the answer is taken without one."};
  case Trouble::BadNik:
    return {"Perbaikan NIK \"{detail}\" bukan NIK yang sah; tidak diterima. Salin 16 angka dari KTP atau KK.",
            "The corrected NIK \"{detail}\" is not valid; it is not taken. Copy the 16 digits from the card."};
  case Trouble::BadKk:
    return {"Perbaikan No. KK \"{detail}\" tidak sah; tidak diterima. Salin 16 angka dari KK.",
            "The corrected KK number \"{detail}\" is not valid; it is not taken. Copy the 16 digits from the card."};
  case Trouble::BadBirthDate:
    return {"Perbaikan tanggal lahir \"{detail}\" bukan tanggal; tidak diterima. Tulis tanggal/bulan/tahun.",
            "The corrected birth date \"{detail}\" is no date; it is not taken. Write day/month/year."};
  case Trouble::NoDocumentSeen:
    return {"Ada perbaikan tanpa dokumen yang dilihat; diterima, tetapi sebutkan KTP, KK, atau akta.",
            "A correction without a document seen; taken, but name the identity card, family card or certificate."};
  case Trouble::NothingCorrected:
    return {"Hasilnya perlu perbaikan, tetapi tidak ada yang diperbaiki. Tulis nilai yang benar.",
            "The result is needs correction, but nothing is corrected. Write the right value."};
  case Trouble::UnknownTwin:
    return {"Kode baris kembaran \"{detail}\" tidak dikenal. Salin kode dari lembar yang dibagikan.",
            "The row code of the double, \"{detail}\", is not known. Copy it from a worksheet that went out."};
  case Trouble::IdentityChanged:
    return {"Data cetakan di baris ini diubah; perubahan itu tidak dibaca. Tulis yang benar di kolom Perbaikan.",
            "What was printed in this row was changed; that is not read. Write the right value under Right …."};
  case Trouble::ProposalIncomplete:
    return {"Usulan baru tanpa nama, atau tanpa NIK dan tanggal lahir; tidak diterima. Lengkapi.",
            "A new proposal without a name, or without NIK and birth date; not taken. Complete it."};
  case Trouble::AddedAsProposal:
    return {"Baris tambahan di bawah daftar diterima sebagai usulan baru.",
            "A row added below the list was taken as a new proposal."};
  case Trouble::RowsMissing:
    return {"{rows} baris lembar kerja tidak ada di berkas ini; dihitung belum dikunjungi.",
            "{rows} rows of the worksheet are not in this file; they count as not visited."};
  case Trouble::NotFilledIn:
    return {"{rows} baris belum diisi.", "{rows} rows are not filled in yet."};
  case Trouble::Conflict:
    return {
        "{rows} baris punya jawaban yang bertentangan. Putuskan di layar Verval; tidak ada yang ditimpa.",
        "{rows} rows have answers that contradict each other. Decide on the screen Verval; nothing is overwritten."};
  case Trouble::SameFile:
    return {"Berkas ini sudah pernah diterima; tidak ada yang berubah.",
            "This file was taken before; nothing changes."};
  case Trouble::Macros:
    break;
  }
  return {"Berkas ini dapat memuat makro; tidak ada yang dijalankan, isinya dibaca seperti biasa.",
          "This file can hold macros; none was run, and it was read like any other."};
}

std::string filled(std::string_view words, const Remark& remark) {
  std::string text(words);
  for (const auto& [slot, value] : {std::pair<std::string, std::string>{"{rows}", std::to_string(remark.rows)},
                                    std::pair<std::string, std::string>{"{detail}", remark.detail}}) {
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + value.size())) {
      text.replace(at, slot.size(), value);
    }
  }
  return text;
}

struct Words {
  std::string_view troubles, conflicts, proposals;
  std::string_view title, district, village, file, line, rows, trouble, mended_by;
  std::string_view row_code, first, second, name, nik, kk, birth, remark, contacts, office, person, phone;
};
constexpr Words kIndonesian = {"Kendala",
                               "Bertentangan",
                               "Usulan baru",
                               "Lembar eskalasi verval",
                               "Kecamatan",
                               "Desa",
                               "Berkas",
                               "Baris",
                               "Jumlah",
                               "Kendala dan tindakan",
                               "Diselesaikan oleh",
                               "Kode baris",
                               "Jawaban pertama",
                               "Jawaban lain",
                               "Nama",
                               "NIK",
                               "No. KK",
                               "Tanggal lahir",
                               "Keterangan",
                               "Hubungi",
                               "Kantor",
                               "Nama",
                               "Telepon"};
constexpr Words kEnglish = {"Troubles",     "Conflicts",
                            "Proposals",    "Escalation of verval",
                            "District",     "Village",
                            "File",         "Line",
                            "Rows",         "Trouble and what to do",
                            "Mended by",    "Row code",
                            "First answer", "Other answer",
                            "Name",         "NIK",
                            "KK number",    "Birth date",
                            "Remark",       "Contact",
                            "Office",       "Name",
                            "Phone"};

std::string_view level_words(std::string_view level, ProfileLanguage language) {
  const WorksheetWords& words = worksheet_words(language);
  return level == "village" ? words.levels[0] : level == "province" ? words.levels[3] : words.levels[2];
}

} // namespace

std::string trouble_sentence(const Remark& remark, ProfileLanguage language) {
  const Both words = words_of(remark);
  return filled(language == ProfileLanguage::Indonesian ? words.indonesian : words.english, remark);
}

std::string_view trouble_level(Trouble trouble) {
  switch (trouble) {
  case Trouble::OtherProject:
    return "province";
  case Trouble::FileRefused:
  case Trouble::OtherBatch:
  case Trouble::OldBatch:
  case Trouble::UnknownRow:
  case Trouble::TooManyRows:
  case Trouble::Conflict:
  case Trouble::SameFile:
    return "regency";
  default:
    return "village";
  }
}

std::string side_text(const act::ReturnedRow& row, ProfileLanguage language) {
  std::string text(choice_text(row.result, language));
  const auto add = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) {
      text.append(text.empty() ? "" : "; ").append(label).append(label.empty() ? "" : " ").append(value);
    }
  };
  add("NIK", row.nik);
  add("KK", row.kk);
  add("", row.name);
  add("", row.birth_date);
  add("", row.remark);
  add("", row.worker + (row.worker.empty() || row.visit_date.empty() ? "" : ", ") + row.visit_date);
  return text;
}

Result<std::string> write_escalation(const act::Fieldwork& work, const std::vector<act::Return>& returns,
                                     const act::Intake& intake, const ReturnsReportOptions& options) {
  const Words& words = options.language == ProfileLanguage::Indonesian ? kIndonesian : kEnglish;
  const WorksheetWords& sheet_words = worksheet_words(options.language);
  WorkbookWriter writer;
  const auto line = [&](std::initializer_list<std::string_view> cells) {
    writer.add_row(std::span<const std::string_view>(cells.begin(), cells.size()));
  };
  const auto style = [&](std::string_view title) {
    SheetStyle look;
    look.titles = {std::string(title) + "  " + options.today};
    look.paper = Paper::Folio;
    look.grid = true;
    look.header_height = 30;
    look.page_footer = "&R" + std::string(sheet_words.page) + " &P/&N";
    return look;
  };
  const auto column = [](std::string_view header, double width, bool wrap = false) {
    SheetColumn made{std::string(header), width};
    made.wrap = wrap;
    return made;
  };
  SheetStyle look = style(words.title);
  for (const Contact& contact : options.contacts) {
    look.titles.push_back(std::string(words.contacts) + ": " + contact.office + ", " + contact.name + ", " +
                          contact.phone);
  }
  writer.start_sheet(words.troubles,
                     {column(words.district, 18), column(words.village, 20), column(words.file, 28, true),
                      column(words.line, 8), column(words.rows, 8), column(words.trouble, 70, true),
                      column(words.mended_by, 18)},
                     std::move(look));
  std::vector<const act::VillageRemarks*> ordered;
  for (const act::VillageRemarks& file : intake.files) {
    ordered.push_back(&file);
  }
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) {
    return a->district != b->district ? a->district < b->district : a->village < b->village;
  });
  for (const act::VillageRemarks* file : ordered) {
    for (const Remark& remark : file->remarks) {
      const std::string sentence = trouble_sentence(remark, options.language);
      line({file->district, file->village, file->file, remark.line == 0 ? "" : std::to_string(remark.line),
            std::to_string(remark.rows), sentence, level_words(trouble_level(remark.trouble), options.language)});
    }
  }
  writer.start_sheet(words.conflicts,
                     {column(words.district, 18), column(words.village, 20), column(words.row_code, 20),
                      column(words.first, 45, true), column(words.second, 45, true)},
                     style(words.conflicts));
  for (const act::Conflict& conflict : intake.conflicts) {
    const act::BatchVillage& village = work.batches[conflict.place.batch].villages[conflict.place.village];
    std::string others;
    for (std::size_t i = 1; i < conflict.sides.size(); ++i) {
      others += (others.empty() ? "" : "\n") + side_text(conflict.sides[i].row, options.language) + " (" +
                returns[conflict.sides[i].from].file + ")";
    }
    if (conflict.stored != act::VisitResult::None) {
      others.append(others.empty() ? "" : "\n").append(choice_text(conflict.stored, options.language));
    }
    line({village.district, village.village, act::to_text(conflict.sides.front().row.code),
          side_text(conflict.sides.front().row, options.language) + " (" + returns[conflict.sides.front().from].file +
              ")",
          others});
  }
  writer.start_sheet(words.proposals,
                     {column(words.district, 18), column(words.village, 20), column(words.name, 28),
                      column(words.nik, 20), column(words.kk, 20), column(words.birth, 14),
                      column(words.remark, 30, true)},
                     style(words.proposals));
  for (const act::ProposalFrom& from : intake.proposals) {
    line({from.district, from.village, from.proposal.name, from.proposal.nik, from.proposal.kk,
          from.proposal.birth_date, from.proposal.remark});
  }
  return writer.finish();
}

std::string returns_csv(const act::Intake& intake, ProfileLanguage language) {
  std::string out;
  engine::append_csv_row(out,
                         {"file", "village", "district", "code", "line", "rows", "detail", "mended_by", "sentence"});
  for (const act::VillageRemarks& file : intake.files) {
    for (const Remark& remark : file.remarks) {
      const std::string number = remark.line == 0 ? std::string() : std::to_string(remark.line);
      const std::string rows = std::to_string(remark.rows);
      const std::string sentence = trouble_sentence(remark, language);
      engine::append_csv_row(out, {file.file, file.village, file.district, act::to_text(remark.trouble), number, rows,
                                   remark.detail, trouble_level(remark.trouble), sentence});
    }
  }
  return out;
}

} // namespace padan::codec
