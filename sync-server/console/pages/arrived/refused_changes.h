// Changes that somebody refused: what they said, who refused them and why, and taking that back.
#pragma once

#include "sync-server/console/page.h"

namespace console {

Answer refused_changes(const Visit& visit);        // the list, the latest first
Answer refused_change_page(const Visit& visit);    // not here where it was not refused
Answer reopen_refused_change(const Visit& visit);  // it waits again

}  // namespace console
