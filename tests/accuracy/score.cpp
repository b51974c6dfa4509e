// score_rows ROWS.csv TRUTH.csv: precision, recall and F1 of a result of `padan reconcile` on a made-up regency.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "accuracy/agreement.hpp"

namespace {

padan::accuracy::Labels labels_of(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  return padan::accuracy::read_labels(
      std::string((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>()));
}

void print(const char* what, const padan::accuracy::Agreement& agreement) {
  std::printf("%-8s precision %.4f  recall %.4f  F1 %.4f\n", what, agreement.precision, agreement.recall,
              agreement.f1());
}

} // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fputs("score_rows ROWS.csv TRUTH.csv\n", stderr);
    return 2;
  }
  const auto found = labels_of(words[1]);
  const auto truth = labels_of(words[2]);
  std::printf("rows     %zu of %zu\n", found.size(), truth.size());
  print("persons", padan::accuracy::agreement(found, truth, &padan::accuracy::Label::person, true));
  print("families", padan::accuracy::agreement(found, truth, &padan::accuracy::Label::family, false));
  return 0;
}
