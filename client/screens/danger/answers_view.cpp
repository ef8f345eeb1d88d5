#include "client/screens/danger/answers.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;
using words::word;

void draw_answer_news(Ways& ways, const std::string& family) {
    const std::vector<AnswerNews> news = answer_news(ways.ports(), family);
    if (news.empty()) return;
    const ui::Card card(0, ui::Tone::Ok, true);
    ui::section(tr("Answers to referrals"));
    for (const AnswerNews& each : news) {
        ui::RowStyle style;
        style.icon = ui::icon::kMessage;
        style.title = each.person_name + ": " + each.words;
        style.detail = each.feedback;
        if (ui::list_row("answer " + each.referral, style)) ways.open_referral(each.referral);
    }
    if (!ui::button(word("I have read them"), {.icon = ui::icon::kCheck})) return;
    for (const AnswerNews& each : news) {
        const base::Status kept = ways.ports().referrals.mark_seen(each.referral, each.outcome);
        if (!kept.ok()) ways.say(tr("This laptop's disk refused. The answers stay here."));
    }
}

}  // namespace screens
