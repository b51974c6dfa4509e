#pragma once
// The one JSON type of codec (keys stay in order), read without trusting it and written without failing.

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "padan/base/error.hpp"

namespace padan::codec {

using Json = nlohmann::ordered_json;

/// A discarded value when the text is no JSON.
inline Json parse_json(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

/// Bytes that are no UTF-8 become U+FFFD. indent < 0: one line.
inline std::string to_text(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

inline Json to_json(const Error& error) {
  Json params = Json::object();
  for (const auto& [name, value] : error.params) {
    params[name] = value;
  }
  return {{"code", padan::to_text(error.code)}, {"params", std::move(params)}};
}

inline Json text_list(const std::vector<std::string_view>& texts) {
  Json list = Json::array();
  for (const std::string_view text : texts) {
    list.push_back(text);
  }
  return list;
}

} // namespace padan::codec
