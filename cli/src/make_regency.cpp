#include "commands.hpp"

#include <optional>

#include "output_folder.hpp"

namespace padan::cli {

int make_regency(const Arguments& arguments, Console& console) {
  if (!arguments.fill.empty()) {
    return fill_worksheets(arguments, console);
  }
  auto folder = OutputFolder::open(arguments.out, {}, {"truth/truth.csv", "source,row,person_id"}, {});
  std::optional<Refusal> refusal;
  if (!folder) {
    refusal = folder.error();
  } else {
    synth::generate(arguments.synth, [&](synth::File&& file) {
      if (!refusal) {
        const auto done = folder->write(file.name, [&](const auto& append) { append(file.bytes); });
        refusal = done ? std::nullopt : std::optional<Refusal>(done.error());
      }
    });
    if (const auto done = refusal ? tl::expected<void, Refusal>{} : folder->commit(); !done) {
      refusal = done.error();
    }
  }
  if (refusal) {
    console.refuse(sentence(console.language(), refusal->note, refusal->params));
    return refusal->note == Note::OutForeign ? kWrongUsage : kCannotRead;
  }
  return kDone;
}

} // namespace padan::cli
