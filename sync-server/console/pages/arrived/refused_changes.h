// Changes that wait no more: what they said, what became of them, by whom and why; those that were
// refused, and taking that back.
#pragma once

#include "sync-server/console/page.h"

namespace console {

Answer refused_changes(const Visit& visit);        // the list, the latest first
Answer decided_change_page(const Visit& visit);    // not here where it waits still
Answer reopen_refused_change(const Visit& visit);  // it waits again

}  // namespace console
