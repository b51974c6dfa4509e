#include "padan/codec/api.hpp"

#include <exception>
#include <new>

#include "state.hpp"

namespace padan::codec {
namespace {

using Table = std::map<std::string_view, NamedMethod>;

Table table_of(const std::vector<std::vector<NamedMethod>>& chapters) {
  Table table;
  for (const auto& chapter : chapters) {
    for (const NamedMethod& method : chapter) {
      table.emplace(method.name, method);
    }
  }
  return table;
}

const Table& methods() {
  static const Table kTable =
      table_of({file_methods(),      run_methods(),      look_methods(),      unified_methods(), action_methods(),
                priority_methods(),  lokus_methods(),    programme_methods(), extract_methods(), change_methods(),
                fieldwork_methods(), visit_methods(),    decision_methods(),  review_methods(),  audit_methods(),
                hands_methods(),     settings_methods(), seal_methods(),      project_methods(), out_methods()});
  return kTable;
}

const Table& of_share() {
  static const Table kTable = table_of({share_methods()});
  return kTable;
}

Result<Json> dispatch(State& state, std::string_view name, std::string_view json) {
  auto found = methods().find(name);
  if (found == methods().end()) {
    return fail(ErrorCode::RequestUnknown, {{"where", std::string(name)}});
  }
  if (const auto shared = of_share().find(name); state.share && shared != of_share().end()) {
    found = shared;
  }
  if (found->second.needs_results && state.results == nullptr) {
    return fail(ErrorCode::NotRunYet);
  }
  const Json arguments = parse_json(json);
  JsonReader reader(arguments);
  if (!reader.ok()) {
    return reader.refusal(ErrorCode::RequestInvalid);
  }
  return found->second.method(state, reader);
}

std::string envelope(const Result<Json>& answer) {
  Json json = {{"ok", answer.has_value()}};
  json[answer ? "value" : "error"] = answer ? *answer : to_json(answer.error());
  return to_text(json);
}

// The fuse: whatever is thrown below becomes an error value.
template <class Work> Result<Json> guarded(Work&& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::OutOfMemory);
  } catch (const std::exception& fault) {
    return fail(ErrorCode::Bug, {{"message", fault.what()}});
  }
}

} // namespace

struct Api::Impl : State {};

Api::Api() : impl_(std::make_unique<Impl>()) {}
Api::~Api() = default;
Api::Api(Api&&) noexcept = default;
Api& Api::operator=(Api&&) noexcept = default;

std::string Api::call(std::string_view method, std::string_view json) {
  State& s = *impl_;
  s.bytes = {};
  Result<Json> answer = guarded([&] { return dispatch(s, method, json); });
  s.taken = {};
  try {
    return envelope(answer);
  } catch (...) { // no memory for the answer itself
    return R"({"ok":false,"error":{"code":"memory.exhausted","params":{}}})";
  }
}

void Api::open_file(std::string name) {
  impl_->read_fault.reset();
  impl_->reader.emplace(std::move(name));
}

std::span<char> Api::buffer(std::size_t size) {
  const Result<Json> done = guarded([&]() -> Result<Json> {
    impl_->input.resize(size);
    return Json();
  });
  return done ? std::span<char>(impl_->input.data(), size) : std::span<char>();
}

void Api::feed(std::size_t size) {
  State& s = *impl_;
  if (!s.reader || s.read_fault) {
    return;
  }
  const Result<Json> done = guarded([&]() -> Result<Json> {
    s.reader->feed(std::string_view(s.input).substr(0, size));
    return Json();
  });
  if (!done) {
    s.read_fault = done.error();
    s.read_fault->params.emplace_back("file", s.reader->name());
  }
}

void Api::take(std::size_t size) {
  impl_->taken = std::move(impl_->input);
  impl_->taken.resize(std::min(size, impl_->taken.size()));
  impl_->input = {};
}

std::string_view Api::bytes() const { return impl_->bytes; }

} // namespace padan::codec
