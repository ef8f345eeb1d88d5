// The second copy, from the first "copy here" to a laptop that went into the river.
#include "client/app/keeping/keeping.h"

#include "client/app/keeping/restoring.h"
#include "client/store/practice_mark.h"
#include "shared/base/file.h"
#include "tests/client/app/village_laptop.h"

#include <doctest/doctest.h>

#include <filesystem>

using client_app::CopyTrial;
using client_app::Kept;
using client_app::Restored;
using village::Laptop;

namespace {

namespace fs = std::filesystem;

void damage(const std::string& path) {
    std::string bytes = base::read_file(path).value();
    for (std::size_t i = 5000; i < bytes.size(); i += 4096) bytes[i] ^= 1;
    REQUIRE(base::replace_file(path, bytes).ok());
}

struct WithStick : Laptop {
    std::string stick = folder.path("stick");

    WithStick() { fs::create_directories(stick); }
    void copy() { REQUIRE(client_app::copy_now(*store, file, stick, clock.now()).ok()); }
    Kept keep() { return client_app::keep_copy_if_present(*store, file, clock.now()).value(); }
    CopyTrial trial() { return client_app::try_copy(*store, file).value(); }
    client_app::CopyState state() { return client_app::copy_state(*store, file).value(); }
    std::string copied_database() const { return client_app::copy_in(stick, file).database; }

    Restored restore(bool replaces = false, const std::string& data_folder = "",
                     const std::string& pin = village::kPin) {
        close();
        client_app::Restoring wanted;
        wanted.data = data_folder.empty() ? data : data_folder;
        wanted.folder = stick;
        wanted.pin = pin;
        wanted.replaces = replaces;
        auto restored = client_app::restore_copy(wanted, clock.now());
        REQUIRE_MESSAGE(restored.ok(), (restored.ok() ? "" : restored.error().message));
        return std::move(restored).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(WithStick, "a copy is kept up to date, at most every five minutes") {
    CHECK(keep() == Kept::NotWanted);
    add("Satu");
    copy();
    CHECK(keep() == Kept::UpToDate);
    CHECK(state().is_current);
    add("Dua");
    CHECK(keep() == Kept::TooSoon);
    CHECK(!state().is_current);
    clock.advance_ms(client_app::kCopyEveryMs);
    CHECK(keep() == Kept::Copied);
    CHECK(state().changes == 2);
    CHECK(state().at == clock.now());
    CHECK(keep() == Kept::UpToDate);
}

TEST_CASE_FIXTURE(WithStick, "twenty new changes are copied at once, and so is a clock set back") {
    copy();
    for (int i = 0; i < client_app::kCopyAfterChanges - 1; ++i) add("Banyak");
    CHECK(keep() == Kept::TooSoon);
    add("Yang keduapuluh");
    CHECK(keep() == Kept::Copied);
    add("Sesudahnya");
    clock.advance_ms(-std::int64_t{16} * 365 * 86'400'000);
    CHECK(keep() == Kept::Copied);
}

TEST_CASE_FIXTURE(WithStick, "a stick that is not there is no error; nothing is put in its place") {
    copy();
    add("Satu");
    clock.advance_ms(client_app::kCopyEveryMs);
    fs::rename(stick, folder.path("pocket"));
    CHECK(keep() == Kept::Absent);
    fs::create_directories(stick);  // the empty folder where it used to be mounted
    CHECK(keep() == Kept::Absent);
    CHECK(fs::is_empty(stick));
    CHECK(!state().is_present);
    fs::remove(stick);
    fs::rename(folder.path("pocket"), stick);
    CHECK(keep() == Kept::Copied);
}

TEST_CASE_FIXTURE(WithStick, "a stick that a power cut left without a whole copy gets one anew") {
    add("Satu");
    copy();
    for (const char* left : {".lain-2026-09-21-1", ".new"}) {
        CAPTURE(left);
        fs::rename(copied_database(), copied_database() + left);
        CHECK(keep() == Kept::Copied);
        CHECK(trial().finding == CopyTrial::Finding::Equal);
        CHECK(keep() == Kept::UpToDate);
    }
    // What was put aside stays there; another store's remains are not this one's.
    CHECK(base::file_exists(copied_database() + ".lain-2026-09-21-1"));
    fs::remove_all(stick);
    fs::create_directories(stick);
    REQUIRE(base::replace_file(stick + "/other.kawan.new", "x").ok());
    add("Dua");
    clock.advance_ms(client_app::kCopyEveryMs);
    CHECK(keep() == Kept::Absent);
}

TEST_CASE_FIXTURE(WithStick, "a copy that fails is said, waits five minutes, and then goes on") {
    copy();
    add("Satu");
    clock.advance_ms(client_app::kCopyEveryMs);
    fs::create_directories(copied_database() + ".new/in_the_way");
    CHECK(keep() == Kept::Failed);
    CHECK(state().failure.find("salinan yang lama tetap utuh") != std::string::npos);
    CHECK(keep() == Kept::TooSoon);
    fs::remove_all(copied_database() + ".new");
    clock.advance_ms(client_app::kCopyEveryMs);
    CHECK(keep() == Kept::Copied);
    CHECK(state().failure.empty());
}

TEST_CASE_FIXTURE(WithStick, "the data folder itself, or a folder that is not there, is refused") {
    CHECK(!client_app::copy_now(*store, file, data, clock.now()).ok());
    CHECK(!client_app::copy_now(*store, file, folder.path("missing"), clock.now()).ok());
    CHECK(keep() == Kept::NotWanted);
    copy();
    CHECK(state().is_on_same_disk);
    REQUIRE(client_app::forget_copy(*store).ok());
    CHECK(keep() == Kept::NotWanted);
    CHECK(base::file_exists(copied_database()));
}

TEST_CASE_FIXTURE(WithStick, "no name of a person or a user stands on the stick") {
    add("Keluarga Tersembunyi");
    copy();
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(stick)) {
        ++files;
        const std::string bytes = base::read_file(entry.path().string()).value();
        CHECK(bytes.find("Tersembunyi") == std::string::npos);
        CHECK(bytes.find("Siti") == std::string::npos);
        CHECK(entry.path().string().find("Siti") == std::string::npos);
    }
    CHECK(files == 2);  // the store and its key
}

TEST_CASE_FIXTURE(WithStick, "a copy is tried: missing, equal, older by so many changes") {
    CHECK(trial().finding == CopyTrial::Finding::Missing);
    add("Satu");
    copy();
    CHECK(trial().finding == CopyTrial::Finding::Equal);
    add("Dua");
    add("Tiga");
    const CopyTrial older = trial();
    CHECK(older.finding == CopyTrial::Finding::Older);
    CHECK(older.changes_behind == 2);
    CHECK(older.records_here == 3);
    CHECK(older.records_there == 1);
    CHECK(older.waiting_there == 1);
    copy();
    sync();
    const CopyTrial unsent = trial();
    CHECK(unsent.finding == CopyTrial::Finding::Older);
    CHECK(unsent.changes_behind == 0);
    CHECK(unsent.waiting_there == 3);
    fs::remove_all(stick);
    CHECK(trial().finding == CopyTrial::Finding::Missing);
}

TEST_CASE_FIXTURE(WithStick,
                  "a damaged copy or key file is found by trying, and nothing stays behind") {
    add("Satu");
    copy();
    const auto files_before = std::distance(fs::directory_iterator(data), {});
    damage(copied_database());
    CHECK(trial().finding == CopyTrial::Finding::Damaged);
    REQUIRE(base::replace_file(copied_database(), "").ok());
    CHECK(trial().finding == CopyTrial::Finding::Damaged);
    copy();
    CHECK(trial().finding == CopyTrial::Finding::Equal);
    REQUIRE(base::replace_file(client_app::copy_in(stick, file).key, "{}").ok());
    CHECK(trial().finding == CopyTrial::Finding::Damaged);
    CHECK(std::distance(fs::directory_iterator(data), {}) == files_before);
}

TEST_CASE_FIXTURE(WithStick, "a laptop that is gone: the copy becomes a store on a new one") {
    add("Satu");
    copy();
    const Restored restored = restore(false, folder.path("new_laptop"));
    REQUIRE(restored.outcome == Restored::Outcome::Restored);
    CHECK(restored.changes == 1);
    CHECK(restored.user_name == "Siti");
    CHECK(restored.kept_aside.empty());
    const auto files = client_app::store_files(folder.path("new_laptop")).value();
    REQUIRE(files.size() == 1);
    CHECK(files[0].label == "Siti");
    open(files[0]);
    CHECK(heads() == std::vector<std::string>{"Satu"});
    CHECK(store->progress().value().incarnation == 2);
    sync();
    CHECK(server_heads() == std::vector<std::string>{"Satu"});
}

TEST_CASE_FIXTURE(WithStick,
                  "SYNC 7: save, copy, save more, send all, restore, save other things, send: "
                  "nothing is lost and nothing overwritten") {
    const auto shared = add("Bersama");
    sync();
    copy();
    edit(shared, "rt", "007");
    add("Sesudah salinan");
    sync();
    CHECK(restore().outcome == Restored::Outcome::WouldHide);
    const Restored restored = restore(true);
    REQUIRE(restored.outcome == Restored::Outcome::Restored);
    CHECK(restored.hidden_changes == 2);
    open(restored.file);
    CHECK(heads() == std::vector<std::string>{"Bersama"});
    add("Hidup baru");
    edit(shared, "rt", "009");
    edit(shared, "landmark", "dekat masjid");
    sync();
    const std::vector<std::string> all{"Bersama", "Hidup baru", "Sesudah salinan"};
    CHECK(server_heads() == all);
    CHECK(heads() == all);
    CHECK(store::sync_status(*store).value().conflicted == 1);
    CHECK(server_value(shared, "rt") == "007");
    CHECK(server_value(shared, "landmark") == "dekat masjid");
    CHECK(store::sync_status(*store).value().waiting == 0);
}

TEST_CASE_FIXTURE(
    WithStick, "unsent changes that the copy lacks stay in the file kept aside, and can be sent") {
    add("Satu");
    copy();
    add("Hanya di laptop");
    const Restored refused = restore();
    CHECK(refused.outcome == Restored::Outcome::WouldHide);
    CHECK(refused.hidden_changes == 1);
    open(file);
    CHECK(heads().size() == 2);
    const Restored restored = restore(true);
    REQUIRE(restored.outcome == Restored::Outcome::Restored);
    open(restored.file);
    CHECK(heads() == std::vector<std::string>{"Satu"});
    sync();
    close();
    fs::rename(restored.kept_aside, file.database);
    open(file);
    sync();
    CHECK(server_heads() == std::vector<std::string>{"Hanya di laptop", "Satu"});
}

TEST_CASE_FIXTURE(WithStick, "a store that is open elsewhere is not replaced") {
    add("Satu");
    copy();
    client_app::Restoring wanted;
    wanted.data = data;
    wanted.folder = stick;
    wanted.pin = village::kPin;
    wanted.replaces = true;
    const auto restored = client_app::restore_copy(wanted, clock.now());
    REQUIRE(restored.ok());
    CHECK(restored.value().outcome == Restored::Outcome::InUse);
    add("Masih bisa");
    CHECK(heads().size() == 2);
}

TEST_CASE_FIXTURE(WithStick,
                  "a damaged copy replaces nothing; a damaged store is kept, not guessed about") {
    add("Satu");
    copy();
    const std::string good = base::read_file(copied_database()).value();
    damage(copied_database());
    CHECK(restore(true).outcome == Restored::Outcome::DamagedCopy);
    open(file);
    CHECK(heads().size() == 1);

    close();
    REQUIRE(base::replace_file(copied_database(), good).ok());
    damage(file.database);
    const Restored refused = restore();
    CHECK(refused.outcome == Restored::Outcome::WouldHide);
    CHECK(refused.is_laptop_unreadable);
    const Restored restored = restore(true);
    REQUIRE(restored.outcome == Restored::Outcome::Restored);
    CHECK(base::file_exists(restored.kept_aside));
    open(restored.file);
    CHECK(heads().size() == 1);
}

TEST_CASE_FIXTURE(WithStick, "a restore asks for the PIN: the copy's, or the laptop's newer one") {
    add("Satu");
    copy();
    close();
    CHECK(restore(false, "", "00000000").outcome == Restored::Outcome::WrongPin);
    REQUIRE(store::vault::change_pin(file.vault, village::kPin, "27182818", clock.now(),
                                     village::kCheap)
                .ok());
    CHECK(restore(false, "", "27182818").outcome == Restored::Outcome::Restored);
    CHECK(restore(false, folder.path("other")).outcome == Restored::Outcome::Restored);
}

TEST_CASE_FIXTURE(WithStick, "a restore that a power cut ended is done again") {
    add("Satu");
    copy();
    close();
    REQUIRE(base::replace_file(file.database + ".restored", "half").ok());
    fs::remove(file.vault);  // the database has its name already, the key file not yet
    const Restored restored = restore();
    REQUIRE(restored.outcome == Restored::Outcome::Restored);
    CHECK(!base::file_exists(file.database + ".restored"));
    open(restored.file);
    CHECK(heads() == std::vector<std::string>{"Satu"});
    sync();
    CHECK(server_heads() == std::vector<std::string>{"Satu"});
}

TEST_CASE_FIXTURE(WithStick, "a folder without a copy, or with several, is said") {
    CHECK(restore().outcome == Restored::Outcome::NoCopy);
    open(file);
    copy();
    fs::copy_file(copied_database(), stick + "/other.kawan");
    fs::copy_file(client_app::copy_in(stick, file).key, stick + "/other.key");
    CHECK(client_app::copies_in(stick).size() == 2);
    CHECK(restore().outcome == Restored::Outcome::WhichCopy);
}
