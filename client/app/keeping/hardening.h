// What a program that holds families' records does before anything else.
#pragma once

namespace client_app {

// No core dump, and no other program of this user reads this one's memory: both would hold the key
// of the store and names in plain text. What the system refuses is left as it is.
void keep_memory_private();

}  // namespace client_app
