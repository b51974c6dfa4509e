#include "padan/text/fold.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "padan/text/utf8.hpp"

namespace padan::text {
namespace {

// Base letters, two characters a code point, blanks where a character stays as it is. Made from the canonical
// decompositions of Unicode plus the letters that have none (Ø, Đ, Æ, ß, Þ and their kin).
constexpr char32_t kLatinFirst = 0x00C0;
constexpr std::string_view kLatin =     // Latin-1 letters, Latin Extended-A and -B
    "A A A A A A AEC E E E E I I I I "  // 00C0
    "D N O O O O O   O U U U U Y THSS"  // 00D0
    "A A A A A A AEC E E E E I I I I "  // 00E0
    "D N O O O O O   O U U U U Y THY "  // 00F0
    "A A A A A A C C C C C C C C D D "  // 0100
    "D D E E E E E E E E E E G G G G "  // 0110
    "G G G G H H H H I I I I I I I I "  // 0120
    "I I IJIJJ J K K K L L L L L L L "  // 0130
    "L L L N N N N N N N NGNGO O O O "  // 0140
    "O O OEOER R R R R R S S S S S S "  // 0150
    "S S T T T T T T U U U U U U U U "  // 0160
    "U U U U W W Y Y Y Z Z Z Z Z Z S "  // 0170
    "B B           C C D D           "  // 0180
    "  F F G       I K K L     N N   "  // 0190
    "O O     P P           T T T T U "  // 01A0
    "U   V Y Y Z Z                   "  // 01B0
    "        DZDZDZLJLJLJNJNJNJA A I "  // 01C0
    "I O O U U U U U U U U U U   A A "  // 01D0
    "A A AEAEG G G G K K O O O O     "  // 01E0
    "J DZDZDZG G     N N A A AEAEO O "  // 01F0
    "A A A A E E E E I I I I O O O O "  // 0200
    "R R R R U U U U S S T T     H H "  // 0210
    "  D         A A E E O O O O O O "  // 0220
    "O O Y Y L N T J     A C C L T S "  // 0230
    "Z     B U   E E J J Q Q R R Y Y "; // 0240
constexpr char32_t kVietnameseFirst = 0x1E00;
constexpr std::string_view kVietnamese = // Latin Extended Additional
    "A A B B B B B B C C D D D D D D "   // 1E00
    "D D D D E E E E E E E E E E F F "   // 1E10
    "G G H H H H H H H H H H I I I I "   // 1E20
    "K K K K K K L L L L L L L L M M "   // 1E30
    "M M M M N N N N N N N N O O O O "   // 1E40
    "O O O O P P P P R R R R R R R R "   // 1E50
    "S S S S S S S S S S T T T T T T "   // 1E60
    "T T U U U U U U U U U U V V V V "   // 1E70
    "W W W W W W W W W W X X X X Y Y "   // 1E80
    "Z Z Z Z Z Z H T W Y A S S S SS  "   // 1E90
    "A A A A A A A A A A A A A A A A "   // 1EA0
    "A A A A A A A A E E E E E E E E "   // 1EB0
    "E E E E E E E E I I I I O O O O "   // 1EC0
    "O O O O O O O O O O O O O O O O "   // 1ED0
    "O O O O U U U U U U U U U U U U "   // 1EE0
    "U U Y Y Y Y Y Y Y Y             ";  // 1EF0
static_assert(kLatin.size() == (0x250 - 0xC0) * 2 && kVietnamese.size() == 0x200);

// What other characters are written as; an empty replacement removes the character.
struct Range {
  char32_t first, last;
  std::string_view replacement;
};
constexpr std::array kRanges = {
    Range{0x0080, 0x00A0, " "}, // controls and the no-break space
    Range{0x00AA, 0x00AA, "A"},  Range{0x00AB, 0x00AB, "\""},  Range{0x00AD, 0x00AD, ""},
    Range{0x00B4, 0x00B4, "'"},  Range{0x00BA, 0x00BA, "O"},   Range{0x00BB, 0x00BB, "\""},
    Range{0x02B9, 0x02BF, "'"},  Range{0x02C8, 0x02C8, "'"},   Range{0x02CA, 0x02CB, "'"},
    Range{0x0300, 0x036F, ""},   Range{0x1680, 0x1680, " "},   Range{0x180E, 0x180E, ""},
    Range{0x2000, 0x200A, " "},  Range{0x200B, 0x200F, ""},    Range{0x2010, 0x2015, "-"},
    Range{0x2018, 0x201B, "'"},  Range{0x201C, 0x201F, "\""},  Range{0x2028, 0x2029, " "},
    Range{0x202A, 0x202E, ""},   Range{0x202F, 0x202F, " "},   Range{0x2032, 0x2032, "'"},
    Range{0x2033, 0x2033, "\""}, Range{0x2035, 0x2035, "'"},   Range{0x2039, 0x203A, "'"},
    Range{0x205F, 0x205F, " "},  Range{0x2060, 0x206F, ""},    Range{0x2212, 0x2212, "-"},
    Range{0x3000, 0x3000, " "},  Range{0xFB00, 0xFB00, "FF"},  Range{0xFB01, 0xFB01, "FI"},
    Range{0xFB02, 0xFB02, "FL"}, Range{0xFB03, 0xFB03, "FFI"}, Range{0xFB04, 0xFB04, "FFL"},
    Range{0xFB05, 0xFB06, "ST"}, Range{0xFE00, 0xFE0F, ""},    Range{0xFE58, 0xFE58, "-"},
    Range{0xFE63, 0xFE63, "-"},  Range{0xFEFF, 0xFEFF, ""},
};

constexpr std::array<char, 128> make_ascii_table() {
  std::array<char, 128> table{};
  for (unsigned c = 0; c < 128; ++c)
    table[c] = static_cast<char>(c < 0x20 || c == 0x7F ? ' ' : c >= 'a' && c <= 'z' ? c - 32 : c == '`' ? '\'' : c);
  return table;
}
constexpr std::array<char, 128> kAscii = make_ascii_table();

// Writes characters and holds spaces back until the next character shows that they are inside.
class Writer {
public:
  explicit Writer(std::string& out) : out_(out), start_(out.size()) {}

  void put(char c) {
    if (c == ' ') {
      space_ = out_.size() > start_;
      return;
    }
    flush_space();
    out_.push_back(c);
  }
  /// The folded form of ASCII, which is never longer: the common case, without a growth check per character.
  void put_ascii(std::string_view run) {
    const std::size_t size = out_.size();
    out_.resize(size + run.size() + 1); // one more for a space held back
    char* to = out_.data() + size;
    const char* const start = out_.data() + start_;
    for (const char c : run) {
      const char folded = kAscii[static_cast<unsigned char>(c)];
      if (folded == ' ') {
        space_ = to != start;
        continue;
      }
      if (space_)
        *to++ = ' ';
      space_ = false;
      *to++ = folded;
    }
    out_.resize(static_cast<std::size_t>(to - out_.data()));
  }
  void put(std::string_view text) {
    for (const char c : text)
      put(c);
  }
  void put_code(char32_t code) {
    flush_space();
    append_utf8(out_, code);
  }

private:
  void flush_space() {
    if (space_)
      out_.push_back(' ');
    space_ = false;
  }

  std::string& out_;
  std::size_t start_;
  bool space_ = false;
};

std::string_view base_letters(char32_t code) {
  std::string_view cell;
  if (code >= kLatinFirst && code < kLatinFirst + kLatin.size() / 2)
    cell = kLatin.substr((code - kLatinFirst) * 2, 2);
  else if (code >= kVietnameseFirst && code < kVietnameseFirst + kVietnamese.size() / 2)
    cell = kVietnamese.substr((code - kVietnameseFirst) * 2, 2);
  return cell.substr(0, cell.find(' '));
}

void put_folded(Writer& writer, char32_t code) {
  if (const std::string_view letters = base_letters(code); !letters.empty())
    return writer.put(letters);
  if (code >= 0xFF01 && code <= 0xFF5E) // full-width forms of ASCII
    return writer.put(kAscii[code - 0xFF00 + 0x20]);
  for (const Range& range : kRanges) {
    if (code < range.first)
      break;
    if (code <= range.last)
      return writer.put(range.replacement);
  }
  writer.put_code(code);
}

} // namespace

void append_folded(std::string& out, std::string_view utf8) {
  Writer writer(out);
  while (!utf8.empty()) {
    const auto end =
        std::find_if(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto plain = static_cast<std::size_t>(end - utf8.begin());
    writer.put_ascii(utf8.substr(0, plain));
    utf8.remove_prefix(plain);
    if (utf8.empty())
      break;
    const Decoded decoded = decode_utf8(utf8);
    put_folded(writer, decoded.code);
    utf8.remove_prefix(decoded.length);
  }
}

std::string fold(std::string_view utf8) {
  std::string out;
  append_folded(out, utf8);
  return out;
}

} // namespace padan::text
