// A health centre with an empty database and the people of each role, whose pages are asked without
// sockets. For the tests of every page.
#pragma once

#include "sync-server/console/console.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace console_test {

using Fields = std::vector<std::pair<std::string, std::string>>;

// Somebody whom the desk's erasing knows.
inline constexpr const char* kErasable = "01890000-0000-7000-8000-0000000000ee";
inline constexpr const char* kPassword = "tiga kata sendiri";

class Desk {
public:
    Desk();
    ~Desk();

    db::Connection& writer();
    base::FixedClock clock{base::Instant{1'795'240'000'000}};  // 2026-11-21, about noon
    base::SystemRandom random;
    std::vector<console::Erasure> erased;  // what was asked to be carried out
    // Done once, by somebody else, after the next page has read and before it writes.
    std::function<void()> meanwhile;

    // Users of these names exist: koord, bidan (unit P1), dinkes, admin, kader (unit P1). Units:
    // P1, P2. All but the cadre have kPassword.
    server_store::User user(const std::string& name);

    // Signs in; from now on get() and post() are hers.
    void sign_in(const std::string& name);
    void sign_out() { cookies_.clear(); }
    std::string cookie(const std::string& name) { return cookies_[name]; }
    void set_cookie(const std::string& name, const std::string& value) { cookies_[name] = value; }

    http::Response get(const std::string& path_and_query);
    // As a browser would after opening `page`: with its token and a fresh request id, unless
    // `fields` say another.
    http::Response post(const std::string& path, Fields fields);
    // One that sends a file, too.
    http::Response upload(const std::string& path, Fields fields, const std::string& field,
                          const std::string& file_name, const std::string& bytes);
    http::Response ask(http::Request request);
    std::string csrf();  // of the session

    console::Settings settings();
    console::Console& console() { return *console_; }

private:
    void take_cookies(const http::Response& response);
    http::Request request(const std::string& method, const std::string& path);

    struct Files;
    std::unique_ptr<Files> files_;
    std::unique_ptr<console::Console> console_;
    std::map<std::string, std::string> cookies_;
};

std::string header(const http::Response& response, const std::string& name);
// What a page's first hidden (or other) input of that name holds.
std::string input_value(const std::string& page, const std::string& name);
bool has(const http::Response& response, const std::string& text);

}  // namespace console_test
