#include "client/screens/families/families_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr int kDaysUntilWeeks = 14, kDaysUntilMonths = 56, kMonthsUntilYears = 24;

std::size_t number_of(Filter filter) {
    const auto found = std::find(kFilters.begin(), kFilters.end(), filter);
    return static_cast<std::size_t>(std::distance(kFilters.begin(), found));
}

}  // namespace

std::string baby_age(Date born, Date today) {
    const int days = base::days_between(born, today);
    const int months = base::age_months(born, today);
    if (days < 0) return {};
    if (days < kDaysUntilWeeks) return tr("{0} days", {std::to_string(days)});
    if (days < kDaysUntilMonths) return tr("{0} weeks", {std::to_string(days / 7)});
    if (months < kMonthsUntilYears) return tr("{0} months", {std::to_string(months)});
    return tr("{0} years", {std::to_string(months / 12)});
}

FamiliesModel::FamiliesModel(const Ports& ports)
    : ports_(ports), units_(ports.session.me().units), kept_(ports) {
    if (units_.size() < 2) units_.clear();
    read();
}

void FamiliesModel::read() {
    const bool is_changed = version_ != ports_.families.version();
    version_ = ports_.families.version();
    as_of_ = ports_.today();
    asked_for_ = query;
    found_ = ports_.families.list(query);
    has_any_ = !found_.empty() || (!query.empty() && !ports_.families.list("").empty());
    if (is_changed) kept_.read();
    choose_rows();
}

void FamiliesModel::choose_rows() {
    rows_.clear();
    groups_.clear();
    counts_ = {};
    for (const FamilyRow& row : found_) {
        if (!unit_.empty() && row.unit != unit_) continue;
        for (std::size_t i = 0; i < kFilters.size(); ++i) counts_[i] += passes(kFilters[i], row);
        if (passes(filter_, row)) rows_.push_back(row);
    }
    if (!base::trimmed(query).empty()) return;
    for (const FamilyRow& row : rows_) {
        const std::string place = place_text(row.rt, row.rw);
        const std::string title = place.empty() ? tr("RT and RW not written down") : place;
        if (groups_.empty() || groups_.back().title != title) groups_.push_back({title, 0});
        ++groups_.back().count;
    }
}

void FamiliesModel::query_typed() {
    if (query != asked_for_) read();
}

void FamiliesModel::refresh() {
    if (version_ != ports_.families.version() || as_of_ != ports_.today()) read();
}

int FamiliesModel::count(Filter filter) const {
    return counts_[number_of(filter)];
}

void FamiliesModel::filter_chosen(Filter filter) {
    filter_ = filter == filter_ ? Filter::All : filter;
    choose_rows();
}

void FamiliesModel::unit_chosen(const std::string& unit) {
    unit_ = unit == unit_ ? std::string() : unit;
    choose_rows();
}

const FamilyRow* FamiliesModel::first_found() const {
    return base::trimmed(query).empty() || rows_.empty() ? nullptr : &rows_.front();
}

std::string FamiliesModel::title_of(const FamilyRow& row) const {
    if (!row.head.empty()) return row.head;
    return row.people.empty() ? tr("Family without a name") : row.people.front();
}

std::string FamiliesModel::detail_of(const FamilyRow& row) const {
    std::vector<std::string> parts;
    if (!row.mother.empty() && row.mother != title_of(row)) parts.push_back(row.mother);
    if (!row.youngest.empty()) {
        const std::string age =
            row.youngest_born ? baby_age(*row.youngest_born, ports_.today()) : std::string();
        parts.push_back(age.empty() ? row.youngest : row.youngest + ", " + age);
    }
    const std::string place = place_text(row.rt, row.rw);
    if (!place.empty() && groups_.empty()) parts.push_back(place);
    return base::joined(parts, "  ·  ");
}

std::string FamiliesModel::last_visit_of(const FamilyRow& row) const {
    if (!row.last_visit) return tr("not visited yet");
    return tr("visited {0}", {words::ago(*row.last_visit, ports_.today())});
}

}  // namespace screens
