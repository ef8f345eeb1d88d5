// A researcher's feeding answers: each child's class and indicators, and the figures of all and by
// group, with their denominators (WHO/UNICEF 2021; DOMAIN 6.1, 6.3).
#pragma once

#include "shared/indicators/feeding_answers.h"
#include "sync-server/evaluate/ages.h"
#include "sync-server/evaluate/feeding_answers_of.h"
#include "sync-server/evaluate/growth_table.h"

namespace evaluate {

struct FeedingOptions {
    AnswerRules rules;
    AgeRule age_rule = AgeRule::Months;
    std::vector<std::string> by;  // columns of the table; everybody is a group always
    bool is_lenient = false;      // what cannot be read is noted, not refused
};

enum class Figure { Evbf, Eibf, Ebf2d, Ebf, Mixmf, Cbf, Isssf, Bof };
inline constexpr std::size_t kFigures = 8;

struct Child {
    std::optional<int> age_months;
    std::string note;
    std::optional<care::FeedingClass> feeding;  // nullopt: nobody was asked, or not 0 to 23 months
    // In the numerator, only in the denominator, or in neither.
    std::array<std::optional<bool>, kFigures> figures;
    double weight = 1;
    std::vector<std::string> groups;  // in the order of FeedingOptions::by
};

struct Feeding {
    std::vector<Child> children;  // in the order of the table
    Asked asked;
    std::vector<std::string> messages;
};
Result<Feeding> read_feeding(const Records& records, std::string_view map_json,
                             const FeedingOptions& options);

std::string_view code_of(Figure figure);  // "WHO_EBF"
// A row for every row of the table.
Result<std::string> children_csv(const Records& records, std::string_view map_json,
                                 const Feeding& feeding);

}  // namespace evaluate
