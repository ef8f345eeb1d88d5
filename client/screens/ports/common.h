// The words that all ports share.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/fields.h"
#include "shared/base/result.h"

namespace screens {

using base::Date;
using base::Fields;
using base::Instant;

}  // namespace screens
