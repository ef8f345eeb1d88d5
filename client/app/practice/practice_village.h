// The invented families of practice mode, recorded as a cadre would: through the forms.
#pragma once

#include "client/app/recording/recorder.h"

namespace client_app {

// A pregnant woman, a newborn, twins, and a baby of three months, each told as an example by its
// name. Inside the caller's transaction.
base::Status settle_practice_village(Recorder& recorder, base::Instant now);

}  // namespace client_app
