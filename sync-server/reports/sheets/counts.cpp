#include "sync-server/reports/sheets/counts.h"

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

void Counts::add(const Counted& row) {
    add_to(sums_[{row.unit, row.code, row.sex, row.age_months}], row.is_numerator, row.count);
    if (!ends_quarter(row.month)) return;
    add_to(quarter_ends_[{row.unit, row.code}], row.is_numerator, row.count);
}

Count Counts::of(const Place& place, const std::string& code, char sex, Ages ages) const {
    Count sum;
    for (const std::string& unit : place.units) {
        auto at = sums_.lower_bound({unit, code, '\0', kNoAge});
        for (; at != sums_.end(); ++at) {
            const auto& [its_unit, its_code, its_sex, age] = at->first;
            if (its_unit != unit || its_code != code) break;
            const bool is_age = ages.from == kNoAge || (age >= ages.from && age <= ages.to);
            if ((sex != 0 && its_sex != sex) || !is_age) continue;
            sum.numerator += at->second.numerator;
            sum.denominator += at->second.denominator;
        }
    }
    return sum;
}

Count Counts::of_quarter_ends(const Place& place, const std::string& code) const {
    Count sum;
    for (const std::string& unit : place.units) {
        const auto found = quarter_ends_.find({unit, code});
        if (found == quarter_ends_.end()) continue;
        sum.numerator += found->second.numerator;
        sum.denominator += found->second.denominator;
    }
    return sum;
}

int Counts::with_unknown_sex(const Place& place, const std::string& code) const {
    return of(place, code).numerator - of(place, code, 'L').numerator -
           of(place, code, 'P').numerator;
}

std::set<std::string> Counts::units() const {
    std::set<std::string> units;
    for (const auto& [key, count] : sums_) units.insert(std::get<0>(key));
    return units;
}

FigureId Counts::id_of(const Place& place, const std::string& code, char sex, bool is_denominator,
                       Ages ages) const {
    FigureId id;
    id.code = code;
    id.sex = sex;
    id.ages = ages;
    id.is_denominator = is_denominator;
    id.period = period_;
    id.place = place.id;
    return id;
}

Cell Counts::count_cell(const Place& place, const std::string& code, char sex, Ages ages) const {
    if (!is_counted(code)) return not_ours();
    return integer_cell(of(place, code, sex, ages).numerator,
                        to_text(id_of(place, code, sex, false, ages)));
}

Cell Counts::denominator_cell(const Place& place, const std::string& code) const {
    if (!is_counted(code)) return not_ours();
    return integer_cell(of(place, code).denominator, to_text(id_of(place, code, 0, true)));
}

Cell Counts::percent_cell(const Place& place, const std::string& code) const {
    if (!is_counted(code)) return not_ours();
    const Count count = of(place, code);
    return sheets::percent_cell(count.numerator, count.denominator, to_text(id_of(place, code)));
}

}  // namespace sheets
