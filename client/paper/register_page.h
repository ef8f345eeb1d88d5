// The posyandu's month on paper: the √/X/A register and form F1's section O, A4 landscape, as the
// paper forms have them, with room for the signatures.
#pragma once

#include "client/paper/html.h"
#include "shared/indicators/register.h"

#include <array>
#include <span>
#include <string>

namespace paper {

struct RegisterMonth {
    base::Month month;
    std::string village, subdistrict;
    std::string cadre;  // who signs
    std::span<const indicators::RegisterRow> rows;
    std::array<indicators::F1Row, 5> section_o;
    int not_sent = 0;  // records that the health centre does not have yet; said on the page
};

std::string register_page(const RegisterMonth& month, const Letterhead& head);

}  // namespace paper
