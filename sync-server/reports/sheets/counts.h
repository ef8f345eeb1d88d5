// Everything that was counted in a period: whoever reads it need not know whether a month is closed
// or still moves. Sums over the months; what is averaged is said by the form that averages it.
#pragma once

#include "shared/indicators/tally.h"
#include "sync-server/reports/sheets/figure_id.h"
#include "sync-server/reports/sheets/sheet.h"

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
    std::string unit, code;
    char sex = 0;
    int age_months = kNoAge;
    bool is_numerator = false;
    int count = 0;
};

class Counts {
public:
    explicit Counts(Period period) : period_(period) {}
    void add(const Counted& row);  // excluded facts are not to be added

    const Period& period() const { return period_; }
    indicators::Count of(const Place& place, const std::string& code, char sex = 0,
                         Ages ages = {}) const;
    // In the months that end a quarter only, and how many of them have anybody to speak of.
    indicators::Count of_quarter_ends(const Place& place, const std::string& code) const;
    int with_unknown_sex(const Place& place, const std::string& code) const;
    std::set<std::string> units() const;

    // A cell of a form: with its id. An indicator that this version does not count is not ours.
    Cell count_cell(const Place& place, const std::string& code, char sex = 0,
                    Ages ages = {}) const;
    Cell denominator_cell(const Place& place, const std::string& code) const;
    Cell percent_cell(const Place& place, const std::string& code) const;
    FigureId id_of(const Place& place, const std::string& code, char sex = 0,
                   bool is_denominator = false, Ages ages = {}) const;

private:
    Period period_;
    std::map<std::tuple<std::string, std::string, char, int>, indicators::Count> sums_;
    std::map<std::tuple<std::string, std::string>, indicators::Count> quarter_ends_;
};

bool is_counted(const std::string& code);  // by this version
Definition definition_of(const std::string& code);

}  // namespace sheets
