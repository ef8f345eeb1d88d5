#include "client/app/window/post/post_run.h"

#include "client/store/status.h"

namespace client_app {

using screens::SyncTrouble;

namespace {

std::int64_t waiting_in(store::Store& store, std::int64_t otherwise) {
    const auto status = store::sync_status(store);
    return status.ok() ? status.value().waiting : otherwise;
}

}  // namespace

Post::Run Post::Run::begin(store::Store& store) {
    Run run;
    const auto progress = store.progress();
    if (!progress.ok()) return run;
    run.incarnation = progress.value().incarnation;
    run.acknowledged = progress.value().acknowledged;
    run.first_n = run.acknowledged + 1;
    run.left = waiting_in(store, 0);
    return run;
}

void Post::Run::count(store::Store& store, const sync_client::Total& so_far) {
    bytes_sent = so_far.body_bytes;
    const auto progress = store.progress();
    if (!progress.ok()) return;
    // A new life numbers what waits anew: what it acknowledged before is no reception of now.
    if (progress.value().incarnation == incarnation) {
        received += progress.value().acknowledged - acknowledged;
    } else {
        first_n = progress.value().acknowledged + 1;
        received = 0;
    }
    incarnation = progress.value().incarnation;
    acknowledged = progress.value().acknowledged;
    left = waiting_in(store, left);
}

namespace {

SyncTrouble trouble_of(const sync_client::RoundError& error) {
    switch (error.trouble) {
        case sync_client::Trouble::NoConnection:
            return error.is_other ? SyncTrouble::OtherAnswered : SyncTrouble::NoConnection;
        case sync_client::Trouble::WrongServer:
            return SyncTrouble::WrongServer;
        case sync_client::Trouble::NotEnrolled:
            return SyncTrouble::NotEnrolled;
        case sync_client::Trouble::Revoked:
            return SyncTrouble::Revoked;
        case sync_client::Trouble::Paused:
            return SyncTrouble::Paused;
        case sync_client::Trouble::ClientTooOld:
            return SyncTrouble::ProgramTooOld;
        case sync_client::Trouble::ServerBusy:
            return SyncTrouble::ServerBusy;
        case sync_client::Trouble::ServerTrouble:
            return SyncTrouble::ServerTrouble;
        case sync_client::Trouble::Storage:
            return SyncTrouble::Disk;
    }
    return SyncTrouble::ServerTrouble;
}

}  // namespace

void add(std::int64_t records, const store::Gone& gone, screens::ErasedHere& erased) {
    erased.records += records - gone.not_taken;
    erased.families += gone.families;
    erased.persons += gone.persons;
    erased.not_taken += gone.not_taken;
}

SyncTrouble trouble_of(const base::Result<sync_client::Total>& total) {
    if (!total.ok()) {
        const bool is_refused = total.error().code == base::ErrorCode::Refused;
        return is_refused ? SyncTrouble::Practice : SyncTrouble::NoConnection;
    }
    return total.value().error ? trouble_of(*total.value().error) : SyncTrouble::None;
}

}  // namespace client_app
