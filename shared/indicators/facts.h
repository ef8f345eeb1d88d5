// Facts: what one person is counted as in one month, and why not where she is not (SYNC 26).
//
// Pure: the same records give the same facts in any order, on a laptop and on the server. One
// infant has at most one fact per indicator and month. Only infants under one year (and those born
// in the month after) are spoken of; a mother's facts here are her stillbirths, excluded. What the
// programme does (PR_*) is counted in programme.h, as facts of the same shape.
#pragma once

#include "shared/care/feeding.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indicators {

using base::Date;
using base::Month;
using records::RecordId;

// Facts computed by other rules must be computed again.
inline constexpr int kRulesVersion = 2;

enum class Indicator {
    Sigizi14,  // live births in the month
    Sigizi20,  // of these with IMD
    Sigizi21,  // aged 0 to 5 months on the last day
    Sigizi22,  // of these recalled in the month, answer known
    Sigizi23,  // of these breast milk only (clock A)
    Sigizi24,  // six months old in the month
    Sigizi25,  // of these exclusively breastfed since birth (clock B)
    IdImd,     // 20 of 14
    IdRecall,  // 22 of 21
    IdAsi05,   // 23 of 22: of those recalled, not of those registered
    IdAsi6,    // 25 of 24
    IdF1Row1,  // form F1, section O; ages on the day of the event
    IdF1Row2,
    IdF1Row3,
    IdF1Row4,
    IdF1Row5,
    // The programme (programme.h). Observed and reported massages are never one figure.
    PrTaught,               // mothers visited in their first 42 days: families taught
    PrCompetentFamily,      // of these families: somebody can do it
    PrCompetent,            // learners who showed it: who can do it
    PrHusbandLearning,      // learners: husbands
    PrHusbandObserved,      // massages: by the husband
    PrHusbandReported,      //
    PrFirstDaysMothers,     // taught mothers whose first 14 days ended in the month
    PrFirstDaysObserved,    // their massages in these days
    PrFirstDaysReported,    //
    PrAdherenceObserved,    // massages with steps written down: as taught
    PrAdherenceReported,    //
    PrHarmObserved,         // massages: with a complaint
    PrHarmReported,         //
    PrHarmUnknownObserved,  // massages: nobody knows whether there was one
    PrHarmUnknownReported,  //
    PrMilkLate,             // births with a known onset of milk: after 72 hours
    PrEbfTaught0,  // infants recalled, by month of age, of mothers taught before: class EBF
    PrEbfTaught1,
    PrEbfTaught2,
    PrEbfTaught3,
    PrEbfTaught4,
    PrEbfTaught5,
    PrEbfNotTaught0,  // the same of mothers not taught
    PrEbfNotTaught1,
    PrEbfNotTaught2,
    PrEbfNotTaught3,
    PrEbfNotTaught4,
    PrEbfNotTaught5,
};
inline constexpr int kIndicators = 44;
std::span<const Indicator> all_indicators();
std::string_view to_code(Indicator indicator);  // "SIGIZI_14", "ID_ASI05", "ID_F1_1" ...
std::optional<Indicator> parse_indicator(std::string_view code);
std::string_view name_id(Indicator indicator);
std::string_view name_en(Indicator indicator);
bool is_percentage(Indicator indicator);  // the others are plain counts
// Massages and learners are counted, not persons: a mother has a fact for each, told apart by the
// evidence.
bool counts_events(Indicator indicator);

// A plain count knows Numerator and Excluded only. Who is in the numerator is in the denominator
// too and has one fact: Numerator.
enum class Part { Numerator, Denominator, Excluded };
std::string_view to_code(Part part);  // "NUMERATOR", "DENOMINATOR", "EXCLUDED"
std::optional<Part> parse_part(std::string_view code);

// Why an infant is not in the numerator.
enum class Reason {
    None,
    NotYetBorn,
    BornInAnotherMonth,
    NoBirthDate,
    OlderThanFiveMonths,
    NotRecalled,
    AnswerUnknown,   // detail: the item that was not answered or "tidak tahu"
    OtherYesterday,  // detail: the feeding class
    NotBreastfed,
    ImdNo,
    ImdUnknown,
    SixMonthsInAnotherMonth,
    NotSeenAfterSixMonths,
    OtherSinceBirth,
    SinceBirthUnknown,
    DidNotCome,
    Stillborn,
    Died,               // detail: the day, or empty
    TemporaryResident,  // detail: where she is domiciled, as far as known
    Merged,             // detail: the record that took her over
    NotVisited,
    NotTaught,
    MassageWithheld,
    MassageDeclined,
    MassageNotOffered,  // no living infant: not spoken of
    ExplainedOnly,
    ToBeShownAgain,
    ByAnother,  // detail: the relation
    StepsNotRecorded,
    StepsMissed,  // detail: the share done, in percent
    DurationUnknown,
    TooShort,  // detail: seconds
    NoComplaint,
    ComplaintUnknown,
    ComplaintAsked,
    MilkOnsetUnknown,
    MilkHourUnknown,
    MilkInTime,
    MotherUnknown,
};
std::string_view to_code(Reason reason);  // "NOT_RECALLED" ...
std::optional<Reason> parse_reason(std::string_view code);
std::string reason_id(Reason reason, std::string_view detail);  // a sentence's part, Indonesian
std::string reason_en(Reason reason, std::string_view detail);

struct Fact {
    Indicator indicator = Indicator::Sigizi14;
    Part part = Part::Excluded;
    Reason reason = Reason::None;
    std::string detail;
    RecordId person;
    RecordId evidence;      // the record that decided: a recall, an outcome, the person herself
    std::string unit;       // where she counts; "" nowhere here
    std::string listed_in;  // where she stays, if she counts elsewhere (AMENDMENTS Data 4)
    char sex = 0;           // 'L', 'P' or 0

    bool operator==(const Fact&) const = default;
};

struct Settings {
    care::F1Row1 f1_row1 = care::F1Row1::Both;
};

// The family must hold everything that hangs on the person: her births and their outcomes and
// infants, visits, checks, recalls, and the records merged into these.
std::vector<Fact> count(const care::Family& family, const records::Record& person, Month month,
                        const Settings& settings = {});

// Of everybody in the family.
std::vector<Fact> count_all(const care::Family& family, Month month, const Settings& settings = {});

}  // namespace indicators
