// A health centre in the state in which a coordinator meets it, with its pages: a demo's records
// taken by the server's rules, months counted and one closed, pairs found, decisions waiting, an
// audit trail, a spreadsheet being looked at.
#pragma once

#include "sync-server/console/console.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace figures {

class PagesCentre {
public:
    // The database is `file`; it is made with so many mothers if it is not there yet.
    PagesCentre(const std::string& file, std::int64_t mothers);
    ~PagesCentre();

    db::Connection& connection() { return *connection_; }
    // As a coordinator who is signed in.
    http::Response get(const std::string& path_and_query);
    // One address of each page that she can open, with ids that are here.
    std::vector<std::string> addresses();

private:
    void fill(std::int64_t mothers);
    console::Settings settings(const std::string& file);

    base::FixedClock clock_;
    base::SystemRandom random_;
    forms::InForce forms_;
    std::unique_ptr<db::Connection> connection_;
    std::mutex one_at_a_time_;
    std::unique_ptr<console::Console> console_;
};

}  // namespace figures
