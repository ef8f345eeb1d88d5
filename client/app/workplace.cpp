#include "client/app/workplace.h"

#include "client/app/keeping/erasing.h"
#include "client/store/last_kept.h"
#include "client/store/practice_mark.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/store/vault.h"
#include "shared/base/file.h"

#include <algorithm>
#include <filesystem>

namespace client_app {

using base::Error;
using base::ErrorCode;

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDatabaseEnding = ".kawan";
constexpr std::string_view kVaultEnding = ".key";
constexpr std::string_view kLabelEnding = ".name";

std::string label_path(const std::string& data, const std::string& name) {
    return data + "/" + name + std::string(kLabelEnding);
}

Result<crypto::SecretBytes> unlocked(const StoreFile& file, const std::string& pin,
                                     base::Instant now) {
    TRY_LET(attempt, store::vault::unlock(file.vault, pin, now));
    switch (attempt.outcome) {
        case store::vault::Attempt::Outcome::Open:
            return std::move(attempt.key);
        case store::vault::Attempt::Outcome::MustWait:
            return Error{ErrorCode::Refused, "terlalu cepat; tunggu " +
                                                 std::to_string(attempt.wait_s) +
                                                 " detik, lalu coba PIN lagi"};
        case store::vault::Attempt::Outcome::WrongPin:
            break;
    }
    const std::string wait =
        attempt.wait_s > 0 ? "; tunggu " + std::to_string(attempt.wait_s) + " detik" : "";
    return Error{ErrorCode::Refused, "PIN salah" + wait + ". Catatan tetap aman"};
}

Result<std::unique_ptr<store::Store>> open_sealed(const StoreFile& file, crypto::SecretBytes key) {
    TRY(sealed_vfs::register_sealed_file(file.database, std::move(key)));
    TRY_LET(opened, open_again(file));
    TRY(store::look_for_lost(*opened, file.last()));
    return std::move(opened);
}

base::Status remove_file(const std::string& path) {
    std::error_code error;
    fs::remove(path, error);
    if (error) return Error{ErrorCode::Storage, "berkas lama tidak dapat dihapus"};
    return base::Done{};
}

}  // namespace

StoreFile file_named(const std::string& data, const std::string& name) {
    const std::size_t tail = name.size() - std::min<std::size_t>(name.size(), 4);
    auto label = base::read_file(label_path(data, name));
    return {name, label.ok() ? label.value() : name.substr(tail),
            data + "/" + name + std::string(kDatabaseEnding),
            data + "/" + name + std::string(kVaultEnding)};
}

base::Status put_label(const std::string& data, const std::string& name, const std::string& label) {
    return base::replace_file(label_path(data, name), label, true);
}

Result<std::unique_ptr<store::Store>> open_again(const StoreFile& file) {
    TRY_LET(connection, db::Connection::open(file.database, sealed_vfs::open_options()));
    TRY_LET(opened, store::Store::open(std::move(connection)));
    return std::make_unique<store::Store>(std::move(opened));
}

void close_store(const StoreFile& file) {
    sealed_vfs::forget_sealed_file(file.database);
}

Result<Opening> try_pin(const StoreFile& file, const std::string& pin, base::Instant now) {
    TRY_LET(attempt, store::vault::unlock(file.vault, pin, now));
    if (attempt.outcome != store::vault::Attempt::Outcome::Open) {
        return Opening{nullptr, attempt.wait_s};
    }
    TRY_LET(store, open_sealed(file, std::move(attempt.key)));
    return Opening{std::move(store), 0};
}

Result<std::vector<StoreFile>> store_files(const std::string& data) {
    std::vector<StoreFile> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(data, error)) {
        const std::string name = entry.path().stem().string();
        const bool is_key = entry.path().extension() == kVaultEnding;
        if (!is_key || name.starts_with(store::kPracticeDevice)) continue;
        StoreFile file = file_named(data, name);
        if (!is_being_erased(file)) files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(),
              [](const StoreFile& a, const StoreFile& b) { return a.name < b.name; });
    return files;
}

Result<std::unique_ptr<store::Store>> open_store(const StoreFile& file, const std::string& pin,
                                                 base::Instant now) {
    TRY_LET(key, unlocked(file, pin, now));
    return open_sealed(file, std::move(key));
}

// The key file gets its name last, and only with it a store exists: a power cut in the middle
// leaves nothing that looks like one, and enrolling again starts afresh.
Result<StoreFile> make_store(const std::string& data, const NewStore& made, base::Instant) {
    if (store::is_practice(made.identity)) {
        return Error{ErrorCode::Usage, "a practice store has no place among the users' stores"};
    }
    const StoreFile file = file_named(data, made.identity.device);
    TRY_LET(centre, crypto::BoxPublicKey::from_text(made.identity.box_key));
    if (base::file_exists(file.vault)) {
        return Error{ErrorCode::Refused, "laptop ini sudah terdaftar untuk pengguna itu"};
    }
    const std::string unnamed = file.vault + ".new";
    for (const char* ending : {"", "-wal", "-shm"}) TRY(remove_file(file.database + ending));
    TRY(remove_file(file.last()));
    TRY(remove_file(unnamed));
    store::vault::Options options;
    options.owner = made.identity.device;
    TRY_LET(key, store::vault::create(unnamed, made.pin, centre, options));
    {
        TRY_LET(store, open_sealed(file, std::move(key)));
        TRY(store->set_identity(made.identity));
    }
    TRY(put_label(data, file.name, made.identity.user_name));
    std::error_code error;
    fs::rename(unnamed, file.vault, error);
    if (error) return Error{ErrorCode::Storage, "berkas kunci tidak dapat disimpan"};
    return file;
}

}  // namespace client_app
