#include "client/app/keeping/health.h"

#include "client/store/drafts.h"
#include "client/store/status.h"
#include "shared/base/json.h"
#include "shared/base/log.h"

#include <filesystem>

namespace client_app {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLastCheck = "integrity_check";

std::int64_t size_of(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

Result<std::optional<IntegrityCheck>> last_check(store::Store& store) {
    TRY_LET(text, store.meta(kLastCheck));
    if (text.empty()) return std::optional<IntegrityCheck>();
    TRY_LET(object, base::json::Object::parse(text));
    return std::optional<IntegrityCheck>(
        {base::Instant{object.integer("at").value_or(0)}, object.boolean("whole").value_or(false)});
}

}  // namespace

Result<StoreHealth> store_health(store::Store& store, const StoreFile& file) {
    StoreHealth health;
    TRY_LET(records, store.record_count());
    TRY_LET(status, store::sync_status(store));
    TRY_LET(drafts, store::draft_count(store));
    TRY_LET(check, last_check(store));
    TRY_LET(copy, copy_state(store, file));
    TRY_LET(lost, store::lost(store));
    health.records = records;
    health.waiting = status.waiting;
    health.drafts = drafts;
    health.file_bytes = size_of(file.database) + size_of(file.database + "-wal");
    health.room = disk_room(file.database);
    health.last_check = check;
    health.last_sync_at = status.last_sync_at;
    health.clock_offset_ms = status.clock_offset_ms;
    health.copy = copy;
    health.lost = lost;
    return health;
}

std::string sentence_of(const store::Lost& lost) {
    return std::to_string(lost.count()) +
           " perubahan yang sudah disimpan tidak ada lagi di laptop ini: berkasnya rusak saat "
           "laptop atau disknya mati. Ambil kembali dari salinan cadangan (kawan restore FOLDER). "
           "Tanpa salinan, catat ulang yang kurang. Sesudah itu: kawan health --lost-seen";
}

Result<IntegrityCheck> check_store(store::Store& store, base::Instant now) {
    const auto checked = store.connection().quick_check();
    if (!checked.ok()) base::log::error("the store was found damaged");
    const IntegrityCheck found{now, checked.ok()};
    base::json::Writer text;
    text.add("at", now.unix_ms).add("whole", found.is_whole);
    // A damaged store may not take the note either; the finding is told all the same.
    if (const auto noted = store.set_meta(kLastCheck, text.text()); !noted.ok()) {
        base::log::warn("the finding of an integrity check could not be kept");
    }
    return found;
}

}  // namespace client_app
