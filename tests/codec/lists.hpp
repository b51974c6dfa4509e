#pragma once
// Small lists of made-up people for the tests of codec.

#include <string>

namespace padan::codec::test {

inline constexpr const char* kDtks = "NIK,Nama,Tanggal Lahir,Jenis Kelamin,Desa\n"
                                     "8801011203700001,SITI AMINAH,12-03-1970,P,Sukamaju\n"
                                     "8801010506800002,BUDI SANTOSO,05-06-1980,L,Sukamaju\n"
                                     "8801011707900003,RINA WATI,17-07-1990,P,Cibogo\n";
inline constexpr const char* kPbi = "Nama Lengkap;NIK;Tgl Lahir\n"
                                    "SITI AMINAH;8801011203700001;1970-03-12\n"
                                    "AGUS SARMIN;8801010102650004;1965-02-01\n";

} // namespace padan::codec::test
