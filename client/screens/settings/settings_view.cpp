#include "client/screens/frame/page_frame.h"
#include "client/screens/settings/settings_page.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"

namespace screens {

using words::tr;
using words::word;

namespace {

struct Part {
    SettingsPart part;
    const char* key;
    const char* name;
};
constexpr Part kParts[] = {
    {SettingsPart::Look, "look", words::later("How it looks")},
    {SettingsPart::Copy, "copy", words::later("Second copy")},
    {SettingsPart::Safety, "safety", words::later("PIN and lock")},
    {SettingsPart::Laptop, "laptop", words::later("This laptop")},
    {SettingsPart::About, "about", words::later("About")},
};

void draw_tabs(SettingsModel& model) {
    std::vector<ui::Chip> tabs;
    std::string open;
    for (const Part& each : kParts) {
        tabs.push_back({each.key, tr(each.name)});
        if (each.part == model.part()) open = each.key;
    }
    const auto pressed = ui::tabs("settings", tabs, open);
    for (const Part& each : kParts) {
        if (pressed == each.key) model.open_part(each.part);
    }
}

void draw_part(SettingsModel& model, Ways& ways) {
    switch (model.part()) {
        case SettingsPart::Look:
            return draw_look_part(model);
        case SettingsPart::Copy:
            return draw_copy_part(model, ways);
        case SettingsPart::Safety:
            return draw_safety_part(model, ways);
        case SettingsPart::Laptop:
            return draw_laptop_part(model, ways);
        case SettingsPart::About:
            return draw_about_part(model);
    }
}

void draw_text_sizes(SettingsModel& model) {
    std::vector<ui::Option> sizes;
    for (const int size : kTextSizes) {
        sizes.push_back({std::to_string(size), std::to_string(size) + " %"});
    }
    const auto chosen =
        ui::segmented(word("Text size"), sizes, std::to_string(model.look().text_percent));
    if (chosen) model.choose_text(std::stoi(*chosen));
}

}  // namespace

void draw_look_part(SettingsModel& model) {
    const ui::Card card;
    const auto language =
        ui::segmented(word("Language"), {{"id", "Bahasa Indonesia"}, {"en", "English"}},
                      model.look().is_english ? "en" : "id");
    if (language) model.choose_language(*language == "en");
    ui::gap(14);
    draw_text_sizes(model);
    ui::gap(14);
    const auto contrast = ui::segmented(
        word("Colours"), {{"0", tr("Ordinary")}, {"1", tr("Black on white, for bright sun")}},
        model.look().is_contrast ? "1" : "0");
    if (contrast) model.choose_contrast(*contrast == "1");
    ui::gap(8);
    ui::muted(tr("What you choose here holds at once, and each time you sign in."),
              ui::available());
}

void SettingsPage::draw(Ways& ways) {
    draw_page_head(ways, {"", tr("Settings")});
    const PageBody body("settings body", false);
    draw_tabs(model_);
    ui::gap(14);
    if (const std::string trouble = model_.trouble().text(); !trouble.empty()) {
        ui::banner("not kept", ui::Tone::Bad, tr("Not kept"), trouble);
        ui::gap(12);
    }
    draw_part(model_, ways);
}

}  // namespace screens
