#pragma once
// The files of a result folder.

#include <functional>
#include <string>
#include <string_view>

#include "padan/base/executor.hpp"
#include "padan/codec/sealed_files.hpp"
#include "padan/codec/table_export.hpp"

namespace padan::cli {

using codec::kFigures;
using codec::kGuide;
using codec::kKeptDecisions;
using codec::kKeptInputs;
using codec::kKeptModel;
using codec::kProject;
using codec::kSummary;
using codec::table_file;

/// Some parts are made while those before them are handed on, in order.
void write_table(const engine::Planned& planned, engine::TableKind kind, const base::Executor& executor,
                 const std::function<void(std::string_view)>& append);

} // namespace padan::cli
