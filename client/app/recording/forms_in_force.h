// The forms that this device works with: those the server handed out, else those shipped.
#pragma once

#include "client/store/store.h"
#include "shared/forms/form_set.h"

namespace client_app {

// Forms of a newer program that this one cannot read keep nobody out of her records: until the
// program is renewed she works with the shipped ones, and what they do not ask stays as it is.
base::Result<forms::FormSet> forms_in_force(const store::Identity& identity);

}  // namespace client_app
