// The part of RecordFormModel that says what stands beside the questions: what became of the
// record, last time's answers, what was perhaps meant, what a danger sign asks for.
#include "client/screens/record/record_form_model.h"
#include "client/ui/words/dates.h"
#include "shared/base/id.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using forms::Question;
using forms::QuestionType;
using words::tr;

namespace {

const base::Date kProgramsDay{
    std::chrono::year(2025), std::chrono::January,
    std::chrono::day(1)};  // no laptop that runs this has its clock before

constexpr const char* kBreaths = "resp_rate";

std::optional<care::Subject> checked_in(const std::string& form) {
    if (form == "mother_check") return care::Subject::Mother;
    if (form == "infant_check") return care::Subject::Infant;
    return std::nullopt;
}

}  // namespace

RecordFormModel::Stage RecordFormModel::stage() const {
    if (!is_correction() || is_begun()) return Stage::Draft;
    return ports_.records.sending_of(start_.record) == Sending::Sent ? Stage::Sent : Stage::Ready;
}

bool RecordFormModel::is_held_back() const {
    return is_correction() && ports_.records.sending_of(start_.record) == Sending::Troubled;
}

std::string RecordFormModel::notice() const {
    if (is_form_gone_) {
        return tr(
            "The questions have changed since this draft was written. Your answers are "
            "here; look through them before you save.");
    }
    if (ports_.today() < kProgramsDay) {
        return tr("This laptop's clock says {0}. Put the clock right; you may go on writing.",
                  {words::short_date(ports_.today())});
    }
    return {};
}

std::string RecordFormModel::name_or_aloud(const Question& question,
                                           const std::string& answer) const {
    if (question.reference_type.empty()) return read_aloud(*form_, question, answer);
    std::vector<std::string> names;
    for (const std::string& id : base::split(answer, ' ')) {
        for (const Offer& offer : offers(question)) {
            if (offer.code == id) names.push_back(offer.text);
        }
    }
    return base::joined(names, ", ");
}

std::string RecordFormModel::shown(const Question& question) const {
    return name_or_aloud(question, answers_.text(question.name));
}

std::string RecordFormModel::previous(const Question& question) const {
    if (!family_ || is_read_only_ || !may_show_previous(*form_, question)) return {};
    const auto before =
        previous_answer(family_->family(), *form_, question.name, answers_, start_.record);
    if (!before) return {};
    return tr("Last time {0} · {1}",
              {read_aloud(*form_, question, before->answer), words::short_date(before->on)});
}

std::optional<Offered> RecordFormModel::offered(const Question& question) const {
    const auto typed = typed_.find(question.name);
    if (typed == typed_.end() || typed->second.empty() || asked(question) != Asked::Number) {
        return std::nullopt;
    }
    if (!error_of(question)) return std::nullopt;
    return weight_offer(question.unit, typed->second.text);
}

bool RecordFormModel::counts_breaths(const Question& question) {
    return question.name == kBreaths;
}

void RecordFormModel::breaths_taken() {
    if (!breaths_ || breaths_->state() != BreathModel::State::Done) return;
    typed_[kBreaths].text = std::to_string(breaths_->count());
    breaths_.reset();
    typed_changed(kBreaths);
    keep_draft_now();
}

const Question* RecordFormModel::current() const {
    if (at_ >= sections_.size() || is_read_only_) return nullptr;
    for (const Question* question : sections_[at_].questions) {
        const bool is_open = asked(*question) == Asked::YesNo && is_required(*question);
        if (is_open && !answers_.has(question->name)) return question;
    }
    return nullptr;
}

// Only those that answer it: nobody leaves a danger sign at "not known" by a key.
std::string RecordFormModel::keys_of_current() const {
    const Question* question = current();
    if (question == nullptr) return {};
    const std::vector<Offer> all = offers(*question);
    const bool may_be_unknown =
        std::any_of(all.begin(), all.end(), [](const Offer& each) { return each.code == "8"; });
    return may_be_unknown ? words::tr("Keys: Y = yes, N = no, 8 = not known.")
                          : words::tr("Keys: Y = yes, N = no.");
}

std::optional<AlarmNow> RecordFormModel::alarm_now() const {
    const auto subject = checked_in(form_->id);
    if (!subject) return std::nullopt;
    AlarmNow alarm;
    alarm.subject = *subject;
    alarm.person = answers_.text(*subject == care::Subject::Mother ? "mother_id" : "infant_id");
    alarm.signs = care::signs_in(answers_, *subject);
    const auto urgency = care::highest_urgency(alarm.signs);
    if (!urgency) return std::nullopt;
    alarm.urgency = *urgency;
    alarm.massage = care::massage_action(alarm.signs);
    return alarm;
}

}  // namespace screens
