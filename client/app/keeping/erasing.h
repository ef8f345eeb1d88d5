// The health centre closed this laptop's permission and holds all that was in the store: the laptop
// erases it (SYNC 24). The key goes first, so what is left of a store half gone opens for nobody.
//
// In two steps: what is to go is written down while the store is open; then, with it closed, the
// files go. A power cut between or within them is made good at the next start. What stays is the
// health centre's signed receipt: numbers and hashes, nothing of a person.
#pragma once

#include "client/app/workplace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace client_app {

struct Erased {
    std::int64_t received = 0;  // changes that the health centre holds
    bool is_copy_left = false;  // the second copy was not within reach: it is on its stick still
    std::string proof;          // the receipt's file; empty: nothing was ever sent
};

// Changes that the health centre has not. What was saved while it closed the permission goes there
// first: it is taken into quarantine.
Result<std::int64_t> not_received(store::Store& store);
// Refused: something here was never received, or the store is the practice store. Nothing changes.
base::Status begin_erasing(store::Store& store, const StoreFile& file);
// With every connection closed. Again and again until it succeeds; once it has, NotFound.
Result<Erased> finish_erasing(const StoreFile& file);
// At a program's start: what a power cut left undone. A store that is open elsewhere is left to it.
std::vector<Erased> finish_erasing_all(const std::string& data);

// What happened, in Indonesian; and what is done before it while something was not received.
std::string sentence_of(const Erased& erased);
std::string sentence_before_erasing(std::int64_t not_received);

// Is it on its way out? Then nobody signs in to it.
bool is_being_erased(const StoreFile& file);

}  // namespace client_app
