// What the page of sending asks of the outbox: who waits, and what became of what was sent.
#pragma once

#include "client/app/window/books/family_book.h"
#include "client/app/window/work.h"
#include "client/screens/ports/sync.h"

#include <cstdint>
#include <string>
#include <vector>

namespace client_app {

std::vector<screens::ResultRow> result_rows(store::Store& store, const FamilyBook& families,
                                            std::int64_t n_from, std::int64_t n_to);
// How many of what it names need an eye now.
void count_results(store::Store& store, screens::ReceiptRow& sending);

// For the back room: packs all that waits and finds whose it is. The families have no names yet.
struct WaitingNow {
    std::vector<screens::WaitingFamily> families;
    std::optional<screens::SendingCost> cost;
};
WaitingNow waiting_now(Work& work, const base::Clock& clock);

}  // namespace client_app
