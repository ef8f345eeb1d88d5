#include "tests/client/store/sealed_vfs/bench_file.h"

#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace sealed_test {

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "kawan-sealed-XXXXXX").string();
    CHECK(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

crypto::SecretBytes key_of(char letter) {
    return crypto::SecretBytes(std::string(32, letter));
}

base::Result<db::Connection> open_sealed(const std::string& path, char key,
                                         const std::string& base_vfs, int cache_kib) {
    TRY(sealed_vfs::register_sealed_file(path, key_of(key), base_vfs));
    db::OpenOptions options = sealed_vfs::open_options();
    options.cache_kib = cache_kib;
    return db::Connection::open(path, options);
}

base::Status make_table(db::Connection& connection) {
    return connection.execute(
        "CREATE TABLE IF NOT EXISTS item (n INTEGER PRIMARY KEY, text TEXT NOT NULL);"
        "CREATE INDEX IF NOT EXISTS item_text ON item (text);"
        "CREATE TABLE IF NOT EXISTS total (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL);"
        "INSERT OR IGNORE INTO total VALUES (1, 0);");
}

base::Status add_batch(db::Connection& connection, std::int64_t first) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    for (std::int64_t n = first; n < first + kBatch; ++n) {
        TRY_LET(insert,
                connection.prepare("INSERT INTO item VALUES ($1, $1 || hex(zeroblob(150)))"));
        TRY(insert.bind(1, n).run());
        TRY_LET(add, connection.prepare("UPDATE total SET sum = sum + $1 WHERE id = 1"));
        TRY(add.bind(1, n).run());
    }
    return transaction.commit();
}

base::Status add_batches(db::Connection& connection, int batches) {
    TRY_LET(last, connection.number("SELECT coalesce(max(n), 0) FROM item"));
    for (int i = 0; i < batches; ++i) TRY(add_batch(connection, last + 1 + i * kBatch));
    return base::Done{};
}

base::Result<std::int64_t> whole_batches(db::Connection& connection) {
    TRY(connection.integrity_check());
    TRY_LET(count, connection.number("SELECT count(*) FROM item"));
    TRY_LET(last, connection.number("SELECT coalesce(max(n), 0) FROM item"));
    TRY_LET(sum, connection.number("SELECT coalesce((SELECT sum FROM total), 0)"));
    TRY_LET(genuine,
            connection.number("SELECT count(*) FROM item WHERE text = n || hex(zeroblob(150))"));
    const bool is_whole =
        count == last && count % kBatch == 0 && genuine == count && sum == count * (count + 1) / 2;
    if (!is_whole) return base::Error{base::ErrorCode::Malformed, "rows are missing or altered"};
    return count / kBatch;
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void put_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    CHECK(out.good());
}

}  // namespace sealed_test
