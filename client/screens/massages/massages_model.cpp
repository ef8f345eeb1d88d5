#include "client/screens/massages/massages_model.h"

#include "client/paper/leaflet.h"
#include "client/screens/danger/letter.h"
#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"
#include "shared/care/massage.h"

#include <utility>

namespace screens {

using indicators::MotherPractice;
using indicators::PracticeGroup;
using indicators::SecondVisit;
using indicators::WhyVisit;
using words::tr;

namespace {

constexpr int kRetestUntilDays = 14;  // DOMAIN 4.3

std::string why_text(const WhyVisit& why, Date today) {
    const auto day = [&](int days) {
        return words::day_and_month(base::add_days(why.since, days), today);
    };
    const std::string learner = why.learner.empty() ? tr("The family") : why.learner;
    switch (why.why) {
        case SecondVisit::Complaint:
            return tr("A complaint on {0}: look again before the next massage", {day(0)});
        case SecondVisit::Withheld:
            return tr("Held back on {0} because of a danger sign", {day(0)});
        case SecondVisit::Deferred:
            return tr("Put off on {0}: look again", {day(0)});
        case SecondVisit::RetestOverdue:
            return tr("{0} was to show it again by {1}", {learner, day(kRetestUntilDays)});
        case SecondVisit::ShowAgain:
            return tr("{0} shows it again from {1}", {learner, day(care::kRetestAfterDays)});
    }
    return {};
}

// Seen and told stand side by side, never added (DOMAIN 3.2).
std::string massages_text(const MotherPractice& practice) {
    return tr("In 14 days: seen {0}, told {1}", {std::to_string(practice.last_14.observed),
                                                 std::to_string(practice.last_14.reported)});
}

std::string detail_of(const MotherPractice& practice, Date today) {
    const auto day = [&](Date date) { return words::day_and_month(date, today); };
    std::vector<std::string> whys;
    switch (practice.group) {
        case PracticeGroup::SecondVisit:
            for (const WhyVisit& why : practice.reasons) whys.push_back(why_text(why, today));
            return base::joined(whys, "  ·  ");
        case PracticeGroup::Practises:
            return massages_text(practice);
        case PracticeGroup::NoPractice:
            if (practice.last_massage)
                return tr("Last known of: {0}", {day(*practice.last_massage)});
            return tr("Taught on {0}, nothing told yet", {day(*practice.taught_on)});
        case PracticeGroup::NotTaught:
            return tr("Gave birth on {0}", {day(practice.born.value_or(today))});
        case PracticeGroup::Declined:
            return tr("Only if she asks for it herself");
    }
    return {};
}

}  // namespace

void MassagesModel::refresh() {
    const bool is_same = version_ == ports_.agenda.version() && language_ == words::language();
    if (!is_same) read();
}

void MassagesModel::read() {
    version_ = ports_.agenda.version();
    language_ = words::language();
    groups_.clear();
    const Date today = ports_.today();
    for (const PracticeGroup group : indicators::kPracticeGroups) {
        Group found{group, group_name(group), {}};
        for (const Stop& stop : ports_.agenda.stops()) {
            for (const MotherPractice& each : stop.massages) {
                if (each.group != group) continue;
                found.rows.push_back({stop.family, each.mother.text(), name_if_here(each.name),
                                      detail_of(each, today), place_text(stop.rt, stop.rw)});
            }
        }
        if (!found.rows.empty()) groups_.push_back(std::move(found));
    }
}

// In the language that she chose for the family, whatever the window speaks.
void MassagesModel::leaflet_confirmed(const Me& me) {
    const Leaflet wish = *std::exchange(leaflet_, std::nullopt);
    const Midwife midwife = ports_.referrals.midwife();
    const words::Language mine = words::language();
    words::use(wish.language);
    const auto html = paper::leaflet({care::procedure_in(ports_.records.forms()),
                                      base::trimmed(wish.baby), midwife.name, midwife.phone},
                                     letterhead(ports_, me));
    words::use(mine);
    if (html.ok()) printout_.print(html.value(), "leaflet-pijat");
}

std::string group_name(PracticeGroup group) {
    return std::string(words::language() == words::Language::Indonesian
                           ? indicators::name_id(group)
                           : indicators::name_en(group));
}

}  // namespace screens
