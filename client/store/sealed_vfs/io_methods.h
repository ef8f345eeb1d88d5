// SQLite's table of functions for one open file. What is not the content of a page goes to the
// file beneath as it is.
#pragma once

#include "client/store/sealed_vfs/sealed_file.h"

namespace sealed_vfs {

// What SQLite allocates for us; the open file itself is an object of our own.
struct Handle {
    sqlite3_file head;
    SealedFile* file;
};

// A base without a shared WAL index (version 1) still does for a connection in exclusive mode.
const sqlite3_io_methods* table_for(int base_version);

}  // namespace sealed_vfs
