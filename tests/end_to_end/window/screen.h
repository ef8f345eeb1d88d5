// kawan-client in its real window, moved by xdotool to where it says that its widgets are. What
// does not come to the screen within half a minute is thrown, by its name.
#pragma once

#include "tests/end_to_end/window/display.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace smoke {

struct Place {
    std::string role, where, value;
    int x = 0, y = 0;
};

void pause_ms(int ms);

// What the user's hands did.
struct Presses {
    int clicks = 0, keys = 0;
    Presses since(const Presses& before) const {
        return {clicks - before.clicks, keys - before.keys};
    }
};

class Screen {
public:
    // Opens the window on that data folder and waits for the question for the PIN.
    Screen(const std::string& data, const Display& display);

    void sign_in(const std::string& pin);  // and waits for the day's list

    std::map<std::string, Place> places() const;
    bool shows(const std::string& key) const { return places().contains(key); }
    Place wait_for(const std::string& key);
    void wait_until_gone(const std::string& key);
    void wait_for_value(const std::string& key, const std::string& value);
    void wait_for_words(const std::string& key, const std::string& part);  // in its value
    // The first of these to appear.
    std::string wait_for_one_of(const std::vector<std::string>& keys);

    void look_for(const std::string& key);  // further down, in a list that draws what is in sight
    void click(const std::string& key);     // scrolls there first
    void choose(const std::string& key);    // and waits until it says that it is chosen
    void fill(const std::string& key, const std::string& text);          // a field that is empty
    void choose_from(const std::string& list, const std::string& code);  // that opens
    // Every open question whose name begins so, by one key each: 'y', 't' or '8'.
    void answer(const std::string& names, char letter);
    void type(const std::string& text);
    void key(const std::string& name);
    void turn(const std::string& key);  // a click that brings another page
    void next_part() { turn("Next"); }  // of a form
    void to_the_end();                  // through its parts, to the last

    const Presses& presses() const { return presses_; }
    end_to_end::Background& client() { return client_; }

private:
    void xdotool(std::vector<std::string> words) const { display_.xdotool(std::move(words)); }
    void wait_until(const std::string& what, const std::function<bool()>& is_so);
    std::set<std::string> keys() const;
    std::vector<std::string> open_questions(const std::string& names,
                                            const std::string& code) const;
    Place settled(const std::string& key);
    void scroll_to(const std::string& key);

    const Display& display_;
    std::string probe_;
    end_to_end::Background client_;
    Presses presses_;
};

}  // namespace smoke
