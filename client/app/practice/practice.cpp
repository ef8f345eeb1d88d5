#include "client/app/practice/practice.h"

#include "client/app/practice/practice_village.h"
#include "client/store/practice_mark.h"
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "shared/base/file.h"
#include "shared/crypto/hash.h"
#include "shared/protocol/enrolment.h"

#include <filesystem>

namespace client_app {

using base::Error;
using base::ErrorCode;

namespace {

namespace fs = std::filesystem;

StoreFile practice_file(const std::string& data) {
    StoreFile file = file_named(data, std::string(store::kPracticeDevice));
    file.label = "Mode uji coba";
    file.vault.clear();
    return file;
}

// Anybody may know it: the pages are sealed only so that one way of opening does for all stores.
crypto::SecretBytes open_secret() {
    return crypto::SecretBytes(crypto::hash256("Kawan ASI: mode uji coba, tidak dikirim"));
}

store::Identity practice_identity(base::Random& random, base::Instant now,
                                  const std::string& zone) {
    protocol::Config config;
    config.user_name = "Kader Uji Coba";
    config.role = "KADER";
    config.centre = "Puskesmas Contoh";
    config.units = {{"UJI-COBA", "Posyandu Uji Coba", "Desa Contoh", ""}};
    store::Identity identity;
    identity.device = std::string(store::kPracticeDevice);
    identity.user = base::make_uuid7(now, random);
    identity.user_name = config.user_name;
    identity.role = config.role;
    identity.centre = config.centre;
    identity.zone = zone;
    identity.config = protocol::to_json(config);
    return identity;
}

// Alone for a moment: with another window in practice mode it is busy.
base::Status check_free(const StoreFile& file) {
    db::OpenOptions options = sealed_vfs::open_options();
    options.exclusive = true;
    options.busy_timeout_ms = 200;
    auto alone = db::Connection::open(file.database, options);
    auto status =
        alone.ok() ? alone.value().execute("BEGIN EXCLUSIVE; COMMIT") : base::Status(alone.error());
    if (!status.ok() && db::is_busy(status.error())) {
        return Error{ErrorCode::Refused, "mode uji coba sedang terbuka di jendela lain"};
    }
    return base::Done{};  // free, or not readable: it will be made anew
}

base::Status wipe(const StoreFile& file) {
    for (const char* ending : {"", "-wal", "-shm"}) {
        std::error_code error;
        fs::remove(file.database + ending, error);
        if (error) return Error{ErrorCode::Storage, "isi mode uji coba tidak dapat dihapus"};
    }
    return base::Done{};
}

bool is_practice(store::Store& store) {
    const auto identity = store.identity();
    return identity.ok() && store::is_practice(identity.value());
}

// In one transaction: a power cut in the middle leaves a store without an identity, which is then
// made anew.
base::Status settle(store::Store& store, const base::Clock& clock, base::Random& random,
                    const std::string& zone) {
    const store::Identity identity = practice_identity(random, clock.now(), zone);
    TRY_LET(transaction, db::Transaction::begin(store.connection()));
    TRY(store.set_identity(identity));
    Recorder recorder(store, forms::FormSet::builtin(), clock, random, identity);
    TRY(settle_practice_village(recorder, clock.now()));
    return transaction.commit();
}

}  // namespace

Result<Practice> open_practice(const std::string& data, const base::Clock& clock,
                               base::Random& random, PracticeStart start, const std::string& zone) {
    TRY(base::make_directory(data, true));
    const StoreFile file = practice_file(data);
    TRY(sealed_vfs::register_sealed_file(file.database, open_secret()));
    TRY(check_free(file));
    if (start == PracticeStart::GoOn) {
        auto opened = open_again(file);
        const bool is_good = opened.ok() && is_practice(*opened.value());
        if (is_good) return Practice{file, std::move(opened).value()};
    }
    TRY(wipe(file));
    TRY_LET(made, open_again(file));
    TRY(settle(*made, clock, random, zone));
    return Practice{file, std::move(made)};
}

}  // namespace client_app
