// The bundle written last, remembered in the store: what of it still has no answer.
#pragma once

#include "client/app/sending/courier.h"
#include "client/screens/ports/courier.h"

#include <optional>

namespace client_app {

// `before`: the store's progress when the bundle was made.
base::Status keep_last_bundle(store::Store& store, const WrittenBundle& bundle,
                              const store::Progress& before, base::Instant now);
// Nothing was written yet, or not in this life of the store: its numbers mean others now.
std::optional<screens::CarriedOut> last_bundle(store::Store& store);

}  // namespace client_app
