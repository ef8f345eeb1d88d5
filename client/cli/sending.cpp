#include "client/app/sending/syncing.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "client/store/status.h"
#include "shared/base/json.h"

#include <cstdio>

namespace cli {

namespace {

namespace json = base::json;

int exit_code(sync_client::Trouble trouble) {
    switch (trouble) {
        case sync_client::Trouble::NoConnection:
        case sync_client::Trouble::ServerBusy:
        case sync_client::Trouble::Paused:
            return kOffline;
        case sync_client::Trouble::WrongServer:
        case sync_client::Trouble::NotEnrolled:
        case sync_client::Trouble::Revoked:
        case sync_client::Trouble::ClientTooOld:
        case sync_client::Trouble::ServerTrouble:
        case sync_client::Trouble::Storage:
            return kRefused;
    }
    return kRefused;
}

void print_progress(const sync_client::Total& so_far) {
    std::fprintf(stderr, "\r%lld dikirim, %lld diterima, %lld KB...",
                 static_cast<long long>(so_far.sent), static_cast<long long>(so_far.received),
                 static_cast<long long>((so_far.bytes_sent + so_far.bytes_received + 999) / 1000));
}

void print_total(const sync_client::Total& total, bool as_json) {
    if (as_json) {
        json::Writer line;
        line.add("sent", total.sent).add("received", total.received);
        line.add("rounds", total.rounds).add("bytes_sent", total.bytes_sent);
        line.add("bytes_received", total.bytes_received).add("agreed", total.agreed);
        line.add("restored", total.turned).add("sent_again", total.sent_again);
        line.add("must_erase", total.must_erase).add("erased", total.erased);
        line.add("erased_families", total.gone.families).add("not_taken", total.gone.not_taken);
        line.add("left", total.left);
        std::printf("%s\n", line.text().c_str());
        return;
    }
    std::printf("%lld catatan dikirim, %lld diterima dari puskesmas (%lld kali hubungan, %lld B)\n",
                static_cast<long long>(total.sent), static_cast<long long>(total.received),
                static_cast<long long>(total.rounds),
                static_cast<long long>(total.bytes_sent + total.bytes_received));
    for (const std::string& said : client_app::sentences_of_erasure(total.erased, total.gone)) {
        std::printf("%s\n", said.c_str());
    }
    if (total.left > 0) {
        std::printf(
            "%lld catatan sekarang milik posyandu lain, jadi tidak ada lagi di laptop ini.\n",
            static_cast<long long>(total.left));
    }
    if (total.turned && !total.error) {
        std::printf("%s\n", client_app::sentence_of_restore(total.sent_again).c_str());
    }
}

}  // namespace

int sync(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    Session& open = *session.value();
    auto total = client_app::sync_all(*open.store, open.identity, open.forms, open.clock, nullptr,
                                      [&](const sync_client::Total& so_far) {
                                          if (!options.json) print_progress(so_far);
                                          return true;
                                      });
    if (!total.ok()) return fail(total.error());
    if (!options.json && total.value().rounds > 0) std::fprintf(stderr, "\n");
    print_total(total.value(), options.json);
    if (total.value().must_erase && !total.value().error) return erase(open, options.json);
    keep_copy(open);
    if (total.value().error) {
        const auto& error = *total.value().error;
        auto status = store::sync_status(*open.store);
        const long long waiting = status.ok() ? static_cast<long long>(status.value().waiting) : -1;
        std::fprintf(stderr, "%s\n", client_app::sentence_of(error, waiting).c_str());
        return exit_code(error.trouble);
    }
    return kDone;
}

int status(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    auto found = store::sync_status(*session.value()->store);
    if (!found.ok()) return fail(found.error());
    const store::SyncStatus& status = found.value();
    const auto receipts = store::receipts(*session.value()->store, 1);
    if (!receipts.ok()) return fail(receipts.error());
    if (options.json) {
        json::Writer line;
        line.add("user", session.value()->identity.user_name).add("waiting", status.waiting);
        line.add("quarantined", status.quarantined).add("conflicted", status.conflicted);
        line.add("rejected", status.rejected).add("erased", status.erased);
        line.add("acknowledged", status.acknowledged);
        line.add("safe", status.safe);
        line.add("agreed", status.agreed).add("green", status.is_green());
        line.add("free_bytes", session.value()->recorder->room().free_bytes);
        if (status.last_sync_at) line.add("last_sync_at", status.last_sync_at->unix_ms);
        if (!receipts.value().empty()) {
            line.add_token("receipt", to_json(receipts.value().front()));
        }
        std::printf("%s\n", line.text().c_str());
        return kDone;
    }
    for (const std::string& sentence : client_app::sentences_of(status)) {
        std::printf("%s\n", sentence.c_str());
    }
    const std::string room = client_app::sentence_of(session.value()->recorder->room());
    if (!room.empty()) std::printf("%s\n", room.c_str());
    if (!receipts.value().empty()) {
        const protocol::Receipt& last = receipts.value().front();
        std::printf("Tanda terima terakhir: catatan %lld sampai %lld, %s\n",
                    static_cast<long long>(last.first_n), static_cast<long long>(last.last_n),
                    base::to_date_time_text(last.at, session.value()->recorder->zone()).c_str());
    }
    return kDone;
}

}  // namespace cli
