#include "client/app/sending/enrolling.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"

#include <cstdio>

namespace cli {

int fail(const base::Error& error) {
    std::fprintf(stderr, "kawan: %s\n", error.message.c_str());
    if (error.code == base::ErrorCode::Usage) return kUsage;
    return error.code == base::ErrorCode::Network ? kOffline : kRefused;
}

namespace {

int say(const base::Result<store::Identity>& enrolled, const char* what) {
    if (!enrolled.ok()) return fail(enrolled.error());
    std::printf("%s, %s: %s\n", enrolled.value().user_name.c_str(), enrolled.value().centre.c_str(),
                what);
    return kDone;
}

// The server does not know this laptop any more: the store goes on with a new code.
int enrol_again(const Options& options) {
    auto file = chosen_store(options);
    if (!file.ok()) return fail(file.error());
    auto code = read_code(options.code);
    if (!code.ok()) return fail(code.error());
    auto pin = read_pin("PIN: ");
    if (!pin.ok()) return fail(pin.error());
    const client_app::Renewal wanted{options.data, file.value(), code.value(), options.server,
                                     pin.value()};
    return say(client_app::enrol_again(wanted, base::SystemClock().now()),
               "laptop ini terdaftar lagi. Semua catatan tetap; kirimlah sekali lagi.");
}

}  // namespace

int enrol(const Options& options) {
    if (options.again) return enrol_again(options);
    auto code = read_code(options.code);
    if (!code.ok()) return fail(code.error());
    auto pin = read_pin("PIN baru (8 angka atau lebih): ");
    if (!pin.ok()) return fail(pin.error());
    const base::SystemClock clock;
    auto enrolled =
        client_app::enrol(options.data, code.value(), options.server, pin.value(), clock.now());
    return say(enrolled, "laptop ini siap dipakai.");
}

}  // namespace cli
