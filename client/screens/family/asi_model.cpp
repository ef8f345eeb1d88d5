#include "client/screens/family/asi_model.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;

namespace {

constexpr int kMonths = care::kExclusiveMonths;

std::string recap_text(care::HalfYear recap) {
    switch (recap) {
        case care::HalfYear::Running:
            return tr("Six months not over yet");
        case care::HalfYear::Graduated:
            return tr("Only breast milk for six months");
        case care::HalfYear::NotGraduated:
            return tr("Something else was given before six months");
        case care::HalfYear::NotKnown:
            return tr("Not known: nobody has asked at six months yet");
    }
    return {};
}

AsiMonth month_of(const care::Person& infant, int number, const FamilyContext& context) {
    AsiMonth month;
    month.mark = care::mark_at_age(context.known, infant, number, context.today);
    if (!infant.birth_date) return month;
    const Date from = base::add_months(*infant.birth_date, number);
    const Date to = base::add_days(base::add_months(*infant.birth_date, number + 1), -1);
    const bool runs = from <= context.today && context.today <= to;
    if (month.mark == care::Mark::NotKnown && runs) {
        month.mark = care::Mark::NotYet;  // it may still be asked
        month.is_now = true;
    }
    const care::Event* recall = care::latest_complete_recall(context.known, infant, from, to);
    if (recall != nullptr) month.record = recall->record->id.text();
    return month;
}

AskedRow row_of(const care::Event& recall, const care::Person& infant) {
    AskedRow row;
    row.record = recall.record->id.text();
    row.day = words::short_date(recall.on);
    if (infant.birth_date && *infant.birth_date <= recall.on) {
        row.age = age_text(*infant.birth_date, recall.on);
    }
    row.fed = fed_text(care::feeding_class(recall.fields()));
    row.is_complete = care::is_complete(recall);
    if (care::is_yes(recall.fields(), "other_ever")) {
        row.other_ever = tr("Was given something else since birth");
    }
    return row;
}

InfantAsi asi_of(const care::Person& infant, const FamilyContext& context) {
    InfantAsi asi;
    asi.id = infant.id().text();
    asi.name = infant.record->fields.text("full_name");
    for (int month = 0; month < kMonths; ++month) {
        asi.months.push_back(month_of(infant, month, context));
    }
    asi.recap = care::half_year(context.known, infant, context.today);
    asi.half_year = recap_text(asi.recap);
    const auto recalls = care::Family::of(context.known.recalls(), infant);
    for (std::size_t i = recalls.size(); i-- > 0;) asi.asked.push_back(row_of(recalls[i], infant));
    return asi;
}

}  // namespace

std::string fed_text(care::FeedingClass feeding) {
    switch (feeding) {
        case care::FeedingClass::Ebf:
            return tr("Only breast milk");
        case care::FeedingClass::BfWater:
            return tr("Breast milk and water");
        case care::FeedingClass::BfNonMilk:
            return tr("Breast milk and other drinks");
        case care::FeedingClass::BfMilk:
            return tr("Breast milk and other milk");
        case care::FeedingClass::BfFood:
            return tr("Breast milk and food");
        case care::FeedingClass::NotBf:
            return tr("No breast milk");
        case care::FeedingClass::Unknown:
            return tr("Not all was asked or known");
    }
    return {};
}

std::vector<InfantAsi> asi_of(const FamilyContext& context) {
    std::vector<InfantAsi> all;
    for (const care::Person& person : context.known.persons()) {
        if (!person.is_infant || person.is_dead || !lives_here(person, context)) continue;
        all.push_back(asi_of(person, context));
    }
    return all;
}

}  // namespace screens
