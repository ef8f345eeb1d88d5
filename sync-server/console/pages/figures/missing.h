// What is missing in a month, each by its name, and where it is mended.
#pragma once

#include "sync-server/console/page.h"

namespace console {

Answer what_is_missing(const Visit& visit);  // GET /reports/missing?month=2026-10

}  // namespace console
