// A posyandu's month: the √/X/A register and the reports' figures, with everybody who stands behind
// each. Worked out in the background, by the same functions as the health centre's reports.
#pragma once

#include "client/screens/ports/families.h"
#include "shared/indicators/facts.h"
#include "shared/indicators/register.h"

#include <array>
#include <string>
#include <vector>

namespace screens {

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

    bool is_counted() const { return fact.part == indicators::Part::Numerator; }
};

struct RegisterMonth {
    base::Month month{};
    std::string unit;
    std::vector<RegisterLine> lines;  // in the register's order
    std::vector<Behind> behind;       // of the figures below, by name
    int not_sent = 0;                 // records behind them that the health centre does not have
    int troubled = 0;                 // that it has, and that somebody must mend
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
    // Asked in every frame that shows it: begins when the month is another one, or its records may
    // have changed.
    virtual void want(base::Month month, const std::string& unit) = 0;
    // The month wanted last, perhaps as it was before the last change; nullptr until it is found.
    virtual const RegisterMonth* found() = 0;
    virtual RegisterProgress progress() = 0;
    virtual std::int64_t register_version() = 0;  // changes with found()
    // As the paper form has it.
    virtual std::string on_paper(const RegisterMonth& month) = 0;
};

}  // namespace screens
