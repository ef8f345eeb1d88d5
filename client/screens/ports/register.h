// A posyandu's month or half-year: the √/X/A register and the forms that are filled from it, with
// everybody who stands behind each figure. Worked out in the background, by the same functions as
// the health centre's reports.
#pragma once

#include "client/screens/ports/families.h"
#include "shared/indicators/facts.h"
#include "shared/indicators/register.h"
#include "shared/sheets/laptop_note.h"
#include "shared/sheets/sheet.h"
#include "shared/sheets/weekly_sheet.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace screens {

// What a posyandu's cadre fills (DOMAIN 6.6); from Contacts on, what her midwife does.
enum class Form { Marks, F1, Sigizi, Ilp, Weekly, Family, Contacts, Cohort, Measurements };

struct RegisterLine {
    indicators::RegisterRow row;
    std::string family;
    Sending sending = Sending::Waiting;  // of the records behind it: the worst of them
};

// Somebody who is counted in a figure, or is not, and why.
struct Behind {
    indicators::Fact fact;
    std::string name, family;
    Sending sending = Sending::Waiting;
    base::Month month{};
    std::string on = {};                                  // the day of the record that decided
    std::optional<sheets::Weekly> weekly = std::nullopt;  // of the weekly recap, not of `fact`

    bool is_counted() const { return fact.part == indicators::Part::Numerator; }
};

struct RegisterFamily {
    std::string id, head;
};

struct RegisterMonth {
    sheets::Period period;
    base::Month month{};  // its last
    std::string unit;
    std::vector<RegisterLine> lines;  // in the register's order
    std::vector<Behind> behind;       // of the figures of the forms, by name
    std::vector<Behind> weekly;       // of the weekly recap
    std::map<Form, std::vector<sheets::Sheet>> forms;
    std::vector<RegisterFamily> families;  // by the head's name
    sheets::LaptopNote note;
    int not_sent = 0;  // records behind them that the health centre does not have
    int troubled = 0;  // that it has, and that somebody must mend
};

// Form F1, section O; then what SIGIZI "Balita Gizi" takes from a posyandu.
inline constexpr std::array kF1Figures = {
    indicators::Indicator::IdF1Row1, indicators::Indicator::IdF1Row2,
    indicators::Indicator::IdF1Row3, indicators::Indicator::IdF1Row4,
    indicators::Indicator::IdF1Row5};
inline constexpr std::array kSigiziFigures = {
    indicators::Indicator::Sigizi14, indicators::Indicator::Sigizi20,
    indicators::Indicator::Sigizi21, indicators::Indicator::Sigizi22,
    indicators::Indicator::Sigizi23, indicators::Indicator::Sigizi24,
    indicators::Indicator::Sigizi25};

struct RegisterProgress {
    int done = 0, total = 0;  // families
    bool is_ready() const { return total > 0 && done >= total; }
};

class Register {
public:
    virtual ~Register() = default;
    // Asked in every frame that shows it: begins when the period is another one, or its records may
    // have changed.
    virtual void want(const sheets::Period& period, const std::string& unit) = 0;
    // What was wanted last, perhaps as it was before the last change; nullptr until it is found.
    virtual std::shared_ptr<const RegisterMonth> found() = 0;
    virtual RegisterProgress progress() = 0;
    virtual std::int64_t register_version() = 0;  // changes with found()
    // As the paper form has it, with what is missing.
    virtual std::string on_paper(const RegisterMonth& month, Form form) = 0;
    virtual base::Result<std::string> as_spreadsheet(const RegisterMonth& month, Form form) = 0;
    // A file for each of its tables, and last what is missing, in words.
    virtual std::vector<std::string> as_csv(const RegisterMonth& month, Form form) = 0;
    // ILP sheets 3 and 4.
    virtual base::Result<std::string> family_on_paper(const std::string& household) = 0;
};

}  // namespace screens
