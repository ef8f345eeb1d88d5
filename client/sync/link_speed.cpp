#include "client/sync/link_speed.h"

#include "shared/base/json.h"

#include <algorithm>

namespace sync_client {

namespace {

constexpr const char* kMeta = "link_speed";
// Below the first a round tells what asking costs, from the second on what carrying costs.
constexpr std::int64_t kNextToNothing = 2 * 1024;
constexpr std::int64_t kSomething = 4 * 1024;

// Half the old, half the new: yesterday's link counts, today's more.
std::int64_t blend(std::int64_t old, std::int64_t now) {
    return old == 0 ? now : (old + now + 1) / 2;
}

}  // namespace

base::Result<LinkSpeed> LinkSpeed::remembered(store::Store& store) {
    TRY_LET(text, store.meta(kMeta));
    LinkSpeed link;
    if (text.empty()) return link;
    const auto kept = base::json::Object::parse(text);
    if (!kept.ok()) return link;  // it is only a guess
    link.asking_ms_ = std::max<std::int64_t>(0, kept.value().integer("asking_ms").value_or(0));
    link.bytes_per_s_ = std::max<std::int64_t>(0, kept.value().integer("bytes_per_s").value_or(0));
    return link;
}

base::Status LinkSpeed::remember(store::Store& store) {
    if (!is_new_) return base::Done{};
    const std::string text = R"({"asking_ms":)" + std::to_string(asking_ms_) +
                             R"(,"bytes_per_s":)" + std::to_string(bytes_per_s_) + "}";
    TRY(store.set_meta(kMeta, text));
    is_new_ = false;
    return base::Done{};
}

void LinkSpeed::took(std::int64_t ms, std::int64_t wire_bytes) {
    if (ms < 0) return;  // the laptop's clock was set meanwhile
    const std::int64_t asking = asking_ms_;
    const std::int64_t speed = bytes_per_s_;
    if (wire_bytes < kNextToNothing) {
        asking_ms_ = blend(asking_ms_, std::max<std::int64_t>(1, ms));
    } else if (wire_bytes >= kSomething) {
        const std::int64_t carrying = std::max<std::int64_t>(1, ms - asking_ms_);
        bytes_per_s_ = blend(bytes_per_s_, std::max<std::int64_t>(1, wire_bytes * 1000 / carrying));
    }
    is_new_ = is_new_ || asking != asking_ms_ || speed != bytes_per_s_;
}

std::optional<std::int64_t> LinkSpeed::ms_for(std::int64_t bytes, std::int64_t rounds) const {
    const bool is_little = bytes < kNextToNothing && asking_ms_ > 0;
    if (is_little) return asking_ms_ * rounds;
    if (bytes_per_s_ == 0) return std::nullopt;
    return asking_ms_ * rounds + bytes * 1000 / bytes_per_s_;
}

}  // namespace sync_client
