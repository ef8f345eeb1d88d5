#include "sync-server/console/known_browser.h"

#include "shared/base/text.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/secret.h"
#include "sync-server/console/sign_in.h"

#include <vector>

namespace console {

namespace {

constexpr std::size_t kMarkCharacters = 64;
constexpr std::size_t kMarksMax = 5;  // who share one computer
constexpr std::int64_t kKnownSeconds = 180LL * 24 * 60 * 60;

std::vector<std::string> marks_of(const http::Request& request) {
    std::vector<std::string> marks;
    for (std::string& each : base::split(request.cookie(kKnownCookie), '.')) {
        const bool is_mark = each.size() == kMarkCharacters &&
                             each.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (is_mark && marks.size() < kMarksMax) marks.push_back(std::move(each));
    }
    return marks;
}

}  // namespace

std::string known_mark(std::string_view user, std::string_view password_hash) {
    if (password_hash.empty()) return "";
    std::string all = "kawan.known-browser 1\n";
    all.append(user).append("\n").append(password_hash);
    return crypto::hash256_hex(all);
}

bool is_known_browser(const http::Request& request, std::string_view mark) {
    bool is_known = false;
    for (const std::string& each : marks_of(request)) {
        is_known = crypto::equal_constant_time(each, mark) || is_known;
    }
    return is_known;
}

http::Header known_cookie(const http::Request& request, std::string_view mark) {
    std::vector<std::string> marks = {std::string(mark)};
    for (std::string& each : marks_of(request)) {
        if (each != mark && marks.size() < kMarksMax) marks.push_back(std::move(each));
    }
    return cookie(kKnownCookie, base::joined(marks, "."), kKnownSeconds);
}

}  // namespace console
