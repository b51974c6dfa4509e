#include "padan/resolve/authority.hpp"

#include <algorithm>

#include "padan/resolve/master.hpp"

namespace padan::resolve {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool has_part(std::string_view whole, std::string_view part) {
  return part.empty() || std::search(whole.begin(), whole.end(), part.begin(), part.end(),
                                     [](char a, char b) { return lower(a) == lower(b); }) != whole.end();
}

bool fits(const Authority& authority, const AuthorityList& list) {
  const bool asks = !authority.owner.empty() || !authority.kind.empty() || !authority.layout.empty();
  return asks && has_part(list.owner, authority.owner) && (authority.kind.empty() || authority.kind == list.kind) &&
         (authority.layout.empty() || authority.layout == list.layout);
}

AuthorityMatrix make_default() {
  const Authority registry{"", "civil_registry", ""};
  const Authority field{"", "field_result", ""};
  const Authority health{"Dinas Kesehatan", "", ""};
  const char* const population = "UU 24/2013";
  AuthorityMatrix matrix;
  for (const char* topic : {"nik", "kk", "name", "birth_date", "sex"}) {
    matrix.rules.push_back({topic, {registry}, population, {}, {}});
  }
  const Authority village{"Desa", "", ""};
  const Authority social{"Dinas Sosial", "", ""};
  matrix.rules.insert(
      matrix.rules.end(),
      {{"vital_status", {registry, field}, population, {}, {}},
       {"decile", {{"", "", "dtsen"}}, "Inpres 4/2025", {}, {}},
       {"chronic_illness", {health}, "Dinas Kesehatan", {}, {}},
       {"residence", {village, registry}, "Desa/Kelurahan (RT/RW)", {}, {}},
       {"welfare", {village, social}, "Permensos 3/2021, Permensos 3/2025", {}, {}},
       {"membership", {{"Kemensos", "", ""}, social}, "Inpres 4/2025", {}, {}},
       {"pbi", {{"Kemensos", "", ""}, {"BPJS Kesehatan", "", ""}, health}, "Kemensos, BPJS Kesehatan", {}, {}},
       {"stunting", {health}, "Dinas Kesehatan, Puskesmas", {}, {}},
       {"village_aid", {village, {"PMD", "", ""}}, "Peraturan kepala desa", {}, {}},
       {"targets", {{"Bappe", "", ""}, {"TKPKD", "", ""}}, "Permendagri 53/2020", {}, {}},
       {"publication", {{"Diskominfo", "", ""}}, "Perpres 39/2019", {}, {}}});
  return matrix;
}

} // namespace

const AuthorityRule* AuthorityMatrix::in_force(std::string_view topic, Day day) const {
  const AuthorityRule* best = nullptr;
  for (const AuthorityRule& rule : rules) {
    const Day from = parse_day(rule.valid_from);
    const Day until = parse_day(rule.valid_until);
    const bool begun = !day.known() || !from.known() || from.number() <= day.number();
    const bool over = day.known() && until.known() && until.number() < day.number();
    if (rule.topic == topic && begun && !over &&
        (best == nullptr || parse_day(best->valid_from).number() < from.number())) {
      best = &rule;
    }
  }
  return best;
}

std::uint32_t rank(const AuthorityRule& rule, const AuthorityList& list) {
  const auto at =
      std::find_if(rule.order.begin(), rule.order.end(), [&](const Authority& entry) { return fits(entry, list); });
  return at == rule.order.end() ? 0 : static_cast<std::uint32_t>(at - rule.order.begin()) + 1;
}

bool is_authority_topic(std::string_view topic) {
  return std::find(kAuthorityTopics.begin(), kAuthorityTopics.end(), topic) != kAuthorityTopics.end() ||
         std::any_of(kMasterFields.begin(), kMasterFields.end(), [&](FieldKind field) {
           return table::to_text({field, {}}) == topic;
         });
}

const AuthorityMatrix& default_authority() {
  static const AuthorityMatrix kDefault = make_default();
  return kDefault;
}

} // namespace padan::resolve
