#pragma once
// The made-up regency of Cimandala, its neighbours and what their places are called. No province has regency numbers
// above 80.

#include <string_view>

namespace padan::synth::data {

inline constexpr std::string_view kProvinceName = "JAWA BARAT";
inline constexpr unsigned kProvinceCode = 32;
inline constexpr std::string_view kRegencyName = "CIMANDALA";
inline constexpr unsigned kRegencyCode = 88;
inline constexpr std::string_view kNeighbours = "Wanakerta Pasirbuana Lemahduwur Rancakalapa Sindangpura Girilaya "
                                                "Muaratirta"; // numbers 87 downwards

inline constexpr std::string_view kDistricts = "Cimandala Sindangraja Karangliwet Pasirwulung Lembahsari Cigaluhan "
                                               "Randukawung Tanjungjati Cipanunggal Mekarbuana Kedungwaru "
                                               "Sukalestari Bojongmanik Cilamping";
inline constexpr std::string_view kVillageHeads =
    "Suka Karang Sindang Mekar Tanjung Pasir Cipta Marga Kerta Giri Bojong Cibeu Ranca Wana Jati Kedung Randu Lembah "
    "Nagara Panyi Tegal "
    "Muara Babakan Cikawung Leuwi Kubang Rawa Warung Pager Linggar Sumber Purwa Ganda Neglan";
inline constexpr std::string_view kVillageTails = "maju mulya sari jaya raja asih mukti wangi sukma laya harja resmi "
                                                  "manah galih warna tani rahayu lestari mekar bakti sirna hurip "
                                                  "raharja tengah negara hilir";
inline constexpr std::string_view kVillageSides = "Wetan Kulon Kidul Kaler Tengah";
inline constexpr std::string_view kHamlets =
    "Manis Pahing Puhun Wage Kaliwon Cikondang Babakan Pasirhuni Sawahlega Cibulakan Margamukti Kebonjati Lebak "
    "Pamijahan Kalapadua "
    "Cipeundeuy Rancabungur Parungleungsir Desakolot Karanganyar Sukasirna Bojongloa Nangewer Cigarukgak Ciparay "
    "Tegalkoneng Cikadu "
    "Sindangsari Pangkalan Pasarean Pesantren Kramat Cihideung Kaumkaler Gunungkeling";
inline constexpr std::string_view kStreets = "Raya_Desa Pesantren Pasar Cendana Melati Mawar Kenanga Merdeka Veteran "
                                             "Ciliwung Pramuka Kartini Anggrek Cempaka Balai_Desa Irigasi "
                                             "Sawo Rambutan Flamboyan Dahlia";
inline constexpr std::string_view kBirthCities = "Cirebon Kuningan Majalengka Bandung Brebes Tegal Jakarta Indramayu "
                                                 "Sumedang Garut Tasikmalaya Ciamis Subang Bekasi Serang Karawang "
                                                 "Tangerang Bogor Purwakarta Pemalang";
inline constexpr std::string_view kFarCities =
    "Denpasar Tabanan Gianyar Medan Pematangsiantar Makassar Bone Padang Bukittinggi";

} // namespace padan::synth::data
