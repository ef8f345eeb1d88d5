#include "client/screens/tools/breath_model.h"

#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kCountMs = kCountSeconds * 1000LL;

}  // namespace

// A clock that was set back in the middle would count for ever: then the minute begins anew.
std::int64_t BreathModel::gone_ms() const {
    return std::max<std::int64_t>(0, clock_.now().unix_ms - began_.unix_ms);
}

int BreathModel::seconds_left() const {
    if (state_ == State::Ready) return kCountSeconds;
    const std::int64_t left = std::max<std::int64_t>(0, kCountMs - gone_ms());
    return static_cast<int>((left + 999) / 1000);
}

float BreathModel::part_left() const {
    if (state_ == State::Ready) return 1;
    const std::int64_t left = std::max<std::int64_t>(0, kCountMs - gone_ms());
    return static_cast<float>(left) / static_cast<float>(kCountMs);
}

std::string BreathModel::result() const {
    if (state_ != State::Done) return {};
    if (is_fast()) {
        return tr(
            "60 or more in a minute is fast breathing in a baby under 2 months. Count once "
            "more to be sure.");
    }
    return tr(
        "Fast breathing in a baby under 2 months is 60 or more in a minute. Look at the "
        "other danger signs too.");
}

void BreathModel::start() {
    began_ = clock_.now();
    count_ = 0;
    state_ = State::Counting;
}

void BreathModel::breath() {
    if (state_ == State::Ready) start();
    tick();
    if (state_ == State::Counting) ++count_;
}

void BreathModel::stop() {
    wants_focus_ = true;
    state_ = State::Ready;
    count_ = 0;
}

bool BreathModel::tick() {
    if (state_ != State::Counting) return false;
    if (clock_.now().unix_ms < began_.unix_ms) start();
    if (gone_ms() >= kCountMs) state_ = State::Done;
    return state_ == State::Counting;
}

}  // namespace screens
