// A second copy of the store on another disk or stick: the same sealed pages, the same key, never a
// byte of plain text. And what one of two copies of a store holds that the other lacks.
#pragma once

#include "client/store/store.h"

#include <cstdint>
#include <optional>
#include <string>

namespace store {

// The two files of a store: the sealed database and the key file that opens it.
struct SealedFiles {
    std::string database;
    std::string key;
};

// What one store holds and the other does not, in changes of the device and in drafts.
struct Difference {
    std::int64_t changes = 0;
    std::int64_t drafts = 0;  // that the other lacks, or holds as they were before
    bool is_none() const { return changes == 0 && drafts == 0; }
};
// Both are stores of one device. A fork numbers changes anew, so where the chains differ the lines
// themselves are compared.
Result<Difference> held_only_by(Store& store, Store& other);

struct Copied {
    std::int64_t changes = 0;  // that the copy holds
    std::int64_t bytes = 0;
    std::string set_aside;  // a file: what stood there before and held more; else empty
};
// A consistent copy while `store` (open on `from`) is in use, also by other connections. It gets
// its name when it is whole and on the disk; until then the copy before it stays. A copy that holds
// changes which this store lacks is never overwritten: it is kept beside, under another name.
Result<Copied> copy_store(Store& store, const SealedFiles& from, const SealedFiles& to,
                          Instant now);

// Where this store is copied to, and how that went. Kept in the store.
struct CopyMemory {
    std::string folder;         // empty: no copy is wanted
    std::optional<Instant> at;  // of the last one that succeeded
    std::int64_t changes = 0;   // that it holds
    std::string mark;           // content_mark() at that time
    std::optional<Instant> failed_at;
    std::string failure;  // why the last one did not succeed; empty if it did
};
Result<CopyMemory> copy_memory(Store& store);
Status remember_copy(Store& store, const CopyMemory& memory);

// Differs when the store holds something else than before: changes, records pulled, drafts. Cheap.
Result<std::string> content_mark(Store& store);

}  // namespace store
