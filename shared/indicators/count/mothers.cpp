// Mothers after birth: F1 C.4 and C.5, LB3 7, the ILP recap of mothers, PNC_IND4.
//
// Ibu nifas: one of her days 0 to 42 lies in the month; who died in it was one until then, in later
// months she is asked nothing more. Vitamin A counts once for a birth, in the
// month of the first check within 42 days that says she got the first or second capsule.
// ILP, "ibu nifas/menyusui": ibu nifas, and mothers of a living child under two. Came: somebody saw
// her in the month. Vitamin A and contraception there are as last known on the last day, of those
// who were asked. Taught: a visit with a topic; referred: a referral raised in the month.
// PNC_IND4: mothers whose day 42 lies in the month and who have any contact with a health worker on
// record; a modern method is any but BELUM and LAIN; MAL only where the district counts it
// (DAK-I IND.4).
#include "shared/care/schedule.h"
#include "shared/indicators/count/families.h"
#include "shared/indicators/massages.h"

#include <algorithm>

namespace indicators {

namespace {

using care::Event;
using care::Family;

constexpr int kChildMonths = 24;

class MotherOf {
public:
    MotherOf(const Counted& of, Placed& placed, const care::Birth& birth)
        : of_(of),
          placed_(placed),
          birth_(birth),
          end_(base::add_days(birth.delivery_date, care::kPostpartumDays)) {}

    void count() {
        count_vitamin();
        count_method();
        if (of_.person.died_before(of_.first()) || birth_.delivery_date > of_.last()) return;
        const bool is_postpartum = end_ >= of_.first();
        if (is_postpartum) {
            placed_.add(Indicator::Postpartum, Part::Numerator, *birth_.record);
            count_ilp_vitamin();
        }
        if (is_postpartum || has_child_under_two()) count_recap();
    }

private:
    void count_vitamin();
    void count_method();
    void count_ilp_vitamin();
    void count_recap();
    void count_contraception();
    bool has_child_under_two() const;
    bool is_of_birth(const Event& check) const {
        if (check.birth != nullptr) return check.birth == &birth_;
        return check.on >= birth_.delivery_date && check.on <= end_;
    }
    // Of the checks since this birth, up to that day.
    std::vector<const Event*> checks(Date to) const;

    const Counted& of_;
    Placed& placed_;
    const care::Birth& birth_;
    Date end_;
};

std::vector<const Event*> MotherOf::checks(Date to) const {
    std::vector<const Event*> found;
    for (const Event& check : Family::of(of_.family.mother_checks(), of_.person)) {
        if (check.on < birth_.delivery_date || check.on > to) continue;
        if (check.birth != nullptr && check.birth != &birth_) continue;
        found.push_back(&check);
    }
    return found;
}

bool got_vitamin(const Event& check) {
    return care::is_yes(check.fields(), "vit_a_1") || care::is_yes(check.fields(), "vit_a_2");
}

void MotherOf::count_vitamin() {
    for (const Event* check : checks(std::min(end_, of_.last()))) {
        if (!got_vitamin(*check)) continue;
        if (of_.is_now(check->on)) {
            placed_.add(Indicator::VitaminA, Part::Numerator, *check->record);
        }
        return;
    }
}

void MotherOf::count_ilp_vitamin() {
    const Event* asked = nullptr;
    for (const Event* check : checks(std::min(end_, of_.last()))) {
        if (got_vitamin(*check)) {
            return placed_.add(Indicator::IlpVitaminA, Part::Numerator, *check->record);
        }
        if (care::answer(check->fields(), "vit_a_1") == care::Answer::No) asked = check;
    }
    const auto& evidence = asked == nullptr ? *birth_.record : *asked->record;
    placed_.add(Indicator::IlpVitaminA, asked == nullptr ? Part::Excluded : Part::Denominator,
                evidence, asked == nullptr ? Reason::AnswerUnknown : Reason::AnswerNo, "vit_a_1");
}

const Event* latest_method(const std::vector<const Event*>& checks) {
    for (auto check = checks.rbegin(); check != checks.rend(); ++check) {
        if (!care::code((*check)->fields(), "kb_method").empty()) return *check;
    }
    return nullptr;
}

void MotherOf::count_contraception() {
    const Event* said = latest_method(checks(of_.last()));
    if (said == nullptr) {
        return placed_.exclude(Indicator::IlpContraception, *birth_.record, Reason::AnswerUnknown,
                               "kb_method");
    }
    const std::string_view method = care::code(said->fields(), "kb_method");
    placed_.judge(Indicator::IlpContraception, *said->record,
                  method == "BELUM" ? Reason::AnsweredOtherwise : Reason::None, method);
}

void MotherOf::count_method() {
    if (!of_.is_now(end_)) return;
    const auto contacts = between(of_.family.contacts(), of_.person, birth_.delivery_date, end_);
    if (contacts.empty()) {
        return placed_.exclude(Indicator::PncInd4, *birth_.record, Reason::NoContactInWindow);
    }
    const Event* said = latest_method(checks(end_));
    if (said == nullptr) {
        return placed_.add(Indicator::PncInd4, Part::Denominator, *contacts.front()->record,
                           Reason::AnswerUnknown, "kb_method");
    }
    const std::string_view method = care::code(said->fields(), "kb_method");
    const bool is_modern = method != "BELUM" && method != "LAIN" &&
                           (method != "MAL" || of_.settings.counts_lactational_method);
    placed_.judge(Indicator::PncInd4, *said->record,
                  is_modern ? Reason::None : Reason::AnsweredOtherwise, method);
}

bool MotherOf::has_child_under_two() const {
    const Date from = base::add_months(of_.last(), -kChildMonths);
    return birth_.delivery_date > from && has_living_infant(of_.family, birth_, of_.last());
}

void MotherOf::count_recap() {
    const auto visits = visits_in(of_);
    if (visits.empty()) {
        placed_.add(Indicator::IlpMothersCame, Part::Denominator, *of_.person.record,
                    Reason::DidNotCome);
    } else {
        placed_.add(Indicator::IlpMothersCame, Part::Numerator, *visits.back()->record);
    }
    for (const care::Visit* visit : visits) {
        if (!care::has_any_code(visit->record->fields, "topics")) continue;
        placed_.add(Indicator::IlpMothersTaught, Part::Numerator, *visit->record);
        break;
    }
    const auto referrals = between(of_.family.referrals(), of_.person, of_.first(), of_.last());
    if (!referrals.empty()) {
        placed_.add(Indicator::IlpMothersReferred, Part::Numerator, *referrals.front()->record);
    }
    count_contraception();
}

}  // namespace

void count_mother(const Counted& of, Placed& placed) {
    const care::Birth* latest = birth_before(of.family, of.person, of.last());
    if (latest != nullptr) MotherOf(of, placed, *latest).count();
}

}  // namespace indicators
