#include "padan/codec/profile_words.hpp"

namespace padan::codec {
namespace {

using enum engine::RemarkCode;

struct Both {
  RemarkWords indonesian;
  RemarkWords english;
};

// A code without sentences does not compile without a warning.
Both words_of(engine::RemarkCode code) {
  switch (code) {
  case CellMissing:
    return {{"Sel kosong", "Kolom ini tidak diisi pada baris itu.", "Lengkapi bila datanya ada."},
            {"Empty cell", "This column is not filled in that row.", "Fill it in where the fact is known."}};
  case CellError:
    return {{"Galat rumus", "Sel berisi pesan galat lembar kerja (#N/A, #REF!), bukan data.",
             "Perbaiki rumusnya, lalu salin sebagai nilai."},
            {"Formula error", "The cell holds an error of the spreadsheet (#N/A, #REF!), not a fact.",
             "Mend the formula, then paste as values."}};
  case CellLetters:
    return {{"Huruf rusak", "Ada huruf yang hilang saat berkas disalin atau disimpan.",
             "Simpan ulang dari sumbernya sebagai .xlsx atau CSV UTF-8."},
            {"Broken letters", "Letters were lost when the file was copied or saved.",
             "Save it again from its origin as .xlsx or CSV UTF-8."}};
  case NumberPlaceholder:
    return {{"Nomor diisi tanda kosong", "Yang tertulis 0, -, KOSONG, 9998 atau semacamnya: nomornya tidak ada.",
             "Cari nomornya di KTP atau KK, atau kosongkan selnya."},
            {"Placeholder for a number", "It says 0, -, KOSONG, 9998 or the like: there is no number.",
             "Look the number up on the identity or family card, or leave the cell empty."}};
  case NumberScientific:
    return {{"Nomor menjadi notasi ilmiah", "Excel menyimpan nomor sebagai 3,2E+15: angka-angkanya sudah hilang.",
             "Ambil ulang dari sumber asli; jadikan kolomnya Teks sebelum menempel."},
            {"Number in scientific notation", "Excel kept the number as 3.2E+15: its digits are lost.",
             "Take it from the origin again; make the column Text before pasting."}};
  case NumberLastDigit:
    return {{"Angka terakhir hilang di Excel", "Excel hanya menyimpan 15 angka; angka ke-16 menjadi 0.",
             "Ambil ulang dari sumber asli; jadikan kolomnya Teks sebelum menempel."},
            {"Last digit lost in Excel", "Excel keeps 15 digits only; the 16th became 0.",
             "Take it from the origin again; make the column Text before pasting."}};
  case NumberLength:
    return {{"Bukan 16 angka", "Nomornya kurang atau lebih dari 16 angka.", "Cocokkan dengan KTP atau KK."},
            {"Not 16 digits", "The number has fewer or more than 16 digits.",
             "Compare it with the identity or family card."}};
  case NumberDummy:
    return {{"Nomor asal isi", "Angkanya sama semua atau berurutan, diketik agar formulir terisi.",
             "Cari nomor yang benar, atau kosongkan selnya."},
            {"Made-up number", "Its digits are all alike or count up, typed to get past a form.",
             "Find the right number, or leave the cell empty."}};
  case NumberSerial:
    return {{"Nomor urut 0000",
             "Nomor yang berakhir 0000 tidak pernah diterbitkan; sering Excel yang menghapus angka terakhirnya.",
             "Cocokkan dengan KTP atau KK."},
            {"Serial 0000", "A number that ends in 0000 is never issued; often Excel took its last digit.",
             "Compare it with the identity or family card."}};
  case NumberRegion:
    return {
        {"Kode provinsi mustahil", "Tidak ada provinsi dengan kode di awal nomor ini.", "Cocokkan dengan KTP atau KK."},
        {"Impossible province", "No province has the code at the start of this number.",
         "Compare it with the identity or family card."}};
  case NumberDate:
    return {{"Tanggal di dalam nomor mustahil", "Angka ke-7 sampai ke-12 bukan tanggal yang ada.",
             "Cocokkan dengan KTP atau KK."},
            {"Impossible date inside the number", "Digits 7 to 12 are no day of the calendar.",
             "Compare it with the identity or family card."}};
  case NumberPrefix:
    return {{"Awalan wilayah tidak dikenal",
             "Enam angka pertama tidak ada di daftar kecamatan sekarang. Itu bisa benar: wilayah dimekarkan dan kode "
             "lama tetap dipakai.",
             "Cukup periksa beberapa contoh."},
            {"Unknown region prefix",
             "The first six digits are not in today's table of districts. They may be right: regions split and old "
             "codes stay in use.",
             "Checking a few examples is enough."}};
  case DatePlaceholder:
    return {{"Tanggal diisi tanda kosong", "Yang tertulis -, 0 atau 00-00-0000: tanggalnya tidak ada.",
             "Lengkapi dari KTP atau KK."},
            {"Placeholder for a date", "It says -, 0 or 00-00-0000: there is no date.",
             "Fill it in from the identity or family card."}};
  case DateImpossible:
    return {
        {"Tanggal mustahil", "Tanggal itu tidak ada di kalender, atau tidak terbaca.", "Cocokkan dengan KTP atau KK."},
        {"Impossible date", "That day is not in the calendar, or it cannot be read.",
         "Compare it with the identity or family card."}};
  case DateFuture:
    return {{"Tanggal yang akan datang", "Tanggalnya sesudah tahun ini.", "Perbaiki tahunnya."},
            {"Date to come", "The date is after this year.", "Mend the year."}};
  case DatePartial:
    return {
        {"Hanya tahun", "Hari, atau hari dan bulannya, tidak tertulis.", "Lengkapi dari KTP atau KK."},
        {"Year only", "The day, or day and month, is not written.", "Complete it from the identity or family card."}};
  case DateSwapped:
    return {{"Hari dan bulan mungkin tertukar",
             "Sel ini hanya masuk akal bila hari dan bulan ditukar, atau NIK mengatakan sebaliknya.",
             "Periksa setelan tanggal program yang menulis berkas ini."},
            {"Day and month may be swapped",
             "The cell makes sense only with day and month swapped, or the NIK says the opposite.",
             "Check the date setting of the program that wrote this file."}};
  case DateShortYear:
    return {{"Tahun dua angka", "Abadnya harus ditebak (25 bisa 1925 atau 2025).", "Tulis tahun dengan empat angka."},
            {"Year of two digits", "The century has to be guessed (25 may be 1925 or 2025).",
             "Write years with four digits."}};
  case DateDefault:
    return {{"Tanggal baku", "1 Januari, 31 Desember, atau 1 Juli sering diketik bila tanggalnya tidak diketahui.",
             "Bila jumlahnya banyak, cocokkan dengan KTP atau KK."},
            {"Default date", "1 January, 31 December or 1 July is often typed when the day is not known.",
             "Where there are many, compare with the identity or family card."}};
  case DateSerial:
    return {{"Tanggal sebagai angka Excel",
             "Yang tersimpan nomor hari Excel, bukan tanggal. padan membacanya sebagai tanggal.",
             "Beri kolomnya format tanggal sebelum menyimpan."},
            {"Date as an Excel number", "The cell holds Excel's number of a day. padan reads it as that day.",
             "Give the column a date format before saving."}};
  case NamePlaceholder:
    return {{"Nama diisi tanda kosong", "Yang tertulis bukan nama (-, KOSONG, NN).", "Lengkapi namanya."},
            {"Placeholder for a name", "What is written is no name (-, KOSONG, NN).", "Fill in the name."}};
  case NameDigits:
    return {{"Angka di dalam nama", "Nama mengandung angka.", "Perbaiki namanya; pindahkan nomor ke kolomnya."},
            {"Digits in a name", "The name has digits in it.", "Mend the name; move numbers to their own column."}};
  case NameLetter:
    return {{"Nama satu huruf", "Nama tinggal satu huruf.", "Tulis nama lengkap."},
            {"Name of one letter", "Only one letter is left of the name.", "Write the full name."}};
  case RtRwDate:
    return {{"RT/RW menjadi tanggal",
             "Excel mengubah 1/2 menjadi 1 Februari. padan membacanya kembali sebagai RT 1 RW 2.",
             "Jadikan kolomnya Teks sebelum mengetik; tulis 001/002."},
            {"RT/RW became a date", "Excel made 1 February of 1/2. padan reads it as RT 1 RW 2 again.",
             "Make the column Text before typing; write 001/002."}};
  case RtRwUnread:
    return {{"RT/RW tidak terbaca", "Isinya tidak memuat nomor RT atau RW.", "Tulis angka saja, misalnya 001/002."},
            {"RT/RW cannot be read", "There is no RT or RW number in it.", "Write numbers only, as in 001/002."}};
  case SexUnknown:
    return {{"Jenis kelamin tidak dikenal", "Isinya bukan L/P atau padanannya.", "Tulis L atau P."},
            {"Sex not understood", "It is neither L/P nor a word for it.", "Write L or P."}};
  case DecileUnknown:
    return {{"Desil tidak dikenal", "Isinya bukan satu angka 1 sampai 10.", "Tulis satu angka 1 sampai 10."},
            {"Decile not understood", "It is not one number from 1 to 10.", "Write one number from 1 to 10."}};
  case PlaceUnknown:
    return {{"Nama wilayah tidak dikenal",
             "Nama ini tidak ada di daftar wilayah Kemendagri. Bisa salah eja, atau wilayah baru.",
             "Cocokkan ejaannya dengan daftar resmi."},
            {"Unknown place name", "This name is not in the Kemendagri table of regions. It may be misspelt, or new.",
             "Compare the spelling with the official list."}};
  case CodeUnknown:
    return {{"Kode wilayah tidak dikenal", "Kode ini tidak ada di daftar wilayah Kemendagri, atau milik desa lain.",
             "Cocokkan kodenya dengan daftar resmi."},
            {"Unknown region code",
             "This code is not in the Kemendagri table of regions, or belongs to another village.",
             "Compare the code with the official list."}};
  case NikIsKk:
    return {{"NIK sama dengan No. KK", "Nomor KK tersalin ke kolom NIK, atau sebaliknya.", "Cari NIK orangnya."},
            {"NIK equals the KK number",
             "The number of the family card was copied into the NIK column, or the other way round.",
             "Find the person's NIK."}};
  case NikShared:
    return {{"Satu NIK, beberapa nama", "NIK yang sama dipakai orang yang namanya berbeda.",
             "Tentukan siapa pemilik NIK itu; cari NIK yang lain."},
            {"One NIK, several names", "People with different names have the same NIK.",
             "Find out whose NIK it is, and the NIK of the others."}};
  case KkCrowded:
    return {{"Satu KK terlalu banyak baris", "Lebih dari 25 baris memakai satu No. KK.",
             "Periksa apakah nomornya diisi seragam."},
            {"Too many rows on one KK", "More than 25 rows have one KK number.",
             "Check whether one number was filled in for all."}};
  case SameNik:
    return {{"NIK ganda", "Orang yang sama tercatat beberapa kali.",
             "Sisakan satu baris, kecuali memang satu baris tiap bantuan."},
            {"Repeated NIK", "The same person is listed several times.",
             "Keep one row, unless the list has a row for each aid."}};
  case SamePerson:
    return {{"Nama dan tanggal lahir ganda",
             "Nama dan tanggal lahirnya sama, tetapi NIK-nya tidak sama atau tidak ada.",
             "Periksa apakah ini orang yang sama."},
            {"Repeated name and birth date", "Name and birth date are the same, but the NIK is not, or is missing.",
             "Check whether this is one person."}};
  case BirthDiffers:
    return {{"Tanggal lahir bertentangan dengan NIK", "Tanggal di kolom dan tanggal di dalam NIK berbeda.",
             "Cocokkan keduanya dengan KTP."},
            {"Birth date contradicts the NIK", "The date in the column and the one inside the NIK differ.",
             "Compare both with the identity card."}};
  case SexDiffers:
    return {{"Jenis kelamin bertentangan dengan NIK", "NIK perempuan memuat tanggal + 40; isinya mengatakan lain.",
             "Cocokkan keduanya dengan KTP."},
            {"Sex contradicts the NIK", "A woman's NIK holds the day + 40; the column says otherwise.",
             "Compare both with the identity card."}};
  case Elsewhere:
    return {{"NIK terbit di luar wilayah daftar",
             "Orangnya pertama kali terdaftar di kabupaten/kota lain. Biasanya wajar.",
             "Bila jumlahnya sangat banyak, periksa apakah daftarnya benar."},
            {"NIK issued outside the list's regency",
             "The person was first registered in another regency. Usually that is in order.",
             "Where there are very many, check whether it is the right list."}};
  case BirthAgrees:
    return {{"Tanggal lahir cocok dengan NIK", "Tanggal di kolom sama dengan yang ada di dalam NIK.", ""},
            {"Birth date agrees with the NIK", "The date in the column is the one inside the NIK.", ""}};
  case SexAgrees:
    return {{"Jenis kelamin cocok dengan NIK", "Jenis kelamin di kolom sama dengan yang ada di dalam NIK.", ""},
            {"Sex agrees with the NIK", "The sex in the column is the one inside the NIK.", ""}};
  case AtHome:
    return {{"NIK terbit di wilayah daftar", "Orangnya pertama kali terdaftar di kabupaten/kota ini.", ""},
            {"NIK issued in the list's regency", "The person was first registered in this regency.", ""}};
  case BornIn:
    return {{"Lahir dalam dasawarsa ini", "Tahun lahir menurut daftar.", ""},
            {"Born in this decade", "Year of birth as the list has it.", ""}};
  case ByNik:
    return {{"Dipadankan lewat NIK", "NIK-nya baik dan hanya milik satu orang.", ""},
            {"Matched by NIK", "The NIK is good and one person's only.", ""}};
  case ByDamagedNik:
    return {
        {"Lewat sisa NIK dan nama", "NIK-nya rusak atau terpotong, tetapi masih dapat dibandingkan bersama namanya.",
         "Memperbaiki NIK membuat hasilnya lebih pasti."},
        {"By what is left of the NIK, and the name", "The NIK is damaged, but can be compared together with the name.",
         "Mending the NIK makes the result surer."}};
  case ByBirth:
    return {{"Lewat nama, tanggal lahir, dan tempat",
             "Tanpa NIK, tetapi ada nama, tanggal lahir, dan alamat, KK, atau nama ibu.",
             "Menambah NIK membuat hasilnya lebih pasti."},
            {"By name, birth date and place", "No NIK, but name, birth date and an address, KK or mother's name.",
             "Adding the NIK makes the result surer."}};
  case ByCard:
    return {{"Lewat nama dan KK", "Tanpa NIK dan tanggal lahir, tetapi ada nama dan No. KK.",
             "Menambah NIK atau tanggal lahir membuat hasilnya lebih pasti."},
            {"By name and KK", "No NIK and birth date, but name and KK number.",
             "Adding the NIK or birth date makes the result surer."}};
  case Thin:
    return {{"Nama saja tidak cukup",
             "Ada nama, tetapi tanpa NIK, KK, atau tanggal lahir beserta tempatnya: banyak orang bernama sama.",
             "Tambahkan NIK, atau tanggal lahir dan alamat."},
            {"A name alone is not enough",
             "There is a name, but no NIK, no KK and no birth date with a place: many people share a name.",
             "Add the NIK, or birth date and address."}};
  case Nameless:
    break;
  }
  return {
      {"Tanpa nama dan NIK", "Baris ini tidak menyebut nama dan tidak punya NIK yang dapat dipakai sendiri.",
       "Lengkapi nama dan NIK."},
      {"Neither name nor NIK", "The row names nobody and has no NIK that can stand alone.", "Fill in name and NIK."}};
}

} // namespace

RemarkWords words_of(engine::RemarkCode code, ProfileLanguage language) {
  const Both words = words_of(code);
  return language == ProfileLanguage::Indonesian ? words.indonesian : words.english;
}

} // namespace padan::codec
