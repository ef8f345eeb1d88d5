#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/base/log.h"
#include "sync-server/accept/service.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/serving/api.h"
#include "sync-server/app/serving/backup_schedule.h"
#include "sync-server/app/serving/broken_lists.h"
#include "sync-server/app/serving/forms_watch.h"
#include "sync-server/app/serving/known.h"
#include "sync-server/app/serving/matching.h"
#include "sync-server/app/serving/pages.h"
#include "sync-server/backup/put_aside.h"
#include "sync-server/http/server.h"
#include "sync-server/store/meta.h"

#include <csignal>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<http::Config> config_of(Centre& centre, const ServeOptions& options) {
    TRY_LET(address, server_store::meta(centre.connection, server_store::kAddress));
    const std::string listen = options.listen.empty() ? address : options.listen;
    const auto colon = listen.rfind(':');
    const auto port = colon == std::string::npos
                          ? std::nullopt
                          : base::json::integer_of(std::string_view(listen).substr(colon + 1));
    if (!port || *port < 0 || *port > 65535) {
        return Error{ErrorCode::Usage, "--listen is written like 0.0.0.0:8443"};
    }
    http::Config config;
    config.address = listen.substr(0, colon);
    config.port = static_cast<std::uint16_t>(*port);
    config.plain_http = options.plain_http;
    if (!options.plain_http) {
        TRY_LET(certificate, server_store::meta(centre.connection, server_store::kCertificate));
        TRY_LET(key, server_store::meta(centre.connection, server_store::kCertificateKey));
        config.certificate_pem = certificate;
        config.key_pem = key;
    }
    return config;
}

Result<std::unique_ptr<BackupSchedule>> start_backups(Centre& centre, const ServeOptions& options) {
    TRY(backup::remove_leftovers(centre.data));
    if (const auto hold = backup::Hold::of_backups(centre.data); hold.ok()) {
        TRY(backup::look_after_put_aside(centre.data, centre.clock.now()));
    }
    if (options.backup_to.empty()) {
        TRY(forget_schedule(centre.connection));
        return std::unique_ptr<BackupSchedule>();
    }
    constexpr double kMsPerHour = 3'600'000;
    const double every_ms = options.backup_every_hours * kMsPerHour;
    if (!(every_ms >= 1) || options.backup_keep < 1) {
        return Error{ErrorCode::Usage, "--backup-every and --backup-keep are more than 0"};
    }
    const backup::Order order{centre.data, options.backup_to,
                              static_cast<std::size_t>(options.backup_keep)};
    return BackupSchedule::start(centre.connection, {order, static_cast<std::int64_t>(every_ms)});
}

// The signals that end the server; blocked before any thread starts, so that only wait() sees them.
sigset_t blocked_end_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

}  // namespace

Status serve(const ServeOptions& options) {
    const sigset_t end_signals = blocked_end_signals();
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(config, config_of(*centre, options));
    TRY_LET(service, accept::Service::open(centre->connection, centre->forms, centre->clock,
                                           centre->random));
    service.know_epochs(epochs_of(options.data));
    forms::InForce forms(centre->forms);
    service.follow(forms);
    TRY_LET(backups, start_backups(*centre, options));
    FormsWatch published(options.data, forms);
    Centre& here = *centre;
    Api api(service, database_path(options.data));  // outlives all who take its turn
    TRY_LET(matching,
            Matching::start(options.data, api.turn(), [&](db::Connection& connection) -> Status {
                TRY(published.look(connection));
                const accept::Desk desk{connection, forms.now().forms, here.clock, here.random};
                return clear_broken_lists(desk, api.turn());
            }));
    http::Router router;
    api.add_to(router);
    TRY_LET(pages, Pages::open(*centre, forms, api.turn()));
    config.is_known = known_in(service, database_path(options.data));
    TRY_LET(server, http::Server::start(config, doors(router, *pages)));
    const std::string where = config.address + ":" + std::to_string(server->port());
    base::log::info("serving on " + where + (config.plain_http ? " without TLS" : ""));
    if (!options.ready_file.empty()) TRY(base::replace_file(options.ready_file, where + "\n"));
    int signal = 0;
    sigwait(&end_signals, &signal);
    server->stop();
    matching.reset();
    backups.reset();
    base::log::info("stopped; everything accepted was finished");
    return Done{};
}

}  // namespace server_app
