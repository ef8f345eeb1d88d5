// How she wants her day's list. Kept by the shell while she is signed in, so that the page is as
// she left it.
#pragma once

#include "client/screens/ports/common.h"

#include <optional>
#include <string>

namespace screens {

enum class Order { Urgency, Walk };
// Which day asks for a task: danger signs and what is late; its last day; within a week; its window
// is open for longer.
enum class When { Urgent, Today, Week, Later };

struct TodayChoices {
    Order order = Order::Urgency;
    std::optional<When> only;
    std::string unit;  // code; empty: all of hers
    bool is_hint_dismissed = false;
    std::optional<Date> confirmed_day;  // of the laptop's clock
};

}  // namespace screens
