// kawan-widgets FOLDER [NAME]: every widget as a PNG, drawn without a display.
#include "shared/base/file.h"
#include "tests/client/driver/driver.h"
#include "tests/client/ui/widget_gallery/pages.h"

#include <cstdio>
#include <string>

namespace {

struct Page {
    const char* name;
    void (*draw)();
};
constexpr Page kPages[] = {
    {"lists", widget_gallery::draw_lists},   {"health", widget_gallery::draw_health},
    {"months", widget_gallery::draw_months}, {"tools", widget_gallery::draw_tools},
    {"dialog", widget_gallery::draw_dialog}, {"takeover", widget_gallery::draw_takeover}};

struct Setting {
    const char* name;
    int width, height;
    float scale;
    ui::Look look;
};
constexpr Setting kSettings[] = {{"1366", 1366, 768, 1, ui::Look::Light},
                                 {"1024", 1024, 600, 1, ui::Look::Light},
                                 {"150", 1366, 768, 1.5F, ui::Look::Light},
                                 {"200", 1366, 768, 2, ui::Look::Light},
                                 {"contrast", 1366, 768, 1, ui::Look::Contrast}};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: kawan-widgets FOLDER [NAME]\n", stderr);
        return 2;
    }
    const std::string folder = argv[1];
    const std::string wanted = argc > 2 ? argv[2] : "";
    if (const auto made = base::make_directory(folder); !made.ok()) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    for (const Page& page : kPages) {
        for (const Setting& setting : kSettings) {
            const std::string name = std::string(page.name) + "-" + setting.name;
            if (name.find(wanted) == std::string::npos) continue;
            driver::Driver d(page.draw, setting.width, setting.height, setting.scale, setting.look);
            d.frames(3);
            d.shot(folder + "/" + name + ".png");
            for (const std::string& text : ui::probe::clipped_texts()) {
                std::printf("%s: clipped: %s\n", name.c_str(), text.c_str());
            }
        }
    }
    return 0;
}
