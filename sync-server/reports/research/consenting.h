// Who agreed to research. In doubt she did not.
#pragma once

#include "shared/care/family.h"

#include <span>

namespace research {

// The latest paper speaks; a withdrawal of RESEARCH or of CARE ends it until a later paper. For a
// child a parent or guardian signs; who is 10 to 17 must agree herself as well (DOMAIN 10.2). A
// paper whose day cannot be read, or a person whose age is not known, is a no.
bool agreed_to_research(std::span<const records::Record> records, const care::Family& family,
                        const care::Person& person);

}  // namespace research
