#pragma once
// Values out of untrusted JSON. The first thing that is not as it should be is remembered by its path.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json.hpp"

namespace padan::codec {

/// A missing key or null gives nothing; a value of the wrong type gives nothing and makes ok() false.
///   JsonReader read(json);  const std::string name = read.text("name").value_or("");  if (!read.ok()) read.where() == "name";
class JsonReader {
public:
  explicit JsonReader(const Json& object, std::string path = {}) : object_(object), path_(std::move(path)) {
    if (!object.is_object()) {
      bad_ = path_.empty() ? "{}" : path_;
    }
  }

  [[nodiscard]] const Json& object() const { return object_; }
  [[nodiscard]] bool ok() const { return !bad_; }
  [[nodiscard]] std::string where() const { return bad_.value_or(""); }
  [[nodiscard]] tl::unexpected<Error> refusal(ErrorCode code) const { return fail(code, {{"where", where()}}); }
  /// Says that the value of a key, though of the right type, makes no sense.
  void refuse(std::string_view key) {
    if (!bad_) {
      bad_ = path_of(key);
    }
  }
  [[nodiscard]] std::string path_of(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  }

  [[nodiscard]] const Json* member(std::string_view key) {
    if (!object_.is_object()) {
      return nullptr;
    }
    const auto found = object_.find(std::string(key));
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }
  std::optional<std::string> text(std::string_view key) {
    const Json* value = typed(key, &Json::is_string);
    return value == nullptr ? std::nullopt : std::optional(value->get<std::string>());
  }
  std::optional<bool> flag(std::string_view key) {
    const Json* value = typed(key, &Json::is_boolean);
    return value == nullptr ? std::nullopt : std::optional(value->get<bool>());
  }
  std::optional<double> real(std::string_view key) {
    const Json* value = typed(key, &Json::is_number);
    return value == nullptr ? std::nullopt : std::optional(value->get<double>());
  }
  std::optional<std::uint64_t> number(std::string_view key, std::uint64_t most = UINT32_MAX) {
    const Json* value = typed(key, &Json::is_number_integer);
    if (value == nullptr) {
      return std::nullopt;
    }
    if (!value->is_number_unsigned() || value->get<std::uint64_t>() > most) {
      refuse(key);
      return std::nullopt;
    }
    return value->get<std::uint64_t>();
  }
  std::optional<std::uint32_t> number32(std::string_view key) {
    const std::optional<std::uint64_t> value = number(key);
    return value ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
  }
  /// Must be there; 0 when it is not.
  std::uint32_t need(std::string_view key) {
    const std::optional<std::uint32_t> value = number32(key);
    if (!value) {
      refuse(key);
    }
    return value.value_or(0);
  }
  std::vector<std::string> texts(std::string_view key) {
    std::vector<std::string> out;
    if (const Json* list = typed(key, &Json::is_array)) {
      for (const Json& item : *list) {
        if (item.is_string()) {
          out.push_back(item.get<std::string>());
        } else {
          refuse(key);
        }
      }
    }
    return out;
  }

private:
  const Json* typed(std::string_view key, bool (Json::*is)() const noexcept) {
    const Json* value = member(key);
    if (value != nullptr && !(value->*is)()) {
      refuse(key);
      return nullptr;
    }
    return value;
  }

  const Json& object_;
  std::string path_;
  std::optional<std::string> bad_;
};

} // namespace padan::codec
