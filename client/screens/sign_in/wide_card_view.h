// A card in the middle of the page before the PIN, for what needs more than a field. Used by views
// only.
#pragma once

#include "client/ui/layout.h"

#include <memory>
#include <string>

namespace screens {

class WideCard {
public:
    explicit WideCard(const std::string& title);
    ~WideCard();
    WideCard(const WideCard&) = delete;
    WideCard& operator=(const WideCard&) = delete;

private:
    std::unique_ptr<ui::Card> card_;
};

}  // namespace screens
