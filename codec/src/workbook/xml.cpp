#include "xml.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "limits.hpp"
#include "padan/text/utf8.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::size_t kWindow = std::size_t{64} << 10;
constexpr std::size_t kLongestEntity = 12;
constexpr std::size_t kNone = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint32_t numeric_entity(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  const std::uint32_t base = hex ? 16 : 10;
  digits.remove_prefix(hex ? 1 : 0);
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    const std::uint32_t digit = c >= '0' && c <= '9'           ? static_cast<std::uint32_t>(c - '0')
                                : lower >= 'a' && lower <= 'f' ? static_cast<std::uint32_t>(lower - 'a' + 10)
                                                               : 99;
    if (digit >= base || value > 0x10FFFF) {
      return 0;
    }
    value = value * base + digit;
  }
  return value;
}

// 0 for what is no entity
std::uint32_t entity(std::string_view name) {
  if (name.size() > 1 && name[0] == '#') {
    return numeric_entity(name.substr(1));
  }
  constexpr std::pair<std::string_view, std::uint16_t> kNamed[] = {{"amp", '&'},      {"lt", '<'},
                                                                   {"gt", '>'},       {"quot", '"'},
                                                                   {"apos", '\''}, // XML; the rest is HTML
                                                                   {"nbsp", 0xA0},    {"ndash", 0x2013},
                                                                   {"mdash", 0x2014}, {"lsquo", 0x2018},
                                                                   {"rsquo", 0x2019}, {"ldquo", 0x201C},
                                                                   {"rdquo", 0x201D}, {"eacute", 0xE9},
                                                                   {"bull", 0x2022},  {"hellip", 0x2026}};
  for (const auto& [known, code_point] : kNamed) {
    if (known == name) {
      return code_point;
    }
  }
  return 0;
}

std::string_view view(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

} // namespace

void append_decoded(std::string& out, std::string_view raw) {
  for (std::size_t amp = raw.find('&'); amp != kNone; amp = raw.find('&')) {
    out.append(raw.substr(0, amp));
    raw.remove_prefix(amp);
    const std::size_t semicolon = raw.substr(0, kLongestEntity).find(';');
    const std::uint32_t code_point = semicolon == kNone ? 0 : entity(raw.substr(1, semicolon - 1));
    if (code_point == 0) {
      out.push_back('&');
      raw.remove_prefix(1);
    } else {
      text::append_utf8(out, code_point);
      raw.remove_prefix(semicolon + 1);
    }
  }
  out.append(raw);
}

XmlScanner::XmlScanner(ByteSource& source) : source_(source), window_(kWindow + 1) {}

XmlScanner::Token XmlScanner::next() {
  if (leave_) {
    leave_ = false;
    depth_ -= depth_ == 0 ? 0 : 1;
  }
  if (pending_close_) {
    pending_close_ = false;
    leave_ = true;
    return token_ = Token::Close;
  }
  while (ensure(1)) {
    if (window_[at_] != '<') {
      return token_ = text_token();
    }
    ensure(9); // <![CDATA[ is the longest opening to tell apart
    if (window_[at_ + 1] != '!' && window_[at_ + 1] != '?') {
      return token_ = tag_token();
    }
    if (skip_markup()) {
      return token_ = Token::Text;
    }
  }
  return end();
}

XmlScanner::Token XmlScanner::end() {
  rest_ = {};
  return token_ = Token::End;
}

// Moves what is not used yet to the front and reads more behind it. A NUL follows the last byte, to be looked at safely.
bool XmlScanner::refill() {
  if (at_ != 0) {
    std::memmove(window_.data(), window_.data() + at_, filled_ - at_);
    filled_ -= at_;
    at_ = 0;
  }
  if (filled_ + 1 == window_.size()) {
    if (filled_ >= kMaxXmlToken) {
      broken_ = true;
      return false;
    }
    window_.resize(filled_ * 2 + 1);
  }
  const std::size_t got = source_.read(window_.data() + filled_, window_.size() - 1 - filled_);
  filled_ += got;
  window_[filled_] = '\0';
  return got != 0;
}

bool XmlScanner::ensure(std::size_t size) {
  while (filled_ - at_ < size) {
    if (!refill()) {
      return false;
    }
  }
  return true;
}

// Offset from at_ of `what`, at or after `from`; reads on until it is there.
std::size_t XmlScanner::find_from(std::string_view what, std::size_t from) {
  for (;;) {
    const std::size_t found = std::string_view(window_.data() + at_, filled_ - at_).find(what, from);
    if (found != kNone) {
      return found;
    }
    from = std::max(from, filled_ - at_ - std::min(filled_ - at_, what.size() - 1));
    if (!refill()) {
      return kNone;
    }
  }
}

XmlScanner::Token XmlScanner::text_token() {
  std::size_t size = 0;
  std::size_t first_amp = kNone;
  std::size_t amp = kNone; // the last one
  for (const std::size_t most = filled_ - at_; size < most && window_[at_ + size] != '<'; ++size) {
    if (window_[at_ + size] == '&') {
      amp = size;
      first_amp = std::min(first_amp, amp);
    }
  }
  const bool at_edge = at_ + size == filled_; // an entity may be cut here: leave it for the next piece
  if (at_edge && amp != kNone && size - amp < kLongestEntity && window_[at_ + size - 1] != ';') {
    if (amp != 0) {
      size = amp;
    } else if (ensure(kLongestEntity)) {
      return text_token();
    }
  }
  rest_ = std::string_view(window_.data() + at_, size);
  literal_ = first_amp >= size;
  at_ += size;
  return Token::Text;
}

// '>' inside a quoted value does not end the tag.
std::size_t XmlScanner::find_tag_end() {
  char quote = 0;
  for (std::size_t i = 1;; ++i) {
    const char c = window_[at_ + i]; // at the end of what was read this is the NUL behind it
    if (c == '\0' && at_ + i >= filled_) {
      if (!ensure(i + 1)) {
        return kNone;
      }
      --i;
    } else if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if (c == '>') {
      return i;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
}

XmlScanner::Token XmlScanner::tag_token() {
  const std::size_t size = find_tag_end();
  if (size == kNone) {
    broken_ = true;
    at_ = filled_;
    return end();
  }
  std::string_view tag(window_.data() + at_ + 1, size - 1);
  at_ += size + 1;
  const bool closes = !tag.empty() && tag[0] == '/';
  tag.remove_prefix(closes ? 1 : 0);
  const bool empty = !closes && !tag.empty() && tag.back() == '/';
  tag.remove_suffix(empty ? 1 : 0);
  std::size_t name = 0; // behind the prefix
  std::size_t name_end = 0;
  for (; name_end < tag.size() && !is_space(tag[name_end]); ++name_end) {
    name = tag[name_end] == ':' ? name_end + 1 : name;
  }
  name_ = tag.substr(name, name_end - name);
  rest_ = tag.substr(name_end);
  leave_ = closes;
  pending_close_ = empty;
  depth_ += closes ? 0 : 1;
  return closes ? Token::Close : Token::Open;
}

// Passes a comment, an instruction or a declaration; true when it was CDATA, which is text.
bool XmlScanner::skip_markup() {
  const std::string_view seen(window_.data() + at_, std::min<std::size_t>(filled_ - at_, 9));
  constexpr std::string_view kCdata = "<![CDATA[";
  if (seen == kCdata) {
    const std::size_t found = find_from("]]>", kCdata.size());
    const std::size_t size = found == kNone ? filled_ - at_ : found;
    broken_ = broken_ || found == kNone;
    const std::size_t skipped = std::min(kCdata.size(), size);
    rest_ = std::string_view(window_.data() + at_ + skipped, size - skipped);
    literal_ = true;
    at_ += found == kNone ? size : size + 3;
    return true;
  }
  const bool comment = seen.substr(0, 4) == "<!--";
  broken_ = !drop_through(comment ? "-->" : seen[1] == '?' ? "?>" : ">") || broken_;
  return false;
}

// Drops everything up to and including `end`, however long, within the window.
bool XmlScanner::drop_through(std::string_view end) {
  for (;;) {
    const std::size_t found = std::string_view(window_.data() + at_, filled_ - at_).find(end);
    if (found != kNone) {
      at_ += found + end.size();
      return true;
    }
    at_ = std::max(at_, filled_ - std::min(filled_, end.size() - 1));
    if (!refill()) {
      at_ = filled_;
      return false;
    }
  }
}

// By hand and in one pass: this and the two loops above are where reading a large sheet spends its time.
bool XmlScanner::next_attribute(XmlAttribute& attribute) {
  const char* at = rest_.data();
  const char* const end = at + rest_.size();
  rest_ = {};
  const auto skip_space = [&] {
    while (at != end && is_space(*at)) {
      ++at;
    }
  };
  skip_space();
  const char* const name = at;
  const char* local = at;
  for (; at != end && *at != '=' && !is_space(*at); ++at) {
    local = *at == ':' ? at + 1 : local;
  }
  const char* const name_end = at;
  skip_space();
  if (at == end || *at != '=') {
    return false;
  }
  ++at;
  skip_space();
  if (at == end || (*at != '"' && *at != '\'')) {
    return false;
  }
  const char quote = *at++;
  const char* const value = at;
  while (at != end && *at != quote) {
    ++at;
  }
  if (at == end) {
    return false;
  }
  attribute.name = view(local, name_end);
  attribute.prefix = local == name ? std::string_view() : view(name, local - 1);
  attribute.raw = view(value, at);
  rest_ = view(at + 1, end);
  return true;
}

std::string XmlScanner::attribute(std::string_view name) {
  for (XmlAttribute found; next_attribute(found);) {
    if (found.name == name) {
      return found.decoded();
    }
  }
  return {};
}

void XmlScanner::append_text(std::string& out) const {
  if (literal_) {
    out.append(rest_);
  } else {
    append_decoded(out, rest_);
  }
}

bool XmlScanner::follows(std::size_t from, std::string_view what) const {
  return what.size() <= filled_ - from && std::memcmp(window_.data() + from, what.data(), what.size()) == 0;
}

std::optional<std::string_view> XmlScanner::take_element(std::string_view name) {
  const std::size_t opening = name.size() + 2;
  const std::size_t text = at_ + opening;
  if (pending_close_ || leave_ || text > filled_ || window_[at_] != '<' || !follows(at_ + 1, name) ||
      window_[text - 1] != '>') {
    return std::nullopt;
  }
  std::size_t end = text;
  while (window_[end] != '<' && window_[end] != '&' && end != filled_) { // behind the last byte there is a NUL
    ++end;
  }
  if (opening + 1 > filled_ - end || window_[end] != '<' || window_[end + 1] != '/' || !follows(end + 2, name) ||
      window_[end + opening] != '>') {
    return std::nullopt;
  }
  at_ = end + opening + 1;
  return std::string_view(window_.data() + text, end - text);
}

bool XmlScanner::take_close(std::string_view name) {
  const std::size_t size = name.size() + 3;
  if (pending_close_ || leave_ || size > filled_ - at_ || window_[at_] != '<' || window_[at_ + 1] != '/' ||
      !follows(at_ + 2, name) || window_[at_ + size - 1] != '>') {
    return false;
  }
  at_ += size;
  depth_ -= depth_ == 0 ? 0 : 1;
  return true;
}

void XmlScanner::skip_element() {
  const std::size_t outside = depth_ - 1;
  while (next() != Token::End && !(token_ == Token::Close && depth_ == outside + 1)) {
  }
}

} // namespace padan::codec::workbook
