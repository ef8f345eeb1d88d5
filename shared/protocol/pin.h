// The pin of a server: the hash of its public key, as curl writes it. A renewed certificate for the
// same key keeps its pin.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <string_view>

namespace protocol {

// "sha256//" and the base64 of SHA-256 over the certificate's SubjectPublicKeyInfo.
base::Result<std::string> pin_of(const std::string& certificate_pem);
// Is it written like a pin? (curl takes anything else for the name of a file.)
bool is_pin(std::string_view text);

}  // namespace protocol
