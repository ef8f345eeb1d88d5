#include "client/app/enrolling.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"

#include <cstdio>

namespace cli {

int fail(const base::Error& error) {
    std::fprintf(stderr, "kawan: %s\n", error.message.c_str());
    if (error.code == base::ErrorCode::Usage) return kUsage;
    return error.code == base::ErrorCode::Network ? kOffline : kRefused;
}

int enrol(const Options& options) {
    auto pin = read_pin("PIN baru (8 angka atau lebih): ");
    if (!pin.ok()) return fail(pin.error());
    const base::SystemClock clock;
    auto enrolled =
        client_app::enrol(options.data, options.code, options.server, pin.value(), clock.now());
    if (!enrolled.ok()) return fail(enrolled.error());
    std::printf("%s, %s: laptop ini siap dipakai.\n", enrolled.value().user_name.c_str(),
                enrolled.value().centre.c_str());
    return kDone;
}

}  // namespace cli
