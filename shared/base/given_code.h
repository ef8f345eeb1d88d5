// A secret code that a command is given: of a backup, of a family's file, of enrolment. What stands
// on a command line is read by every user of the computer in the list of its programs, so a code is
// typed when it is asked for, or comes from a file or standard input.
#pragma once

#include "shared/base/result.h"

#include <string>

namespace base {

struct GivenCode {
    std::string text;
    bool was_in_sight = false;  // it stood on the command line itself
};
// `given`: "-" is standard input, a file's name means what is in it, anything else is the code
// itself. Empty: asked for with `prompt`, shown as it is typed (it is long, and stands on paper);
// Usage with `unasked` where nobody sits at a terminal.
Result<GivenCode> read_given_code(const std::string& given, const std::string& prompt,
                                  const std::string& unasked);

}  // namespace base
