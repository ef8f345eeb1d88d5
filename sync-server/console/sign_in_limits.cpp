#include "sync-server/console/sign_in_limits.h"

#include <algorithm>

namespace console {

namespace {

constexpr int kFreeFailures = 5;
constexpr std::int64_t kFirstWaitMs = 30'000;
constexpr std::int64_t kLongestWaitMs = 15LL * 60 * 1000;
constexpr std::int64_t kForgottenAfterMs = 60LL * 60 * 1000;
// Whoever tries a name a time cannot fill the memory: the oldest are forgotten.
constexpr std::size_t kKeysMax = 10'000;

}  // namespace

std::int64_t SignInLimits::wait_ms(int failures) {
    if (failures < kFreeFailures) return 0;
    const int doublings = std::min(failures - kFreeFailures, 10);
    return std::min(kFirstWaitMs << doublings, kLongestWaitMs);
}

bool SignInLimits::is_quiet(const Tries& tries, base::Instant now) {
    return now.unix_ms - tries.last.unix_ms > kForgottenAfterMs;
}

bool SignInLimits::begin(std::string_view key, base::Instant now) {
    const std::lock_guard guard(lock_);
    const auto at = tries_.find(key);
    if (at == tries_.end()) {
        forget_old(now);
        tries_[std::string(key)] = {1, now};
        return true;
    }
    Tries& tries = at->second;
    if (is_quiet(tries, now)) tries.failures = 0;
    if (now.unix_ms - tries.last.unix_ms < wait_ms(tries.failures)) return false;
    ++tries.failures;
    tries.last = now;
    return true;
}

void SignInLimits::was_none(std::string_view key) {
    const std::lock_guard guard(lock_);
    const auto at = tries_.find(key);
    if (at == tries_.end()) return;
    if (--at->second.failures <= 0) tries_.erase(at);
}

void SignInLimits::succeeded(std::string_view key) {
    const std::lock_guard guard(lock_);
    if (const auto at = tries_.find(key); at != tries_.end()) tries_.erase(at);
}

void SignInLimits::forget_old(base::Instant now) {
    if (tries_.size() < kKeysMax) return;
    std::erase_if(tries_, [&](const auto& each) { return is_quiet(each.second, now); });
    if (tries_.size() < kKeysMax) return;
    const auto oldest = std::min_element(
        tries_.begin(), tries_.end(),
        [](const auto& a, const auto& b) { return a.second.last < b.second.last; });
    tries_.erase(oldest);
}

}  // namespace console
