#pragma once
// The packed table that tools/pack_regions.mjs writes; its format is described there.

namespace padan::region {

extern const char kPackedRegions[];
extern const unsigned long kPackedRegionsSize;

} // namespace padan::region
