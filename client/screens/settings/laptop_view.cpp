#include "client/screens/settings/keeping_words.h"
#include "client/screens/settings/settings_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

namespace screens {

using words::tr;
using words::word;
using Busy = KeepingState::Busy;

namespace {

struct Fact {
    const char* key;
    std::string name, value;
};

void draw_fact(const Fact& fact) {
    ui::Row row;
    const float name = ui::available() * 0.5F;
    const float value = ui::available() - name - ui::px(ui::kGap);
    row.cell(name);
    ui::text(ui::Type::Body, ui::palette().muted, fact.name, name);
    row.cell(value);
    ui::text(ui::Type::Medium, ui::palette().text, fact.value, value);
    ui::probe::note("text", fact.key, fact.value);
}

std::string day_text(const std::optional<Instant>& at, const Ways& ways) {
    if (!at) return tr("never");
    return words::ago(base::date_in(*at, ways.ports().zone()), ways.ports().today());
}

std::vector<Fact> facts(const SettingsModel& model, const Ways& ways) {
    const LaptopHealth& health = model.keeping().health;
    const bool is_sent = health.last_sync_at.has_value();
    auto& keeping = ways.ports().keeping;
    return {
        {"records", tr("Records on this laptop"), std::to_string(health.records)},
        {"waiting", tr("Not yet at the health centre"), std::to_string(health.waiting)},
        {"drafts", tr("Begun and not finished"), std::to_string(health.drafts)},
        {"last sync", tr("Last sent"), day_text(health.last_sync_at, ways)},
        {"last copy", tr("Last second copy"), day_text(model.keeping().copy.at, ways)},
        {"store size", tr("Size of your data"), size_text(health.file_bytes)},
        {"room", tr("Free room on the disk"), size_text(health.free_bytes)},
        {"clock", tr("This laptop's clock"),
         is_sent ? clock_offset_text(health.clock_offset_ms)
                 : tr("not known before the first sending")},
        {"version", tr("Version of the program"), keeping.version()},
    };
}

void draw_check(SettingsModel& model, const Ways& ways) {
    const LaptopHealth& health = model.keeping().health;
    if (health.checked_at && health.is_whole) {
        ui::banner("check", ui::Tone::Ok, tr("Your data is whole"),
                   tr("Last checked {0}", {day_text(health.checked_at, ways)}));
        ui::gap(8);
    } else if (health.checked_at) {
        ui::banner("check", ui::Tone::Bad, tr("Part of the data is damaged"),
                   tr("Send what you can now, and call the coordinator. Write nothing new on "
                      "this laptop before."));
        ui::gap(8);
    }
    const bool is_checking = model.keeping().busy == Busy::Checking;
    const words::Label face =
        is_checking ? words::Label{"Check the data", tr("Checking …")} : word("Check the data");
    const ui::ButtonStyle style{.icon = ui::icon::kShield,
                                .enabled = model.keeping().busy == Busy::No};
    if (ui::button(face, style)) model.check_clicked();
    if (is_checking) ui::redraw_in(0.2);
}

}  // namespace

void draw_laptop_part(SettingsModel& model, const Ways& ways) {
    if (!model.keeping().is_read) {
        ui::muted(tr("Looking …"), ui::available());
        ui::redraw_in(0.2);
        return;
    }
    const Saying room = room_saying(model.keeping().health);
    if (!room.title.empty()) {
        ui::banner("room low", room.tone, room.title, room.text);
        ui::gap(12);
    }
    const Saying lost = lost_saying(model.keeping().health);
    if (!lost.title.empty()) {
        ui::banner("lost", lost.tone, lost.title, lost.text);
        ui::gap(8);
        if (ui::button(word("Nothing is missing any more"))) model.lost_seen_clicked();
        ui::gap(12);
    }
    const ui::Card card;
    for (const Fact& fact : facts(model, ways)) {
        draw_fact(fact);
        ui::gap(8);
    }
    ui::gap(8);
    draw_check(model, ways);
}

}  // namespace screens
