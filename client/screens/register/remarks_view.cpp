#include "client/screens/register/remarks_view.h"

#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

// "Juli 2026, Agustus 2026": what the health centre has closed of the period.
std::string closed_months(const RegisterMonth& month) {
    std::vector<std::string> names;
    for (const base::Month each : month.note.closed) names.push_back(words::month_and_year(each));
    return base::joined(names, ", ");
}

// Whom the figures lack, and whether they are counted as the health centre counts.
std::vector<std::string> other_remarks(const RegisterMonth& month) {
    std::vector<std::string> lines;
    const auto& asked = month.note.not_asked;
    if (!asked.empty() && asked.back().infants > 0) {
        lines.push_back(
            tr("Babies of 0 to 5 months not asked about breast milk: {0} of {1}.",
               {std::to_string(asked.back().infants), std::to_string(asked.back().of)}));
    }
    if (month.note.left > 0) {
        lines.push_back(
            tr("Moved away since, and still counted here by the health centre: {0}. Their records "
               "are not on this laptop any more.",
               {std::to_string(month.note.left)}));
    }
    if (month.note.is_past && !month.note.knows_moves) {
        lines.push_back(tr("Who moved since is counted where she lives now."));
    }
    if (!month.note.counts_as_told) {
        lines.push_back(
            tr("The health centre counts in a way that this program does not know yet. "
               "Ask for the newer program."));
    }
    return lines;
}

// The same in one line: in a small window the table is what she came for.
void draw_short_remarks(const RegisterModel& model, const RegisterMonth& month, Ways& ways) {
    if (!month.note.closed.empty()) {  // in no hurry, whatever follows
        ui::muted(tr("{0} is closed at the health centre: what was reported stays as it is. "
                     "Is something wrong? Tell the coordinator.",
                     {closed_months(month)}),
                  ui::available());
    }
    std::vector<std::string> parts;
    if (month.troubled > 0) {
        parts.push_back(tr("To be mended: {0}.", {std::to_string(month.troubled)}));
    }
    if (month.not_sent > 0) {
        parts.push_back(tr("Not sent yet: {0}. The health centre's figures may differ.",
                           {std::to_string(month.not_sent)}));
    }
    if (parts.empty() && !model.is_month_over()) {
        parts.push_back(tr("This month is not over: it is counted up to today."));
    }
    for (const std::string& line : other_remarks(month)) parts.push_back(line);
    if (parts.empty()) return;
    const words::Label see = word("See what must be mended");
    const float button = month.troubled > 0 ? ui::button_width(see) + ui::px(12) : 0;
    const ui::Colour ink = month.troubled > 0   ? ui::palette().bad
                           : month.not_sent > 0 ? ui::palette().warn
                                                : ui::palette().muted;
    ui::Row row(12);
    row.cell(ui::available() - button);
    if (button > 0) ui::push_down(ui::px(11));
    ui::text(ui::Type::Small, ink, base::joined(parts, "  "), ui::available());
    if (button == 0) return;
    row.cell(button - ui::px(12));
    if (ui::button(see)) ways.open(Page::Sending);
}

}  // namespace

void draw_remarks(const RegisterModel& model, const RegisterMonth& month, Ways& ways) {
    if (ui::is_narrow()) return draw_short_remarks(model, month, ways);
    if (!model.is_month_over()) {
        ui::muted(tr("This month is not over: it is counted up to today."), ui::available());
    }
    for (const std::string& line : other_remarks(month)) ui::muted(line, ui::available());
    if (!month.note.closed.empty()) {
        ui::banner("closed here", ui::Tone::Info,
                   tr("{0} is closed at the health centre", {closed_months(month)}),
                   tr("What was reported stays as it is. What you write for it now is kept, but "
                      "does not change the report any more. Is something wrong? Tell the "
                      "coordinator: she can open it again."));
    }
    const auto records = [](int count) { return std::to_string(count); };
    if (month.not_sent > 0) {
        ui::banner(
            "not sent here", ui::Tone::Warn,
            tr("The health centre's figures may differ until all is sent"),
            tr("Records of this month that wait to be sent: {0}.", {records(month.not_sent)}));
    }
    if (month.troubled == 0) return;
    ui::banner("to mend here", ui::Tone::Bad, tr("Some records must be mended first"),
               tr("The health centre holds them and does not count them yet: {0}.",
                  {records(month.troubled)}));
    if (ui::button(word("See what must be mended"))) ways.open(Page::Sending);
}

}  // namespace screens
