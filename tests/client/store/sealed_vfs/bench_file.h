// What the tests of the sealed VFS share: a folder that goes away, a store on its own key, raw
// bytes of files, and a table of numbered rows whose every loss shows.
#pragma once

#include "client/store/sealed_vfs/sealed_vfs.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"

#include <string>

namespace sealed_test {

class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

// A key that is the same for the same letter.
crypto::SecretBytes key_of(char letter);

// Registers the key and opens.
base::Result<db::Connection> open_sealed(const std::string& path, char key = 'a',
                                         const std::string& base_vfs = "", int cache_kib = 2048);

// The table: rows 1..n without gaps, written ten to a transaction.
constexpr int kBatch = 10;
base::Status make_table(db::Connection& connection);
base::Status add_batch(db::Connection& connection, std::int64_t first);
base::Status add_batches(db::Connection& connection, int batches);
// How many whole batches there are; an error if the file is damaged, or if a row in the middle or
// a part of a batch is missing or altered.
base::Result<std::int64_t> whole_batches(db::Connection& connection);

std::string bytes_of(const std::string& path);  // "" if there is no such file
void put_bytes(const std::string& path, const std::string& bytes);

}  // namespace sealed_test
