// A researcher's feeding answers, put into the words of our dictionary: from there on the same
// functions judge them as judge our own records (shared/care/feeding, indicators/feeding_answers).
#pragma once

#include "shared/base/fields.h"
#include "sync-server/evaluate/record_map.h"

namespace evaluate {

// What becomes of an answer "don't know".
enum class Unknown {
    Keep,     // no answer: stays in the denominator, never in the numerator (DOMAIN 6.1)
    Exclude,  // no answer: the child is in neither
    AsNo,     // as if the answer were no (the DHS programs)
    AsGiven,  // as if the answer were yes
};
// What becomes of a question that was asked of others and is empty here.
enum class Missing { Unknown, AsNo };

struct AnswerRules {
    Unknown unknown = Unknown::Keep;
    Missing missing = Missing::Unknown;
};

std::span<const std::string_view> answer_names();  // what the map may name, but age, id and weight

// What the table can tell at all, by what the map names.
struct Asked {
    bool historic_ever = false, first_feed = false, two_days = false;
    bool breast = false, bottle = false, solids = false, milks = false;
    bool items = false;  // a class needs breast milk, food and at least one drink
};
// Refuses a map by which nothing could be said.
Result<Asked> asked_by(const RecordMap& map);

// By "include": only who was asked counts, where the table has others, too. Yes in every column of
// it; true where the map does not name it.
Result<bool> is_included_in(const base::csv::Row& row, const RecordMap& map);

struct Answers {
    base::Fields fields;
    bool was_recalled = false;  // any question on the day before was answered
};
Result<Answers> answers_of(const base::csv::Row& row, const RecordMap& map,
                           const AnswerRules& rules);

}  // namespace evaluate
