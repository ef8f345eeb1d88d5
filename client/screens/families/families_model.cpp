#include "client/screens/families/families_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

namespace screens {

using words::tr;

FamiliesModel::FamiliesModel(const Ports& ports) : ports_(ports) {
    read();
}

void FamiliesModel::read() {
    version_ = ports_.families.version();
    asked_for_ = query;
    rows_ = ports_.families.list(query);
    has_any_ = !rows_.empty() || (!query.empty() && !ports_.families.list("").empty());
    drafts_ = ports_.records.drafts();
}

void FamiliesModel::query_typed() {
    if (query != asked_for_) read();
}

void FamiliesModel::refresh() {
    if (version_ != ports_.families.version()) read();
}

std::string FamiliesModel::title_of(const FamilyRow& row) const {
    if (!row.head.empty()) return row.head;
    return row.people.empty() ? tr("Family without a name") : row.people.front();
}

std::string FamiliesModel::detail_of(const FamilyRow& row) const {
    std::vector<std::string> parts;
    auto people = row.people;
    if (row.head.empty() && !people.empty()) people.erase(people.begin());  // she is the title
    if (!people.empty()) parts.push_back(base::joined(people, ", "));
    const std::string place = place_text(row.rt, row.rw);
    if (!place.empty()) parts.push_back(place);
    return base::joined(parts, "  ·  ");
}

std::string FamiliesModel::last_visit_of(const FamilyRow& row) const {
    if (!row.last_visit) return tr("not visited yet");
    return tr("visited {0}", {words::ago(*row.last_visit, ports_.today())});
}

std::string FamiliesModel::draft_title(const Draft& draft) const {
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

void FamiliesModel::discard_clicked(const std::string& draft) {
    to_discard_ = draft;
}

void FamiliesModel::discard_confirmed() {
    const base::Status done = ports_.records.discard_draft(to_discard_);
    to_discard_.clear();
    if (done.ok()) read();
}

}  // namespace screens
