#include "client/screens/record/kept_drafts.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/probe.h"
#include "shared/base/text.h"

namespace screens {

using words::tr;

namespace {

words::Label key(const char* msgid, const Draft& draft) {
    return {std::string(msgid) + " " + draft.id, tr(msgid)};
}

void draw_question(KeptDrafts& drafts, const Draft& draft) {
    if (!drafts.alarms(draft).empty()) {
        ui::text(ui::Type::Strong, ui::palette().bad,
                 tr("There is a danger sign in it, and no referral yet."), ui::available());
    }
    ui::text(ui::Type::Body, ui::palette().bad,
             tr("Throw these answers away? This cannot be undone."), ui::available());
    const words::Label yes = key("Yes, throw away", draft);
    const words::Label no = key("No, keep", draft);
    ui::Row row(12);
    row.cell(ui::button_width(yes));
    const bool confirmed = ui::button(yes, {.emphasis = ui::Emphasis::Danger});
    row.cell(ui::button_width(no));
    if (ui::button(no)) drafts.discard_cancelled();
    if (confirmed) drafts.discard_confirmed();
}

void draw_ways(KeptDrafts& drafts, Ways& ways, const Draft& draft) {
    const words::Label recover = key("Recover", draft);
    const words::Label discard = key("Throw away", draft);
    ui::Row row(12);
    row.cell(ui::button_width(recover));
    const bool opened = ui::button(recover, {.emphasis = ui::Emphasis::Primary});
    row.cell(ui::button_width(discard));
    if (ui::button(discard)) drafts.discard_clicked(draft.id);
    if (opened) ways.open_draft(draft);
}

void draw_alarm(const Alarm& alarm) {
    const std::string line = std::string(ui::icon::kWarning) + "  " + urgency_line(alarm.urgency);
    ui::text(ui::Type::Strong, ui::palette().bad, line, ui::available());
    ui::probe::note_at("status", "danger in draft", urgency_line(alarm.urgency), ui::last_item());
    ui::text(ui::Type::Body, ui::palette().text, base::joined(sign_words(alarm.signs), "; "),
             ui::available());
}

}  // namespace

void draw_kept_drafts(KeptDrafts& drafts, Ways& ways) {
    const auto all = drafts.all();  // a copy: pressing a button changes the list
    for (const Draft& draft : all) {
        const std::vector<Alarm> alarms = drafts.alarms(draft);
        const ui::Card card(0, alarms.empty() ? ui::Tone::Warn : ui::Tone::Bad, true);
        for (const Alarm& alarm : alarms) draw_alarm(alarm);
        ui::text(ui::Type::Strong, ui::palette().warn,
                 std::string(ui::icon::kPen) + "  " + tr("Not finished: your answers are kept"));
        ui::text(ui::Type::Body, ui::palette().text, drafts.title(draft), ui::available());
        if (drafts.to_discard() == draft.id) {
            draw_question(drafts, draft);
        } else {
            draw_ways(drafts, ways, draft);
        }
    }
}

}  // namespace screens
