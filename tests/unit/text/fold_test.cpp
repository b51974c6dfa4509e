#include "padan/text/fold.hpp"

#include <gtest/gtest.h>

namespace {

using padan::text::append_folded;
using padan::text::fold;

void check(std::string_view input, std::string_view expected) {
  const std::string folded = fold(input);
  EXPECT_EQ(folded, expected) << "input: " << input;
  EXPECT_EQ(fold(folded), folded) << "folding twice must change nothing";
}

TEST(Fold, UpperCasesAsciiAndTidiesSpaces) {
  check("", "");
  check("   \t\r\n ", "");
  check("siti  aminah\t", "SITI AMINAH");
  check("a\x01\x7F"
        "b",
        "A B");
  check("No. 12/b [x]", "NO. 12/B [X]");
}

TEST(Fold, TakesDiacriticsAway) {
  check("José Ñoño Čapek Łódź", "JOSE NONO CAPEK LODZ");
  check("Straße Ærø đỗ Þór œuvre", "STRASSE AERO DO THOR OEUVRE");
  check("Nguyễn Ưu Ÿ ŋ Ŀ", "NGUYEN UU Y NG L");
  check("e\u0301", "E"); // combining accent
  check("ﬁf ＡＢ１－２", "FIF AB1-2");
}

TEST(Fold, PlainQuotesAndDashes) {
  check("Ma’ruf Ma`ruf Maʼruf Ma´ruf Maʿruf", "MA'RUF MA'RUF MA'RUF MA'RUF MA'RUF");
  check("“x” „y« a–b—c−d", "\"X\" \"Y\" A-B-C-D");
}

TEST(Fold, SpacesAndInvisibleCharacters) {
  check("\uFEFF\u00A0a\u2003\u3000b\u202F", "A B");
  check("a\u200Bb\u00ADc\u2060", "ABC");
  check("a \u200B b", "A B");
  check("a\u0085"
        "b",
        "A B");
}

TEST(Fold, KeepsOtherScripts) {
  check("ꦱꦶꦠꦶ سِتي Иван", "ꦱꦶꦠꦶ سِتي Иван");
  check("× ÷ €", "× ÷ €");
  check("😀a", "😀A");
}

TEST(Fold, WrongBytesBecomeTheReplacementCharacter) {
  check("a\xFF"
        "b",
        "A\uFFFDB");
  check("\xC3", "\uFFFD");
  check("\xC0\xAF", "\uFFFD\uFFFD");                     // overlong
  check("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");           // surrogate
  check("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"); // above U+10FFFF
  check("\xE2\x80", "\uFFFD\uFFFD");                     // cut off
}

TEST(Fold, AppendsWithoutTouchingWhatIsThere) {
  std::string out = "x ";
  append_folded(out, " y  z ");
  EXPECT_EQ(out, "x Y Z");
}

} // namespace
