#pragma once
// Words that stand beside a name without being part of it, and abbreviations with one meaning.
// Source: common knowledge of Indonesian documents; Permendagri 73/2022 on what a name is.

#include <string_view>

namespace padan::prepare {

inline constexpr std::string_view kPlaceholders[] = {
    "KOSONG",     "NIHIL",           "TIDAK ADA",      "TDK ADA",  "BELUM ADA", "NULL", "NONE",
    "NAN",        "TIDAK DIKETAHUI", "TIDAK TAHU",     "TDK TAHU", "N A",       "NA",   "NN",
    "TANPA NAMA", "TIDAK ADA NAMA",  "BELUM ADA NAMA", "X",        "XX",        "XXX",  "XXXX"};

// Said of the dead, before a name or after it.
inline constexpr std::string_view kLate[] = {"ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"};

// Dropped only in front of a name. ANDI and HABIB are titles in Makassar and among sayyids, but names everywhere else: they stay.
inline constexpr std::string_view kTitles[] = {
    "H",     "HJ",      "HJH",    "HAJI",     "HAJAH", "HAJJAH",   "KH",         "KYAI", "KIAI",  "KIYAI", "NYAI",
    "UST",   "USTAD",   "USTADZ", "USTADZAH", "SYEKH", "GUS",      "NING",       "DRS",  "DRA",   "DR",    "DRG",
    "IR",    "PROF",    "TN",     "NY",       "NN",    "SDR",      "SDRI",       "BPK",  "BAPAK", "IBU",   "BU",
    "PAK",   "MBAH",    "MAK",    "ALM",      "ALMH",  "ALMARHUM", "ALMARHUMAH", "KOL",  "KAPT",  "SERMA", "PELDA",
    "LETDA", "MR",      "MRS",    "MS",       "MISS",  "R",        "RR",         "RA",   "RM",    "RD",    "RADEN",
    "TB",    "TUBAGUS", "DG",     "DAENG",    "TEUKU", "TGK",      "TENGKU",     "CUT",  "BY",    "BAYI"};

// With their dots taken out; dropped only at the end of a name.
inline constexpr std::string_view kDegrees[] = {
    "SPD", "SAG", "SE",  "SH",  "SKOM", "SSOS", "ST",     "SIP",   "SKEP", "NERS", "AMD",   "AMA",  "MPD", "MSI",  "MM",
    "MH",  "MBA", "PHD", "BA",  "BC",   "SPDI", "SPI",    "SHUT",  "STP",  "SKM",  "SFARM", "MKES", "MAG", "MKOM", "MT",
    "MSC", "LC",  "SHI", "SPT", "SSI",  "SSTP", "AMDKEB", "SPDSD", "SPOG", "SPA",  "AMK",   "STR",  "KEB", "SST"};

struct Abbreviation {
  std::string_view written;
  std::string_view meant;
};
// MD is Made after I or NI (Bali), Muhammad in front of a name.
inline constexpr Abbreviation kAbbreviations[] = {{"MUH", "MUHAMMAD"},
                                                  {"MOH", "MUHAMMAD"},
                                                  {"MOCH", "MUHAMMAD"},
                                                  {"MHD", "MUHAMMAD"},
                                                  {"MHMD", "MUHAMMAD"},
                                                  {"MOHD", "MUHAMMAD"},
                                                  {"MUCH", "MUHAMMAD"},
                                                  {"MOKH", "MUHAMMAD"},
                                                  {"MUKH", "MUHAMMAD"},
                                                  {"MOHAMMAD", "MUHAMMAD"},
                                                  {"MOHAMAD", "MUHAMMAD"},
                                                  {"MOCHAMAD", "MUHAMMAD"},
                                                  {"MOCHAMMAD", "MUHAMMAD"},
                                                  {"MUHAMAD", "MUHAMMAD"},
                                                  {"MUCHAMAD", "MUHAMMAD"},
                                                  {"MUKHAMAD", "MUHAMMAD"},
                                                  {"MUCHAMMAD", "MUHAMMAD"},
                                                  {"MOKHAMAD", "MUHAMMAD"},
                                                  {"ABD", "ABDUL"},
                                                  {"ABDOEL", "ABDUL"},
                                                  {"ACHMAD", "AHMAD"},
                                                  {"AKHMAD", "AHMAD"},
                                                  {"AHMAT", "AHMAD"},
                                                  {"AKHMAT", "AHMAD"},
                                                  {"STI", "SITI"},
                                                  {"SITTI", "SITI"},
                                                  {"SITY", "SITI"},
                                                  {"NOOR", "NUR"},
                                                  {"NOER", "NUR"}};

} // namespace padan::prepare
