// What is counted of one person in a month, and in words that a test can compare.
#pragma once

#include "shared/indicators/facts.h"
#include "tests/shared/care/family_of.h"

#include <string>
#include <vector>

namespace facts_of {

using family_of::Records;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;

inline base::Month month(const std::string& text) {
    return base::parse_month(text).value();
}

inline std::vector<Fact> facts(Records& records, const std::string& of,
                               const std::string& person = "budi") {
    return indicators::count(records.family(), records.at(person), month(of));
}

// "num", "den:REASON", "out:REASON detail", or "" where nothing is said.
inline std::string said(const std::vector<Fact>& facts, Indicator indicator) {
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator) continue;
        if (fact.part == Part::Numerator) return "num";
        const std::string part = fact.part == Part::Denominator ? "den:" : "out:";
        const std::string detail = fact.detail.empty() ? "" : " " + fact.detail;
        return part + std::string(to_code(fact.reason)) + detail;
    }
    return "";
}

inline std::string said(Records& records, const std::string& of, Indicator indicator) {
    return said(facts(records, of), indicator);
}

inline std::vector<Fact> everything(Records& records, const std::string& of,
                                    const std::string& person = "budi") {
    return indicators::count_everything(records.family(), records.at(person), month(of));
}

// "num", "den REASON", "out REASON detail"; several of one indicator one after another.
inline std::string all_said(const std::vector<Fact>& facts, Indicator indicator) {
    std::string text;
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator) continue;
        if (!text.empty()) text += ", ";
        text += fact.part == Part::Numerator     ? "num"
                : fact.part == Part::Denominator ? "den"
                                                 : "out";
        if (fact.part != Part::Numerator) text += " " + std::string(to_code(fact.reason));
        if (!fact.detail.empty()) text += " " + fact.detail;
    }
    return text;
}

}  // namespace facts_of
