// The people of the end-to-end tests: a health centre with its server, and a cadre's laptop.
#pragma once

#include "shared/base/json.h"
#include "tests/end_to_end/processes.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace end_to_end {

inline const std::string kPin = "19283746";
std::string golden();  // the folder of the golden district

class Centre {
public:
    explicit Centre(const Scratch& scratch, const std::string& name = "centre",
                    const std::string& called = "Puskesmas Uji");
    void start();
    void kill() { server_->kill(); }
    void stop() { server_->terminate(); }
    Finished command(std::vector<std::string> words, const std::string& input = "") const;
    std::string data() const { return scratch_.path(name_); }
    std::string database() const { return data() + "/centre.db"; }
    std::string log() const { return read_text(scratch_.path(name_ + ".log")); }
    const std::string& address() const { return address_; }
    // Enrolment codes by user name: Siti, Ani, Tini, Bidan Ratna.
    std::map<std::string, std::string> add_users() const;

private:
    const Scratch& scratch_;
    std::string name_;
    std::string address_;
    std::unique_ptr<Background> server_;
};

class Laptop {
public:
    Laptop(const Scratch& scratch, const std::string& name) : data_(scratch.path(name)) {}
    Finished command(const std::vector<std::string>& words, const std::string& input = "",
                     const std::string& pin = kPin) const;
    base::json::Object status() const;
    const std::string& data() const { return data_; }

private:
    std::string data_;
};

}  // namespace end_to_end
