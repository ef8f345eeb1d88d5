// A code that only one person should know, as a command takes it (base::read_given_code).
#pragma once

#include "shared/base/result.h"

#include <string>

namespace server_app {

// One that stood on the command line is taken, since somebody may have nothing else at hand when
// the health centre burned down, but he is told who could read it.
base::Result<std::string> typed_code(const std::string& given, const std::string& prompt,
                                     const std::string& unasked);

}  // namespace server_app
