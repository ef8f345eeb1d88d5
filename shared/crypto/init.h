// Makes libsodium ready. Every function of this room that needs it calls it; safe from any thread.
#pragma once

namespace crypto {

void init();

}  // namespace crypto
