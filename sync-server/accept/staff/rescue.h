// A forgotten PIN: the answer for a laptop that asks with its recovery box (protocol/rescue.h).
#pragma once

#include "sync-server/accept/desk/desk.h"

#include <string>
#include <string_view>

namespace staff {

using accept::Desk;
using base::Result;

struct Rescue {
    std::string user;    // her name: is it she who asks?
    std::string device;  // its id
    std::string code;    // the same on both screens
    std::string answer;  // to be typed, or carried as a file
};
// Written down before it is given. NotFound: not enrolled here. Refused: she or it is shut out, or
// the box is of another health centre. Malformed: no whole request.
Result<Rescue> rescue_pin(const Desk& desk, std::string_view request, std::string_view actor);

}  // namespace staff
