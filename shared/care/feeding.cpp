#include "shared/care/feeding.h"

#include <array>

namespace care {

namespace {

constexpr std::array<std::string_view, 12> kItems = {"l_water", "l_formula", "l_milk",  "l_yogurt",
                                                     "l_choco", "l_soy",     "l_juice", "l_soda",
                                                     "l_tea",   "l_broth",   "l_other", "f_any"};
constexpr std::array<std::string_view, 8> kNonMilk = {"l_yogurt", "l_choco", "l_soy",   "l_juice",
                                                      "l_soda",   "l_tea",   "l_broth", "l_other"};

template <typename Names>
bool any_yes(const Fields& fields, const Names& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return is_yes(fields, name); });
}

// A child who was never breastfed is not asked about yesterday (skip logic 8.5.7).
Answer breastfed_yesterday(const Fields& recall) {
    const Answer yesterday = answer(recall, "bf_yesterday");
    const bool never = answer(recall, "bf_ever") == Answer::No;
    return yesterday == Answer::Missing && never ? Answer::No : yesterday;
}

// What the mother says of the time since birth. Asked on the six-month day or later, food that was
// first given on that day or later is no "yes": the half year had been breast milk only.
Answer said_since_birth(const Event& recall) {
    const Answer said = answer(recall.fields(), "other_ever");
    const auto six_months = six_month_day(*recall.person);
    const auto first_given = recall.fields().integer("other_first_age_d");
    if (said != Answer::Yes || !six_months || !first_given || recall.on < *six_months) return said;
    const int half_year_days = base::days_between(*recall.person->birth_date, *six_months);
    return *first_given >= half_year_days ? Answer::No : said;
}

AsiStatus graduation(const Family& family, const Event& contact) {
    if (given_other_since_birth(family, *contact.person, contact.on) == Answer::Yes) {
        return AsiStatus::F;
    }
    return said_since_birth(contact) == Answer::No ? AsiStatus::G : AsiStatus::U;
}

AsiStatus status_under_six_months(const Family& family, const Event& recall, F1Row1 rule) {
    if (feeding_class(recall.fields()) != FeedingClass::Ebf) return AsiStatus::X;
    if (rule == F1Row1::ClockA) return AsiStatus::E;
    const Answer other = given_other_since_birth(family, *recall.person, recall.on);
    return other == Answer::Yes ? AsiStatus::X : AsiStatus::E;
}

}  // namespace

FeedingClass feeding_class(const Fields& recall) {
    const Answer breastfed = breastfed_yesterday(recall);
    if (breastfed == Answer::No && !is_yes(recall, "ebm_yesterday")) return FeedingClass::NotBf;
    if (!undecided_item(recall).empty()) return FeedingClass::Unknown;
    if (is_yes(recall, "f_any")) return FeedingClass::BfFood;
    if (is_yes(recall, "l_formula") || is_yes(recall, "l_milk")) return FeedingClass::BfMilk;
    if (any_yes(recall, kNonMilk)) return FeedingClass::BfNonMilk;
    return is_yes(recall, "l_water") ? FeedingClass::BfWater : FeedingClass::Ebf;
}

std::string_view undecided_item(const Fields& recall) {
    const auto is_open = [](Answer said) {
        return said == Answer::Missing || said == Answer::DontKnow;
    };
    if (is_open(breastfed_yesterday(recall))) return "bf_yesterday";
    for (const std::string_view item : kItems) {
        if (is_open(answer(recall, item))) return item;
    }
    return {};
}

std::string_view to_code(FeedingClass feeding) {
    switch (feeding) {
        case FeedingClass::Ebf:
            return "EBF";
        case FeedingClass::BfWater:
            return "BF_WATER";
        case FeedingClass::BfNonMilk:
            return "BF_NML";
        case FeedingClass::BfMilk:
            return "BF_MILK";
        case FeedingClass::BfFood:
            return "BF_CF";
        case FeedingClass::NotBf:
            return "NOT_BF";
        case FeedingClass::Unknown:
            return "UNK";
    }
    return "UNK";
}

const Event* latest_complete_recall(const Family& family, const Person& infant, Date from,
                                    Date to) {
    const Event* latest = nullptr;
    for (const Event& recall : Family::of(family.recalls(), infant)) {
        if (recall.on < from || recall.on > to || infant.died_before(recall.on)) continue;
        if (infant.birth_date && recall.on < *infant.birth_date) continue;
        if (is_complete(recall)) latest = &recall;
    }
    return latest;
}

Answer given_other_since_birth(const Family& family, const Person& infant, Date on) {
    const Outcome* outcome = family.outcome_of(infant);
    if (outcome != nullptr && is_yes(outcome->record->fields, "prelacteal_2d")) return Answer::Yes;
    Answer last = Answer::Missing;
    for (const Event& recall : Family::of(family.recalls(), infant)) {
        if (recall.on > on || infant.died_before(recall.on)) continue;
        const Answer said = said_since_birth(recall);
        if (said == Answer::Yes) return Answer::Yes;
        const auto six_months = six_month_day(infant);
        const bool is_early = six_months && recall.on < *six_months;
        if (is_early && any_yes(recall.fields(), kItems)) return Answer::Yes;
        if (said != Answer::Missing) last = said;
    }
    return last;
}

std::optional<Date> six_month_day(const Person& infant) {
    if (!infant.birth_date) return std::nullopt;
    return base::add_months(*infant.birth_date, kExclusiveMonths);
}

const Event* first_contact_at_six_months(const Family& family, const Person& infant) {
    const auto six_months = six_month_day(infant);
    if (!six_months) return nullptr;
    for (const Event& recall : Family::of(family.recalls(), infant)) {
        if (recall.on < *six_months || infant.died_before(recall.on)) continue;
        if (is_complete(recall)) return &recall;
    }
    return nullptr;
}

AsiStatus asi_month_status(const Family& family, const Person& infant, base::Month month,
                           F1Row1 rule) {
    const auto six_months = six_month_day(infant);
    const Date first = base::first_day(month);
    const Date last = base::last_day(month);
    if (!six_months || *infant.birth_date > last || infant.died_before(first)) {
        return AsiStatus::NotApplicable;
    }
    const Event* recall = latest_complete_recall(family, infant, first, last);
    if (recall == nullptr) return *six_months >= first ? AsiStatus::U : AsiStatus::NotApplicable;
    if (recall->on < *six_months) return status_under_six_months(family, *recall, rule);
    const Event* contact = first_contact_at_six_months(family, infant);
    const bool is_first_contact = base::month_of(contact->on) == month;
    return is_first_contact ? graduation(family, *contact) : AsiStatus::NotApplicable;
}

std::string_view to_code(AsiStatus status) {
    switch (status) {
        case AsiStatus::NotApplicable:
            return "";
        case AsiStatus::E:
            return "E";
        case AsiStatus::X:
            return "X";
        case AsiStatus::U:
            return "U";
        case AsiStatus::G:
            return "G";
        case AsiStatus::F:
            return "F";
    }
    return "";
}

Mark mark_at_age(const Family& family, const Person& infant, int month_of_age, Date today) {
    if (!infant.birth_date) return Mark::NotKnown;
    const Date from = base::add_months(*infant.birth_date, month_of_age);
    const Date to = base::add_days(base::add_months(*infant.birth_date, month_of_age + 1), -1);
    if (from > today || infant.died_before(from)) return Mark::NotYet;
    const Event* recall = latest_complete_recall(family, infant, from, std::min(to, today));
    if (recall == nullptr) return Mark::NotKnown;
    const bool only_breast_milk = feeding_class(recall->fields()) == FeedingClass::Ebf;
    return only_breast_milk ? Mark::Exclusive : Mark::Other;
}

std::string_view to_sign(Mark mark) {
    switch (mark) {
        case Mark::NotYet:
            return "";
        case Mark::Exclusive:
            return "√";
        case Mark::Other:
            return "X";
        case Mark::NotKnown:
            return "A";
    }
    return "";
}

HalfYear half_year(const Family& family, const Person& infant, Date today) {
    const auto six_months = six_month_day(infant);
    if (!six_months) return HalfYear::NotKnown;
    const Date last_early_day = std::min(today, base::add_days(*six_months, -1));
    if (given_other_since_birth(family, infant, last_early_day) == Answer::Yes) {
        return HalfYear::NotGraduated;
    }
    if (today < *six_months && !infant.died_by(today)) return HalfYear::Running;
    const Event* contact = first_contact_at_six_months(family, infant);
    if (contact == nullptr || contact->on > today) return HalfYear::NotKnown;
    const AsiStatus status = asi_month_status(family, infant, base::month_of(contact->on));
    if (status == AsiStatus::U) return HalfYear::NotKnown;
    return status == AsiStatus::G ? HalfYear::Graduated : HalfYear::NotGraduated;
}

std::string_view to_words(HalfYear recap) {
    switch (recap) {
        case HalfYear::Running:
            return "masih berjalan";
        case HalfYear::Graduated:
            return "lulus";
        case HalfYear::NotGraduated:
            return "tidak lulus";
        case HalfYear::NotKnown:
            return "belum terdata";
    }
    return "";
}

}  // namespace care
