#include "shared/sheets/counts.h"

#include <algorithm>

namespace sheets {

using indicators::Count;

namespace {

void add_to(Count& count, bool is_numerator, int more) {
    count.denominator += more;
    if (is_numerator) count.numerator += more;
}

}  // namespace

bool is_counted(const std::string& code) {
    return indicators::parse_indicator(code).has_value();
}

Definition definition_of(const std::string& code) {
    const auto indicator = indicators::parse_indicator(code);
    if (!indicator) return {code, "", ""};
    return {code, std::string(indicators::name_id(*indicator)),
            std::string(indicators::definition_id(*indicator))};
}

int value_of(const Count& count, Share share) {
    switch (share) {
        case Share::Counted:
            return count.numerator;
        case Share::Whole:
            return count.denominator;
        case Share::Rest:
            return count.denominator - count.numerator;
    }
    return 0;
}

void Counts::add(const Counted& row) {
    covers(row.month);
    add_to(sums_[{row.unit, row.code, row.sex, row.age_months, row.detail}], row.is_numerator,
           row.count);
    if (!ends_quarter(row.month)) return;
    add_to(quarter_ends_[{row.unit, row.code}], row.is_numerator, row.count);
}

Count Counts::of(const Place& place, const Wanted& wanted) const {
    Count sum;
    for (const std::string& unit : place.units) {
        auto at = sums_.lower_bound({unit, wanted.code, '\0', kNoAge, ""});
        for (; at != sums_.end(); ++at) {
            const auto& [its_unit, its_code, sex, age, detail] = at->first;
            if (its_unit != unit || its_code != wanted.code) break;
            const bool is_age =
                wanted.ages.from == kNoAge || (age >= wanted.ages.from && age <= wanted.ages.to);
            const bool is_detail = wanted.detail.empty() || detail == wanted.detail;
            if (!is_of_sex(wanted.sex, sex) || !is_age || !is_detail) continue;
            sum.numerator += at->second.numerator;
            sum.denominator += at->second.denominator;
        }
    }
    return sum;
}

Counts::Averaged Counts::of_quarter_ends(const Place& place, const std::string& code) const {
    Averaged found;
    for (const std::string& unit : place.units) {
        const auto at = quarter_ends_.find({unit, code});
        if (at == quarter_ends_.end()) continue;
        found.sum.numerator += at->second.numerator;
        found.sum.denominator += at->second.denominator;
    }
    found.months = static_cast<int>(std::count_if(covered_.begin(), covered_.end(), ends_quarter));
    return found;
}

FigureId Counts::id_of(const Place& place, const Wanted& wanted) const {
    return {wanted.code, wanted.sex, wanted.ages, wanted.detail, wanted.share, period_, place.id};
}

Cell Counts::cell(const Place& place, const Wanted& wanted) const {
    if (!is_counted(wanted.code)) return not_ours();
    return integer_cell(value_of(of(place, wanted), wanted.share), to_text(id_of(place, wanted)));
}

Cell Counts::percent_cell(const Place& place, const Wanted& wanted) const {
    if (!is_counted(wanted.code)) return not_ours();
    const Count count = of(place, wanted);
    return sheets::percent_cell(count.numerator, count.denominator, to_text(id_of(place, wanted)));
}

}  // namespace sheets
