// A store whose device the server did not know any more was enrolled again under the same id: it
// keeps all that it holds, and gets a new key and token.
#pragma once

#include "client/store/store.h"
#include "shared/protocol/enrolment.h"

#include <string>

namespace store {

// What an enrolment asks for this store to be.
Result<protocol::EnrolAgain> again_of(Store& store);

// What has to be sent anew is found out by the next sync: the server's epoch is another
// (turning.h). Refused: the answer is of another health centre or device; nothing was changed.
struct EnrolledAgain {
    const protocol::EnrolAnswer& answer;
    std::string device_key;  // the new one, secret
    std::string server;      // its address and pin
    std::string pin;
};
Status take_enrolment(Store& store, const EnrolledAgain& enrolled);

}  // namespace store
