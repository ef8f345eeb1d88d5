// Urgency as a shape, for printers without colour: an octagon (stop) now, a triangle today, a
// circle to watch.
#pragma once

#include "shared/care/danger_signs.h"

#include <string_view>

namespace paper {

constexpr std::string_view urgency_shape(care::Urgency urgency) {
    switch (urgency) {
        case care::Urgency::RedNow:
            return R"svg(<svg class="shape" viewBox="0 0 100 100" role="img" aria-label="!!">
<path d="M30 2h40l28 28v40l-28 28H30L2 70V30z"/>
<path fill="#fff" d="M31 20h13l-2 42h-9zM56 20h13l-2 42h-9z"/>
<circle cx="37.5" cy="75" r="6.5" fill="#fff"/><circle cx="62.5" cy="75" r="6.5" fill="#fff"/>
</svg>)svg";
        case care::Urgency::RedToday:
            return R"svg(<svg class="shape" viewBox="0 0 100 100" role="img" aria-label="!">
<path d="M50 4l48 90H2z"/><path fill="#fff" d="M44 34h12l-2 32h-8z"/>
<circle cx="50" cy="79" r="6.5" fill="#fff"/></svg>)svg";
        case care::Urgency::Yellow:
            return R"svg(<svg class="shape" viewBox="0 0 100 100" role="img" aria-label="i">
<circle cx="50" cy="50" r="44" fill="none" stroke="#000" stroke-width="9"/>
<circle cx="50" cy="27" r="7"/><path d="M44 41h12v36H44z"/></svg>)svg";
    }
    return "";
}

}  // namespace paper
