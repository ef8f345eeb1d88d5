// A report as a file: asked for in the address, so that one page gives as many as are wanted. Each
// is in the audit.
#pragma once

#include "sync-server/console/page.h"

#include <string>
#include <string_view>

namespace console {

// What the other system calls our places and figures (reports/formats/mapping.h), in the database.
inline constexpr std::string_view kReportMapping = "report_mapping";
// A table of one family: asked for where the family is, not among the month's.
inline constexpr std::string_view kOfOneFamily = "family";
// Why it cannot be used; empty: it can.
Result<std::string> mapping_problem(const Visit& visit, std::string_view csv);

// "?period=2026-10&unit=P1&table=sigizi&format=xlsx"
Answer report_file(const Visit& visit);

}  // namespace console
