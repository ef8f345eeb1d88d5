#include "client/screens/register/behind_view.h"

#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"

namespace screens {

using words::tr;
using words::word;

SendingMark sending_mark(Sending sending) {
    switch (sending) {
        case Sending::Sent:
            return {ui::icon::kCheckCircle, tr("Received"), ui::Tone::Ok};
        case Sending::Waiting:
            return {ui::icon::kCloud, tr("Not sent"), ui::Tone::Warn};
        case Sending::Troubled:
            return {ui::icon::kWarning, tr("To mend"), ui::Tone::Bad};
    }
    return {ui::icon::kCloud, {}, ui::Tone::Warn};
}

namespace {

// Why, where there is a why, and the day of the record that decided.
std::string detail_of(const Behind& each, bool is_counted) {
    const bool has_reason = each.fact.reason != indicators::Reason::None;
    const std::string words = is_counted && !has_reason ? tr("counted") : reason_of(each);
    const auto day = base::parse_date(each.on);
    return day ? words + "  ·  " + words::typed_date(*day) : words;
}

ui::RowStyle row_style(const Behind& each, bool is_counted) {
    const SendingMark mark = sending_mark(each.sending);
    ui::RowStyle style;
    style.icon = is_counted ? ui::icon::kCheck : ui::icon::kMinus;
    style.title = each.name;
    style.detail = detail_of(each, is_counted);
    style.pill_text = mark.text;
    style.pill_icon = mark.icon;
    style.pill_tone = mark.tone;
    style.opens = !each.family.empty();
    return style;
}

const Behind& person_at(const RegisterModel::Opened& opened, std::size_t row) {
    const std::size_t counted = opened.counted.size();
    return row < counted ? opened.counted[row] : opened.excluded[row - counted];
}

// Where events are counted somebody comes more than once.
std::string row_key(const RegisterModel::Opened& opened, std::size_t row) {
    const std::string key = "behind " + person_at(opened, row).fact.person.text();
    const bool is_again =
        row > 0 && person_at(opened, row - 1).fact.person == person_at(opened, row).fact.person;
    const bool has_none = person_at(opened, row).fact.person.text().empty();
    return is_again || has_none ? key + " " + std::to_string(row) : key;
}

void draw_people(const RegisterModel::Opened& opened, Ways& ways) {
    const ui::Card card;
    const std::size_t counted = opened.counted.size();
    const std::vector<ui::RowGroup> groups = {
        {tr("Counted"), std::to_string(counted), counted},
        {tr("Not counted, and why"), std::to_string(opened.excluded.size()),
         opened.excluded.size()}};
    ui::grouped_rows(groups, ui::px(ui::kListRow), [&](std::size_t row) {
        const bool is_counted = row < counted;
        const Behind& each = person_at(opened, row);
        const bool pressed = ui::list_row(row_key(opened, row), row_style(each, is_counted));
        if (pressed && !each.family.empty()) ways.open_family(each.family);
    });
}

}  // namespace

void draw_behind(RegisterModel& model, Ways& ways) {
    const bool leaves = ui::button(word("Back to the figures"), {.icon = ui::icon::kBack});
    {
        const ui::Card card;
        const auto& opened = *model.opened();
        const std::string who = opened.figure ? tr("Total") : slice_name(opened.slice);
        ui::section(opened_name(opened), period_name(model.period()) + "  ·  " + who + ": " +
                                             std::to_string(opened.counted.size()));
        if (opened.counted.empty() && opened.excluded.empty()) {
            ui::muted(tr("Nobody in this posyandu is meant by this figure."), ui::available());
        }
    }
    if (!model.opened()->counted.empty() || !model.opened()->excluded.empty()) {
        draw_people(*model.opened(), ways);
    }
    if (leaves || ui::keyboard::escape_pressed()) model.closed();
}

}  // namespace screens
