#include "client/screens/record/kept_drafts.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;

void KeptDrafts::read() {
    drafts_ = ports_.records.drafts();
}

std::string KeptDrafts::title(const Draft& draft) const {
    const forms::Form* form = ports_.records.forms().find(draft.type);
    const std::string title = form != nullptr ? form->title.in(words::code()) : draft.type;
    const Date day = base::date_in(draft.saved_at, ports_.zone());
    std::string who;
    if (!draft.family.empty()) {
        const auto family = ports_.families.family(draft.family);
        if (family.ok()) who = family_name(family.value().household, family.value().persons);
    }
    if (who.empty()) return tr("{0}, written {1}", {title, words::ago(day, ports_.today())});
    return tr("{0} · {1}, written {2}", {title, who, words::ago(day, ports_.today())});
}

void KeptDrafts::discard_confirmed() {
    const base::Status done = ports_.records.discard_draft(to_discard_);
    to_discard_.clear();
    if (done.ok()) read();
}

}  // namespace screens
