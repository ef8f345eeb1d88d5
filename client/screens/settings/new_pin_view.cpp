#include "client/screens/settings/new_pin_view.h"

#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/layout.h"

namespace screens {

using words::tr;
using words::word;

bool draw_new_pin(NewPin& pin, bool says_problems) {
    ui::FieldStyle first;
    first.help = tr("At least 8 digits. A short sentence is safer still.");
    if (says_problems) first.problem = pin.pin_problem().text();
    ui::secret_field(word("New PIN"), pin.pin, first);
    ui::gap(10);
    ui::FieldStyle second;
    if (says_problems && first.problem.empty()) second.problem = pin.again_problem().text();
    ui::secret_field(word("The new PIN once more"), pin.again, second);
    const bool entered = ui::enter_was_pressed();
    ui::gap(4);
    ui::muted(tr("Who copies this laptop's files can guess a PIN of digits in time. A sentence "
                 "that only you know cannot be guessed."),
              ui::available());
    return entered;
}

}  // namespace screens
