#include "sync-server/http/turns.h"

namespace http {

Turns::Turn::~Turn() {
    if (turns_ == nullptr) return;
    const auto found = turns_->taken_.find(bearer_);
    if (found != turns_->taken_.end() && found->second == this) turns_->taken_.erase(found);
}

bool Turns::take(Turn& turn, std::string_view bearer, std::function<void()> cut) {
    if (bearer.empty()) return true;
    const auto found = taken_.find(bearer);
    if (found != taken_.end()) {
        if (found->second->is_working_) return false;
        found->second->cut_();
    }
    turn.turns_ = this;
    turn.bearer_ = bearer;
    turn.cut_ = std::move(cut);
    taken_[turn.bearer_] = &turn;
    return true;
}

}  // namespace http
