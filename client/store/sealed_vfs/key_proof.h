// Whether a key is a file's own, asked before SQLite sees the file. It must be asked: with a wrong
// key every frame of the WAL looks torn, and SQLite deletes a WAL without a whole frame on closing.
#pragma once

#include "client/store/sealed_vfs/sealed_file.h"

namespace sealed_vfs {

// SQLITE_OK if the file is empty, or the key opens page 1 or, should a power cut have torn that,
// any frame of the WAL; SQLITE_NOTADB if it opens none. `name` is the file's, as SQLite passed it
// to xOpen.
int prove_key(BaseFile& database, const char* name, const SealedPath& path);

}  // namespace sealed_vfs
