#pragma once
// Layouts of applications that take lists in: which of their columns is filled from which of ours, so that nobody types twice.

#include <string>
#include <vector>

namespace padan::codec {

struct TemplateColumn {
  std::string header; // as the application calls it
  std::string from;   // column of persons.csv; empty: the text below in every row
  std::string text;
};

struct ExportTemplate {
  std::string name;
  std::vector<TemplateColumn> columns;
};

/// To begin with: how lists of DTKS and of health insurance are laid out. An office changes them to what its application asks for.
[[nodiscard]] const std::vector<ExportTemplate>& default_templates();

} // namespace padan::codec
