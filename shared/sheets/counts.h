// Everything that was counted in a period: whoever reads it need not know whether a month is closed
// or still moves. Sums over the months; what is averaged is said by the form that averages it.
#pragma once

#include "shared/indicators/tally.h"
#include "shared/sheets/figure_id.h"
#include "shared/sheets/sheet.h"

#include <map>
#include <set>
#include <tuple>

namespace sheets {

// A posyandu, a village with its posyandu, or the whole health centre.
struct Place {
    std::string id;    // as in a figure's id
    std::string name;  // "Posyandu Melati 1", "Sukamaju", "Puskesmas Contoh"
    std::string village;
    std::string village_code;        // Kemendagri; may be empty
    std::vector<std::string> units;  // codes
};

struct Counted {
    Month month;
    std::string unit, code, detail;
    char sex = 0;
    int age_months = kNoAge;
    bool is_numerator = false;
    int count = 0;
};

// What of an indicator a cell shows.
struct Wanted {
    std::string code;
    Share share = Share::Counted;
    char sex = 0;  // as in FigureId
    Ages ages = {};
    std::string detail = {};  // "" all
};

class Counts {
public:
    explicit Counts(Period period) : period_(period) {}
    void add(const Counted& row);  // excluded facts are not to be added
    // That this month was counted, also if it has no row: nobody is a figure too.
    void covers(Month month) { covered_.insert(month); }

    const Period& period() const { return period_; }
    indicators::Count of(const Place& place, const Wanted& wanted) const;
    // Per month on average over the months that end a quarter, as complementary feeding is reported
    // (DOMAIN 6.4): sums, and over how many months. A month that nobody sent is none of them.
    struct Averaged {
        indicators::Count sum;
        int months = 0;
    };
    Averaged of_quarter_ends(const Place& place, const std::string& code) const;

    // Cells of a form, with their ids. An indicator that this version does not count is not ours.
    Cell cell(const Place& place, const Wanted& wanted) const;
    Cell percent_cell(const Place& place, const Wanted& wanted) const;
    FigureId id_of(const Place& place, const Wanted& wanted) const;

private:
    using Key = std::tuple<std::string, std::string, char, int, std::string>;
    Period period_;
    std::map<Key, indicators::Count> sums_;  // unit, code, sex, age, detail
    std::map<std::tuple<std::string, std::string>, indicators::Count> quarter_ends_;
    std::set<Month> covered_;
};
int value_of(const indicators::Count& count, Share share);

bool is_counted(const std::string& code);  // by this version
Definition definition_of(const std::string& code);

}  // namespace sheets
