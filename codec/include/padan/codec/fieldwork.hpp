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

/// A name for that list that no list of the session bears: "usulan-verval-g1.csv".
[[nodiscard]] std::string proposals_name(const act::Fieldwork& work, const engine::Session& session);
/// Whether a list is one of these, by its columns and its name.
[[nodiscard]] bool is_proposals(const engine::Source& source);
/// The project with that list among its sources: a result from the field, of the villages, of this day.
[[nodiscard]] std::string with_proposals(std::string_view project, const std::string& name, std::string_view today);
/// Takes away those who are in a list of field results already, by NIK or by name and birth date.
void drop_known_proposals(std::vector<act::ProposalFrom>& proposals, const engine::Session& session);

} // namespace padan::codec
