#include "client/screens/record/kept_drafts.h"

#include "client/screens/frame/names.h"
#include "client/screens/home_massage/home_massage_model.h"
#include "client/screens/massage/teaching_model.h"
#include "client/screens/quick/quick_row.h"
#include "client/screens/registering/registering_model.h"
#include "client/screens/training/training_model.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

using words::tr;

void KeptDrafts::read() {
    drafts_ = ports_.records.drafts();
    names_.clear();
    alarms_.clear();
    for (const Draft& draft : drafts_) {
        if (draft.family.empty()) continue;
        const auto family = ports_.families.family(draft.family);
        if (!family.ok()) continue;
        names_[draft.family] = family_name(family.value().household, family.value().persons);
        auto alarms = begun_alarms(ports_, family.value(), draft);
        if (!alarms.empty()) alarms_[draft.id] = std::move(alarms);
    }
    std::stable_partition(drafts_.begin(), drafts_.end(),
                          [&](const Draft& draft) { return alarms_.contains(draft.id); });
}

const std::vector<Alarm>& KeptDrafts::alarms(const Draft& draft) const {
    static const std::vector<Alarm> kNone;
    const auto found = alarms_.find(draft.id);
    return found == alarms_.end() ? kNone : found->second;
}

std::string KeptDrafts::title(const Draft& draft) const {
    const forms::Form* form = ports_.records.forms().find(draft.type);
    const bool is_registering = draft.type == kRegistering;
    const std::string title = form != nullptr              ? form->title.in(words::code())
                              : is_registering             ? registering_title(draft)
                              : draft.type == kTeaching    ? tr("Teach the massage")
                              : draft.type == kHolding     ? holding_title(draft)
                              : draft.type == kOwnQuiz     ? tr("Quiz on the massage")
                              : draft.type == kQuickDraft  ? tr("Quick entry")
                              : draft.type == kHomeMassage ? tr("Massage at home")
                                                           : draft.type;
    const Date day = base::date_in(draft.saved_at, ports_.zone());
    const auto found = names_.find(draft.family);
    const std::string who = found == names_.end() ? std::string() : found->second;
    if (who.empty()) return tr("{0}, written {1}", {title, words::ago(day, ports_.today())});
    return tr("{0} · {1}, written {2}", {title, who, words::ago(day, ports_.today())});
}

void KeptDrafts::discard_confirmed() {
    const base::Status done = ports_.records.discard_draft(to_discard_);
    to_discard_.clear();
    if (done.ok()) read();
}

}  // namespace screens
