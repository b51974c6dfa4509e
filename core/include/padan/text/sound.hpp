#pragma once
// A key that Indonesian spellings of one name share, however a clerk, a village or a century wrote it.

#include <string>
#include <string_view>

namespace padan::text {

/// Returns the sound key of a folded word: its consonants after the spelling rules below, the class of its first vowel
/// (A; U for O and U; I for E and I) in its place, and the class of a final vowel, which tells YANTO from YANTI.
///   sound_key("ROCHMAT") == sound_key("RAHMAD") == "RAHMT";  sound_key("SOEKARNO") == "SUKRNU"
/// Rules (the published ones of priyadi_2005, more of them for Arabic names in Java and for old documents):
/// - old spelling: oe=u, dj=j=y, tj=c, sj=sy, ch=kh, and oo=u; doubled letters count once;
/// - one sound: f=p=v, kh=h, q=k, sy=sh=ts=s, th=t, dh=d, gh=g, dz=z, x=ks; z is y before a vowel, s elsewhere and after i;
/// - glides: iy=i=y and uw=u=w before another vowel; ai=ae=ay=oi=e, au=aw=ou=o;
/// - o counts as a after r (not in ron), k, q, h, th, sh, dh, gh and in soh, sol, sod, toh, tol (ROHMAT, KOSIM, SOLEH),
///   as u elsewhere;
/// - at the end: d=t, b=p, g=k, ng=n, silent h; a silent h between a consonant and a vowel; apostrophes.
/// Anything but letters is left out; characters outside ASCII stay as they are. Two words with one key need not be one
/// name: it is a key for finding candidates and a weak sign of agreement. Cost: under 1 µs a word.
[[nodiscard]] std::string sound_key(std::string_view folded_word);

} // namespace padan::text
