// A laptop in this process: its sealed store on disk and its real connection to a server.
#pragma once

#include "client/store/store.h"
#include "client/sync/http_transport.h"
#include "client/sync/round.h"
#include "shared/protocol/enrolment.h"
#include "shared/records/record.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace figures {

// One request and its answer, as the laptop felt them.
struct Exchange {
    double ms = 0;
    std::int64_t bytes = 0;  // both ways, headers included
};

class Laptop {
public:
    // The store's file is `file`, sealed under a random key.
    Laptop(const std::string& file, const protocol::EnrolAnswer& enrolled, const std::string& url);
    ~Laptop();
    Laptop(const Laptop&) = delete;
    Laptop& operator=(const Laptop&) = delete;

    // From now on by another way to the same server, on a connection that is made anew.
    void go_by(const std::string& url);

    // Saved as one person's work is, but in one transaction.
    void save(const std::vector<records::Record>& records);
    // Until neither side has more. How many changes each request carried goes to `batches`.
    sync_client::Total sync(std::vector<std::int64_t>* batches = nullptr);

    store::Store& store() { return *store_; }
    const std::vector<Exchange>& exchanges() const;

private:
    class Timed;
    std::string file_;
    std::string token_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Timed> transport_;
};

// Of a device that was just enrolled at `url`, without its own keys.
store::Identity identity_of(const protocol::EnrolAnswer& answer, const std::string& url);

}  // namespace figures
