// The page of one family: which part of it is open, and what the parts show. Everything is worked
// out when the family is read, nothing in a frame.
#pragma once

#include "client/screens/family/asi_model.h"
#include "client/screens/family/check_again.h"
#include "client/screens/family/family_model.h"
#include "client/screens/family/growth_model.h"
#include "client/screens/family/massage_model.h"
#include "client/screens/family/people_model.h"
#include "client/screens/family/record_story.h"
#include "client/screens/family/referrals_model.h"
#include "client/screens/family/timeline_model.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

enum class FamilyTab { Summary, History, Growth, Feeding, Massage, Referrals };

struct FamilyParts {
    std::string note;  // above all: the family has moved away
    std::vector<PersonCard> people;
    std::vector<CheckAgain> again;
    std::vector<TimelineItem> timeline;
    std::vector<InfantGrowth> growth;
    std::vector<InfantAsi> asi;
    std::vector<MotherMassage> massage;
    std::vector<FamilyReferral> referrals;
    bool may_teach = false;  // the massage: a mother lives here, and no baby was lost
};

inline constexpr std::size_t kTimelineStep = 40;  // rows shown at first, and with each "more"
inline constexpr int kCalendarWeeks = 6;

class FamilyPageModel {
public:
    FamilyPageModel(const Ports& ports, const std::string& id);

    void refresh();  // once a frame
    const FamilyModel& family() const { return family_; }
    const FamilyParts& parts() const { return parts_; }

    std::vector<FamilyTab> tabs() const;  // those with something to show
    FamilyTab tab() const { return tab_; }
    int open_referrals() const;

    // ---- what the user did
    void open_tab(FamilyTab tab) { tab_ = tab; }
    void show_more() { rows_shown_ += kTimelineStep; }
    std::size_t rows_shown() const { return rows_shown_; }

    // A weight on a chart, a day of a calendar: pressed again, it is closed.
    void weight_pressed(const std::string& infant, std::size_t point);
    std::optional<std::size_t> weight_selected(const std::string& infant) const;
    void day_pressed(const std::string& mother, Date day);
    std::optional<Date> day_selected(const std::string& mother) const;
    Date calendar_first(const MotherMassage& massage) const;
    bool may_go_earlier(const MotherMassage& massage) const;
    bool may_go_later() const { return weeks_back_ > 0; }
    void go_earlier() { weeks_back_ += kCalendarWeeks; }
    void go_later() { weeks_back_ -= kCalendarWeeks; }

    // One record of the timeline, with what was asked at it and who changed it.
    void record_pressed(const std::string& record);
    void record_closed() { story_.reset(); }
    void row_pressed(const TimelineItem& item);
    const RecordStory* story() const { return story_ ? &*story_ : nullptr; }
    const TimelineItem* story_item() const;  // nullptr: of a part or a person
    std::string story_detail() const;        // its day, for whom, what came of it
    FormStart story_start() const;
    bool story_may_open() const;

    void person_pressed(const std::string& id) { person_ = id; }
    void person_closed() { person_.clear(); }
    const PersonCard* person() const;
    FormStart start_details() const { return screens::start_details(context(), *person()); }
    FormStart start_died() const { return screens::start_died(context(), *person()); }
    FormStart start_moved() const { return screens::start_moved(context(), *person()); }
    FormStart start_family_moved() const { return screens::start_family_moved(context()); }
    std::string title_of(const std::string& type) const { return context().form_title(type); }
    FormStart opening(const std::string& record) const;
    FormStart start_recall(const InfantAsi& asi) const;

private:
    void work_out();
    FamilyContext context() const { return {ports_, family_.family(), *known_, ports_.today()}; }

    Ports ports_;
    FamilyModel family_;
    std::optional<care::Family> known_;
    FamilyParts parts_;
    std::int64_t version_ = -1;
    words::Language language_ = words::Language::Indonesian;
    FamilyTab tab_ = FamilyTab::Summary;
    std::size_t rows_shown_ = kTimelineStep;
    int weeks_back_ = 0;
    std::string weight_of_;
    std::size_t weight_ = 0;
    std::string day_of_;
    Date day_ = {};
    std::optional<RecordStory> story_;
    std::string person_;
};

}  // namespace screens
