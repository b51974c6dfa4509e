#pragma once
// What the lists together say of a number: shared by different people, or confirmed by a second list.

#include "padan/prepare/corpus.hpp"

namespace padan::prepare {

/// Sets IdState::Shared on NIK with three or more different names and birth dates, and on KK with more rows in one list
/// than a family has. A number used by two people stays: it may be a relative's, which the family evidence can tell.
/// Sets Record::nik_confirmed: two lists would hardly make one slip in the same digit of the same person.
void mark_numbers(Corpus& corpus);

} // namespace padan::prepare
