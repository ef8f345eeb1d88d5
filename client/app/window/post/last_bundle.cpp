#include "client/app/window/post/last_bundle.h"

#include "shared/base/json.h"

#include <algorithm>

namespace client_app {

namespace {

constexpr const char* kMeta = "last_bundle";

std::string member(const char* name, std::int64_t value) {
    return "\"" + std::string(name) + "\":" + std::to_string(value);
}

}  // namespace

base::Status keep_last_bundle(store::Store& store, const WrittenBundle& bundle,
                              const store::Progress& before, base::Instant now) {
    const std::string text = "{" + member("at", now.unix_ms) + "," +
                             member("changes", bundle.changes) + "," +
                             member("bytes", bundle.bytes) + "," + member("left", bundle.left) +
                             "," + member("last_n", before.acknowledged + bundle.changes) + "," +
                             member("incarnation", before.incarnation) + "}";
    return store.set_meta(kMeta, text);
}

std::optional<screens::CarriedOut> last_bundle(store::Store& store) {
    const auto text = store.meta(kMeta);
    const auto progress = store.progress();
    if (!text.ok() || text.value().empty() || !progress.ok()) return std::nullopt;
    const auto kept = base::json::Object::parse(text.value());
    if (!kept.ok()) return std::nullopt;
    const auto number = [&](const char* name) { return kept.value().integer(name).value_or(0); };
    if (number("incarnation") != progress.value().incarnation) return std::nullopt;
    screens::CarriedOut out;
    out.at = base::Instant{number("at")};
    out.changes = number("changes");
    out.bytes = number("bytes");
    out.left = number("left");
    const std::int64_t beyond = number("last_n") - progress.value().acknowledged;
    out.awaiting = std::clamp<std::int64_t>(beyond, 0, out.changes);
    return out;
}

}  // namespace client_app
