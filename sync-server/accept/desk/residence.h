// Where somebody lives for good and where she only stays, decided at the health centre (AMENDMENTS
// Data 4): she counts where she is domiciled and is listed where she stays.
#pragma once

#include "sync-server/accept/desk/desk.h"

#include <string>

namespace accept {

struct Residence {
    bool is_temporary = false;
    std::string from_unit;  // the code of a posyandu of here; empty: another health centre's
    std::string from_text;  // in words, where it is no posyandu of here
    std::string since;      // a day, or empty
};
// The four answers are written together. False, and nothing is written: the person's record is
// another than `seen`. NotFound: no such person. Refused, with the field: it cannot be.
base::Result<bool> set_residence(const Desk& desk, const std::string& person,
                                 const records::Revision& seen, const Residence& wanted,
                                 std::string_view reason);

}  // namespace accept
