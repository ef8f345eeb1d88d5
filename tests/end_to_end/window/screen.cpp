#include "tests/end_to_end/window/screen.h"

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace smoke {

namespace {

constexpr int kLookMs = 50;
constexpr int kLooks = 600;  // half a minute
constexpr int kScrollsMax = 60;

Place read_place(std::istringstream& columns) {
    Place place;
    std::string x, y;
    std::getline(columns, x, '\t');
    std::getline(columns, y, '\t');
    std::getline(columns, place.where, '\t');
    std::getline(columns, place.value, '\t');
    place.x = std::stoi(x);
    place.y = std::stoi(y);
    return place;
}

}  // namespace

void pause_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

Screen::Screen(const std::string& data, const Display& display)
    : display_(display),
      probe_(data + "/probe.txt"),
      client_(display.with({end_to_end::program("kawan-client"), "--data", data, "--scale", "1",
                            "--probe", probe_}),
              data + "/log.txt") {
    wait_for("PIN");
    xdotool({"search", "--sync", "--name", "Kawan ASI", "windowmove", "0", "0", "windowfocus"});
    pause_ms(200);
}

void Screen::sign_in(const std::string& pin) {
    fill("PIN", pin);
    key("Return");
    wait_for("Today");
}

std::map<std::string, Place> Screen::places() const {
    std::map<std::string, Place> all;
    std::ifstream file(probe_);
    for (std::string line; std::getline(file, line);) {
        std::istringstream columns(line);
        std::string role, key;
        std::getline(columns, role, '\t');
        std::getline(columns, key, '\t');
        Place place = read_place(columns);
        place.role = role;
        all[key] = place;
    }
    return all;
}

std::set<std::string> Screen::keys() const {
    std::set<std::string> all;
    for (const auto& [key, place] : places()) all.insert(key);
    all.erase("toast");  // it comes and goes by itself
    return all;
}

void Screen::wait_until(const std::string& what, const std::function<bool()>& is_so) {
    for (int i = 0; i < kLooks; ++i) {
        if (is_so()) return;
        if (!client_.is_running()) throw std::runtime_error("the window has gone");
        pause_ms(kLookMs);
    }
    throw std::runtime_error(what);
}

Place Screen::wait_for(const std::string& key) {
    Place found;
    wait_until("\"" + key + "\" never came to the screen", [&] {
        const auto now = places();
        const auto place = now.find(key);
        if (place != now.end()) found = place->second;
        return place != now.end();
    });
    return found;
}

void Screen::wait_until_gone(const std::string& key) {
    wait_until("\"" + key + "\" never left the screen", [&] { return !shows(key); });
}

void Screen::wait_for_value(const std::string& key, const std::string& value) {
    wait_until("\"" + key + "\" never said \"" + value + "\"", [&] {
        const auto now = places();
        const auto place = now.find(key);
        return place != now.end() && place->second.value == value;
    });
}

void Screen::wait_for_words(const std::string& key, const std::string& part) {
    wait_until("\"" + key + "\" never said anything with \"" + part + "\"", [&] {
        const auto now = places();
        const auto place = now.find(key);
        return place != now.end() && place->second.value.find(part) != std::string::npos;
    });
}

std::string Screen::wait_for_one_of(const std::vector<std::string>& keys) {
    std::string first;
    wait_until("\"" + keys.front() + "\" never came to the screen, nor anything instead", [&] {
        const auto now = places();
        for (const std::string& each : keys) {
            if (first.empty() && now.contains(each)) first = each;
        }
        return !first.empty();
    });
    return first;
}

// Where it stands once the page has stopped moving: a page that has just opened may still settle.
Place Screen::settled(const std::string& key) {
    Place before = wait_for(key);
    wait_until("\"" + key + "\" never stood still", [&] {
        pause_ms(80);
        const Place now = wait_for(key);
        const bool stands = now.x == before.x && now.y == before.y && now.where == before.where;
        before = now;
        return stands;
    });
    return before;
}

void Screen::scroll_to(const std::string& key) {
    Place place = settled(key);
    for (int i = 0; i < kScrollsMax && place.where != "seen"; ++i) {
        xdotool({"mousemove", "700", "400", "click", place.where == "below" ? "5" : "4"});
        place = settled(key);
    }
    if (place.where != "seen") throw std::runtime_error("\"" + key + "\" cannot be scrolled to");
}

void Screen::look_for(const std::string& key) {
    for (int i = 0; i < kScrollsMax && !shows(key); ++i) {
        xdotool({"mousemove", "700", "400", "click", "5", "sleep", "0.1"});
    }
    wait_for(key);
}

void Screen::click(const std::string& key) {
    scroll_to(key);
    const Place place = wait_for(key);
    xdotool({"mousemove", std::to_string(place.x), std::to_string(place.y), "sleep", "0.08",
             "click", "1", "sleep", "0.12"});
    ++presses_.clicks;
}

void Screen::choose(const std::string& key) {
    click(key);
    wait_for_value(key, "on");
}

void Screen::choose_from(const std::string& list, const std::string& code) {
    const std::string face = wait_for(list).value;
    click(list);
    click(list + "/" + code);
    wait_until("\"" + list + "\" never took " + code, [&] {
        const auto now = places();
        const auto place = now.find(list);
        return place != now.end() && place->second.value != face;
    });
}

std::vector<std::string> Screen::open_questions(const std::string& names,
                                                const std::string& code) const {
    const auto now = places();
    const auto is_on = [&](const std::string& answer) {
        const auto place = now.find(answer);
        return place != now.end() && place->second.value == "on";
    };
    std::vector<std::string> open;
    for (const auto& [key, place] : now) {
        if (!key.starts_with(names) || !key.ends_with(code)) continue;
        const std::string question = key.substr(0, key.size() - code.size());
        const bool is_answered =
            is_on(question + "/1") || is_on(question + "/0") || is_on(question + "/8");
        if (!is_answered) open.push_back(key);
    }
    return open;
}

void Screen::answer(const std::string& names, char letter) {
    const std::string code = letter == 'y' ? "/1" : letter == 't' ? "/0" : "/8";
    wait_until("no question \"" + names + "\" is open",
               [&] { return !open_questions(names, code).empty(); });
    const auto open = open_questions(names, code);
    type(std::string(open.size(), letter));
    for (const std::string& key : open) wait_for_value(key, "on");
}

void Screen::fill(const std::string& key, const std::string& text) {
    click(key);
    type(text);
}

void Screen::type(const std::string& text) {
    xdotool({"type", "--delay", "15", text});
    presses_.keys += static_cast<int>(text.size());
}

void Screen::key(const std::string& name) {
    xdotool({"key", name, "sleep", "0.1"});
    ++presses_.keys;
}

void Screen::turn(const std::string& key) {
    const std::set<std::string> before = keys();
    click(key);
    wait_until("\"" + key + "\" led nowhere", [&] { return keys() != before; });
}

void Screen::to_the_end() {
    wait_for_one_of({"Save", "Next"});
    while (shows("Next")) next_part();
    wait_for("Save");
}

}  // namespace smoke
