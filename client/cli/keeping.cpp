#include "client/app/keeping/keeping.h"

#include "client/app/keeping/health.h"
#include "client/app/keeping/restoring.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "shared/base/json.h"

#include <cstdio>

namespace cli {

using base::Error;
using base::ErrorCode;
using client_app::CopyTrial;
using client_app::Restored;

namespace {

namespace json = base::json;

const char* name_of(CopyTrial::Finding finding) {
    switch (finding) {
        case CopyTrial::Finding::Equal:
            return "equal";
        case CopyTrial::Finding::Older:
            return "older";
        case CopyTrial::Finding::Other:
            return "other";
        case CopyTrial::Finding::Damaged:
            return "damaged";
        case CopyTrial::Finding::Missing:
            return "missing";
    }
    return "";
}

std::string sentence_of(const CopyTrial& trial) {
    switch (trial.finding) {
        case CopyTrial::Finding::Equal:
            return "Salinan utuh dan sama dengan isi laptop ini.";
        case CopyTrial::Finding::Older:
            return "Salinan utuh, tetapi lebih lama: kurang " +
                   std::to_string(trial.changes_behind) + " perubahan. Buat salinan lagi.";
        case CopyTrial::Finding::Other:
            return "Salinan utuh, dan berisi " + std::to_string(trial.changes_only_there) +
                   " perubahan yang tidak ada di laptop ini. Simpan salinan itu.";
        case CopyTrial::Finding::Damaged:
            return "Salinan rusak dan tidak dapat dipulihkan. Buat salinan baru di tempat lain.";
        case CopyTrial::Finding::Missing:
            return "Salinan tidak ada. Pasang flashdisk-nya, atau buat salinan baru.";
    }
    return {};
}

int try_back(Session& session, const Options& options) {
    const auto trial = client_app::try_copy(*session.store, session.file);
    if (!trial.ok()) return fail(trial.error());
    const CopyTrial& found = trial.value();
    if (options.json) {
        json::Writer line;
        line.add("copy", name_of(found.finding)).add("changes_behind", found.changes_behind);
        line.add("changes_only_there", found.changes_only_there);
        line.add("records_here", found.records_here).add("records_there", found.records_there);
        std::printf("%s\n", line.text().c_str());
    } else {
        std::printf("%s\n", sentence_of(found).c_str());
    }
    const bool is_good =
        found.finding == CopyTrial::Finding::Equal || found.finding == CopyTrial::Finding::Older;
    return is_good ? kDone : kRefused;
}

Result<std::string> folder_for(Session& session, const Options& options) {
    if (!options.folder.empty()) return options.folder;
    TRY_LET(state, client_app::copy_state(*session.store, session.file));
    if (!state.folder.empty()) return state.folder;
    return Error{ErrorCode::Usage, "sebutkan folder salinannya"};
}

// What is in the way, with what to do about it.
Error refusal(const Restored& restored) {
    switch (restored.outcome) {
        case Restored::Outcome::Restored:
            break;
        case Restored::Outcome::WrongPin:
            return {ErrorCode::Refused, "PIN salah; tidak ada yang berubah"};
        case Restored::Outcome::NoCopy:
            return {ErrorCode::NotFound, "tidak ada salinan di folder itu"};
        case Restored::Outcome::WhichCopy:
            return {ErrorCode::Usage, "ada beberapa salinan di folder itu; pilih dengan --user"};
        case Restored::Outcome::WouldHide:
            if (restored.is_laptop_unreadable) {
                return {ErrorCode::Refused,
                        "data di laptop ini tidak terbaca; dengan --replace data itu disimpan di "
                        "sampingnya dan salinan dipulihkan"};
            }
            return {ErrorCode::Refused,
                    "laptop ini berisi " + std::to_string(restored.hidden_changes) +
                        " perubahan dan " + std::to_string(restored.hidden_drafts) +
                        " draf yang tidak ada di salinan; tidak ada yang berubah. Kirim dulu, atau "
                        "pakai --replace: data lama tetap disimpan"};
        case Restored::Outcome::InUse:
            return {ErrorCode::Refused, "data itu sedang terbuka; tutup dulu jendela Kawan ASI"};
        case Restored::Outcome::DamagedCopy:
            return {ErrorCode::Refused, "salinan rusak; tidak ada yang berubah"};
    }
    return {ErrorCode::Refused, "tidak dipulihkan"};
}

void print_restored(const Restored& restored, bool as_json) {
    if (as_json) {
        json::Writer line;
        line.add("user", restored.user_name).add("changes", restored.changes);
        line.add("records", restored.records).add("kept_aside", restored.kept_aside);
        std::printf("%s\n", line.text().c_str());
        return;
    }
    std::printf("%s: %lld catatan dipulihkan.\n", restored.user_name.c_str(),
                static_cast<long long>(restored.records));
    if (!restored.kept_aside.empty()) {
        std::printf("Data yang lama disimpan di %s\n", restored.kept_aside.c_str());
    }
}

void print_health(const client_app::StoreHealth& health) {
    json::Writer line;
    line.add("records", health.records).add("waiting", health.waiting);
    line.add("drafts", health.drafts).add("file_bytes", health.file_bytes);
    line.add("free_bytes", health.room.free_bytes);
    line.add("clock_offset_ms", health.clock_offset_ms);
    if (health.last_sync_at) line.add("last_sync_at", health.last_sync_at->unix_ms);
    if (health.last_check) {
        line.add("checked_at", health.last_check->at.unix_ms);
        line.add("whole", health.last_check->is_whole);
    }
    line.add("copy_folder", health.copy.folder).add("copy_present", health.copy.is_present);
    if (health.copy.at) line.add("copied_at", health.copy.at->unix_ms);
    line.add("copy_changes", health.copy.changes).add("copy_current", health.copy.is_current);
    line.add("copy_failure", health.copy.failure);
    if (health.lost) {
        line.add("lost_from", health.lost->from).add("lost_to", health.lost->to);
    }
    std::printf("%s\n", line.text().c_str());
}

}  // namespace

void keep_copy(Session& session) {
    const auto kept =
        client_app::keep_copy_if_present(*session.store, session.file, session.clock.now());
    if (kept.ok() && kept.value() != client_app::Kept::Failed) return;
    std::fprintf(stderr, "Salinan cadangan belum diperbarui; catatan di laptop aman.\n");
}

int backup(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    Session& open = *session.value();
    if (options.tries) return try_back(open, options);
    const auto folder = folder_for(open, options);
    if (!folder.ok()) return fail(folder.error());
    const auto copied =
        client_app::copy_now(*open.store, open.file, folder.value(), open.clock.now());
    if (!copied.ok()) return fail(copied.error());
    if (options.json) {
        json::Writer line;
        line.add("changes", copied.value().changes).add("bytes", copied.value().bytes);
        line.add("set_aside", copied.value().set_aside);
        std::printf("%s\n", line.text().c_str());
    } else {
        std::printf("Salinan selesai: %lld perubahan, %lld KB.\n",
                    static_cast<long long>(copied.value().changes),
                    static_cast<long long>(copied.value().bytes / 1000));
    }
    return kDone;
}

int restore(const Options& options) {
    auto pin = read_pin("PIN: ");
    if (!pin.ok()) return fail(pin.error());
    client_app::Restoring wanted;
    wanted.data = options.data;
    wanted.folder = options.folder;
    wanted.device = options.user;
    wanted.pin = pin.value();
    wanted.replaces = options.replaces;
    const base::SystemClock clock;
    const auto restored = client_app::restore_copy(wanted, clock.now());
    if (!restored.ok()) return fail(restored.error());
    if (restored.value().outcome != Restored::Outcome::Restored) {
        return fail(refusal(restored.value()));
    }
    print_restored(restored.value(), options.json);
    return kDone;
}

int health(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    Session& open = *session.value();
    if (options.lost_is_seen) {
        if (const auto done = store::forget_lost(*open.store); !done.ok())
            return fail(done.error());
    }
    bool is_whole = true;
    if (options.checks) {
        const auto checked = client_app::check_store(*open.store, open.clock.now());
        if (!checked.ok()) return fail(checked.error());
        is_whole = checked.value().is_whole;
    }
    const auto health = client_app::store_health(*open.store, open.file);
    if (!health.ok()) return fail(health.error());
    print_health(health.value());
    return is_whole && !health.value().lost ? kDone : kRefused;
}

}  // namespace cli
