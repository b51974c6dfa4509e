#pragma once
// Numbers that several different people use tell nothing about who a row is.

#include "padan/prepare/corpus.hpp"

namespace padan::prepare {

/// Sets IdState::Shared on NIK with three or more different names and birth dates, and on KK with more rows in one list
/// than a family has. A number used by two people stays: it may be a relative's, which the family evidence can tell.
void mark_shared_numbers(Corpus& corpus);

} // namespace padan::prepare
