// A forgotten PIN: how a laptop gets its store's data key back from its health centre.
//
//   the laptop asks   a text that carries the data key sealed to the centre, and a key of its own
//   the centre answers a text that carries the data key sealed to that key of the laptop
//
// Both are Crockford base32 in groups of four, eight groups a line: pasted into a message, carried
// as a file, or typed. Who reads either on the way learns nothing, and an answer is of no use to
// any laptop but the one that asked. Whether the person who asks is the user of the laptop is the
// coordinator's to find out: both screens show the same short code, to be read over the phone.
#pragma once

#include "shared/base/result.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/secret.h"

#include <string>
#include <string_view>

namespace protocol {

// What a key file keeps for the health centre alone.
struct RescueBox {
    crypto::SecretBytes data_key;  // 32 bytes
    std::string owner;             // the device's id; empty in a key file that names none
};
base::Result<std::string> seal_rescue_box(const crypto::BoxPublicKey& centre, const RescueBox& box);

struct RescueRequest {
    std::string reply_key;  // the laptop's, made for this request; 32 bytes
    std::string box;        // as seal_rescue_box made it
};
std::string to_text(const RescueRequest& request);
base::Result<RescueRequest> parse_rescue_request(std::string_view text);
// Eight symbols that are the same on both screens if the request came through unchanged.
std::string comparison_code(const RescueRequest& request);

struct RescueAnswer {
    std::string owner;  // whose data key it is, as sealed on the day of the enrolment
    std::string text;
};
// Refused if the box was sealed to another health centre, or is damaged: which cannot be known.
base::Result<RescueAnswer> answer_rescue(const crypto::BoxKey& centre,
                                         const RescueRequest& request);
// Malformed: a typing mistake, or not whole. Refused: the answer to another request.
base::Result<crypto::SecretBytes> open_rescue_answer(const crypto::BoxKey& reply_key,
                                                     std::string_view text);

}  // namespace protocol
