#include "client/app/erasing.h"
#include "client/app/store_hold.h"
#include "client/cli/session.h"

#include <cstdio>

namespace cli {

namespace {

base::Result<client_app::Erased> erased(Session& session) {
    TRY_LET(hold, client_app::StoreHold::take(session.file));
    if (!hold) {
        return base::Error{base::ErrorCode::Refused,
                           "izin laptop ini sudah ditutup puskesmas; tutup jendela Kawan ASI yang "
                           "masih terbuka, lalu jalankan lagi"};
    }
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
