#pragma once
// One list prepared by itself, with codes of its own, so that lists can be prepared side by side.

#include <string>
#include <vector>

#include "extra_builder.hpp"
#include "padan/prepare/address.hpp"
#include "padan/prepare/corpus.hpp"
#include "padan/prepare/name.hpp"
#include "place_builder.hpp"
#include "source_plan.hpp"

namespace padan::prepare {

class SourcePart {
public:
  SourcePart(const SourceInput& source, std::uint16_t last_year);

  /// Prepares up to rows further rows; true when the source is done.
  bool step(std::uint32_t rows);
  [[nodiscard]] std::uint32_t rows_left() const;

  // What the rows hold; codes of names, addresses, places and extras count in the tables beside them.
  std::vector<Record> records;
  std::vector<Mention> mentions; // their rows count from 0
  TokenTable names;
  TokenTable addresses;
  PlaceBuilder places;
  ExtraBuilder extras;

private:
  // Raw cell -> codes, so that each distinct name is read once.
  struct NameCodes {
    std::uint32_t main;
    std::uint32_t alias;
  };

  [[nodiscard]] std::string_view cell(std::uint32_t row, table::FieldKind kind) const;
  [[nodiscard]] std::string_view joined(std::uint32_t row, table::FieldKind kind); // valid until the next call
  NameCodes name(std::string_view raw);                                            // counts it as one more who bears it
  NameCodes name_codes(std::string_view raw);                                      // does not
  void read_names(std::uint32_t row, Record& record);
  void read_numbers(std::uint32_t row, Record& record) const;
  void read_birth(std::uint32_t row, Record& record) const;
  void read_place(std::uint32_t row, Record& record);
  void read_mentions(std::uint32_t row, const Record& record);
  void read_row(std::uint32_t row);

  const table::Grid& grid_;
  const std::vector<std::uint32_t>& data_;
  std::uint16_t last_year_;
  SourcePlan plan_;
  std::uint32_t next_ = 0; // data row
  table::Dictionary raw_names_;
  std::vector<NameCodes> name_codes_{{0, 0}};
  NameParts name_parts_; // reused
  Address address_;
  std::string scratch_;
};

} // namespace padan::prepare
