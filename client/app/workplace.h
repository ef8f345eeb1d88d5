// A laptop's data folder: one sealed store and one key file per user, and opening them by PIN.
#pragma once

#include "client/store/store.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <memory>
#include <string>
#include <vector>

namespace client_app {

using base::Result;

// One user's store on this laptop, before it is opened.
struct StoreFile {
    std::string name;      // the file's stem: the device's id
    std::string label;     // what the sign-in calls its user: her account's name, not sealed
    std::string database;  // path of the sealed database
    std::string vault;     // path of the key file
    std::string last() const { return database + "-last"; }  // client/store/last_kept.h
};
// Those that somebody can sign in to: the practice store is not among them.
Result<std::vector<StoreFile>> store_files(const std::string& data);
StoreFile file_named(const std::string& data, const std::string& name);
// What the sign-in calls the user of a store.
base::Status put_label(const std::string& data, const std::string& name, const std::string& label);

// Opens by PIN, and looks whether what was saved is there (store::lost). Refused: the wrong PIN, or
// too soon after one.
Result<std::unique_ptr<store::Store>> open_store(const StoreFile& file, const std::string& pin,
                                                 base::Instant now);

// The same for a screen, which shows the wait: a wrong PIN is an outcome here, not an error.
struct Opening {
    std::unique_ptr<store::Store> store;  // nullptr: the PIN was wrong, or came too soon
    int wait_s = 0;                       // seconds until the next try is heard
};
Result<Opening> try_pin(const StoreFile& file, const std::string& pin, base::Instant now);
// A second connection to a store that this process has open, for another thread.
Result<std::unique_ptr<store::Store>> open_again(const StoreFile& file);
// After the last connection is closed: forgets the key.
void close_store(const StoreFile& file);

struct NewStore {
    store::Identity identity;
    std::string pin;
};
// Makes key file and store for a device that was just enrolled, and puts its identity in.
Result<StoreFile> make_store(const std::string& data, const NewStore& made, base::Instant now);

}  // namespace client_app
