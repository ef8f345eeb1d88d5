// Families with a past, for the page of one family and its pictures.
#pragma once

#include "tests/client/desk/desk.h"

#include <string>
#include <vector>

namespace desk {

struct FullFamily {
    std::string household, mother, infant;
    std::string corrected;  // a check of the infant that two people changed
    std::string withdrawn;  // a visit
    std::string open_referral;
};
// A girl of ten weeks, weighed, asked about and massaged for; one weight that cannot be.
FullFamily settle_full(Desk& desk);

struct OtherFamilies {
    std::string twins;        // one of them died
    std::string stillbirth;   // a mother and no baby
    std::string expecting;    // 34 weeks
    std::string grandmother;  // a baby whose mother lives elsewhere
    std::string nameless;     // no head, nobody
    std::string many;         // ten infants
};
OtherFamilies settle_others(Desk& desk);

// So many visits, each with a check and a recall of the infant.
void visit_often(Desk& desk, const FullFamily& family, int visits);

}  // namespace desk
