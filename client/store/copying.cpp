#include "client/store/copying.h"

#include "client/store/erased.h"
#include "client/store/outbox.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/store/vault_file.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/crypto/hash.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

namespace store {

using base::Error;
using base::ErrorCode;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCopyMemory = "copy";
constexpr std::string_view kUnfinished = ".new";

// Alone with the file: its log index stays in memory, which sticks need.
db::OpenOptions alone() {
    db::OpenOptions options = sealed_vfs::open_options();
    options.exclusive = true;
    return options;
}

void remove_database(const std::string& path) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path + ending, ignored);
}

Result<Store> open_alone(const std::string& path) {
    db::OpenOptions options = alone();
    options.may_create = false;
    TRY_LET(connection, db::Connection::open(path, options));
    return Store::open(std::move(connection));
}

// Writes and closes the copy at `path`; how many changes it holds.
Result<std::int64_t> write_copy(Store& store, const std::string& path) {
    TRY(store.connection().copy_to(path, alone()));
    TRY_LET(copy, open_alone(path));
    TRY(copy.connection().empty_log());
    return copy.change_count();
}

std::string aside_name(const std::string& path, Instant now) {
    const std::string day = base::to_text(base::date_in(now, base::Zone{"UTC", 0}));
    for (int i = 1;; ++i) {
        std::string name = path + ".lain-" + day + "-" + std::to_string(i);
        if (!base::file_exists(name)) return name;
    }
}

// Whether the copy that stands at `path` may be overwritten by this store's.
Result<bool> holds_more(Store& store, const std::string& path) {
    auto standing = open_alone(path);
    if (!standing.ok()) return true;  // damaged: perhaps somebody can still read parts of it
    TRY_LET(only_there, held_only_by(standing.value(), store));
    return only_there.changes > 0;
}

// The key file may be newer than the last copy (another PIN), so it is written every time. Its
// count of wrong PINs and an answer it waits for are this laptop's own affair.
Status copy_key(const SealedFiles& from, const SealedFiles& to) {
    TRY_LET(file, vault::read_vault(from.key));
    file.failures = 0;
    file.failed_at = {};
    file.reply_key.clear();
    return vault::write_vault(to.key, file);
}

Result<std::string> put_aside(Store& store, const SealedFiles& from, const std::string& standing,
                              Instant now) {
    if (!base::file_exists(standing)) return std::string();
    TRY(sealed_vfs::register_copy(standing, from.database));
    const sealed_vfs::KeyOnLoan key(standing);
    TRY_LET(is_more, holds_more(store, standing));
    if (!is_more) return std::string();
    const std::string aside = aside_name(standing, now);
    TRY(base::put_in_place(standing, aside));
    return aside;
}

Result<std::int64_t> rows_after(Store& store, std::int64_t n) {
    TRY_LET(statement, store.connection().prepare("SELECT count(*) FROM outbox WHERE n > $1"));
    TRY_LET(has_row, statement.bind(1, n).step());
    CHECK(has_row);
    return statement.number(0);
}

// Without those of records that either side has erased: they are held by nobody any more.
Result<std::vector<std::string>> lines_of(Store& store, Store& other) {
    TRY_LET(statement, store.connection().prepare("SELECT line, record FROM outbox WHERE "
                                                  "line <> '' ORDER BY n"));
    std::vector<std::string> hashes;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return hashes;
        TRY_LET(was_erased, is_erased(other, statement.text(1)));
        if (!was_erased) hashes.push_back(crypto::hash128(statement.text(0)));
    }
}

Result<std::int64_t> lines_only_in(Store& store, Store& other) {
    TRY_LET(here, lines_of(store, other));
    TRY_LET(there, lines_of(other, store));
    const std::unordered_set<std::string> known(there.begin(), there.end());
    return std::count_if(here.begin(), here.end(),
                         [&](const std::string& hash) { return !known.contains(hash); });
}

Result<std::int64_t> changes_only_in(Store& store, Store& other) {
    TRY_LET(here, store.progress());
    TRY_LET(there, other.progress());
    const std::int64_t common = std::min(here.last_n, there.last_n);
    TRY_LET(hash_here, hash_at(store, common));
    TRY_LET(hash_there, hash_at(other, common));
    const bool is_one_history = common == 0 || (!hash_here.empty() && hash_here == hash_there);
    return is_one_history ? rows_after(store, common) : lines_only_in(store, other);
}

Result<std::int64_t> drafts_only_in(Store& store, Store& other) {
    TRY_LET(statement, store.connection().prepare("SELECT id, saved_at, record FROM draft"));
    std::int64_t count = 0;
    for (;;) {
        TRY_LET(has_row, statement.step());
        if (!has_row) return count;
        TRY_LET(same,
                other.connection().prepare("SELECT 1 FROM draft WHERE id = $1 AND saved_at >= $2"));
        TRY_LET(is_there, same.bind(1, statement.text(0)).bind(2, statement.number(1)).step());
        TRY_LET(was_erased, is_erased(other, statement.text(2)));
        if (!is_there && !was_erased) ++count;
    }
}

}  // namespace

Result<Difference> held_only_by(Store& store, Store& other) {
    TRY_LET(changes, changes_only_in(store, other));
    TRY_LET(drafts, drafts_only_in(store, other));
    return Difference{changes, drafts};
}

Result<Copied> copy_store(Store& store, const SealedFiles& from, const SealedFiles& to,
                          Instant now) {
    const std::string unfinished = to.database + std::string(kUnfinished);
    remove_database(unfinished);
    Copied copied;
    {
        TRY(sealed_vfs::register_copy(unfinished, from.database));
        const sealed_vfs::KeyOnLoan key(unfinished);
        auto changes = write_copy(store, unfinished);
        if (!changes.ok()) {
            remove_database(unfinished);
            return std::move(changes).error().during("write the second copy");
        }
        copied.changes = changes.value();
    }
    if (base::file_exists(unfinished + "-wal")) {
        remove_database(unfinished);
        return Error{ErrorCode::Storage, "the second copy could not be closed"};
    }
    TRY_LET(aside, put_aside(store, from, to.database, now));
    copied.set_aside = aside;
    TRY(copy_key(from, to));
    TRY(base::put_in_place(unfinished, to.database));
    std::error_code ignored;
    copied.bytes = static_cast<std::int64_t>(fs::file_size(to.database, ignored));
    return copied;
}

Result<CopyMemory> copy_memory(Store& store) {
    TRY_LET(text, store.meta(kCopyMemory));
    CopyMemory memory;
    if (text.empty()) return memory;
    TRY_LET(object, base::json::Object::parse(text));
    memory.folder = object.string("folder").value_or("");
    memory.mark = object.string("mark").value_or("");
    memory.failure = object.string("failure").value_or("");
    memory.changes = object.integer("changes").value_or(0);
    if (const auto at = object.integer("at")) memory.at = Instant{*at};
    if (const auto at = object.integer("failed_at")) memory.failed_at = Instant{*at};
    return memory;
}

Status remember_copy(Store& store, const CopyMemory& memory) {
    base::json::Writer text;
    text.add("folder", memory.folder).add("mark", memory.mark).add("changes", memory.changes);
    if (memory.at) text.add("at", memory.at->unix_ms);
    if (memory.failed_at) text.add("failed_at", memory.failed_at->unix_ms);
    text.add("failure", memory.failure);
    return store.set_meta(kCopyMemory, text.text());
}

Result<std::string> content_mark(Store& store) {
    TRY_LET(statement, store.connection().prepare(
                           "SELECT p.incarnation || '/' || p.last_n || '/' || p.acknowledged || "
                           "'/' || p.outcomes || '/' || p.epoch, "
                           "(SELECT coalesce(sum(cursor), 0) FROM unit_state), "
                           "(SELECT count(*) || '/' || coalesce(max(saved_at), 0) FROM draft) "
                           "FROM progress p"));
    TRY_LET(has_row, statement.step());
    CHECK(has_row);
    return statement.text(0) + "/" + statement.text(1) + "/" + statement.text(2);
}

}  // namespace store
