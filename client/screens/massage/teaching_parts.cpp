// The half of TeachingModel that says which part is open, what it asks, and how the practice went.
#include "client/screens/massage/teaching_model.h"

#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using care::Safety;
using words::tr;

namespace {

constexpr const char* kStoppedEarly = "session.stopped_early";

std::string score_key(const std::string& step) {
    return "score." + step;
}

bool is_hands_on_step(const care::ProcedureStep& step) {
    return step.phase == care::Phase::Massage;
}

}  // namespace

// ---- how it goes

bool TeachingModel::refuses() const {
    return said("teaching.consent_touch") == "0" && safety_.is_decided();
}

Safety TeachingModel::outcome() const {
    return refuses() ? Safety::Stop : safety_.result().safety;
}

bool TeachingModel::is_stopped() const {
    return safety_.is_stop() || refuses();
}

bool TeachingModel::is_only_refused() const {
    return is_stopped() &&
           (refuses() ? !safety_.result().needs_referral : safety_.is_only_refused());
}

bool TeachingModel::is_hands_off() const {
    return !is_stopped() && (safety_.result().safety != Safety::Go || safety_.is_not_for_milk());
}

bool TeachingModel::may_practise() const {
    return safety_.is_go() && !safety_.is_not_for_milk() && consents() &&
           said("teaching.return_demo") == "1";
}

bool TeachingModel::has_hands_on() const {
    return !hands_on_at_.empty();
}

bool TeachingModel::is_interrupted() const {
    return has_hands_on() && !may_practise();
}

bool TeachingModel::asks_about_feed() const {
    return safety_.facts().has_living_baby && !safety_.is_not_for_milk();
}

bool TeachingModel::gives_session() const {
    return has_hands_on() && !safety_.facts().birth.empty();
}

// ---- its parts

std::string TeachingModel::title(TeachingPart part) {
    switch (part) {
        case TeachingPart::Who:
            return tr("Who learns");
        case TeachingPart::Safety:
            return tr("Safety check");
        case TeachingPart::Consent:
            return tr("Her yes");
        case TeachingPart::Explain:
            return tr("Explain");
        case TeachingPart::Show:
            return tr("Show");
        case TeachingPart::Practise:
            return tr("The family does it");
        case TeachingPart::After:
            return tr("How she feels");
        case TeachingPart::Feed:
            return tr("Feeding afterwards");
        case TeachingPart::Finish:
            return tr("Result");
    }
    return {};
}

std::vector<TeachingPart> TeachingModel::parts() const {
    using P = TeachingPart;
    std::vector<P> all = {P::Who, P::Safety};
    if (is_interrupted()) {
        all.push_back(P::Consent);
        all.push_back(P::After);
        all.push_back(P::Finish);
        return all;
    }
    if (safety_.is_stop()) return all;
    all.insert(all.end(), {P::Consent, P::Explain});
    if (!is_hands_off()) {
        all.push_back(P::Show);
        if (may_practise()) all.insert(all.end(), {P::Practise, P::After});
        if (may_practise() && asks_about_feed()) all.push_back(P::Feed);
    }
    all.push_back(P::Finish);
    return all;
}

bool TeachingModel::has_error(TeachingPart part) const {
    const auto all = asks(part);
    return std::any_of(all.begin(), all.end(), [this](const Ask& ask) {
        const auto wrong = remark(ask);
        return wrong && wrong->severity == forms::Severity::Error;
    });
}

bool TeachingModel::is_complete(TeachingPart part) const {
    if (has_error(part)) return false;
    switch (part) {
        case TeachingPart::Who:
            return !said("teaching.trainee_id").empty() &&
                   !said("teaching.trainee_relation").empty();
        case TeachingPart::Safety:
            return safety_.is_go() || safety_.is_defer();
        case TeachingPart::Consent:
            return consents();
        case TeachingPart::Explain:
            return !said("teaching.methods").empty();
        case TeachingPart::Show:
            return !said("show.done").empty() && !said("teaching.return_demo").empty();
        case TeachingPart::Practise:
            return unscored() == 0 || said(kStoppedEarly) == "1";
        case TeachingPart::After:
            return !said("session.adverse").empty() && !said(kStoppedEarly).empty();
        case TeachingPart::Feed:
        case TeachingPart::Finish:
            return true;
    }
    return false;
}

bool TeachingModel::may_open(TeachingPart part) const {
    const auto all = parts();
    const auto found = std::find(all.begin(), all.end(), part);
    if (found == all.end()) return false;
    if (is_interrupted()) return true;
    return std::all_of(all.begin(), found, [this](TeachingPart each) { return is_complete(each); });
}

std::string TeachingModel::missing() const {
    if (is_complete(at_)) return {};
    const int open = at_ == TeachingPart::Safety ? safety_.unanswered() : 0;
    if (open > 0) return tr("Not answered yet: {0}", {std::to_string(open)});
    if (at_ == TeachingPart::Safety) return tr("Read what needs care, one by one.");
    if (at_ == TeachingPart::Practise)
        return tr("Not scored yet: {0}", {std::to_string(unscored())});
    return tr("Answer what is marked.");
}

void TeachingModel::go(TeachingPart part) {
    if (!may_open(part)) return;
    at_ = part;
    draft_.changed();
    keep_draft_now();
}

void TeachingModel::next() {
    if (!is_complete(at_)) {
        missed_.insert(at_);
        return;
    }
    const auto all = parts();
    const auto here = std::find(all.begin(), all.end(), at_);
    if (here != all.end() && here + 1 != all.end()) go(*(here + 1));
}

void TeachingModel::back() {
    const auto all = parts();
    const auto here = std::find(all.begin(), all.end(), at_);
    if (here != all.end() && here != all.begin()) go(*(here - 1));
}

// ---- the practice

int TeachingModel::score(const std::string& step) const {
    const std::string text = said(score_key(step));
    return text.size() == 1 ? text[0] - '0' : 0;
}

int TeachingModel::earlier_score(const std::string& step) const {
    const auto found = earlier_.find(step);
    return found == earlier_.end() ? 0 : found->second;
}

// No mark without the check and her yes; what is critical is always scored (V044).
void TeachingModel::score_pressed(const std::string& step, int score) {
    const care::ProcedureStep* known = procedure_.find(step);
    const bool is_score = (score >= 1 && score <= 4) || score == kNotAssessed;
    if (known == nullptr || !is_score || !may_practise()) return;
    if (score == kNotAssessed && known->is_critical) return;
    if (is_hands_on_step(*known) && score != kNotAssessed && hands_on_at_.empty()) {
        hands_on_at_ = now_text();
    }
    choose(score_key(step), std::to_string(score));
}

int TeachingModel::unscored() const {
    return static_cast<int>(
        std::count_if(procedure_.steps.begin(), procedure_.steps.end(),
                      [this](const care::ProcedureStep& step) { return score(step.code) == 0; }));
}

const care::ProcedureStep* TeachingModel::next_unscored() const {
    for (const care::ProcedureStep& step : procedure_.steps) {
        if (score(step.code) == 0) return &step;
    }
    return nullptr;
}

void TeachingModel::stop_clicked() {
    if (!may_practise()) return;
    if (hands_on_at_.empty()) hands_on_at_ = now_text();
    said_[kStoppedEarly] = std::string("1");  // GCC 12 warns wrongly of a bare literal here
    at_ = TeachingPart::After;
    changed(false);
}

std::vector<care::StepScore> TeachingModel::scores() const {
    std::vector<care::StepScore> all;
    for (const care::ProcedureStep& step : procedure_.steps) {
        if (score(step.code) != 0) all.push_back({step.code, score(step.code)});
    }
    return all;
}

care::CompetenceResult TeachingModel::result() const {
    const auto marks = scores();
    const bool is_go = outcome() == Safety::Go && !is_hands_off();
    return care::assess(outcome(), is_go && said("teaching.return_demo") == "1", marks, procedure_);
}

std::vector<const care::ProcedureStep*> TeachingModel::to_strengthen() const {
    std::vector<const care::ProcedureStep*> all;
    for (const care::ProcedureStep& step : procedure_.steps) {
        const int mark = score(step.code);
        if (mark == 1 || mark == 2) all.push_back(&step);
    }
    return all;
}

Date TeachingModel::retest_from() const {
    return base::add_days(base::local_date_of(started_at_).value_or(ports_.today()),
                          care::kRetestAfterDays);
}

}  // namespace screens
