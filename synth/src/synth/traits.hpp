#pragma once
// Everything else that lists tell about a person; drawn from the person's number, hence the same in every list.

#include <string_view>

#include "world.hpp"

namespace padan::synth {

struct Traits {
  int age = 0;
  std::string_view job;       // as on the family card
  std::string_view p3ke_job;  // in P3KE's short list
  int job_code = 0;           // DTSEN field of work, 0 none
  std::string_view education; // as on the family card
  int education_step = 0;     // 0 none .. 5 university
  std::string_view religion;
  std::string_view blood;
  std::string_view birth_place;
  int chronic_illness = 0; // DTSEN code, 0 none
  int disability = 0;      // 0 none
  bool pkh = false, bpnt = false, bst = false, pbi = false;
};

/// Number of the person in DTKS; the insurance list quotes it.
[[nodiscard]] std::string dtks_id(const World& world, std::uint32_t person);
[[nodiscard]] Traits traits_of(const World& world, std::uint32_t person);
[[nodiscard]] std::string_view relation_text(Relation relation); // "KEPALA KELUARGA", ...
[[nodiscard]] std::string_view marital_text(Marital marital);    // "BELUM KAWIN", ...

} // namespace padan::synth
