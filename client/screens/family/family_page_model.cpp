#include "client/screens/family/family_page_model.h"

#include "client/screens/massage/safety_facts.h"
#include "client/ui/words/dates.h"

#include <algorithm>

namespace screens {

FamilyPageModel::FamilyPageModel(const Ports& ports, const std::string& id)
    : ports_(ports), family_(ports, id) {
    work_out();
}

void FamilyPageModel::refresh() {
    family_.refresh();
    const bool is_same = version_ == family_.version() && language_ == words::language();
    if (!is_same) work_out();
}

void FamilyPageModel::work_out() {
    version_ = family_.version();
    language_ = words::language();
    parts_ = {};
    known_.emplace(family_.family().records);
    const FamilyContext of = context();
    parts_.note = household_note(of);
    parts_.people = people_of(of);
    parts_.again = check_again_of(of);
    parts_.timeline = timeline_of(of);
    parts_.growth = growth_of(of);
    parts_.asi = asi_of(of);
    parts_.massage = massage_of(of);
    parts_.referrals = referrals_of(of);
    for (const Person& person : family_.family().persons) {
        if (!person.is_mother || person.is_dead || parts_.may_teach) continue;
        parts_.may_teach = !safety_facts(ports_, family_.family(), person.id).has_lost_baby;
    }
    if (story_) story_ = story_of(story_->record, of);
    const auto now = tabs();
    if (std::find(now.begin(), now.end(), tab_) == now.end()) tab_ = FamilyTab::Summary;
}

std::vector<FamilyTab> FamilyPageModel::tabs() const {
    std::vector<FamilyTab> all = {FamilyTab::Summary, FamilyTab::History};
    if (!parts_.growth.empty()) all.push_back(FamilyTab::Growth);
    if (!parts_.asi.empty()) all.push_back(FamilyTab::Feeding);
    if (!parts_.massage.empty()) all.push_back(FamilyTab::Massage);
    if (!parts_.referrals.empty()) all.push_back(FamilyTab::Referrals);
    return all;
}

int FamilyPageModel::open_referrals() const {
    return static_cast<int>(std::count_if(parts_.referrals.begin(), parts_.referrals.end(),
                                          [](const FamilyReferral& each) { return each.is_open; }));
}

void FamilyPageModel::weight_pressed(const std::string& infant, std::size_t point) {
    const bool is_again = weight_of_ == infant && weight_ == point;
    weight_of_ = is_again ? std::string() : infant;
    weight_ = point;
}

std::optional<std::size_t> FamilyPageModel::weight_selected(const std::string& infant) const {
    return weight_of_ == infant ? std::optional(weight_) : std::nullopt;
}

void FamilyPageModel::day_pressed(const std::string& mother, Date day) {
    const bool is_again = day_of_ == mother && day_ == day;
    day_of_ = is_again ? std::string() : mother;
    day_ = day;
}

std::optional<Date> FamilyPageModel::day_selected(const std::string& mother) const {
    return day_of_ == mother ? std::optional(day_) : std::nullopt;
}

// Six weeks that end with this one, or so many earlier.
Date FamilyPageModel::calendar_first(const MotherMassage& massage) const {
    return base::add_days(massage.last, -7 * (kCalendarWeeks - 1 + weeks_back_));
}

bool FamilyPageModel::may_go_earlier(const MotherMassage& massage) const {
    return calendar_first(massage) > massage.first;
}

void FamilyPageModel::record_pressed(const std::string& record) {
    story_ = story_of(record, context());
}

void FamilyPageModel::row_pressed(const TimelineItem& item) {
    if (item.is_bundle) {
        tab_ = FamilyTab::Massage;  // where each of them stands on its day
    } else {
        record_pressed(item.record);
    }
}

const TimelineItem* FamilyPageModel::story_item() const {
    if (!story_) return nullptr;
    for (const TimelineItem& each : parts_.timeline) {
        if (each.record == story_->record && !each.is_bundle) return &each;
    }
    return nullptr;
}

bool FamilyPageModel::story_may_open() const {
    const TimelineItem* item = story_item();
    return story_ && !story_->type.empty() && (item == nullptr || !item->is_withdrawn);
}

std::string FamilyPageModel::story_detail() const {
    std::string day;
    for (const Entry& each : family_.family().entries) {
        if (each.id == story_->record) day = words::short_date(each.on);
    }
    for (const records::Record& each : family_.family().records) {
        if (each.id.text() != story_->record) continue;
        const std::string gist = gist_of(each, context());
        return day.empty() || gist.empty() ? day + gist : day + "  ·  " + gist;
    }
    return day;
}

FormStart FamilyPageModel::story_start() const {
    return opening(story_->record);
}

FormStart FamilyPageModel::opening(const std::string& record) const {
    for (const records::Record& each : family_.family().records) {
        if (each.id.text() == record) return context().opening(each.type, record);
    }
    return {};
}

FormStart FamilyPageModel::start_recall(const InfantAsi& asi) const {
    return family_.start("feeding_recall", asi.id);
}

const PersonCard* FamilyPageModel::person() const {
    for (const PersonCard& each : parts_.people) {
        if (!person_.empty() && each.id == person_) return &each;
    }
    return nullptr;
}

}  // namespace screens
