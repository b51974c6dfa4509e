#pragma once
// The section `fieldwork` of project.json: batches that went out and what came back of them, without a word of any person, so that
// a project that is opened elsewhere can take returns.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/act/fieldwork.hpp"
#include "padan/codec/file_reader.hpp"

namespace padan::codec {

/// Of the text of a project; empty where it has no such section, or the text is empty. Errors: ConfigInvalid {where}.
[[nodiscard]] Result<act::Fieldwork> read_fieldwork(std::string_view project);
/// The project with this section in place of its own. All else stays; an empty text is an empty project.
[[nodiscard]] std::string with_fieldwork(std::string_view project, const act::Fieldwork& work);

/// An id for a project that has none yet, from its lists: sixteen hexadecimal digits. The order of the lists is no matter.
[[nodiscard]] std::string make_project_id(std::vector<std::string> list_hashes);

/// Names and days of the data of the lists of a project, as worksheets show them.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> list_days(std::string_view project);

/// What came back in one file; an archive holds several. today: ISO.
[[nodiscard]] std::vector<act::Return> read_returns(const std::string& name, Result<ReadFile> file,
                                                    std::string_view today);

/// New proposals as a list that joins the next run: a CSV with headers that are recognised. Empty when there are none.
[[nodiscard]] std::string proposals_csv(const std::vector<act::ProposalFrom>& proposals);

} // namespace padan::codec
