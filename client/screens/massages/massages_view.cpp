#include "client/paper/about_massage.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/massages/massages_page.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/table.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using indicators::PracticeGroup;
using words::tr;
using words::word;

namespace {

// ---- the doors

struct Door {
    words::Label label;
    const char* icon;
    std::string detail;
};

constexpr float kDoor = 96;
constexpr float kLowDoor = 68;  // in a small window: the families are what she came for
constexpr float kMark = 44;

bool draw_door(const Door& door) {
    const float width = ui::available();
    const float height = ui::px(ui::is_narrow() ? kLowDoor : kDoor);
    const bool pressed = ui::keyboard::pressable(door.label.key.c_str(), width, height);
    const ui::Rect box = ui::last_item();
    const ui::Palette& p = ui::palette();
    ui::fill(box, ImGui::IsItemHovered() ? p.primary_soft : p.surface, ui::kCardRounding);
    ui::outline(box, p.control_border, ui::kCardRounding);
    const float top = (box.top + box.bottom - ui::px(kMark)) / 2;
    const ui::Rect mark{box.left + ui::px(14), top, box.left + ui::px(14 + kMark),
                        top + ui::px(kMark)};
    ui::fill(mark, p.primary_soft, 10);
    ui::text_centred(mark, ui::Type::Section, p.primary, door.icon);
    const float left = mark.right + ui::px(12);
    const float room = box.right - ui::px(10) - left;
    const float title = ui::wrapped_height(ui::Type::Strong, door.label.text, room);
    const float below = ui::wrapped_height(ui::Type::Small, door.detail, room);
    const float y = (box.top + box.bottom - title - below) / 2;
    ui::text_block({left, y, box.right - ui::px(10), y + title}, ui::Type::Strong, p.text,
                   door.label.text);
    ui::text_block({left, y + title, box.right - ui::px(10), y + title + below}, ui::Type::Small,
                   p.muted, door.detail);
    ui::focus_ring();
    ui::probe::note("door", door.label.key, "");
    return pressed;
}

void open_door(const std::string& key, MassagesModel& model, Ways& ways) {
    if (key == "Massage guide") ways.open_guide({});
    if (key == "Training and quiz") ways.open(Page::Training);
    if (key == "Leaflet for the family") model.leaflet_clicked();
    if (key == "About the massage") model.about_clicked();
}

void draw_doors(MassagesModel& model, Ways& ways) {
    const std::vector<Door> doors = {
        {word("Massage guide"), ui::icon::kPlay, tr("Step by step, with pictures")},
        {word("Leaflet for the family"), ui::icon::kPrint, tr("A5, two sides, to take home")},
        {word("About the massage"), ui::icon::kInfo, tr("What is known, and what is not")},
        {word("Training and quiz"), ui::icon::kBook, tr("For cadres and health workers")},
    };
    const std::size_t columns = ui::is_narrow() ? 2 : std::min<std::size_t>(4, doors.size());
    const float gap = 12;
    const float width = (ui::available() - ui::px(gap) * static_cast<float>(columns - 1)) /
                        static_cast<float>(columns);
    for (std::size_t first = 0; first < doors.size(); first += columns) {
        ui::Row row(gap);
        for (std::size_t i = first; i < std::min(first + columns, doors.size()); ++i) {
            row.cell(width);
            if (draw_door(doors[i])) open_door(doors[i].label.key, model, ways);
        }
    }
}

// ---- the families

struct Mark {
    const char* icon;
    ui::Tone tone;
};

Mark mark_of(PracticeGroup group) {
    switch (group) {
        case PracticeGroup::SecondVisit:
            return {ui::icon::kRefresh, ui::Tone::Warn};
        case PracticeGroup::Practises:
            return {ui::icon::kHand, ui::Tone::Ok};
        case PracticeGroup::NoPractice:
            return {ui::icon::kQuestion, ui::Tone::Info};
        case PracticeGroup::NotTaught:
            return {ui::icon::kBook, ui::Tone::Info};
        case PracticeGroup::Declined:
            return {ui::icon::kMinus, ui::Tone::Info};
    }
    return {ui::icon::kHand, ui::Tone::Info};
}

void draw_row(const MassagesModel::Group& group, const MassagesModel::Row& row, Ways& ways) {
    ui::RowStyle style;
    style.icon = mark_of(group.group).icon;
    style.title = row.name;
    style.detail = row.detail;
    style.note = row.place;
    if (ui::list_row("massage of " + row.mother, style)) ways.open_family(row.family);
}

void draw_families(const MassagesModel& model, Ways& ways) {
    const ui::Card card;
    if (model.groups().empty()) {
        if (!model.is_ready()) {
            ui::muted(tr("The families are being looked through …"), ui::available());
            return;
        }
        ui::empty_state("no massages", ui::icon::kHand, tr("No family for the massage here yet"),
                        tr("Mothers stand here once their birth is written down."));
        return;
    }
    std::vector<ui::RowGroup> heads;
    std::vector<std::pair<const MassagesModel::Group*, const MassagesModel::Row*>> rows;
    for (const MassagesModel::Group& group : model.groups()) {
        heads.push_back({group.title, tr("{0} families", {std::to_string(group.rows.size())}),
                         group.rows.size()});
        for (const MassagesModel::Row& row : group.rows) rows.emplace_back(&group, &row);
    }
    ui::grouped_rows(heads, ui::px(ui::kListRow),
                     [&](std::size_t i) { draw_row(*rows[i].first, *rows[i].second, ways); });
    ui::gap(8);
    ui::muted(tr("From what is written down on this laptop. What was seen and what was told is "
                 "never added together."),
              ui::available());
}

// ---- about, and the leaflet

void draw_about(MassagesModel& model) {
    const bool leaves = ui::button(word("Back to the families"), {.icon = ui::icon::kBack});
    for (const paper::AboutMassage& part : paper::about_massage()) {
        const ui::Card card;
        ui::section(tr(part.title));
        ui::text(ui::Type::Body, ui::palette().text, tr(part.text), ui::available());
    }
    if (leaves || ui::keyboard::escape_pressed()) model.about_closed();
}

void draw_leaflet(MassagesModel& model, const Me& me) {
    if (!model.leaflet()) return;
    ui::DialogStyle style;
    style.title = tr("A leaflet for the family");
    style.text = tr("Steps in pictures; on the back when not to massage and the danger signs.");
    style.icon = ui::icon::kPrint;
    style.primary = word("Print the leaflet");
    style.secondary = word("Cancel");
    style.content = [&model] {
        MassagesModel::Leaflet& wish = *model.leaflet();
        const bool is_english = wish.language == words::Language::English;
        const auto pressed = ui::segmented(word("In which language?"),
                                           {{"id", "Bahasa Indonesia"}, {"en", "English"}},
                                           is_english ? "en" : "id");
        if (pressed) {
            wish.language =
                *pressed == "en" ? words::Language::English : words::Language::Indonesian;
        }
        ui::FieldStyle field;
        field.help = tr("Only if the mother wants it. Leave it empty otherwise.");
        ui::text_field(word("The baby's name on the leaflet"), wish.baby, field);
    };
    const auto pressed = ui::dialog("leaflet", style);
    if (pressed == ui::DialogPress::Primary) return model.leaflet_confirmed(me);
    if (pressed) model.leaflet_closed();
}

}  // namespace

void MassagesPage::draw(Ways& ways) {
    draw_page_head(ways, {tr("Families who learn it and give it"), tr("Massage")});
    {
        const PageBody body("massages", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        if (model_.is_about()) {
            draw_about(model_);
        } else {
            draw_doors(model_, ways);
            ui::gap(4);
            draw_families(model_, ways);
        }
        ImGui::PopStyleVar();
    }
    draw_leaflet(model_, ways.me());
    draw_printout(model_.printout(), ways);
}

}  // namespace screens
