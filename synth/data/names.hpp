#pragma once
// Names by region and generation, most frequent first. Written from general knowledge of Indonesian naming; the matcher
// has its own tables in data/id and must not see these.

#include <string_view>

namespace padan::synth::data {

using Words = std::string_view;

inline constexpr Words kSundaMale = "Asep Dadang Dede Ujang Cecep Endang Ade Dedi Maman Wawan Jajang Nana Agus Aep "
                                    "Tatang Deden Dadan Iwan Yayan Entis Enjang Odang "
                                    "Aceng Didin Didi Dudung Jaja Toto Momon Otong Engkus Uus Undang Oman Adang Adeng "
                                    "Ajat Amas Apep Atang Ayi Cucu Cucun Dayat "
                                    "Eman Encep Encu Engkos Entang Ganda Iding Ikin Iman Jejen Juju Karna Karma Mamat "
                                    "Memed Nandang Nanang Odih Oyo Rukman Sahri "
                                    "Sarip Sobari Sobandi Surya Tarya Tarsa Tata Tisna Uce Udin Yaya Yana Yoyo Yusup "
                                    "Zenal Omo Ondi Onang Aan Abas Acep Adun Ahdi "
                                    "Ali Amir Anang Anda Anwar Apud Arip Atep Atma Ayep Baban Cahya Caca Cacang Dahlan "
                                    "Dana Darma Daryat Dasep Dase Doni Eded Edeng "
                                    "Edi Eka Elan Emod Endun Enang Encang Engkan Enuh Epul Erwin Eutik Gugun Gungun "
                                    "Hendi Heri Holis Idim Iin Ijang Ikah Iki Ipin "
                                    "Irpan Isak Itang Iyan Iyus Jana Jaenal Jojo Jumena Kanta Kardi Karta Kiki Kosim "
                                    "Kuswara Lili Lukman Madhari Mahmud Misbah "
                                    "Mumu Mulya Nunu Obar Odi Olih Onih Opan Opik Oyon Pepen Pipin Rahmat Rojak Rohim "
                                    "Ruhiat Saca Sajidin Samsu Sanusi Sarji "
                                    "Sasmita Sukarya Sukma Sudin Sumpena Sukandi Tantan Tarmedi Tete Tirta Udan Uci "
                                    "Uha Ujun Umar Usep Utar Uyun Wahya Wardi Wira Yadi";
inline constexpr Words kSundaFemale = "Ai Euis Neneng Imas Lilis Iis Titin Cucu Siti Dede Nunung Tati Tuti Yayah Elis "
                                      "Entin Kokom Nani Enok Yati Iyah Ani Teti Nining "
                                      "Aam Aan Aas Acih Aisah Apong Atikah Cicih Dedeh Edah Elah Empat Enah Endah "
                                      "Engkar Enung Epon Ero Eti Eulis Icah Icih Ijah Ika "
                                      "Iroh Isah Itoh Juju Mimin Neni Nengsih Nonoh Nyai Odah Oneng Oom Otih Popon "
                                      "Rodiah Rukmini Suhaeti Suminar Tita Uju Ummi Unah "
                                      "Uum Wati Wiwin Yeni Yoyoh Acah Adah Adeh Ade Ati Atin Ayu Cacih Cici Cucum "
                                      "Darsih Dewi Didah Dodoh Eem Eet Eha Ela Elin Emah "
                                      "Emi Empong Encih Eneng Eni Enur Eros Esih Esin Eutik Herlina Hodijah Ida Idah "
                                      "Ihat Ikah Iim Inah Ineu Ipah Iting Kartika Kartini "
                                      "Komala Kuraesin Laela Lia Lina Maesaroh Mamah Masitoh Mae Mela Mimi Minah "
                                      "Misnah Momoh Nana Nanah Nenah Nenih Neng Neulis Nia "
                                      "Nina Nonok Nur Nyimas Ocih Ojoh Okoh Omah Onah Oom Opah Otoh Oyoh Pipih Pupu "
                                      "Rani Rahmi Resti Rina Rohanah Rosi Rusmini Santi "
                                      "Sari Sopiah Sukaesih Sulastri Sumi Sutini Tarsih Tatih Tini Titi Tarwi Uci Uis "
                                      "Ukay Unung Upi Wida Wawat Wiwi Yani Yuli Yuyun";
inline constexpr Words kSundaSecondMale = "Hidayat Setiawan Suryana Mulyana Supriatna Kurniawan Gunawan Rohman "
                                          "Suhendar Permana Saepudin Sutisna Sopandi Rukmana "
                                          "Suherman Kusnadi Komarudin Sulaeman Saputra Saepuloh Rohendi Sumarna "
                                          "Sudrajat Kosasih Ruhiyat Ruhimat Kurnia Hermawan Herdiana "
                                          "Suparman Sukmana Taryana Rustandi Rosadi Ridwan Ramdani Nugraha Nurjaman "
                                          "Nurdin Mustopa Maulana Lesmana Kusmana Kuswandi "
                                          "Koswara Juhana Juanda Iskandar Irawan Heryanto Heriyana Hendrayana "
                                          "Hasanudin Darmawan Danuwirya Cahyana Budiman Basuni Barkah "
                                          "Ahmadi Abdullah Supardi Suryadi Sujana Suganda Sumantri Supriadi Suhaya "
                                          "Sunarya Sumirat Solihin Sobana Santika Sanjaya Rusmana "
                                          "Rahmatulloh Priatna Pirmansyah Parid Padilah Nuryana Nasrudin Munawar "
                                          "Muhidin Miptahudin Mahpudin Mansur Komara Kartiwa Jaelani "
                                          "Jamaludin Ismail Herlambang Harun Hamdani Ginanjar Gozali Fauzi Ependi "
                                          "Effendi Dimyati Darajat Bahrudin Asikin Apandi Anwari";
inline constexpr Words kSundaSecondFemale = "Nurhayati Rohaeti Komariah Nurjanah Sumiati Rohayati Mulyati Suryati "
                                            "Kurniasih Nuraeni Hasanah Rohmah Rosmiati Sukaesih "
                                            "Kurniawati Rahmawati Setiawati Handayani Susilawati Kartini Mariam "
                                            "Maryati Sulastri Suhartini Rusmiati Rostiana Rosita Rohimah "
                                            "Rodiah Rukmanah Ratnasih Patimah Nurlela Nurlaela Nengsih Mintarsih "
                                            "Maesaroh Lisnawati Kuraesin Kulsum Juariah Juhaeriah "
                                            "Jubaedah Janah Holisoh Hoeriah Heryani Herawati Hayati Hartati Hamidah "
                                            "Halimah Farida Fatonah Darningsih Daryati Cahyati Aminah "
                                            "Aisah Yuningsih Yulianti Wulandari Winarti Widaningsih Utami Trisnawati "
                                            "Tarmini Sutinah Susanti Suparti Sunarti Sumarni Sukmawati "
                                            "Sopiah Solihat Saodah Saadah Sariningsih Sadiah Rukoyah Rukiah Romlah "
                                            "Ratna Puspita Purnama Pertiwi Nurohmah Nurmala Nurasiah "
                                            "Nuriah Mustika Munigar Mulyani Masriah Marlina Lestari Lasmanah Kusmiati "
                                            "Komalasari Kaniawati Iriani Hodijah Hernawati Fitriani";

// Javanese coast and hill: heads and tails make names such as Kasinah, Warsono, Tarminih.
inline constexpr Words kJavaHeadMale = "Su Kar War Tar Sar Kas Dar Was Mar Ras Nar Cas Tas Sut Kus Sum Sun Rus Ris Sap "
                                       "Dul Jum Kam Wak Tur Kad Sad Mas Par Wir Wan Dur "
                                       "Car Rat Nas Dir Wid Bas Mul Pon Sab Rak San Kur Dak Ruk Wah Sudar Sukar Sumar "
                                       "Sunar Suwar Supar Mulyo Widar Kusnar";
inline constexpr Words kJavaTailMale = "no to min man di ja mo ta na yo ya di ji tono sono wono nadi midi madi yadi "
                                       "jan kim tam mad jo wo wi yono tani sudi timan jaya wan "
                                       "mita soma sa kum siman";
inline constexpr Words kJavaHeadFemale = "War Tar Kas Kar Dar Sar Was Mar Ras Nar Cas Tas Sut Rus Ris Jum Kam Tur Kad "
                                         "Sad Sun Sum Suk Sup Par Dur Car Rat Nas Wid Mul Sul Suw Sud "
                                         "Tas San Kur Sudar Sukar Sumar Sunar Suwar Supar Sulas Win Mut Wak";
inline constexpr Words kJavaTailFemale = "mi ni sih ti nih nah inah iah iyah tini sini tinah minah siti sinah miti "
                                         "yati wati tun tri sem kem niti yem tiyah ningsih "
                                         "mah kiyah ipah simah tati miyati wi";
inline constexpr Words kJavaSecondMale = "Santoso Susanto Widodo Wibowo Prasetyo Purnomo Haryanto Sutrisno Supriyanto "
                                         "Hartono Wijaya Raharjo Setiyawan Nugroho Handoko "
                                         "Subagyo Suprapto Mulyono Waluyo Utomo Pranoto Sugiarto Sudarmo Kusumo "
                                         "Sasongko Hadi Hidayat Mustofa Sholeh Rohmat Rifai Anwar "
                                         "Riyanto Sugianto Budiyanto Heryanto Yulianto Suryanto Iskandar Kuncoro "
                                         "Suwito Saputro Suseno Basuki Triyono Wahyudi";
inline constexpr Words kJavaSecondFemale = "Wahyuni Lestari Rahayu Handayani Astuti Utami Ningsih Wulandari Hartini "
                                           "Purwanti Setyowati Kusumawati Yuliani Hidayati Mulyani "
                                           "Widiastuti Suryani Puspitasari Susilowati Wijayanti Rohmah Purnamasari "
                                           "Sulistyowati Kurniasari Retnowati Fatimah Kholifah "
                                           "Winarsih Marfuah Rochayati Indrayani Haryati Suprihatin Murtiningsih "
                                           "Kusrini Winarni Sundari Aryani Ekawati Rukmini";

inline constexpr Words kMuhammad =
    "Muhamad Muhammad Mohamad Mochamad Moch Moh Mohammad M Muh Mochammad Mukhamad Muchamad Muhammad Mokhamad Mohd";
inline constexpr Words kAhmad = "Ahmad Achmad Akhmad Ahmad Ahmat Amad";
inline constexpr Words kAbdul = "Abdul Abdul Abdul Abd";
inline constexpr Words kServantOf = "Rohman Rahman Rohim Rahim Aziz Hamid Kodir Qodir Latif Majid Malik Muin Wahid "
                                    "Wahab Ghofur Gopur Halim Hakim Jalil Karim "
                                    "Mutolib Muthalib Salam Somad Shomad Rozak Rojak Basit Fatah Patah Gani Ghani "
                                    "Haris Jabar Kohar Muhyi Mukti Rosid Syukur Wadud Azis Munir Basir";
inline constexpr Words kIslamMale = "Abdurohman Abdurrahman Abdulloh Abdullah Ibrahim Ismail Yusuf Yusup Idris Ilyas "
                                    "Hasan Husen Husein Usman Umar Ali Bakri Sodikin "
                                    "Shodiqin Solihin Sholihin Muslim Muslih Mukhlis Muhlis Mustofa Mustopa Marzuki "
                                    "Mahmud Masud Ma'mun Ma'ruf Nu'man Mansur Munir Nasir "
                                    "Nawawi Rosid Ridwan Rifai Rofiq Ropik Sanusi Soleh Sholeh Sukron Syukron Syarif "
                                    "Sarip Taufik Topik Thoha Tohir Thohir Zaenal "
                                    "Jaenal Zaini Zuhri Juhri Hambali Hanafi Syafii Maliki Ghozali Gojali Bukhori "
                                    "Bukori Muslimin Mukminin Toharudin Faisal Paisal "
                                    "Fauzan Pauzan Hafid Hapid Hilman Imron Iskandar Jafar Kholid Kholil Lutfi Lutpi "
                                    "Mubarok Mufid Najib Nurul Qomar Rasyid Salman "
                                    "Sulaiman Sulaeman Sya'roni Syamsuri Tajudin Turmudi Ubaidillah Wildan Yahya "
                                    "Zakaria Jakaria Zulkarnaen Fathurrohman Nasrulloh";
inline constexpr Words kFaithHead = "Saep Saif Syaep Jamal Kamal Komar Qomar Bah Bahr Burhan Misbah Miptah Miftah Zaen "
                                    "Jaen Nas Nasr Najm Sirojud Siroj Syams Sams Nur "
                                    "Hasan Husn Izz Badr Salah Shalah Taj Fakhr Pahr Muhy Muhid Jalal Alim Aimad Imad "
                                    "Mahp Mahf Mu'min Wah Wahid Hamid Majd Ruh Riyad Toh Fah";
inline constexpr Words kFaithTail = "udin uddin uloh ulloh ullah";
inline constexpr Words kIslamFemale = "Aisyah Aminah Maemunah Khodijah Fatimah Zaenab Nurjanah Rohmah Maryam Masitoh "
                                      "Mutmainah Sa'adah Hasanah Halimah Zulaeha Julaeha "
                                      "Hapsah Hafsah Umamah Ruqoyah Rukoyah Sopiah Shofiyah Saudah Khoiriyah Hoeriyah "
                                      "Muslihah Solihah Sholihah Mahmudah Muniroh "
                                      "Azizah Latifah Latipah Hamidah Saidah Sa'diah Salamah Salmah Sakinah Rofiah "
                                      "Rodiah Rohimah Rohayah Robiah Qomariah Komariyah "
                                      "Nafisah Napisah Najibah Mardiyah Marfuah Maspupah Masrifah Laila Laelatul "
                                      "Kulsum Khusnul Jamilah Inayah Ifah Hikmah Hidayah "
                                      "Faridah Paridah Fauziah Pauziah Badriyah Atiqoh Atikoh Asiyah Arofah Amaliah "
                                      "Alawiyah Afifah Apipah Zahrotul Zubaedah Jubaedah";
inline constexpr Words kNurFemale = "Hayati Aeni Aini Hasanah Laela Laila Azizah Hidayah Jannah Janah Halimah Hikmah "
                                    "Asiah Fadilah Padilah Baeti Kholifah Afifah Rohmah "
                                    "Syamsiah Samsiah Khasanah Komala Komariah Aisyah Alfiah Asih Endah Faizah Fitri "
                                    "Indah Kholis Latifah Maulida Rahma Wahidah Zahra";

inline constexpr Words kMidMale = "Agus Budi Dedi Eko Iwan Hendra Rudi Yudi Andri Heri Dwi Tri Joko Wahyu Slamet Arif "
                                  "Bambang Herman Ahmad Rahmat Taufik Irwan Yanto "
                                  "Deni Doni Eka Ferry Feri Hari Indra Irfan Jaka Johan Kurnia Lukman Nanda Nur Oki "
                                  "Opik Pendi Purwo Rian Ricky Riki Rizal Robi "
                                  "Roni Ruli Sandi Sigit Solihin Sugeng Sugianto Supri Teguh Teddy Tedi Toni Topan "
                                  "Ucok Usman Vicky Wendi Wisnu Yadi Yanuar Yogi "
                                  "Yono Yopi Yuda Yusuf Zaki Adi Ade Aldi Alex Anang Andi Angga Ari Aris Asmara Bayu "
                                  "Candra Danang Dani Darius Darmawan Didik Dodi";
inline constexpr Words kMidFemale = "Sri Siti Dewi Rina Yuli Lina Nia Ratna Susi Rini Eka Dwi Tri Wiwin Nur Yanti Ani "
                                    "Ida Nina Eni Endang Erna Fitri Heni Ika Indah "
                                    "Iin Julia Kartika Lia Lilis Linda Lusi Maya Mega Mila Mira Nani Neni Novi Nuri "
                                    "Nurul Puji Ria Rika Rita Rosa Santi Sari Sinta "
                                    "Sulis Tina Tuti Umi Uswatun Vera Vina Wati Weni Widya Winda Wulan Yayuk Yeni "
                                    "Yeyen Yuliana Yulia Yunita Anita Ana Anis Asri Ayu "
                                    "Cici Desi Devi Diah Dian Dina Elin Elly Elvi Emi Evi Gina Gita Hesti Imas Irma "
                                    "Isma Juni Kiki Kristin Leni Lely Lisa";
inline constexpr Words kMidSecondMale = "Setiawan Kurniawan Hidayat Saputra Gunawan Wahyudi Susanto Supriyadi Hermawan "
                                        "Santoso Prasetyo Irawan Nugroho Firmansyah "
                                        "Kusuma Suryadi Purnama Budiman Maulana Ramdani Iskandar Efendi Effendi "
                                        "Pratama Darmawan Wijaya Nurdiansyah Heryadi Sutrisno "
                                        "Permadi Sanjaya Rahman Hakim Anwar Yulianto Febrianto Aprianto Julianto "
                                        "Septian Oktavian Juliansyah Ardiansyah Apriyanto "
                                        "Andriyanto Suhendra Sunandar Rusdiana Riswanto Ristanto Prayitno Nurhadi "
                                        "Mulyadi Kusdiana Junaedi Junaidi Herdiansyah Hendrawan";
inline constexpr Words kMidSecondFemale = "Lestari Wati Rahayu Handayani Wahyuni Susanti Yulianti Astuti Nurhayati "
                                          "Kurniasih Rahmawati Sari Fitriani Wulandari Yuliani "
                                          "Marlina Anggraeni Puspitasari Oktaviani Agustina Agustin Apriliani "
                                          "Apriyanti Septiani Febriyanti Juliani Desiana Novianti Mariana "
                                          "Indriani Hartati Herlina Ernawati Ermawati Damayanti Cahyani Aryanti "
                                          "Ariyani Andriani Suryani Sulistiawati Sukmawati Setiawati "
                                          "Ratnasari Purwanti Pertiwi Nurlaela Nurjanah Mulyani Maryani Lidiawati "
                                          "Kusumawati Komalasari Khotimah Karlina Kartika Hidayati";

inline constexpr Words kModernMale = "Rizki Rizky Fajar Dimas Ilham Reza Aldi Farhan Raihan Rafi Rafa Zidan Fadli "
                                     "Bagas Galih Dika Rama Rangga Akbar Alif Arya "
                                     "Azka Gibran Rasya Arkan Abizar Athalla Kenzo Elvano Alvaro Keanu Zaidan Zafran "
                                     "Xavier Vino Tegar Syahrul Sultan Satria Sahrul "
                                     "Restu Rendi Rehan Refan Rayhan Raka Raffa Rafka Pandu Panji Nizam Nazril Naufal "
                                     "Nabil Maulana Marsel Luthfi Khoirul Kevin Kaisar "
                                     "Jibril Jidan Irsyad Irgi Iqbal Ibnu Husni Hafiz Haikal Habibi Gilang Ghani Genta "
                                     "Fikri Fikih Ferdi Fathan Fatih Farel Fariz Fahri "
                                     "Fahmi Faiz Erlangga Erik Elang Egi Dzaki Dafa Daffa Danish Davin Dava Dede Ciko "
                                     "Cakra Bintang Bilal Bima Azzam Aziz Ardi Arjuna "
                                     "Aqil Anugrah Andika Andra Alfin Alfian Aksa Akmal Aji Aidan Ahza Agam Adnan Adit "
                                     "Aditya Adam Abyan Abqori Abidzar Rifki Riski Rizal";
inline constexpr Words kModernFemale = "Putri Anisa Nabila Aulia Zahra Salsabila Keisha Alya Naila Aqila Khanza Shanum "
                                       "Adiba Humaira Syakila Rahma Dinda Dina Amelia "
                                       "Amanda Intan Bunga Citra Cantika Kayla Kirana Laras Lutfiah Maulida Melati "
                                       "Mutiara Nadia Nadya Najwa Nayla Nazwa Nisa Nurul "
                                       "Olivia Queensha Quin Rania Raisa Rara Ratu Revalina Risma Riska Rizka Safira "
                                       "Salwa Sakila Saskia Septiani Shafa Shakila Sherly "
                                       "Silvi Sipa Sifa Syifa Syahira Tania Tasya Tiara Ulfa Vanesa Viola Wafa Widia "
                                       "Yasmin Zakia Zaskia Zalfa Zhafira Zivanna Afifah "
                                       "Airin Aisyah Aira Alesha Alika Alisa Almira Amira Anggun Anindya Annisa "
                                       "Aprilia Arsyila Arumi Asyifa Ayla Azkia Azzahra Balqis "
                                       "Chelsea Clara Della Delisa Diva Elsa Fadhila Fadila Farah Fitria Fitri Friska "
                                       "Ghina Hanifah Hana Haura Ika Indah Jihan Kania Kanaya";
inline constexpr Words kModernSecondMale = "Pratama Saputra Ramadhan Maulana Firmansyah Nugraha Alfarizi Putra Hidayat "
                                           "Ramadan Kurniawan Setiawan Permana Fauzi Ardiansyah "
                                           "Hidayatullah Pamungkas Alfarizqi Alghifari Algifari Mubarok Prasetya "
                                           "Aditya Perdana Wijaya Gunawan Ibrahim Hakim Firdaus Fadillah "
                                           "Ramdani Ramdhani Syahputra Rizqullah Abdillah Alfatih Alfiansyah Anugrah "
                                           "Azhari Darmawan Febrian Ferdiansyah Gumilang Habibi "
                                           "Hermawan Irawan Julian Kusuma Mahendra Nurohman Oktavian Pangestu Prayoga "
                                           "Purnama Rahman Rohman Sanjaya Septian Sopian Sopyan "
                                           "Suryana Syahreza Syaputra Wicaksono Yudistira Zulfikar Nurfadilah Nurhuda "
                                           "Ashari Albani Alfaridzi Alhakim Arrasyid Assidiq";
inline constexpr Words kModernSecondFemale = "Putri Lestari Ramadhani Aulia Azzahra Rahmawati Nurhaliza Maharani "
                                             "Salsabila Anggraeni Permata Wulandari Oktaviani Nuraeni "
                                             "Khoirunisa Khairunnisa Nurfadilah Fitriani Amalia Safitri Zahra "
                                             "Apriliani Septiani Rahmadani Ramadani Hidayah Sholihah Solihah "
                                             "Agustina Agustin Anjani Aprilia Ayuningtyas Cahyani Damayanti Dewi "
                                             "Febriani Handayani Hasanah Indriani Islamiah Juliani Kamila "
                                             "Khumaira Kirana Larasati Maulida Maulani Mulyani Mutmainah Nabila "
                                             "Nirmala Novitasari Nurjanah Nurlaela Nursyifa Oktavia Pertiwi "
                                             "Pratiwi Puspita Rahayu Ramadanti Romadona Sari Sahira Shakila Syahrani "
                                             "Syakila Tusyadiah Utami Yulianti Zahira Zahrani Zaskia";

inline constexpr Words kBaliHe = "I";
inline constexpr Words kBaliShe = "Ni";
inline constexpr Words kBaliOrder =
    "Wayan Made Nyoman Ketut Putu Kadek Komang Nengah Gede Wayan Made Nyoman Ketut Gusti Dewa";
inline constexpr Words kBaliOrderShe =
    "Wayan Made Nyoman Ketut Putu Kadek Komang Nengah Luh Wayan Made Nyoman Ketut Gusti Desak";
inline constexpr Words kBaliMale = "Sudarma Suarta Astawa Sudiarta Sukerta Darma Wirawan Arta Sumerta Mudiarta "
                                   "Suardana Suartana Artawan Budiasa Mertayasa Parwata "
                                   "Sudana Suwitra Wijana Yasa Adnyana Arnawa Gunarta Merta Rai Subrata Sueca Sumadi "
                                   "Swastika Widana Pasek Karta Jati Mudra Sadia";
inline constexpr Words kBaliFemale = "Sukerti Sudiasih Ariani Suartini Widiani Artini Astiti Sumiati Murni Parwati "
                                     "Rasmini Sukarmi Suryani Wati Yuniari Adnyani Armini "
                                     "Budiani Kerti Latri Mariani Nuriasih Puspawati Rai Sari Sudarmi Sulasmi Suwarni "
                                     "Wirati Yasmini Suciati Asih Rempi Rupini";
inline constexpr Words kBugisMale = "Andi Muh Baso Ambo Daeng Laode Syamsuddin Tahir Baharuddin Kamaruddin Jufri "
                                    "Hamzah Hasanuddin Mappa Mustari Nasruddin Rusli Sudirman "
                                    "Sultan Tajuddin Usman Wahyuddin Yunus Zainuddin Arifuddin Bakri Burhanuddin "
                                    "Firman Haeruddin Ilham Jamaluddin Lahaji Rustam Saharuddin";
inline constexpr Words kBugisFemale = "Andi Besse Sitti Indo Nurhayati Hasnah Hasnawati Rosmini Rosdiana Nurlina "
                                      "Marhaeni Darmawati Ernawati Fatmawati Haslinda Hasriani "
                                      "Jumriah Kasmawati Masniati Mardiana Nurbaya Nurjannah Rahmatia Ramlah Sanawia "
                                      "Suriani Syamsiah Tenri Wahidah Yuliana Hartati Saripa";
inline constexpr Words kBatakMale = "Parlindungan Tumpal Binsar Saut Hotman Jonson Maruli Marihot Pardamean Poltak "
                                    "Rinto Robert Ronal Sahat Sihar Togar Tigor Tohap Charles "
                                    "Daniel David Edison Ferdinan Hendrik Jhon Josua Lamhot Mangara Monang Nelson "
                                    "Oloan Parulian Ramses Samuel Torang Uli Yohanes";
inline constexpr Words kBatakFemale = "Rosmaida Tiur Duma Rotua Lamria Rosalina Nurlela Tiomina Hotmaida Kristina "
                                      "Lenni Marta Maria Mariana Nurmaida Romauli Ruth Sondang "
                                      "Tiarma Tianur Veronika Yohana Basaria Dameria Elfrida Esteria Herlina Lestaria "
                                      "Magdalena Minar Netti Pesta Risma Sarma Saida Susi";
inline constexpr Words kMarga = "Situmorang Simanjuntak Sihombing Siregar Nasution Hutagalung Manurung Nainggolan "
                                "Pasaribu Sinaga Tampubolon Hutapea Lubis Harahap Silalahi "
                                "Siahaan Sitorus Purba Saragih Ginting Tarigan Sembiring Panjaitan Marpaung Napitupulu "
                                "Sianturi Simbolon Sirait Gultom Batubara";
inline constexpr Words kMinangMale = "Syafrizal Yusrizal Erizal Zulkifli Afrizal Syahrial Nofrizal Zulfahmi Arman "
                                     "Asril Amrizal Bustami Dasril Efrizal Firdaus Hendri Irwandi "
                                     "Jasril Khairul Masrizal Nasrul Rusdi Syafril Syamsuardi Yulizar Zainal Zulhendri "
                                     "Anasril Darmansyah Ermizal Fahrizal Gusrizal";
inline constexpr Words kMinangFemale = "Yusmaniar Ernawati Yulidar Nurhayati Desmawati Asnidar Yarnis Syamsidar "
                                       "Rosnida Nurbaiti Mardiana Murniati Fatmawati Zuraida Wirdawati "
                                       "Erlinda Gusnidar Elfina Hasni Jasmi Kasmawati Marnis Nelwati Ratnawilis "
                                       "Rosmaniar Suhelmi Upik Warnida Yenita Zulbaidah";
inline constexpr Words kBantenMale = "Suhaemi Suhaimi Jaenudin Sarmili Marhali Asmawi Rohili Sanwani Sapri Sarmin "
                                     "Marjuki Madsani Madroji Nasirudin Satibi Sarnaja Jamhari "
                                     "Jayadi Johari Kasmin Mardani Marsan Mulyadi Nurali Rasim Rojali Sahroni Saiman "
                                     "Samlawi Sanusi Sarbini Suheri Suhari Sukri Syarifudin";
inline constexpr Words kBantenFemale = "Suhaemah Rohayah Jubaedah Mariyah Saamah Sunariah Sarnah Marpuah Masnah "
                                       "Maswiyah Sanah Sapuroh Sawiyah Suheti Suhaenah Sumenah Sumyati "
                                       "Rasiah Rasmiah Ratnah Rohati Rumsiah Rusnah Munawaroh Muniyah Mulyanah "
                                       "Maesaroh Jamilah Jariah Hayanah Ariyah Asiyah Asnawiyah Ipat";
inline constexpr Words kNoble = "Tb Rd Raden Tubagus Mas R";

} // namespace padan::synth::data
