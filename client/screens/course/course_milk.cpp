// Milk and what the baby shows of it.
#include "client/screens/course/course_parts.h"
#include "client/screens/family/growth_model.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <algorithm>
#include <map>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr int kMinutesOfHour = 60, kHoursOfDay = 24, kMilkLateDays = care::kMilkLateHours / 24;
constexpr std::size_t kWeightsShown = 4;

// Whole hours from the delivery; nullopt where its hour is not known.
std::optional<int> hours_after(const CourseOf& of, Instant at) {
    if (of.birth == nullptr || !of.birth->delivery_minute) return std::nullopt;
    const auto midnight =
        base::parse_date_time(base::to_text(of.birth->delivery_date) + "T00:00:00Z");
    if (!midnight) return std::nullopt;
    const std::int64_t zone = of.context.ports.zone().offset_minutes;
    const std::int64_t minutes =
        (at.unix_ms - midnight->unix_ms) / kMinuteMs + zone - *of.birth->delivery_minute;
    if (minutes < 0) return std::nullopt;
    return static_cast<int>(minutes / kMinutesOfHour);
}

// "6 jam", "3 hari 12 jam setelah melahirkan", or by the day where the hour is not known.
std::string after_text(const CourseOf& of, Instant at) {
    const auto hours = hours_after(of, at);
    if (hours && *hours < kHoursOfDay) {
        return tr("{0} hours after the birth", {std::to_string(*hours)});
    }
    if (hours) {
        return tr("{0} days {1} hours after the birth",
                  {std::to_string(*hours / kHoursOfDay), std::to_string(*hours % kHoursOfDay)});
    }
    const auto day = of.day_of(base::date_in(at, of.context.ports.zone()));
    return day ? tr("on day {0}", {std::to_string(*day)}) : std::string();
}

bool is_late(const CourseOf& of, Instant at) {
    const auto hours = hours_after(of, at);
    if (hours) return *hours > care::kMilkLateHours;
    const auto day = of.day_of(base::date_in(at, of.context.ports.zone()));
    return day && *day > kMilkLateDays;
}

CourseRow came_in(const CourseOf& of, const care::Event& check) {
    CourseRow row{check.record->id.text(), of.day_text(check.on), tr("The milk has come in"),
                  tr("within 72 hours (3 days)")};
    const auto at = care::instant(check.fields(), "milk_in_at");
    if (!at) return row;
    row.found = tr("The milk came in {0}", {after_text(of, *at)});
    if (is_late(of, *at)) row.found += ". " + std::string(tr("Many mothers need that long."));
    return row;
}

CourseRow not_yet(const CourseOf& of, const care::Event& check) {
    CourseRow row{check.record->id.text(), of.day_text(check.on),
                  tr("The milk has not come in yet"), tr("within 72 hours (3 days)")};
    const auto day = of.day_of(check.on);
    row.asks_midwife = day && *day > kMilkLateDays;
    return row;
}

void add_colostrum(const CourseOf& of, CoursePart& part) {
    if (of.birth == nullptr) return;
    for (const care::Outcome* outcome : of.context.known.outcomes_of(*of.birth)) {
        const auto at = care::instant(outcome->record->fields, "colostrum_first_at");
        if (!at) continue;
        const Date on = base::date_in(*at, of.context.ports.zone());
        part.rows.push_back({outcome->record->id.text(), of.day_text(on),
                             tr("First colostrum {0}", {after_text(of, *at)}), ""});
        return;
    }
}

std::vector<const care::Person*> living_infants(const CourseOf& of) {
    std::vector<const care::Person*> all;
    for (const care::Person& person : of.context.known.persons()) {
        const bool is_hers = of.context.known.mother_of(person) == &of.mother;
        if (person.is_infant && !person.is_dead && is_hers) all.push_back(&person);
    }
    return all;
}

}  // namespace

CoursePart milk_part(const CourseOf& of) {
    CoursePart part{"milk",    tr("The milk comes in"), tr("Many mothers need time."),
                    tr("Day"), tr("What was said"),     tr("Expected"),
                    {},        tr("Not asked yet.")};
    bool has_come = false;
    const auto checks = care::Family::of(of.context.known.mother_checks(), of.mother);
    for (std::size_t i = checks.size(); i-- > 0;) {
        const care::Event& check = checks[i];
        if (of.birth == nullptr || check.on < of.birth->delivery_date) continue;
        const std::string_view milk = care::code(check.fields(), "milk_in");
        if (milk == "1") part.rows.push_back(came_in(of, check));
        if (milk == "0") part.rows.push_back(not_yet(of, check));
        has_come = has_come || milk == "1";
        if (has_come && !part.rows.empty()) part.rows.back().asks_midwife = false;
    }
    add_colostrum(of, part);
    return part;
}

CoursePart letdown_part(const CourseOf& of) {
    CoursePart part{"letdown",
                    tr("Signs that the milk flows"),
                    tr("Noted at a massage: seen by a cadre or midwife, or told by the family."),
                    tr("Sign"),
                    tr("seen"),
                    tr("told"),
                    {},
                    {}};
    const forms::Form* form = of.context.ports.records.forms().find("massage_session");
    const forms::Question* question = form != nullptr ? form->find("letdown_signs") : nullptr;
    if (question == nullptr) return part;
    std::map<std::string, std::pair<int, int>> counts;
    for (const care::Event& each : care::Family::of(of.context.known.sessions(), of.mother)) {
        const bool is_seen = care::code(each.fields(), "source") == "OBS";
        for (const std::string& code : each.fields().codes("letdown_signs")) {
            ++(is_seen ? counts[code].first : counts[code].second);
        }
    }
    for (const forms::Choice& choice : form->choices_of(*question)) {
        const auto found = counts.find(choice.code);
        if (found == counts.end() || choice.code == "NA") continue;
        part.rows.push_back({"", choice.label.in(words::code()),
                             tr("{0} times", {std::to_string(found->second.first)}),
                             tr("{0} times", {std::to_string(found->second.second)})});
    }
    return part;
}

std::vector<CoursePart> nappy_parts(const CourseOf& of) {
    std::vector<CoursePart> parts;
    for (const care::Person* infant : living_infants(of)) {
        CoursePart part{"nappies " + infant->id().text(),
                        tr("Wet nappies: {0}", {infant->record->fields.text("full_name")}),
                        tr("Counted over the last 24 hours."),
                        tr("Day"),
                        tr("Counted"),
                        tr("Expected"),
                        {},
                        tr("Not counted yet.")};
        const auto checks = care::Family::of(of.context.known.infant_checks(), *infant);
        for (std::size_t i = checks.size(); i-- > 0;) {
            const auto wet = checks[i].fields().integer("wet_24h");
            if (!wet || !infant->birth_date) continue;
            const int age = base::days_between(*infant->birth_date, checks[i].on);
            const auto least = care::least_wet_nappies(age);
            CourseRow row{checks[i].record->id.text(), of.day_text(checks[i].on),
                          tr("{0} times", {std::to_string(*wet)}), ""};
            if (least) row.expected = tr("at least {0} times", {std::to_string(*least)});
            row.asks_midwife = least && *wet < *least;
            part.rows.push_back(std::move(row));
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

std::vector<CoursePart> weight_parts(const CourseOf& of) {
    std::vector<CoursePart> parts;
    const auto mine = living_infants(of);
    for (const InfantGrowth& growth : growth_of(of.context)) {
        const bool is_mine = std::any_of(mine.begin(), mine.end(), [&](const care::Person* each) {
            return each->id().text() == growth.id;
        });
        if (!is_mine || growth.rows.empty()) continue;
        CoursePart part{"weight " + growth.id,
                        tr("Weight: {0}", {growth.name}),
                        growth.caveat,
                        tr("Day"),
                        tr("Weight"),
                        tr("Change"),
                        {},
                        {}};
        for (const WeightRow& row : growth.rows) {
            if (part.rows.size() >= kWeightsShown) break;
            part.rows.push_back({row.record, row.day, row.weight, row.change, row.is_low_gain});
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace screens
