// The TLS sessions of this process, so that the next connection to the same server, an hour later
// or of another transport, begins without certificates. In memory only; safe from several threads.
#pragma once

#include <curl/curl.h>

namespace sync_client {

// For CURLOPT_SHARE. Lives as long as the program.
CURLSH* tls_sessions();

}  // namespace sync_client
