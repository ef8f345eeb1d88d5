// Nobody was at home: written down with two presses, the second one says when to try again.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <array>
#include <string>

namespace screens {

class EmptyHouse {
public:
    explicit EmptyHouse(const Ports& ports) : ports_(ports) {}

    void clicked(const std::string& family) {
        family_ = family;
        trouble_ = {};
    }
    void cancelled() { family_.clear(); }
    bool asks() const { return !family_.empty(); }

    static constexpr std::array<int, 4> kDays = {1, 2, 3, 7};  // from today
    Date day(int days) const { return base::add_days(ports_.today(), days); }
    bool try_again_chosen(int days);  // saves; false: see trouble()
    words::Sentence trouble() const { return trouble_; }

private:
    Ports ports_;
    std::string family_;
    words::Sentence trouble_;
};

// The dialog, after the page, in every frame. Used by views only.
void draw_empty_house(EmptyHouse& house, Ways& ways);

}  // namespace screens
