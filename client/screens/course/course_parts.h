// A mother's way after a birth, part by part: what was found on which day, and what is expected
// then. No part judges: where it is worth a question, it says to talk with the midwife and no more
// (DOMAIN 3.2). What changed from before to after is a change, never a benefit.
#pragma once

#include "client/screens/family/family_context.h"
#include "shared/care/expectations.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct CourseRow {
    std::string record;  // opens it; empty: opens nothing
    std::string when, found, expected;
    bool asks_midwife = false;
};

struct CoursePart {
    std::string key, title, about;
    std::string when_title, found_title, expected_title;  // no expected title: no such column
    std::vector<CourseRow> rows;                          // newest first
    std::string nothing;                                  // said where there are no rows
};

// Whose way, since which birth.
struct CourseOf {
    const FamilyContext& context;
    const care::Person& mother;
    const care::Birth* birth = nullptr;  // the last one; nullptr: none is known
    bool is_grieving = false;  // no living infant of that birth: nothing about milk is shown
    bool is_midwife = false;

    std::optional<int> day_of(Date on) const;  // after the delivery
    std::string day_text(Date on) const;       // "Hari ke-5 · 24 Des 2025"
};

struct ExpectedNow {
    std::string what, text;
};
std::vector<ExpectedNow> expected_on(const CourseOf& of, Date day);

// Parts without anything to show are left out, but for those that a visit should fill.
CoursePart milk_part(const CourseOf& of);
CoursePart letdown_part(const CourseOf& of);
std::vector<CoursePart> nappy_parts(const CourseOf& of);   // of each living infant
std::vector<CoursePart> weight_parts(const CourseOf& of);  // of each living infant
CoursePart bleeding_part(const CourseOf& of);
CoursePart womb_part(const CourseOf& of);  // by the midwife
CoursePart relaxation_part(const CourseOf& of);
CoursePart scales_part(const CourseOf& of);
CoursePart massage_part(const CourseOf& of);  // seen and told by the week

std::string instrument_name(const Ports& ports, const std::string& code);
// Does the form say that it wants following up?
bool is_positive(const Ports& ports, const Fields& scale_result);

}  // namespace screens
