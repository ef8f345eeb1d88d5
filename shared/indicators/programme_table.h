// The programme's tables: what each figure means, where its definition comes from, and the caveat
// that goes with it wherever it goes (DOMAIN 10.6).
//
// Breast milk of taught and of not taught mothers are two tables, never columns of one: families
// that were taught differ from those that were not, so the one says nothing about the other.
#pragma once

#include "shared/indicators/programme.h"
#include "shared/indicators/sigizi.h"

#include <span>
#include <string>
#include <string_view>

namespace indicators {

enum class ProgrammeTable { Teaching, Practice, Harm, Milk, EbfTaught, EbfNotTaught };
std::string_view title_id(ProgrammeTable table);
std::string_view title_en(ProgrammeTable table);

struct ProgrammeFigure {
    Indicator indicator = Indicator::PrTaught;
    ProgrammeTable table = ProgrammeTable::Teaching;
    std::string_view definition_id, definition_en;
    std::string_view source;  // of the definition
};
std::span<const ProgrammeFigure> programme_figures();  // in the order of the tables

std::string_view caveat_id();
std::string_view caveat_en();

struct ProgrammeValue {
    int numerator = 0;
    std::optional<int> denominator;  // none: a plain count
    std::string value;         // one decimal; "–" without anybody to divide by; "" of a count
    std::string median;        // per mother and week; "" where it is none
    bool is_per_week = false;  // else the value is a percentage
};
// Times per mother and week of the first days, not a share.
bool is_rate(Indicator indicator);
// `units`: empty for everywhere.
ProgrammeValue value_of(std::span<const Fact> facts, std::span<const std::string> units,
                        Indicator indicator);

// A row per figure: of the whole centre, then of each village. The caveat is in every row.
std::string programme_csv(const std::string& health_centre, Month month,
                          std::span<const Fact> facts, std::span<const Village> villages);

}  // namespace indicators
