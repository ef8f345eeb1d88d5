// Who stands behind a figure: who was counted, who not and why, back to the record and its visit.
#pragma once

#include "sync-server/console/page.h"

namespace console {

Answer figure_people(const Visit& visit);  // "?id=ID_ASI05:2026-10:P1"
Answer figure_record(const Visit& visit);  // the record that decided, in words

}  // namespace console
