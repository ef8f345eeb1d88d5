#include "client/app/keeping/pin.h"

#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "shared/base/file.h"
#include "shared/base/json.h"

#include <cstdio>

namespace cli {

using client_app::PinChange;

namespace {

int said(const base::Result<PinChange>& change) {
    if (!change.ok()) return fail(change.error());
    const bool is_changed = change.value().outcome == PinChange::Outcome::Changed;
    std::fprintf(is_changed ? stdout : stderr, "%s\n",
                 client_app::sentence_of(change.value()).c_str());
    return is_changed ? kDone : kRefused;
}

}  // namespace

int pin_change(const Options& options) {
    auto file = chosen_store(options);
    if (!file.ok()) return fail(file.error());
    auto old_pin = read_pin("PIN lama: ");
    if (!old_pin.ok()) return fail(old_pin.error());
    auto new_pin = read_new_pin();
    if (!new_pin.ok()) return fail(new_pin.error());
    const base::SystemClock clock;
    return said(
        client_app::change_pin(file.value(), old_pin.value(), new_pin.value(), clock.now()));
}

int pin_forgotten(const Options& options) {
    auto file = chosen_store(options);
    if (!file.ok()) return fail(file.error());
    const auto request = client_app::ask_for_new_pin(file.value());
    if (!request.ok()) return fail(request.error());
    if (!options.out.empty()) {
        const auto written = base::replace_file(options.out, request.value().text);
        if (!written.ok()) return fail(written.error());
    }
    if (options.json) {
        base::json::Writer line;
        line.add("code", request.value().code).add("request", request.value().text);
        std::printf("%s\n", line.text().c_str());
        return kDone;
    }
    if (options.out.empty()) std::printf("%s\n", request.value().text.c_str());
    std::printf(
        "Kirim permintaan ini ke koordinator puskesmas. Bacakan kode ini lewat telepon: "
        "%s\n",
        request.value().code.c_str());
    return kDone;
}

int pin_recover(const Options& options) {
    auto file = chosen_store(options);
    if (!file.ok()) return fail(file.error());
    auto answer = read_input(options.file);
    if (!answer.ok()) return fail(answer.error());
    auto new_pin = read_new_pin();
    if (!new_pin.ok()) return fail(new_pin.error());
    return said(client_app::set_rescued_pin(file.value(), answer.value(), new_pin.value()));
}

}  // namespace cli
