// The first sheet of a workbook (XLSX, ECMA-376), as rows. The only place that knows ZIP and XML.
#pragma once

#include "sync-server/importing/table.h"

namespace importing {

Result<std::vector<Row>> rows_of_workbook(std::string_view bytes);

}  // namespace importing
