// In which browsers somebody was signed in before. Whoever tries her name elsewhere makes her wait
// there, not here: else four tries an hour would keep a coordinator from her pages for good.
#pragma once

#include "sync-server/http/message.h"

#include <string>
#include <string_view>

namespace console {

inline constexpr std::string_view kKnownCookie = "__Host-kawan-known";

// What such a browser shows of her. It follows from her kept password, which nobody outside knows,
// and ends with it.
std::string known_mark(std::string_view user, std::string_view password_hash);

// Does the browser that asks show it?
bool is_known_browser(const http::Request& request, std::string_view mark);

// For the browser to keep: hers before those of who else signed in there.
http::Header known_cookie(const http::Request& request, std::string_view mark);

}  // namespace console
