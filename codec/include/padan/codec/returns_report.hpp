#pragma once
// What came back from the villages, in words: what could not be read and who mends it, what stands against each other, who is new.

#include <string>
#include <vector>

#include "padan/codec/worksheet.hpp"

namespace padan::codec {

/// What, where and what to do: "2 baris berisi dua jawaban. Pilih satu, lalu kirim ulang lembarnya."
[[nodiscard]] std::string trouble_sentence(const act::Remark& remark, ProfileLanguage language);
/// Who can mend it first: "village", "regency" or "province" of the data.
[[nodiscard]] std::string_view trouble_level(act::Trouble trouble);

/// An answer as it is shown beside another: "3 Meninggal; NIK 3304…; Ibu Sri, 26/11/2026".
[[nodiscard]] std::string side_text(const act::ReturnedRow& row, ProfileLanguage language);

struct ReturnsReportOptions {
  ProfileLanguage language = ProfileLanguage::Indonesian;
  std::vector<Contact> contacts;
  std::string today; // ISO day
};

/// The escalation sheet, to be printed: troubles by district and village with who mends them, conflicts side by side, proposals, contacts.
/// Errors: those of WorkbookWriter.
[[nodiscard]] Result<std::string> write_escalation(const act::Fieldwork& work, const std::vector<act::Return>& returns,
                                                   const act::Intake& intake, const ReturnsReportOptions& options);

/// file,village,district,code,line,rows,detail,mended_by,sentence: one line a trouble.
[[nodiscard]] std::string returns_csv(const act::Intake& intake, ProfileLanguage language);

} // namespace padan::codec
