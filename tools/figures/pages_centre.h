// The pages of a large health centre, asked without a socket, by whoever may open them.
#pragma once

#include "sync-server/console/console.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace figures {

class PagesCentre {
public:
    // The database is `file`; it is made with so many mothers as far as it is not there yet. One
    // that another program made does as well: somebody of each role is signed in to it.
    PagesCentre(const std::string& file, std::int64_t mothers);
    ~PagesCentre();

    db::Connection& connection() { return *connection_; }
    // As somebody of that role: KOORD, BIDAN, DINKES, ADMIN.
    http::Response get(const std::string& role, const std::string& path_and_query);
    // One address of each page, with ids that are here.
    std::vector<std::string> addresses();

private:
    void sign_in(const std::string& role);
    console::Settings settings(const std::string& file);
    void add_waiting(std::vector<std::string>& found);
    void add_figures(std::vector<std::string>& found);
    void add_people(std::vector<std::string>& found);
    std::string text(const char* sql);

    base::FixedClock clock_;
    base::SystemRandom random_;
    forms::InForce forms_;
    std::unique_ptr<db::Connection> connection_;
    std::mutex one_at_a_time_;
    std::unique_ptr<console::Console> console_;
};

}  // namespace figures
