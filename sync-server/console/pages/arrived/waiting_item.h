// The page of one change that waits: what is said of it, and what can be done with it.
#pragma once

#include "sync-server/console/pages/arrived/closed_laptop.h"
#include "sync-server/console/pages/arrived/waiting_change.h"
#include "sync-server/console/records/answer_fields.h"
#include "sync-server/console/records/record_words.h"

#include <optional>
#include <string>

namespace console {

struct WaitingItem {
    const server_store::Quarantined& item;
    Waiting waiting;
    std::optional<ClosedLaptop> closed;
    const forms::Question* wrong = nullptr;  // whose answer is, if one is
    std::string told;                        // what its author heard last
};
Result<WaitingItem> waiting_item(const Visit& visit, const server_store::Quarantined& item);

// Whose it is, of when, why it waits.
Result<Html> facts_of_item(const Visit& visit, const WaitingItem& one, const About& whom);
// The answer that is wrong, or what to ask about one that may be right; sending back and refusing;
// the rest of the change for whoever wants it.
Html deeds_of_item(const Visit& visit, const WaitingItem& one);

// What mending asks: first the answer that is wrong, then those of the change, then the rest of the
// form.
Asking mending_asked(const Visit& visit, const WaitingItem& one);

}  // namespace console
