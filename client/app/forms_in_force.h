// The forms that this device works with: those the server handed out, else those shipped.
#pragma once

#include "client/store/store.h"
#include "shared/forms/form_set.h"

namespace client_app {

base::Result<forms::FormSet> forms_in_force(const store::Identity& identity);

}  // namespace client_app
