// The forms of one posyandu out of what was counted on the laptop: the same shared/sheets as the
// health centre's reports, of one posyandu and with the laptop's own note.
#pragma once

#include "client/screens/ports/register.h"
#include "client/store/store.h"
#include "shared/indicators/facts.h"
#include "shared/protocol/enrolment.h"
#include "shared/sheets/centre.h"
#include "shared/sheets/person_sheets.h"

#include <set>
#include <string>
#include <vector>

namespace client_app {

// Whose figures they are, and by which rules they are counted.
struct Posyandu {
    std::string centre;
    protocol::Unit unit;
    std::string cadre;        // who signs
    bool is_midwife = false;  // has the midwife's forms too
    indicators::Settings settings = {};
    bool counts_as_told = true;
    std::optional<base::Date> synced_on = std::nullopt;
    std::set<base::Month> closed = {};  // by the health centre
    std::vector<protocol::User> users = {};
};
Posyandu posyandu_of(const store::Identity& identity, const std::string& unit);
sheets::Place place_of(const protocol::Unit& unit);

class FormMaking {
public:
    FormMaking(const Posyandu& posyandu, sheets::Period period);

    void add_home(const sheets::HomeRows& home);
    void add_fact(const indicators::Fact& fact, base::Month month);
    // All of them, of what was added; `rows` in the register's order.
    void make(const std::vector<indicators::RegisterRow>& rows, screens::RegisterMonth& into);

    base::Status read_centre(store::Store& store);  // the targets
    // The codes of all figures in the forms: who is in none of them need not be kept.
    std::set<std::string> codes();
    const sheets::Counts& counts() const { return counts_; }
    const sheets::Place& place() const { return centre_.posyandu.front(); }
    const std::string& centre_name() const { return centre_.name; }

private:
    void make_counted(screens::RegisterMonth& into) const;
    void count_cadres();

    Posyandu posyandu_;
    sheets::Period period_;
    sheets::Centre centre_;
    sheets::Counts counts_;
    std::set<std::string> providers_;               // who made a visit in the period
    sheets::Sheet weekly_, cohort_, measurements_;  // of one month
};

// What is printed or kept of a form: its sheets, signed by whom, with what is missing.
sheets::Book book_of(const Posyandu& posyandu, const screens::RegisterMonth& month,
                     screens::Form form, base::Date today);

// ILP sheets 3 and 4. NotFound for a household that is not here.
base::Result<sheets::Book> family_book(store::Store& store, const store::Identity& identity,
                                       const std::string& household, base::Date today);

}  // namespace client_app
