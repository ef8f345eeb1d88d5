#include "client/screens/families/families_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

namespace screens {

using words::tr;

FamiliesModel::FamiliesModel(const Ports& ports) : ports_(ports), kept_(ports) {
    read();
}

void FamiliesModel::read() {
    version_ = ports_.families.version();
    asked_for_ = query;
    rows_ = ports_.families.list(query);
    has_any_ = !rows_.empty() || (!query.empty() && !ports_.families.list("").empty());
    kept_.read();
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

}  // namespace screens
