// What the engine itself says about an answer, in both languages.
#pragma once

#include "shared/forms/form.h"

namespace forms {

enum class Message {
    Required,
    NotANumber,
    NotAWholeNumber,
    NotADate,
    NotATime,
    NotADateTime,
    NotFromTheList,
    Unreadable,
    OutOfBounds,
    UnknownCode,
    StandsAlone,  // {0}: the choice's label
};
const Label& text_of(Message message);

}  // namespace forms
