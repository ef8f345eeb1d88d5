#include "client/screens/danger/answers.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/words.h"

namespace screens {

namespace {

constexpr std::int64_t kNewsMs = 30LL * 24 * 60 * 60 * 1000;

std::string outcome_words(const Ports& ports, const std::string& code) {
    const forms::Form* form = ports.records.forms().find("referral");
    const forms::Question* question = form == nullptr ? nullptr : form->find("outcome");
    const forms::Choice* choice =
        question == nullptr ? nullptr : form->find_choice(*question, code);
    return choice != nullptr ? choice->label.in(words::code()) : code;
}

}  // namespace

std::vector<AnswerNews> answer_news(const Ports& ports, const std::string& family) {
    std::vector<AnswerNews> news;
    for (const ReferralRow& row : ports.referrals.all()) {
        if (row.outcome.empty() || (!family.empty() && row.family != family)) continue;
        const Instant when = row.closed_at.value_or(row.raised_at);
        if (ports.clock.now().unix_ms - when.unix_ms > kNewsMs) continue;
        if (ports.referrals.is_seen(row.id, row.outcome)) continue;
        news.push_back({row.id, row.family, name_if_here(row.person_name), row.outcome,
                        outcome_words(ports, row.outcome), row.feedback});
    }
    return news;
}

}  // namespace screens
