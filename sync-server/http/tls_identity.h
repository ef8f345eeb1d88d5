// The server's own certificate and key, made once at `init`. Devices know the key by its pin, so
// nobody has to buy or renew anything.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/protocol/pin.h"

#include <string>

namespace http {

using protocol::pin_of;

struct TlsIdentity {
    std::string certificate_pem;
    std::string key_pem;  // a secret: goes into a private file
};

// Self-signed, EC P-256, "Kawan ASI <centre>", valid from a day before `now` for 20 years.
base::Result<TlsIdentity> make_tls_identity(const std::string& centre, base::Instant now,
                                            base::Random& random);
// The same, now.
base::Result<TlsIdentity> make_tls_identity(const std::string& centre);

}  // namespace http
