#pragma once
// A scanner of XML that holds only a small window of the text. Made for workbooks: it reports what it sees and validates
// little, since files of many writers must be read. Prefixes of elements are dropped (x:c is c).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "byte_source.hpp"

namespace padan::codec::workbook {

/// Appends character data or an attribute's value with entities (named, &#160;, &#xA0;) decoded; an unknown one stays as written.
void append_decoded(std::string& out, std::string_view raw);

struct XmlAttribute {
  std::string_view prefix; // "office" of office:value
  std::string_view name;   // "value"
  std::string_view raw;    // entities not decoded

  [[nodiscard]] std::string decoded() const {
    std::string out;
    append_decoded(out, raw);
    return out;
  }
};

/// Pull scanner:  while (xml.next() != XmlScanner::Token::End) { if (xml.is_open("row")) ... }
/// `<a/>` gives Open and Close. Comments, instructions and DOCTYPE are skipped. One run of text may come in several pieces.
/// Views are valid until the next call of next(). Cost: one look at each byte.
class XmlScanner {
public:
  enum class Token : std::uint8_t { Open, Close, Text, End };

  explicit XmlScanner(ByteSource& source);
  Token next();
  [[nodiscard]] bool is_open(std::string_view name) const { return token_ == Token::Open && name_ == name; }
  [[nodiscard]] std::string_view name() const { return name_; } // of Open and Close
  bool next_attribute(XmlAttribute& attribute);                 // of Open
  std::string attribute(std::string_view name); // of Open, decoded; of several wanted take next_attribute
  void append_text(std::string& out) const;     // of Text
  void skip_element();                          // after Open: moves to its Close
  /// Two shortcuts for the innermost loop of a sheet, whose tokens are many millions. After Open or the other shortcut:
  /// the text of <name>text</name>, if exactly this follows at once, without entities, and is in the window already; it is
  /// passed then. Otherwise nothing has happened, and next() sees the element as it does any.
  std::optional<std::string_view> take_element(std::string_view name);
  /// Passes the Close of the innermost open element, if exactly </name> follows at once.
  bool take_close(std::string_view name);
  [[nodiscard]] std::size_t depth() const { return depth_; } // open elements, the current one included while Open
  /// True at the End when elements were still open or a tag was cut: the text is not whole.
  [[nodiscard]] bool cut() const { return depth_ != 0 || broken_; }

private:
  bool refill();
  bool ensure(std::size_t size);
  [[nodiscard]] bool follows(std::size_t from, std::string_view what) const;
  std::size_t find_from(std::string_view what, std::size_t from);
  std::size_t find_tag_end();
  Token text_token();
  Token tag_token();
  bool skip_markup();
  bool drop_through(std::string_view end);
  Token end();

  ByteSource& source_;
  std::vector<char> window_;
  std::size_t at_ = 0; // first byte not used yet
  std::size_t filled_ = 0;
  Token token_ = Token::Text;
  std::string_view name_;
  std::string_view rest_; // attributes of the tag, or the text
  bool literal_ = false;  // the text holds no entities to decode
  bool pending_close_ = false;
  bool leave_ = false; // the last token was a Close: depth falls at the next call
  bool broken_ = false;
  std::size_t depth_ = 0;
};

} // namespace padan::codec::workbook
