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
    return {code, indicator ? std::string(indicators::name_id(*indicator)) : "", ""};
}

void Counts::add(Month month, const std::string& unit, const std::string& code,
                 std::string_view sex, bool is_numerator, int count) {
    add_to(sums_[{unit, code, sex.empty() ? '\0' : sex[0]}], is_numerator, count);
    if (ends_quarter(month)) add_to(quarter_ends_[{unit, code}], is_numerator, count);
}

Count Counts::of(const Place& place, const std::string& code, char sex) const {
    Count sum;
    for (const std::string& unit : place.units) {
        for (const char each : {'\0', 'L', 'P'}) {
            if (sex != 0 && each != sex) continue;
            const auto found = sums_.find({unit, code, each});
            if (found == sums_.end()) continue;
            sum.numerator += found->second.numerator;
            sum.denominator += found->second.denominator;
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
    int sum = 0;
    for (const std::string& unit : place.units) {
        const auto found = sums_.find({unit, code, '\0'});
        if (found != sums_.end()) sum += found->second.numerator;
    }
    return sum;
}

std::set<std::string> Counts::units() const {
    std::set<std::string> units;
    for (const auto& [key, count] : sums_) units.insert(std::get<0>(key));
    return units;
}

FigureId Counts::id_of(const Place& place, const std::string& code, char sex,
                       bool is_denominator) const {
    FigureId id;
    id.code = code;
    id.sex = sex;
    id.is_denominator = is_denominator;
    id.period = period_;
    id.place = place.id;
    return id;
}

Cell Counts::count_cell(const Place& place, const std::string& code, char sex) const {
    if (!is_counted(code)) return not_ours();
    return integer_cell(of(place, code, sex).numerator, to_text(id_of(place, code, sex)));
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
