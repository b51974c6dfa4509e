#pragma once
// How names are written differently: sound-alikes, nicknames, titles, abbreviations.

#include <string_view>

namespace padan::synth::data {

struct Pair {
  std::string_view from, to;
};

/// Letters that clerks hear or write for one another; applied one way at one place.
inline constexpr Pair kSounds[] = {
    {"F", "P"},   {"P", "F"},    {"V", "P"},   {"Z", "J"},    {"J", "Z"},   {"SY", "S"},  {"SH", "S"},   {"KH", "H"},
    {"KH", "K"},  {"CH", "H"},   {"CH", "KH"}, {"TH", "T"},   {"DH", "D"},  {"DZ", "Z"},  {"GH", "G"},   {"Q", "K"},
    {"K", "Q"},   {"AE", "AI"},  {"AI", "AE"}, {"OH", "AH"},  {"RO", "RA"}, {"RA", "RO"}, {"O", "U"},    {"U", "O"},
    {"I", "E"},   {"E", "I"},    {"I", "Y"},   {"Y", "I"},    {"D", "T"},   {"T", "TT"},  {"S", "SS"},   {"N", "NN"},
    {"IY", "I"},  {"IA", "IYA"}, {"UW", "U"},  {"UA", "UWA"}, {"AH", "A"},  {"IH", "I"},  {"NI", "NIH"}, {"DD", "D"},
    {"LL", "L"},  {"MM", "M"},   {"NG", "N"},  {"W", "U"},    {"H", ""},    {"SI", "SY"}, {"YU", "JU"},  {"EU", "E"},
    {"EO", "IO"}, {"B", "P"}};

inline constexpr Pair kOldSpelling[] = {{"U", "OE"},  {"J", "DJ"}, {"C", "TJ"}, {"SY", "SJ"},
                                        {"NY", "NJ"}, {"Y", "J"},  {"KH", "CH"}};

/// Whole words that are the same name.
inline constexpr Pair kWordTwins[] = {{"MUHAMAD", "MUHAMMAD"},  {"MUHAMMAD", "MOHAMAD"}, {"MUHAMMAD", "MUHAMAD"},
                                      {"MOCHAMAD", "MUHAMAD"},  {"MUHAMAD", "MOCHAMAD"}, {"MOHAMAD", "MUHAMMAD"},
                                      {"MOHAMMAD", "MUHAMMAD"}, {"AHMAD", "ACHMAD"},     {"ACHMAD", "AHMAD"},
                                      {"AKHMAD", "AHMAD"},      {"NUR", "NOOR"},         {"NUR", "NOR"},
                                      {"SITI", "SITTI"},        {"SITI", "SITY"},        {"YUSUF", "YUSUP"},
                                      {"ABDUL", "ABDOEL"},      {"SOLEH", "SHOLEH"},     {"RIZKI", "RIZKY"},
                                      {"RIZKY", "RISKI"},       {"DEDE", "DEDEH"},       {"EUIS", "EUWIS"}};

inline constexpr Pair kAbbreviations[] = {
    {"MUHAMAD", "M."},     {"MUHAMMAD", "M."},  {"MUHAMMAD", "MUH."}, {"MUHAMAD", "MOCH."}, {"MOHAMAD", "MOH."},
    {"MOCHAMAD", "MOCH."}, {"MOHAMMAD", "MOH"}, {"MOCHAMMAD", "M"},   {"AHMAD", "A."},      {"AHMAD", "AHM."},
    {"ACHMAD", "ACH."},    {"ABDUL", "ABD."},   {"ABDUL", "ABD"},     {"SITI", "ST."},      {"SITI", "S."},
    {"NUR", "N."},         {"GUSTI", "GST"},    {"TUBAGUS", "TB."},   {"RADEN", "RD."}};

inline constexpr Pair kNicknames[] = {
    {"KURNIAWAN", "WAWAN"}, {"HERMAWAN", "WAWAN"},  {"SETIAWAN", "IWAN"},  {"GUNAWAN", "GUGUN"},
    {"SUPRIATNA", "NANA"},  {"SURYANA", "YANA"},    {"MULYANA", "YANA"},   {"HIDAYAT", "DAYAT"},
    {"SUHENDAR", "ENDAR"},  {"KOMARUDIN", "UDIN"},  {"SAEPUDIN", "UDIN"},  {"SYARIFUDIN", "UDIN"},
    {"JAMALUDIN", "JAMAL"}, {"ABDUROHMAN", "OMAN"}, {"ROHMAN", "OMAN"},    {"SULAEMAN", "EMAN"},
    {"SUTISNA", "TISNA"},   {"RUKMANA", "MANA"},    {"NURHAYATI", "YATI"}, {"SUMIATI", "ATI"},
    {"KOMARIAH", "KOKOM"},  {"ROHAETI", "ETI"},     {"NURJANAH", "JANAH"}, {"SURYATI", "YATI"},
    {"MARYATI", "YATI"},    {"KURNIASIH", "NIA"},   {"SULASTRI", "TRI"},   {"RAHMAWATI", "WATI"},
    {"MAEMUNAH", "MUNAH"},  {"KHODIJAH", "IJAH"},   {"FATIMAH", "IMAH"},   {"ZAENAB", "ENAB"},
    {"AISYAH", "ICAH"},     {"AMINAH", "MIMIN"},    {"YUSUP", "UCUP"},     {"YUSUF", "UCUP"},
    {"ASEP", "AA"},         {"IBRAHIM", "IIM"},     {"ISMAIL", "MAIL"},    {"MUSTOFA", "TOPA"},
    {"RIZKI", "IKI"},       {"PUTRI", "UTI"},       {"NABILA", "BILA"},    {"AULIA", "LIA"},
    {"DEWI", "WIWI"}};

inline constexpr std::string_view kDegrees[] = {"", "S.PD", "SE", "A.MD", "S.PD.I", "S.SOS", "SH", "AMD.KEB", "S.AG"};
inline constexpr std::string_view kMaleTitles[] = {"BPK.", "BAPAK", "UST.", "H.", "KI", "SDR."};
inline constexpr std::string_view kFemaleTitles[] = {"IBU", "NY.", "HJ.", "BU", "MAK", "SDRI."};

} // namespace padan::synth::data
