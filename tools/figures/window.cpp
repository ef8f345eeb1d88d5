// The window on a display that nobody sees: how soon it stands, what it takes while nobody touches
// it. Drawn by the processor, so the time of the first frame is that of a laptop without a GPU.
#include "client/app/recording/recorder.h"
#include "client/app/workplace.h"
#include "client/store/outbox.h"
#include "shared/base/file.h"
#include "shared/base/id.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/crypto/keys.h"
#include "tools/figures/district.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"
#include "tools/figures/process.h"

namespace figures {

namespace {

constexpr const char* kPin = "24681357";
constexpr std::int64_t kMothers = 231;  // about 10,000 records
constexpr int kStarts = 5;
constexpr int kIdleMs = 10'000;
constexpr int kSettleMs = 3'000;

void make_laptop(const std::string& data, std::int64_t mothers) {
    const base::SystemClock clock;
    base::SystemRandom random;
    const District district = make_district(mothers);
    store::Identity identity;
    identity.device = base::make_uuid7(clock.now(), random);
    identity.user = base::make_uuid7(clock.now(), random);
    identity.user_name = "Bu Satu";
    identity.role = "KADER";
    identity.zone = "Asia/Jakarta";
    identity.box_key = crypto::BoxKey::generate().public_key().text();
    protocol::Config config;
    for (const std::string& unit : district.units) config.units.push_back({unit, unit, "", ""});
    identity.config = to_json(config);
    const auto file = must(client_app::make_store(data, {identity, kPin}, clock.now()));
    const auto store = must(client_app::open_again(file));
    auto transaction = must(db::Transaction::begin(store->connection()));
    for (const records::Record& each : district.writes) {
        const store::Write write{each.type, each.id, each.unit, each.fields, "1", "", ""};
        const auto named = client_app::named_by(forms::FormSet::builtin(), each);
        must(store::save_inside(*store, write, named, clock.now()));
    }
    must(transaction.commit());
}

// A screen of its own; it finds a free number and prints it.
class Display {
public:
    explicit Display(const std::string& scratch)
        : server_({"Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "+extension", "GLX",
                   "-nolisten", "tcp"},
                  scratch + "/display") {
        const auto number = wait_for_text(scratch + "/display");
        if (number) name_ = ":" + base::trimmed(*number);
    }
    bool is_ready() const { return !name_.empty(); }
    std::vector<std::string> with(std::vector<std::string> words) const {
        words.insert(words.begin(), {"env", "DISPLAY=" + name_});
        return words;
    }

private:
    Process server_;
    std::string name_;
};

struct Screen {
    std::string data, scratch, client;
    const Display& display;

    std::vector<std::string> words(std::vector<std::string> more) const {
        std::vector<std::string> all = {client, "--data", data, "--scale", "1"};
        all.insert(all.end(), more.begin(), more.end());
        return display.with(std::move(all));
    }
    void press(std::vector<std::string> keys) const {
        keys.insert(keys.begin(), "xdotool");
        output_of(display.with(std::move(keys)), scratch);
    }
};

Figure first_frame(const Screen& screen) {
    std::vector<double> times;
    for (int i = 0; i < kStarts; ++i) {
        const std::string out = output_of(
            screen.words({"--figures", "--shot", screen.scratch + "/shot.png"}), screen.scratch);
        const auto object = must(base::json::Object::parse(base::trimmed(out)));
        const std::string* ms = object.find("first_frame_ms");
        times.push_back(base::json::number_of(ms == nullptr ? "" : *ms).value_or(0));
    }
    return {"first_frame", "ms", median(times), std::nullopt, kStarts};
}

// Where the field stands that is asked for: "role key x y where value", with tabs between.
std::optional<std::pair<std::string, std::string>> place_of(const std::string& probe,
                                                            const std::string& key) {
    auto text = base::read_file(probe);
    if (!text.ok()) return std::nullopt;
    for (const std::string& line : base::split(text.value(), '\n')) {
        const auto columns = base::split(line, '\t');
        if (columns.size() > 3 && columns[1] == key) return std::pair(columns[2], columns[3]);
    }
    return std::nullopt;
}

bool waits_for(const std::string& probe, const std::string& key) {
    for (int i = 0; i < 200; ++i) {
        if (place_of(probe, key)) return true;
        pause_ms(100);
    }
    return false;
}

bool sign_in(const Screen& screen, const std::string& probe) {
    screen.press(
        {"search", "--sync", "--name", "Kawan ASI", "windowmove", "0", "0", "windowfocus"});
    pause_ms(500);
    const auto at = place_of(probe, "PIN");
    if (!at) return false;
    screen.press({"mousemove", at->first, at->second, "sleep", "0.2", "click", "1", "sleep", "0.2",
                  "type", "--delay", "30", kPin});
    screen.press({"key", "Return"});
    return waits_for(probe, "Today");
}

std::vector<Figure> idle(const Screen& screen) {
    if (!is_installed("xdotool")) {
        skip("idle_cpu and private_memory", "xdotool is not installed");
        return {};
    }
    const std::string probe = screen.scratch + "/probe.txt";
    Process window(screen.words({"--probe", probe}), screen.scratch + "/window");
    // The display driver's memory is in it: what stands before the sign-in is the baseline.
    const bool stands = waits_for(probe, "PIN");
    const double at_start = window.private_mb();
    if (!stands || !sign_in(screen, probe)) {
        skip("idle_cpu and private_memory", "the window could not be signed in to");
        return {};
    }
    pause_ms(kSettleMs);
    const double before = window.cpu_seconds();
    const Stopwatch watch;
    pause_ms(kIdleMs);
    const double used = window.cpu_seconds() - before;
    return {{"idle_cpu", "%", 100 * used / watch.seconds(), std::nullopt, 1},
            {"private_memory", "MB", window.private_mb(), at_start, 1}};
}

std::vector<Figure> measure(const Options& options) {
    const std::string client = options.programs + "/kawan-client";
    if (!base::file_exists(client) || !is_installed("Xvfb")) {
        skip("first_frame, idle_cpu and private_memory",
             "kawan-client is not built or Xvfb is not installed");
        return {};
    }
    const std::string data = options.scratch + "/laptop";
    must(base::make_directory(data, true));
    make_laptop(data, options.n.value_or(kMothers));
    const Display display(options.scratch);
    if (!display.is_ready()) {
        skip("first_frame, idle_cpu and private_memory", "Xvfb does not start");
        return {};
    }
    const Screen screen{data, options.scratch, client, display};
    std::vector<Figure> figures = {first_frame(screen)};
    for (Figure& each : idle(screen)) figures.push_back(std::move(each));
    return figures;
}

}  // namespace

Measurement window_at_rest() {
    return {{"first_frame", "idle_cpu", "private_memory"}, measure};
}

}  // namespace figures
