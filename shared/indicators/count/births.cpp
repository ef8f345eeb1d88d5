// Births of the month, and what is asked of each newborn (LB3 2-4, PROFIL, DAK-I IND.5).
//
// A birth counts for the mother in the month of the delivery, also a stillbirth. With a health
// worker: BIDAN, DOKTER, SPOG, PERAWAT. In a facility: PKM, POSY_PRIMA, RS, KLINIK, PMB (DOMAIN
// asks to have this list confirmed; a Polindes is not in it).
// BBLR: born below 2,500 g, of the live births with a known weight.
// PNC_IND5: at the breast at once or in hour 0; hour 1 is not within the hour; all live births are
// the denominator, also where nobody knows.
#include "shared/indicators/count/families.h"
#include "shared/indicators/feeding_answers.h"

#include <algorithm>
#include <array>

namespace indicators {

namespace {

constexpr std::array<std::string_view, 4> kSkilled = {"BIDAN", "DOKTER", "SPOG", "PERAWAT"};
constexpr std::array<std::string_view, 5> kFacilities = {"PKM", "POSY_PRIMA", "RS", "KLINIK",
                                                         "PMB"};
constexpr std::int64_t kLowGrams = 2500;

template <typename Codes>
Reason reason_by_code(std::string_view code, const Codes& codes) {
    if (code.empty() || code == "UNK") return Reason::AnswerUnknown;
    const bool is_in = std::find(codes.begin(), codes.end(), code) != codes.end();
    return is_in ? Reason::None : Reason::AnsweredOtherwise;
}

void count_delivery(const care::Birth& birth, Placed& placed) {
    const base::Fields& fields = birth.record->fields;
    placed.add(Indicator::Births, Part::Numerator, *birth.record);
    const auto judge = [&](Indicator indicator, std::string_view field, const auto& codes) {
        const std::string_view code = care::code(fields, field);
        const Reason reason = reason_by_code(code, codes);
        placed.judge(indicator, *birth.record, reason,
                     reason == Reason::AnswerUnknown ? field : code);
    };
    judge(Indicator::BirthsSkilled, "attendant", kSkilled);
    judge(Indicator::BirthsFacility, "place", kFacilities);
}

void count_weight(const care::Family& family, const care::Person& infant, Placed& placed) {
    const care::Outcome* outcome = family.outcome_of(infant);
    const auto grams =
        outcome == nullptr ? std::nullopt : outcome->record->fields.integer("birth_weight_g");
    const records::Record& evidence = outcome == nullptr ? *infant.record : *outcome->record;
    if (!grams || *grams <= 0) {
        placed.exclude(Indicator::LowWeight, evidence, Reason::BirthWeightUnknown);
        return;
    }
    const Reason reason = *grams < kLowGrams ? Reason::None : Reason::BirthWeightEnough;
    placed.judge(Indicator::LowWeight, evidence, reason, std::to_string(*grams));
}

void count_first_feed(const care::Family& family, const care::Person& infant, Placed& placed) {
    const care::Outcome* outcome = family.outcome_of(infant);
    if (outcome == nullptr) {
        placed.add(Indicator::PncInd5, Part::Denominator, *infant.record, Reason::FirstFeedUnknown);
        return;
    }
    const base::Fields& fields = outcome->record->fields;
    switch (early_initiation(fields, fields)) {
        case Verdict::Yes:
            return placed.add(Indicator::PncInd5, Part::Numerator, *outcome->record);
        case Verdict::No:
            return placed.add(Indicator::PncInd5, Part::Denominator, *outcome->record,
                              Reason::FirstFeedLater);
        case Verdict::Unknown:
            return placed.add(Indicator::PncInd5, Part::Denominator, *outcome->record,
                              Reason::FirstFeedUnknown);
    }
}

}  // namespace

void count_births(const Counted& of, Placed& placed) {
    for (const care::Birth& birth : of.family.births()) {
        if (birth.mother != &of.person || !of.is_now(birth.delivery_date)) continue;
        count_delivery(birth, placed);
        break;  // a second one in the month is the same one, written down twice (V053)
    }
    const bool is_newborn =
        of.person.is_infant && of.person.birth_date && of.is_now(*of.person.birth_date);
    if (!is_newborn) return;
    count_weight(of.family, of.person, placed);
    count_first_feed(of.family, of.person, placed);
}

}  // namespace indicators
