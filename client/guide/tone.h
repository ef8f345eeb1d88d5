// The tones of the guide as samples, made here: no sound file has to be found or licensed.
#pragma once

#include "client/guide/speaker.h"

#include <cstdint>
#include <vector>

namespace guide {

inline constexpr int kSamplesPerSecond = 44100;

// One channel. Begins and ends in silence and is never loud: a baby may be asleep.
std::vector<std::int16_t> tone(Cue cue);

}  // namespace guide
