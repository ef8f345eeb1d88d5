// The catalogue of problems: every way in which the server says no, with the sentences that people
// read. A sentence says what happened, whether the data is safe, and what to do.
#pragma once

#include "sync-server/http/message.h"

#include <string_view>

namespace http {

enum class Problem {
    MalformedRequest,
    NotEnrolled,
    TokenRevoked,
    Paused,
    NotAllowed,
    NotFound,
    MethodNotAllowed,
    CodeUnknown,
    CodeUsed,
    CodeExpired,
    CodeOfAnother,
    CodeNoLaptop,
    ChangesMissing,
    ServerTooOld,
    BodyTooLarge,
    UnsupportedEncoding,
    ClientTooOld,
    TooManyTries,
    OneAtATime,
    HeadersTooLarge,
    Internal,
    Busy,
};

struct ProblemText {
    std::string_view code;  // for programs; never changes
    int status;
    std::string_view id;
    std::string_view en;
    int retry_after_seconds;  // 0: says nothing about it
};
const ProblemText& describe(Problem problem);

// {"problem":{"code":"...","id":"...","en":"..."}}
Response to_response(Problem problem);
// The same for somebody at a browser whose request did not arrive whole: a page in words.
Response to_page(Problem problem);

}  // namespace http
