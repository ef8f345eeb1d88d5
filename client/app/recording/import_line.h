// One line of a file to be imported: {"type":"visit","unit":"P01","fields":{...}}, with "id" and
// "reason" where it has them.
#pragma once

#include "client/app/recording/recorder.h"

#include <string_view>

namespace client_app {

// Malformed: why it is no record, for the person who gave the file.
Result<Entry> entry_of_line(std::string_view line);

}  // namespace client_app
