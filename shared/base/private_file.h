// Files and memory that hold persons' data: for the program's own user only.
#pragma once

#include <string>

namespace base {

// Readable by their owner only: the database at `path` and the files that SQLite keeps beside it.
// What the system refuses is left as it is: their folder is private, too.
void keep_database_private(const std::string& path);

// A program that dies writes no core file: it would hold names and keys in plain text.
void leave_no_core();

}  // namespace base
