// A laptop in a temporary folder: one cadre's store, enrolled at a server that nobody answers at.
#pragma once

#include "client/app/workplace.h"

#include <memory>
#include <string>

namespace trial {

class Laptop {
public:
    Laptop();
    ~Laptop();
    Laptop(const Laptop&) = delete;
    Laptop& operator=(const Laptop&) = delete;

    const std::string& data() const { return data_; }
    const std::string& pin() const { return pin_; }
    const std::string& device() const { return device_; }

    // Opened as the command line would; for looking at what a program left behind.
    std::unique_ptr<store::Store> open() const;
    // Saves a record through the same checks as any other; its id.
    std::string record(store::Store& store, const std::string& type,
                       const std::string& answers) const;

private:
    std::string data_, pin_ = "24681357", device_;
};

}  // namespace trial
