// kawan-client: the window of Kawan ASI.
#include "client/app/keeping/hardening.h"
#include "client/app/window/appearance_file.h"
#include "client/app/window/session.h"
#include "client/screens/shell/closing.h"
#include "client/screens/shell/shell.h"
#include "client/screens/shell/shell_model.h"
#include "client/ui/redraw.h"
#include "client/ui/window.h"
#include "client/ui/words/words.h"
#include "shared/base/file.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

struct Options {
    std::string data;
    std::string language;
    ui::WindowStyle window;
    bool contrast = false;
    bool figures = false;
};

std::string default_data() {
    const char* home = std::getenv("HOME");
    return std::string(home != nullptr ? home : ".") + "/.local/share/kawan-asi";
}

void describe(CLI::App& app, Options& options) {
    app.add_option("--data", options.data, "folder of the stores of this laptop")
        ->default_val(default_data());
    app.add_option("--language", options.language, "id or en; otherwise as chosen last")
        ->check(CLI::IsMember({"id", "en"}));
    app.add_option("--width", options.window.width, "of the window");
    app.add_option("--height", options.window.height, "of the window");
    app.add_option("--scale", options.window.scale, "1 to 2; otherwise the monitor's")
        ->check(CLI::Range(0.75, 3.0));
    app.add_flag("--contrast", options.contrast, "black on white");
    app.add_option("--shot", options.window.shot_file, "write a picture of the window and end");
    app.add_option("--shot-after", options.window.shot_after, "frames before the picture");
    app.add_option("--probe", options.window.probe_file,
                   "write what stands where on the screen, after each frame");
    app.add_flag("--figures", options.figures, "print frames and start-up time at the end");
}

void print_figures(const ui::WindowFigures& figures) {
    std::printf("{\"first_frame_ms\":%.1f,\"laid_out\":%ld,\"painted\":%ld,\"renderer\":\"%s\"}\n",
                figures.first_frame_ms, figures.laid_out, figures.painted,
                figures.renderer.c_str());
}

// As chosen in the settings last, unless the command line says otherwise.
void put_look_in_force(Options& options) {
    const screens::Appearance look = client_app::read_appearance(options.data);
    if (options.contrast || look.is_contrast) options.window.look = ui::Look::Contrast;
    options.window.text_size = look.text_percent;
    const bool is_english = options.language.empty() ? look.is_english : options.language == "en";
    if (is_english) words::use(words::Language::English);
}

int run(const Options& options) {
    auto opened = ui::Window::open(options.window);
    if (!opened.ok()) {
        std::fprintf(stderr, "%s\n", opened.error().message.c_str());
        return 1;
    }
    ui::Window& window = *opened.value();
    const base::SystemClock clock;
    client_app::Session session(options.data, clock, ui::wake);
    screens::ShellModel shell(session.ports());
    screens::Closing closing(shell);
    window.ask_before_closing([&] { return closing.may_close(); });
    window.run([&] {
        const double next = session.tick();
        if (next >= 0) ui::redraw_in(next);
        screens::draw(shell);
        screens::draw_closing(closing);
        if (closing.is_done()) window.close();
    });
    shell.keep();
    if (options.figures) print_figures(window.figures());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    client_app::keep_memory_private();
    Options options;
    options.window.title = "Kawan ASI";
    CLI::App app{"Kawan ASI"};
    describe(app, options);
    CLI11_PARSE(app, argc, argv);
    put_look_in_force(options);
    const base::Status made = base::make_directory(options.data, true);
    if (!made.ok()) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    return run(options);
}
