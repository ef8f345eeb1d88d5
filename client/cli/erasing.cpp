#include "client/app/keeping/erasing.h"
#include "client/app/keeping/store_hold.h"
#include "client/app/sending/syncing.h"
#include "client/cli/session.h"

#include <cstdio>

namespace cli {

namespace {

// Another program may have saved while this one spoke with the health centre (SYNC 24).
base::Status send_what_is_left(Session& session) {
    TRY_LET(left, client_app::not_received(*session.store));
    if (left == 0) return base::Done{};
    std::fprintf(stderr, "%s\n", client_app::sentence_before_erasing(left).c_str());
    TRY_LET(total,
            client_app::sync_all(*session.store, session.identity, session.forms, session.clock,
                                 nullptr, [](const sync_client::Total&) { return true; }));
    if (!total.error) return base::Done{};
    TRY_LET(waiting, client_app::not_received(*session.store));
    return base::Error{base::ErrorCode::Refused,
                       client_app::sentence_of(total.error->trouble, waiting)};
}

base::Result<client_app::Erased> erased(Session& session) {
    TRY_LET(hold, client_app::StoreHold::take(session.file));
    if (!hold) {
        return base::Error{base::ErrorCode::Refused,
                           "izin laptop ini sudah ditutup puskesmas; tutup jendela Kawan ASI yang "
                           "masih terbuka, lalu jalankan lagi"};
    }
    TRY(send_what_is_left(session));
    TRY(client_app::begin_erasing(*session.store, session.file));
    session.recorder.reset();
    session.store.reset();
    client_app::close_store(session.file);
    return client_app::finish_erasing(session.file);
}

}  // namespace

int erase(Session& session, bool as_json) {
    auto done = erased(session);
    if (!done.ok()) return fail(done.error());
    std::fprintf(as_json ? stderr : stdout, "%s\n", client_app::sentence_of(done.value()).c_str());
    return kRefused;
}

}  // namespace cli
