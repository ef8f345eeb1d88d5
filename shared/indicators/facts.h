// Facts: what one person is counted as in one month, and why not where she is not (SYNC 26).
//
// Pure: the same records give the same facts in any order, on a laptop and on the server. A person
// has at most one fact per indicator and month, but where events are counted. What the government's
// breastfeeding columns ask is counted here, of infants under one year and those born in the month
// after; the programme (PR_*) in programme.h, everything else in count/, as facts of one shape.
#pragma once

#include "shared/care/feeding.h"
#include "shared/care/schedule.h"
#include "shared/indicators/indicator.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indicators {

using base::Date;
using base::Month;
using records::RecordId;

// Facts computed by other rules must be computed again.
inline constexpr int kRulesVersion = 5;

// A plain count knows Numerator and Excluded only. Who is in the numerator is in the denominator
// too and has one fact: Numerator.
enum class Part { Numerator, Denominator, Excluded };
std::string_view to_code(Part part);  // "NUMERATOR", "DENOMINATOR", "EXCLUDED"
std::optional<Part> parse_part(std::string_view code);

// Why somebody is not in the numerator.
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
    AnswerNo,           // detail: the item
    AnsweredOtherwise,  // detail: the code
    AnswersSayNo,
    BirthWeightUnknown,
    BirthWeightEnough,  // detail: grams
    FirstFeedUnknown,
    FirstFeedLater,
    NoContactInWindow,
    ContactsMissing,  // detail: which
    NotWeighed,
    OtherCardLetter,  // detail: the letter; empty where none can be told
    NoScore,
    ScoreEnough,
    NoHusband,
    NotMassaged,
    LetdownNotObserved,
    NoLetdown,
    MarkMissing,
    ColostrumUnknown,
    BirthHourUnknown,
    ToldLate,
    NotTold,
    MassagedDespiteSign,
    TooFewMonths,  // detail: how many
    WithoutName,   // counted from a tally; detail: how many, where they are shown as one
};
std::string_view to_code(Reason reason);  // "NOT_RECALLED" ...
std::optional<Reason> parse_reason(std::string_view code);
std::string reason_id(Reason reason, std::string_view detail);  // a sentence's part, Indonesian
std::string reason_en(Reason reason, std::string_view detail);

// Nobody's sex: of a count without persons (unnamed.h).
inline constexpr char kUnnamed = '-';

struct Fact {
    Indicator indicator = Indicator::Sigizi14;
    Part part = Part::Excluded;
    Reason reason = Reason::None;
    std::string detail;
    RecordId person;
    RecordId evidence;      // the record that decided: a recall, an outcome, the person herself
    std::string unit;       // where she counts; "" nowhere here
    std::string listed_in;  // where she stays, if she counts elsewhere (AMENDMENTS Data 4)
    char sex = 0;           // 'L', 'P', kUnnamed, or 0: not known
    // An infant's, in completed months: on the last day of the month, or on the day that the
    // indicator takes. nullopt: of a mother, or not known.
    std::optional<int> age_months;

    bool operator==(const Fact&) const = default;
};

struct Settings {
    care::F1Row1 f1_row1 = care::F1Row1::Both;
    care::KfRule kf_rule = care::KfRule::ByDate;
    bool counts_lactational_method = false;  // PNC_IND4: as the national policy has it
};

// The family must hold everything that hangs on the person: her births and their outcomes and
// infants, visits, checks, recalls, and the records merged into these.
std::vector<Fact> count(const care::Family& family, const records::Record& person, Month month,
                        const Settings& settings = {});

// Everything that is counted of a person: the above, the programme's facts (programme.h) and the
// families of count/. What settling keeps.
std::vector<Fact> count_everything(const care::Family& family, const records::Record& person,
                                   Month month, const Settings& settings = {});

// The above of everybody in the family.
std::vector<Fact> count_all(const care::Family& family, Month month, const Settings& settings = {});

}  // namespace indicators
