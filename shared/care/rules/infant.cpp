#include "shared/care/expectations.h"
#include "shared/care/feeding.h"
#include "shared/care/rules/rules.h"
#include "shared/care/weighing.h"

#include <cstdlib>

namespace care::rules {

namespace {

template <typename Breaks>
Places each_weighing(const CheckContext& context, Breaks breaks) {
    Places places;
    for (const Person& infant : context.family.persons()) {
        if (!infant.birth_date) continue;
        for (const Weighing& weighing : weighings(context.family, infant)) {
            if (breaks(infant, weighing, *weighing.age_days)) {
                places.push_back({weighing.check->record, "weight_g"});
            }
        }
    }
    return places;
}

}  // namespace

Places other_ever_is_sticky(const CheckContext& context) {
    Places places;
    const Person* infant = nullptr;
    bool was_given = false;
    for (const Event& recall : context.family.recalls()) {  // sorted by infant and day
        if (recall.person != infant) was_given = false;
        infant = recall.person;
        const Answer other = answer(recall.fields(), "other_ever");
        if (was_given && other == Answer::No) places.push_back({recall.record, "other_ever"});
        was_given = was_given || other == Answer::Yes;
    }
    return places;
}

Places prelacteal_is_other(const CheckContext& context) {
    Places places;
    for (const Event& recall : context.family.recalls()) {
        const Outcome* outcome = context.family.outcome_of(*recall.person);
        if (outcome == nullptr || !is_yes(outcome->record->fields, "prelacteal_2d")) continue;
        if (answer(recall.fields(), "other_ever") == Answer::No) {
            places.push_back({recall.record, "other_ever"});
        }
    }
    return places;
}

Places one_recall_per_visit(const CheckContext& context) {
    Places places;
    const Events& recalls = context.family.recalls();
    for (std::size_t i = 1; i < recalls.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && recalls[j].person == recalls[i].person;) {
            if (recalls[i].visit == nullptr || recalls[j].visit != recalls[i].visit) continue;
            places.push_back({recalls[i].record, "infant_id"});
            break;
        }
    }
    return places;
}

Places weight_z_plausible(const CheckContext& context) {
    return each_weighing(context, [](const Person&, const Weighing& weighing, int) {
        return weighing.z && !weighing.is_plausible;
    });
}

Places weight_change_plausible(const CheckContext& context) {
    Places places;
    for (const Person& infant : context.family.persons()) {
        const auto all = weighings(context.family, infant);
        for (std::size_t i = 1; i < all.size(); ++i) {
            const int days = base::days_between(all[i - 1].on, all[i].on);
            if (std::abs(all[i].grams - all[i - 1].grams) > 100 * days + 300) {
                places.push_back({all[i].check->record, "weight_g"});
            }
        }
    }
    return places;
}

Places newborn_weight_loss(const CheckContext& context) {
    return each_weighing(context, [&](const Person& infant, const Weighing& now, int age_days) {
        const auto at_birth = birth_weight_g(context.family, infant);
        return at_birth && age_days >= 1 && age_days <= 14 && now.grams * 10 < *at_birth * 9;
    });
}

Places birth_weight_regained(const CheckContext& context) {
    return each_weighing(context, [&](const Person& infant, const Weighing& now, int age_days) {
        const auto at_birth = birth_weight_g(context.family, infant);
        return at_birth && age_days >= 14 && now.grams < *at_birth;
    });
}

Places wet_nappies(const CheckContext& context) {
    constexpr int kAskedUntilDays = 183;
    Places places;
    for (const Event& check : context.family.infant_checks()) {
        const auto wet = check.fields().integer("wet_24h");
        if (!wet || !check.person->birth_date) continue;
        const int age_days = base::days_between(*check.person->birth_date, check.on);
        if (age_days > kAskedUntilDays) continue;
        if (*wet < least_wet_nappies(age_days).value_or(0)) {
            places.push_back({check.record, "wet_24h"});
        }
    }
    return places;
}

}  // namespace care::rules
