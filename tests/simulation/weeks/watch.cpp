#include "tests/simulation/weeks/watch.h"

#include "shared/protocol/answer.h"
#include "shared/protocol/request.h"

namespace simulation {

void Watch::passed(const std::string& request, const accept::Reply& reply) {
    asked(request);
    if (reply.refusal == accept::Refusal::None) answered(reply.text);
}

void Watch::asked(const std::string& text) {
    const auto request = protocol::parse_request(text);
    if (!request.ok()) return;
    const protocol::Hello& hello = request.value().hello;
    const auto count = static_cast<std::int64_t>(request.value().changes.size());
    if (hello.turn) {
        if (count > 0) hits_->hit(22);
        return;
    }
    if (!hello.agreed || !hello.buckets.empty()) has_differed = true;
    if (count > 1 || count < hello.count) hits_->hit(4);
    if (count > 0 && hello.first_n <= acknowledged_) hits_->hit(5);
}

void Watch::answered(const std::string& text) {
    const auto parsed = protocol::parse_answer(text);
    if (!parsed.ok()) return;
    const protocol::Answer& answer = parsed.value();
    const protocol::Welcome& welcome = answer.welcome;
    acknowledged_ = welcome.acknowledged;
    if (welcome.fork && !welcome.is_reset) hits_->hit(7);
    if (welcome.is_revoked) hits_->hit(24);
    if (welcome.safe > 0) hits_->hit(21);
    if (!answer.ending.digest.empty()) hits_->hit(18);
    for (const protocol::Outcome& outcome : answer.outcomes) {
        std::string& before = outcomes_[outcome.n];
        const std::string now(name_of(outcome.kind));
        if (!before.empty() && before != now) {
            hits_->hit(6);
            if (before == "quarantined") hits_->hit(12);
        }
        before = now;
        if (outcome.code == "scope") hits_->hit(15);
        if (outcome.kind == protocol::OutcomeKind::Erased) hits_->hit(23);
        for (const protocol::Contest& contest : outcome.contests) {
            hits_->hit(8);
            if (contest.mine.entries().size() > 1) hits_->hit(10);
        }
    }
}

}  // namespace simulation
