#include "client/screens/settings/new_pin.h"

#include <algorithm>

namespace screens {

using words::later;
using words::Sentence;

namespace {

std::size_t characters(const std::string& text) {
    const auto is_first = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_first));
}

// 11111111, 12345678, 87654321: each is the one before, or one more, or one less.
bool is_a_row(const std::string& text) {
    for (const int step : {0, 1, -1}) {
        const auto breaks = [step](char a, char b) { return b - a != step; };
        if (std::adjacent_find(text.begin(), text.end(), breaks) == text.end()) return true;
    }
    return false;
}

}  // namespace

Sentence NewPin::pin_problem() const {
    if (characters(pin) < kPinCharactersMin) {
        return {later("The PIN is too short: at least 8 digits or letters."), {}};
    }
    if (is_a_row(pin)) return {later("Anybody would try this PIN first. Choose another."), {}};
    return {};
}

Sentence NewPin::again_problem() const {
    if (again == pin) return {};
    return {later("The two PINs are not the same. Type it once more."), {}};
}

void NewPin::forget() {
    pin.clear();
    again.clear();
}

}  // namespace screens
