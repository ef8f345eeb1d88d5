// The second copy of a user's store ("salinan cadangan"): made, kept up to date, and tried.
//
// Its files in the folder are named by the device, so that several users' copies fit on one stick;
// nobody's name is written there.
#pragma once

#include "client/app/workplace.h"
#include "client/store/copying.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace client_app {

store::SealedFiles sealed_files(const StoreFile& file);
store::SealedFiles copy_in(const std::string& folder, const StoreFile& file);

// Copies now, and remembers the folder for keeping the copy up to date. An Error says in a sentence
// for the user what is in the way; it is remembered too.
Result<store::Copied> copy_now(store::Store& store, const StoreFile& file,
                               const std::string& folder, base::Instant now);
// From now on no copy is kept; files that stand in the folder stay there.
base::Status forget_copy(store::Store& store);

inline constexpr std::int64_t kCopyEveryMs = 5 * 60 * 1000;
inline constexpr std::int64_t kCopyAfterChanges = 20;

enum class Kept {
    NotWanted,  // no folder was ever chosen
    Absent,     // the stick is not there
    UpToDate,
    TooSoon,  // something is new; it waits for five minutes or twenty changes
    Copied,
    Failed,  // the reason stands in copy_state()
};
// To be called after every save and sync, from the thread that owns `store`; mostly it costs three
// small queries. Copies only where a copy of this store stands already: a folder under which
// another stick, or none, is mounted gets nothing. A stick on which a power cut left no whole copy,
// only what was put aside or not yet named, gets one at once.
Result<Kept> keep_copy_if_present(store::Store& store, const StoreFile& file, base::Instant now);

// What a page shows of the copy.
struct CopyState {
    std::string folder;  // empty: none was chosen
    bool is_present = false;
    bool is_on_same_disk = false;  // it will not outlive the disk
    bool is_current = false;       // holds all that the store holds
    std::optional<base::Instant> at;
    std::int64_t changes = 0;  // that it holds
    std::string failure;       // of the last try; empty: it went well
};
Result<CopyState> copy_state(store::Store& store, const StoreFile& file);

// "Coba pulihkan salinan": the copy is read back to a scratch file, checked and compared.
struct CopyTrial {
    enum class Finding {
        Equal,
        Older,    // whole, and lacks `changes_behind` changes, or what came with a later sync
        Other,    // whole, and holds changes that this store lacks: of another life of the laptop
        Damaged,  // it would not restore
        Missing,  // no folder chosen, or no copy there
    };
    Finding finding = Finding::Missing;
    std::int64_t changes_behind = 0;
    std::int64_t changes_only_there = 0;
    std::int64_t records_here = 0, records_there = 0;
    std::int64_t waiting_here = 0, waiting_there = 0;  // not yet with the health centre
};
Result<CopyTrial> try_copy(store::Store& store, const StoreFile& file);

}  // namespace client_app
